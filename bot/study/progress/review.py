"""Reviews: what was graded, and what had been expected of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.study.memory import DEFAULTS, Grade
from bot.study.target.forgetting import recall

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, timedelta

    from bot.questions.model import QuestionId
    from bot.study.memory import Parameters


@dataclass(frozen=True, slots=True)
class Review:
    """One graded question: its study day, its grade, and what the grade has left.

    ``stability`` is that of the memory the grade has left, in days; ``took`` the time from the
    question to the grade, None where that says nothing, as for a question that was sent.
    """

    question_id: QuestionId
    day: date
    grade: Grade
    stability: float | None
    took: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """A memory put to the test: the first review of a day of a question graded on a day before.

    ``expected`` is the chance of recall that was predicted; ``stability`` what the memory held.
    """

    day: date
    recalled: bool
    expected: float
    stability: float


def trials(reviews: Iterable[Review], parameters: Parameters = DEFAULTS) -> list[Trial]:
    """Find, in reviews in the order of grading, all that tell how well memories hold.

    Expected is what the memory of then has promised, so a later fit makes no prophecy better.
    """
    last: dict[QuestionId, Review] = {}
    found = []
    for review in reviews:
        before = last.get(review.question_id)
        last[review.question_id] = review
        if before is None or before.stability is None or before.day >= review.day:
            continue
        expected = recall(before.stability, (review.day - before.day).days, parameters)
        recalled = review.grade is not Grade.AGAIN
        found.append(Trial(review.day, recalled, expected, before.stability))
    return found
