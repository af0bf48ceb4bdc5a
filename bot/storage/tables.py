"""The tables: what a row is. Rules live elsewhere; ids of Telegram are BIGINT everywhere."""

from __future__ import annotations

import enum
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.study.prompt import Delivery, Origin, PromptState

_SERIAL: Any = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only in its own INTEGER, which is as long."""


class Checkin(enum.StrEnum):
    """The one question whether to go on, after unanswered days: not due, to be sent, sent."""

    NONE = "none"
    PENDING = "pending"
    SENT = "sent"


class Learner(SQLModel, table=True):
    """One Telegram user, whose id is that of their private chat too."""

    id: int = Field(sa_type=BigInteger, primary_key=True, sa_column_kwargs={"autoincrement": False})
    joined_at: datetime
    acted_at: datetime
    zone: str | None = None
    set_up: bool = False
    zone_asked: bool = False
    levels: list[str] = Field(default_factory=list, sa_type=JSON)
    resting: list[str] = Field(default_factory=list, sa_type=JSON)
    new_per_day: int = 3
    in_all_per_day: int = 10
    push_on: bool = True
    push_at: time = time(9)
    push_weekdays: list[int] = Field(default_factory=lambda: list(range(7)), sa_type=JSON)
    push_count: int = 1
    next_push_at: datetime | None = Field(default=None, index=True)
    unanswered_pushes: int = 0
    checkin: str = Checkin.NONE
    stopped: bool = False
    paused: bool = False
    paused_until: datetime | None = None
    reachable: bool = True
    awaiting: str | None = None
    settled_by: int | None = Field(default=None, sa_type=BigInteger)
    """The update whose text was what the bot had asked for."""

    __table_args__ = (
        Index(
            "pending_checkins",
            "checkin",
            sqlite_where=text("checkin = 'pending'"),
            postgresql_where=text("checkin = 'pending'"),
        ),
    )


class MemoryRow(SQLModel, table=True):
    """What one learner remembers of one question; no stability until the first grade."""

    __tablename__ = "memory"

    learner_id: int = Field(sa_type=BigInteger, primary_key=True, foreign_key="learner.id")
    question_id: str = Field(primary_key=True)
    stability: float | None = None
    difficulty: float | None = None
    last_day: date | None = None
    due_day: date | None = None
    reviews: int = 0
    lapses: int = 0
    returned_on: date | None = None
    hidden: bool = False


class PromptRow(SQLModel, table=True):
    """One question put to one learner once.

    ``outcomes`` holds the memory that each grade would leave, computed at the reveal;
    ``own_answer`` the learner's messages as ``[{"message_id", "update_id", "text"}]``.
    A push is claimed by its slot, which is unique.
    """

    __tablename__ = "prompt"
    __table_args__ = (
        UniqueConstraint("learner_id", "slot_day", "slot_at"),
        Index(
            "one_open_prompt",
            "learner_id",
            unique=True,
            sqlite_where=text("state IN ('asked', 'revealed')"),
            postgresql_where=text("state IN ('asked', 'revealed')"),
        ),
        Index("prompts_of_a_day", "learner_id", "study_day"),
        Index(
            "unsent_prompts",
            "delivery",
            sqlite_where=text("delivery = 'pending'"),
            postgresql_where=text("delivery = 'pending'"),
        ),
        {"sqlite_autoincrement": True},  # an old button must never meet a new prompt of its id
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    question_id: str
    area_id: str | None = None
    origin: str = Origin.ASKED
    slot_day: date | None = None
    slot_at: time | None = None
    slot_closes: datetime | None = None
    state: str = PromptState.ASKED
    new: bool
    study_day: date
    asked_at: datetime
    revealed_at: datetime | None = None
    revealed_day: date | None = None
    closed_at: datetime | None = None
    grade: str | None = None
    outcomes: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    own_answer: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    delivery: str = Delivery.PENDING


class Step(SQLModel, table=True):
    """One act of a learner that can be undone: what was before and after, in its transaction."""

    __table_args__ = (
        Index("steps_of_a_learner", "learner_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_type=_SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    kind: str
    prompt_id: int = Field(sa_type=_SERIAL, foreign_key="prompt.id")
    before: dict[str, Any] = Field(sa_type=JSON)
    after: dict[str, Any] = Field(sa_type=JSON)
    at: datetime
    update_id: int | None = Field(default=None, sa_type=BigInteger)
    undone_by: int | None = Field(default=None, sa_type=BigInteger)
    undone: bool = False
