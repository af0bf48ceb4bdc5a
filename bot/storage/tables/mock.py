"""Mock rounds and their questions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, BigInteger, Index, text
from sqlmodel import Field, SQLModel

from bot.storage.tables.columns import SERIAL
from bot.study.mock import Stage


class MockRow(SQLModel, table=True):
    """One mock round of a learner; ``plan`` holds the ids of its questions in their order.

    A friend who acts as the interviewer comes by the ``secret`` of its link. It is paused while
    no prompt of it is open.
    """

    __tablename__ = "mock"
    __table_args__ = (
        Index("mocks_of_a_learner", "learner_id", "id"),
        Index(
            "one_mock_at_a_time",
            "learner_id",
            unique=True,
            sqlite_where=text("stage IN ('invited', 'asking', 'debrief')"),
            postgresql_where=text("stage IN ('invited', 'asking', 'debrief')"),
        ),
        {"sqlite_autoincrement": True},  # an old button must never meet a new round of its id
    )

    id: int | None = Field(default=None, sa_type=SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    mode: str
    length: str
    scope: str = ""
    plan: list[str] = Field(default_factory=list, sa_type=JSON)
    stage: str = Stage.ASKING
    began_at: datetime
    ended_at: datetime | None = None
    secret: str | None = Field(default=None, unique=True)
    friend_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    friend_agreed: bool = False
    queued_set: int | None = Field(default=None, sa_type=BigInteger)
    """The set in which what was missed waits."""


class MockQuestionRow(SQLModel, table=True):
    """One question of a round; its prompt holds the answer and the grade.

    The time that the answer took is ``took_seconds``, and what has gone by since ``since`` while
    it is being answered. A word about the time is due at ``nudge_at``.
    """

    __tablename__ = "mock_question"
    __table_args__ = (
        Index("questions_of_a_mock", "mock_id", "ordinal"),
        Index("mock_question_of_a_prompt", "prompt_id"),
        Index("mock_questions_of_a_learner", "learner_id", "question_id"),
        {"sqlite_autoincrement": True},  # an old button must never meet a new question of its id
    )

    id: int | None = Field(default=None, sa_type=SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    mock_id: int = Field(sa_type=SERIAL, foreign_key="mock.id")
    prompt_id: int = Field(sa_type=SERIAL, foreign_key="prompt.id")
    ordinal: int
    question_id: str
    depth: int = 0
    since: datetime | None = None
    took_seconds: float = 0
    nudge_at: datetime | None = Field(default=None, index=True)
    answered: str | None = None
    clarity: str | None = None
    friend_ticked: list[int] | None = Field(default=None, sa_type=JSON)
    friend_message_id: int | None = Field(default=None, sa_type=BigInteger)
