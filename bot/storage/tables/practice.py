"""What was asked and remembered: memories, prompts, sets, and steps that can be undone."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.storage.tables.columns import SERIAL
from bot.study.prompt import Delivery, Origin, PromptState


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
    starred: bool = False
    split: bool = False
    """Whether it is asked one key point at a time."""


class PromptRow(SQLModel, table=True):
    """One question put to one learner once.

    ``outcomes`` holds the memory that each grade would leave, computed at the reveal;
    ``own_answer`` the learner's messages as ``[{"message_id", "update_id", "text"}]``,
    ``voices`` those they have spoken as ``[{"message_id", "update_id", "file_id", "kind",
    "seconds"}]``, ``ticked`` the key points that they have ticked, counted from 0, ``recalled``
    how many they have gone through one at a time.
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
        Index("prompts_of_a_question", "learner_id", "question_id"),
        Index("prompts_of_a_set", "set_id"),
        Index(
            "unsent_prompts",
            "delivery",
            sqlite_where=text("delivery = 'pending'"),
            postgresql_where=text("delivery = 'pending'"),
        ),
        {"sqlite_autoincrement": True},  # an old button must never meet a new prompt of its id
    )

    id: int | None = Field(default=None, sa_type=SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    question_id: str
    area_id: str | None = None
    origin: str = Origin.ASKED
    set_id: int | None = Field(default=None, sa_type=BigInteger)
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
    help: list[str] = Field(default_factory=list, sa_type=JSON)
    confidence: str | None = None
    ticked: list[int] | None = Field(default=None, sa_type=JSON)
    shown: str | None = None
    """The part of the answer that was shown last."""

    recalled: int = 0
    voices: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    leech_message_id: int | None = Field(default=None, sa_type=BigInteger)
    """The message that has told of its many lapses; 0 when that may have arrived."""

    message_id: int | None = Field(default=None, sa_type=BigInteger)
    delivery: str = Delivery.PENDING


class SetRow(SQLModel, table=True):
    """One set of questions that a learner has asked for, the newest being what "same" means.

    ``plan`` holds the ids of its questions in their order; how far it has come is told by the
    prompts that name it. ``number`` is what was said, ``dropped`` when it is not to be resumed.
    """

    __tablename__ = "practice_set"
    __table_args__ = (
        Index("sets_of_a_learner", "learner_id", "id"),
        {"sqlite_autoincrement": True},  # an old button must never meet a new set of its id
    )

    id: int | None = Field(default=None, sa_type=SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    name: str
    subjects: list[str] = Field(default_factory=list, sa_type=JSON)
    levels: list[str] = Field(default_factory=list, sa_type=JSON)
    number: int | None = None
    plan: list[str] = Field(default_factory=list, sa_type=JSON)
    asked_at: datetime
    update_id: int | None = Field(default=None, sa_type=BigInteger)
    offered_on: date | None = None
    dropped: bool = False


class Step(SQLModel, table=True):
    """One act of a learner that can be undone: what was before and after, in its transaction."""

    __table_args__ = (
        Index("steps_of_a_learner", "learner_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_type=SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    kind: str
    prompt_id: int = Field(sa_type=SERIAL, foreign_key="prompt.id")
    before: dict[str, Any] = Field(sa_type=JSON)
    after: dict[str, Any] = Field(sa_type=JSON)
    at: datetime
    update_id: int | None = Field(default=None, sa_type=BigInteger)
    """The update that has last made it, undone it or done it again."""

    undone: bool = False
    void: bool = False
    """Whether another act came after it was undone, so that it cannot be redone."""
