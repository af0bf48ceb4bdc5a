"""What learners have found wrong with a question, for whoever keeps the bank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.questions.model import Question, QuestionId


@dataclass(frozen=True, slots=True)
class Report:
    """One report; ``question`` is None when it was taken out of the bank since."""

    id: int
    question_id: QuestionId
    question: Question | None
    text: str
    on: date
    answer: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """An owner's answer on its way to the learner who reported; it may come twice, never late."""

    report: Report
    learner_id: int
