"""Sets: kept with their plan; how far one has come is read from the prompts that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot.questions.model import QuestionId
from bot.storage.tables import PromptRow, SetRow
from bot.study.memory import Grade
from bot.study.prompt import PromptState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlmodel import Session

_RECENT = 10
"""Sets among which one that was left is looked for."""

_COVERED = (PromptState.GRADED, PromptState.SKIPPED, PromptState.HIDDEN)


def put(session: Session, row: SetRow) -> SetRow:
    """Keep a new set and give it its id."""
    session.add(row)
    session.flush()
    return row


def get(session: Session, learner_id: int, set_id: int) -> SetRow | None:
    """Find a set of this learner; another's is as good as none."""
    row = session.get(SetRow, set_id)
    return row if row and row.learner_id == learner_id else None


def recent(session: Session, learner_id: int) -> Sequence[SetRow]:
    """List the latest sets of a learner, the newest first."""
    query = select(SetRow).where(SetRow.learner_id == learner_id)
    return session.exec(query.order_by(col(SetRow.id).desc()).limit(_RECENT)).all()


def made_by(session: Session, learner_id: int, update_id: int) -> Sequence[SetRow]:
    """List the sets that an update has made: when there are any, it came twice."""
    query = select(SetRow).where(SetRow.learner_id == learner_id, SetRow.update_id == update_id)
    return session.exec(query.order_by(col(SetRow.id))).all()


def covered(session: Session, set_id: int) -> set[QuestionId]:
    """Name the questions that were graded or put aside within a set."""
    query = select(PromptRow.question_id).where(
        PromptRow.set_id == set_id, col(PromptRow.state).in_(_COVERED)
    )
    return {QuestionId(question_id) for question_id in session.exec(query)}


def closed(session: Session, set_id: int) -> Sequence[PromptRow]:
    """List the prompts that were graded or put aside within a set, oldest first."""
    query = select(PromptRow).where(PromptRow.set_id == set_id, col(PromptRow.state).in_(_COVERED))
    return session.exec(query.order_by(col(PromptRow.id))).all()


def failed_on(session: Session, learner_id: int, day: date) -> set[QuestionId]:
    """Name the questions of sets that were graded with Again on a study day."""
    query = select(PromptRow.question_id).where(
        PromptRow.learner_id == learner_id,
        PromptRow.study_day == day,
        PromptRow.grade == Grade.AGAIN,
        col(PromptRow.set_id).is_not(None),
    )
    return {QuestionId(question_id) for question_id in session.exec(query)}
