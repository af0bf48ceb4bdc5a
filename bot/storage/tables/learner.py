"""A learner and their settings."""

from __future__ import annotations

import enum
from datetime import date, datetime, time

from sqlalchemy import JSON, BigInteger, Index, text
from sqlmodel import Field, SQLModel


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
    preferences: list[str] = Field(default_factory=list, sa_type=JSON)
    track: str | None = None
    track_topics: dict[str, bool] | None = Field(default=None, sa_type=JSON)
    """Topics asked or not other than the track says; ``resting`` waits for its end."""

    track_levels: list[str] | None = Field(default=None, sa_type=JSON)
    """Levels other than the track's; ``levels`` waits for its end."""

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
    awaiting_about: int | None = Field(default=None, sa_type=BigInteger)
    """What an awaited text is about: a note, a notebook, a prompt, an encounter or a report."""

    settled_by: int | None = Field(default=None, sa_type=BigInteger)
    """The update whose text was what the bot had asked for."""

    settled_as: str | None = None
    """What that text was."""

    only_notebook: int | None = Field(default=None, sa_type=BigInteger)
    """The notebook from which alone the learner wants to be asked."""

    plan_questions: int | None = None
    """Questions a day on the way to an interview, if other than the daily number."""

    plan_minutes: int | None = None
    """Minutes a day on the way to an interview, in the place of questions."""

    back_offered_on: date | None = None
    """The last study day on which an easy return was offered."""

    back_by: date | None = None
    """The last study day of a return, over which what had waited is spread."""

    weekly_goal: int | None = None
    """Days a week on which the learner wants to answer, in the place of a streak."""

    next_summary_at: datetime | None = Field(default=None, index=True)
    summarised_on: date | None = None
    """The last Sunday of which the summary was claimed."""

    updates: list[int] = Field(default_factory=list, sa_type=JSON)
    """The last updates of theirs that were begun, in their order."""

    __table_args__ = (
        Index(
            "pending_checkins",
            "checkin",
            sqlite_where=text("checkin = 'pending'"),
            postgresql_where=text("checkin = 'pending'"),
        ),
    )
