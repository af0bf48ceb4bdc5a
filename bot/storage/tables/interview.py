"""Interviews ahead, and questions that were asked in real ones."""

from __future__ import annotations

import enum
from datetime import date, time

from sqlalchemy import JSON, BigInteger, Index, text
from sqlmodel import Field, SQLModel

from bot.storage.tables.columns import SERIAL


class After(enum.StrEnum):
    """The question how an interview went: to be asked when it is over, asked, or no more."""

    WAITING = "waiting"
    SENT = "sent"
    DROPPED = "dropped"


class InterviewRow(SQLModel, table=True):
    """One interview of a learner, on the study day ``day``; they prepare since ``since``.

    It is about a track, or areas and topics, or all that the learner is asked. Once it is over,
    and how it went was asked as ``after`` says, what its plan has brought forward is ``settled``.
    ``felt`` and ``told`` hold what the learner has said of it.
    """

    __tablename__ = "interview"
    __table_args__ = (
        Index("interviews_of_a_learner", "learner_id", "day"),
        Index(
            "interviews_to_ask_about",
            "day",
            sqlite_where=text("after = 'waiting'"),
            postgresql_where=text("after = 'waiting'"),
        ),
        {"sqlite_autoincrement": True},  # an old button must never meet a new one of its id
    )

    id: int | None = Field(default=None, sa_type=SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    day: date
    at: time | None = None
    since: date
    track: str | None = None
    areas: list[str] = Field(default_factory=list, sa_type=JSON)
    topics: list[str] = Field(default_factory=list, sa_type=JSON)
    update_id: int | None = Field(default=None, sa_type=BigInteger)
    after: str = After.WAITING
    settled: bool = False
    felt: str | None = None
    told: list[str] = Field(default_factory=list, sa_type=JSON)


class EncounterRow(SQLModel, table=True):
    """One time that a learner was asked a question in a real interview.

    ``said`` tells when it was, seen from the study day ``noted_on``. One that was taken back
    waits to be noted again.
    """

    __tablename__ = "encounter"
    __table_args__ = (
        Index("encounters_of_a_learner", "learner_id", "question_id"),
        {"sqlite_autoincrement": True},  # a place that is awaited must never meet another one
    )

    id: int | None = Field(default=None, sa_type=SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    question_id: str
    said: str
    noted_on: date
    place: str | None = None
    taken_back: bool = False
