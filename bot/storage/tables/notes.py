"""A learner's own documents and their questions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.storage.tables.columns import SERIAL


class NotebookRow(SQLModel, table=True):
    """One document of a learner, as it came; ``message_id`` is the message that brought it."""

    __tablename__ = "notebook"
    __table_args__ = (
        UniqueConstraint("learner_id", "message_id"),
        {"sqlite_autoincrement": True},  # an old button must never meet a new notebook of its id
    )

    id: int | None = Field(default=None, sa_type=SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    message_id: int = Field(sa_type=BigInteger)
    name: str
    file_name: str
    content: bytes = Field(sa_type=LargeBinary)
    answered_only: bool = False
    mixed: bool = False
    added_at: datetime
    updated_at: datetime | None = None


class NoteRow(SQLModel, table=True):
    """One question of a notebook; one that a newer version leaves out is kept as removed.

    ``ordinal`` is its place in the document, ``line`` where it stands there, from 1.
    """

    __tablename__ = "note"
    __table_args__ = (
        Index("notes_of_a_notebook", "notebook_id", "ordinal"),
        Index("notes_of_a_learner", "learner_id"),
        {"sqlite_autoincrement": True},  # a memory must never meet a new note of its id
    )

    id: int | None = Field(default=None, sa_type=SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    notebook_id: int = Field(sa_type=SERIAL, foreign_key="notebook.id")
    ordinal: int
    line: int
    topic: str | None = None
    level: str | None = None
    question: str
    answer: str | None = None
    answer_changed_at: datetime | None = None
    own_answer: str | None = None
    dropped: bool = False
    removed: bool = False
