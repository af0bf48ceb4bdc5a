"""What fitting parameters of FSRS to a learner brings, and what it takes.

The world is FSRS-6 with the true parameters of a learner, who is asked by the defaults. Told is the
mean logarithmic loss on reviews to come: by the defaults, by what serves after the fit, and by
the truth, which nothing beats. Run ``python -m benchmarks.fitting [--quick]``.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from statistics import mean
from typing import TYPE_CHECKING

from bot.questions.model import QuestionId
from bot.study import memory
from bot.study.fitting import fit
from bot.study.history import History
from bot.study.memory import DEFAULTS, Grade, Parameters
from bot.study.progress import Review
from bot.study.target.forgetting import after, first, once_more, recall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.study.memory import Memory
    from bot.study.target.forgetting import Strength

TODAY = date(2026, 11, 21)
FIRST = {Grade.AGAIN: 0.35, Grade.HARD: 0.2, Grade.GOOD: 0.35, Grade.EASY: 0.1}
RECALLED = {Grade.HARD: 0.2, Grade.GOOD: 0.6, Grade.EASY: 0.2}
COMING_BACK = {Grade.AGAIN: 0.1, Grade.HARD: 0.3, Grade.GOOD: 0.6}
NEW, DUE = 4, 20
"""Questions a day."""

FORGETFUL = (*(w / 2 for w in DEFAULTS[:4]), *DEFAULTS[4:8], DEFAULTS[8] - 0.7, *DEFAULTS[9:])
"""Forgets twice as fast, and learns half as much from a review."""

LEARNERS = {
    "as the defaults have it": DEFAULTS,
    "forgets twice as fast": FORGETFUL,
    "forgets half as fast": (*(w * 2 for w in DEFAULTS[:4]), *DEFAULTS[4:]),
    "learns half from a review": (*DEFAULTS[:8], DEFAULTS[8] - 0.7, *DEFAULTS[9:]),
    "first grades say little": (1.0, 1.2, 1.5, 2.0, *DEFAULTS[4:]),
}
SIZES = (400, 1000, 3000)
SEEDS = 8
TO_COME = 3000


@dataclass(slots=True)
class Life:
    """A learner who practises: what is true, what the bot believes, and what was graded."""

    true: Parameters
    chance: Random
    day: date
    strengths: dict[QuestionId, tuple[Strength, date]]
    believed: dict[QuestionId, Memory]
    reviews: list[Review]

    def practise(self) -> None:
        """Spend a day: what is due, then a few new ones; what was failed comes back once."""
        due = [each for each, known in self.believed.items() if known.due_day <= self.day]
        for question_id in due[:DUE]:
            strength, last = self.strengths[question_id]
            chance = recall(strength.stability, (self.day - last).days, self.true)
            grade = self._one_of(RECALLED) if self.chance.random() < chance else Grade.AGAIN
            self._grade(question_id, grade, after(strength, chance, grade, self.true))
        for _ in range(NEW):
            grade = self._one_of(FIRST)
            question_id = QuestionId(f"question-{len(self.believed)}")
            self._grade(question_id, grade, first(grade, self.true))
        self.day += timedelta(days=1)

    def _grade(self, question_id: QuestionId, grade: Grade, strength: Strength) -> None:
        known = self.believed.get(question_id)
        left = memory.outcomes(known, self.day, others_left=True)[grade]
        self.believed[question_id] = left
        self.strengths[question_id] = (strength, self.day)
        self.reviews.append(Review(question_id, self.day, grade, left.stability))
        if left.returns_on(self.day):
            again = self._one_of(COMING_BACK)
            self._grade(question_id, again, once_more(strength, again, self.true))

    def _one_of(self, grades: Mapping[Grade, float]) -> Grade:
        return self.chance.choices([*grades], [*grades.values()])[0]


def practised(true: Parameters, reviews: int, seed: int) -> list[Review]:
    """Let a learner practise until there are so many reviews."""
    life = Life(true, Random(seed), TODAY, {}, {}, [])  # noqa: S311 - a benchmark repeats itself
    while len(life.reviews) < reviews:
        life.practise()
    return life.reviews[:reviews]


def main() -> None:
    """Print the table."""
    quick = "--quick" in sys.argv
    head = f"{'learner':26} {'reviews':>7} {'defaults':>9} {'served':>7} {'truth':>7}"
    print(f"{head} {'adopted':>8} {'seconds':>8}")
    for name, true in LEARNERS.items():
        to_come = History(practised(true, TO_COME, 100))
        usual, best = to_come.replay(DEFAULTS).log_loss, to_come.replay(true).log_loss
        for size in SIZES[: 2 if quick else None]:
            seeds = range(2 if quick else SEEDS)
            served, adopted, seconds = [], 0, []
            for seed in seeds:
                reviews = practised(true, size, seed)
                began = time.perf_counter()
                found = fit(reviews)
                seconds.append(time.perf_counter() - began)
                is_better = found is not None and found.is_better
                adopted += is_better
                w = found.parameters if found and is_better else DEFAULTS
                served.append(to_come.replay(w).log_loss)
            row = f"{name:26} {size:7} {usual:9.4f} {mean(served):7.4f} {best:7.4f}"
            print(f"{row} {adopted:5}/{len(seeds):2} {mean(seconds):8.2f}")


if __name__ == "__main__":
    main()
