"""All that a learner has graded, replayed: what FSRS foretells of it, and what it leaves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from math import log
from typing import TYPE_CHECKING, Final

from bot.study.memory import Grade, is_brought_forward
from bot.study.target.forgetting import Strength, after, first, once_more, recall

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bot.questions.model import QuestionId
    from bot.study.memory import Memory, Parameters
    from bot.study.progress import Review

_DOUBT: Final = 1e-6
"""Nothing is foretold with less doubt: one surprise shall not outweigh all the rest."""


@dataclass(frozen=True, slots=True)
class Replay:
    """How firmly each question is known in the end, and what was foretold on the way.

    Foretold is the recall at the first review of a question on each study day but its first one:
    ``chances`` are what parameters say, ``recalled`` what came of it.
    """

    strengths: dict[QuestionId, Strength] = field(default_factory=dict)
    chances: list[float] = field(default_factory=list)
    recalled: list[bool] = field(default_factory=list)

    @property
    def surprise(self) -> float:
        """The logarithmic loss in all: the lower, the better foretold."""
        pairs = zip(self.chances, self.recalled, strict=True)
        return -sum(log(chance if recalled else 1 - chance) for chance, recalled in pairs)

    @property
    def log_loss(self) -> float:
        """The mean logarithmic loss, where anything was foretold."""
        return self.surprise / len(self.chances)


class History:
    """Reviews in the order of grading, of which those from the place ``since`` on are foretold."""

    def __init__(self, reviews: Sequence[Review], since: int = 0) -> None:
        self._reviews: dict[QuestionId, list[tuple[int, Grade, bool]]] = defaultdict(list)
        self._last: dict[QuestionId, date] = {}
        for place, review in enumerate(reviews):
            days = (review.day - self._last.get(review.question_id, review.day)).days
            self._reviews[review.question_id].append((days, review.grade, place >= since))
            self._last[review.question_id] = review.day

    def replay(self, w: Parameters) -> Replay:
        """Go through all reviews by the rules of ``memory``; a clock set back makes it one day."""
        replay = Replay()
        for question_id, reviews in self._reviews.items():
            replay.strengths[question_id] = _follow(reviews, w, replay)
        return replay

    def explains(self, question_id: QuestionId, known: Memory) -> bool:
        """Tell whether a memory is what these reviews, and no others, have left."""
        reviews = len(self._reviews.get(question_id, ()))
        return reviews == known.reviews and self._last[question_id] == known.last_day


def relearnt(
    memories: Mapping[QuestionId, Memory], reviews: Sequence[Review], w: Parameters
) -> dict[QuestionId, Memory]:
    """Tell what memories are under other parameters; each stays due on the day it was promised.

    Left out, as they stay as they are, are those that their reviews do not explain, and those
    that a plan has brought forward to a day on which they would now be due by themselves: the
    plan would forget its promise.
    """
    history = History(reviews)
    found = history.replay(w).strengths
    after = {
        each: replace(known, stability=found[each].stability, difficulty=found[each].difficulty)
        for each, known in memories.items()
        if history.explains(each, known)
    }
    return {
        each: known
        for each, known in after.items()
        if is_brought_forward(known) or not is_brought_forward(memories[each])
    }


def _follow(reviews: Sequence[tuple[int, Grade, bool]], w: Parameters, replay: Replay) -> Strength:
    """Follow one question; each review has the days since the last, and whether it is foretold."""
    strength = first(reviews[0][1], w)
    for days, grade, is_foretold in reviews[1:]:
        if days < 1:
            strength = once_more(strength, grade, w)
            continue
        chance = recall(strength.stability, days, w)
        if is_foretold:
            replay.chances.append(min(max(chance, _DOUBT), 1 - _DOUBT))
            replay.recalled.append(grade is not Grade.AGAIN)
        strength = after(strength, chance, grade, w)
    return strength
