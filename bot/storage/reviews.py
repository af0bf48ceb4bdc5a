"""Reviews: everything that a learner has graded, in the order of grading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import case, col, func, select

from bot.questions.model import QuestionId
from bot.storage.tables import PromptRow
from bot.study.memory import Grade
from bot.study.progress import Review
from bot.study.prompt import Origin, PromptState

if TYPE_CHECKING:
    from datetime import date

    from sqlmodel import Session

_COLUMNS = [
    getattr(PromptRow, name)
    for name in ("study_day", "grade", "asked_at", "closed_at", "slot_day", "origin")
]
_OUTCOMES: Any = PromptRow.outcomes
_STABILITY = case(
    *(
        (col(PromptRow.grade) == grade, _OUTCOMES[grade.value]["stability"].as_float())
        for grade in Grade
    )
)
"""What the grade has left; the database reads it out of the JSON, in a third of our time."""


def of(session: Session, learner_id: int) -> list[Review]:
    """Read every review of a learner."""
    query = (
        select(PromptRow.question_id, _STABILITY, *_COLUMNS)
        .where(PromptRow.learner_id == learner_id, PromptRow.state == PromptState.GRADED)
        .order_by(col(PromptRow.closed_at), col(PromptRow.id))
    )
    return [
        Review(
            QuestionId(question_id),
            day,
            Grade(grade),
            stability,
            closed - asked if closed and not slot and origin != Origin.MOCK else None,
        )
        for question_id, stability, day, grade, asked, closed, slot, origin in session.execute(
            query
        )
    ]


def days(session: Session, learner_id: int) -> list[date]:
    """List the study day of every review, in order."""
    query = (
        select(col(PromptRow.study_day), func.count())
        .where(PromptRow.learner_id == learner_id, PromptRow.state == PromptState.GRADED)
        .group_by(col(PromptRow.study_day))
        .order_by(col(PromptRow.study_day))
    )
    return [day for day, number in session.exec(query) for _ in range(number)]


def count(session: Session, learner_id: int) -> int:
    """Count the reviews of a learner."""
    query = select(func.count()).where(
        PromptRow.learner_id == learner_id, PromptRow.state == PromptState.GRADED
    )
    return session.exec(query).one()
