"""Questions that have got a new id: what is remembered of them moves along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import col, select

from bot.storage.tables import EncounterRow, MemoryRow, MockQuestionRow, PromptRow, ReportRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlmodel import Session

    from bot.questions.model import QuestionId


def rename(session: Session, renamed: Mapping[QuestionId, QuestionId]) -> None:
    """Carry all that names a question over to its new id; a memory that is there already stays."""
    for old, new in renamed.items():
        taken = select(MemoryRow.learner_id).where(MemoryRow.question_id == new)
        session.execute(
            update(MemoryRow)
            .where(col(MemoryRow.question_id) == old, col(MemoryRow.learner_id).not_in(taken))
            .values(question_id=new)
        )
        for table in (PromptRow, EncounterRow, ReportRow, MockQuestionRow):
            session.execute(
                update(table).where(col(table.question_id) == old).values(question_id=new)
            )
