"""What learners have found wrong with questions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from bot.storage.tables.columns import SERIAL


class ReportRow(SQLModel, table=True):
    """What a learner has found wrong with a question, and what an owner has answered."""

    __tablename__ = "report"
    __table_args__ = {"sqlite_autoincrement": True}  # an old button must never meet a new report

    id: int | None = Field(default=None, sa_type=SERIAL, primary_key=True)
    learner_id: int = Field(sa_type=BigInteger, foreign_key="learner.id")
    question_id: str
    text: str
    at: datetime
    answer: str | None = None
    answer_sent: bool = False
    closed: bool = False
