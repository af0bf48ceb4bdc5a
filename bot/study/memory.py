"""What a grade does to the memory of a question: FSRS-6, counted in study days.

FSRS counts whole periods of 24 hours, so it is given a synthetic UTC midnight for every study
day: two reviews are on the same day exactly when they share a study day. No fuzz and no steps
of minutes: a label on a button is the very interval that a grade sets. How fast a learner forgets
is told by the ``Parameters`` of FSRS: the defaults, until some are fitted to them (``fitting.py``).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from fsrs import Card, Rating, Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Mapping

Parameters: TypeAlias = tuple[float, ...]
"""The 21 weights of FSRS-6: how somebody forgets."""

DEFAULTS: Parameters = DEFAULT_PARAMETERS

_LONGEST = timedelta(days=36500)
"""No interval is longer."""


class Grade(enum.StrEnum):
    """How well a learner says they knew it; every grade but Again is a pass."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


_RATINGS = {
    Grade.AGAIN: Rating.Again,
    Grade.HARD: Rating.Hard,
    Grade.GOOD: Rating.Good,
    Grade.EASY: Rating.Easy,
}


@dataclass(frozen=True, slots=True)
class Memory:
    """One learner's memory of one question.

    ``stability`` is in days, ``difficulty`` from 1 to 10. The question is due from the start of
    the study day ``due_day``. ``returned_on`` is the last study day on which a first Again has
    brought it back: it does so once a day.
    """

    stability: float
    difficulty: float
    last_day: date
    due_day: date
    reviews: int = 1
    lapses: int = 0
    returned_on: date | None = None

    def returns_on(self, day: date) -> bool:
        """Tell whether it waits to come back on the very day it was failed."""
        return self.due_day == self.last_day == day


def outcomes(
    memory: Memory | None, day: date, *, others_left: bool, parameters: Parameters = DEFAULTS
) -> dict[Grade, Memory]:
    """Compute what each grade would leave, once: for the labels and for the grade that follows.

    ``others_left`` tells whether other questions can come before this one comes back today.
    """
    fsrs = _scheduler(parameters)
    return {grade: _graded(fsrs, memory, grade, day, others_left=others_left) for grade in Grade}


def retrievability(memory: Memory, day: date, parameters: Parameters = DEFAULTS) -> float:
    """Predict the chance of recalling it on a study day, from 0 to 1."""
    return float(_scheduler(parameters).get_card_retrievability(_card(memory), _midnight(day)))


@lru_cache(maxsize=1024)
def _scheduler(parameters: Parameters) -> Scheduler:
    return Scheduler(
        parameters,
        desired_retention=0.9,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=_LONGEST.days,
        enable_fuzzing=False,
    )


def _graded(
    fsrs: Scheduler, memory: Memory | None, grade: Grade, day: date, *, others_left: bool
) -> Memory:
    card, _ = fsrs.review_card(_card(memory, day), _RATINGS[grade], _midnight(day))
    assert card.stability is not None
    assert card.difficulty is not None
    known = memory or Memory(0, 0, day, day, reviews=0)
    forgotten = grade is Grade.AGAIN and memory is not None and memory.last_day < day
    after = replace(
        known,
        stability=card.stability,
        difficulty=card.difficulty,
        last_day=day,
        due_day=max(card.due.date(), day + timedelta(days=1)),
        reviews=known.reviews + 1,
        lapses=known.lapses + forgotten,
    )
    if grade is Grade.AGAIN and others_left and known.returned_on != day:
        return replace(after, due_day=day, returned_on=day)
    return after


def _card(memory: Memory | None, day: date | None = None) -> Card:
    if memory is None:
        assert day is not None
        return Card(card_id=0, due=_midnight(day))
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_midnight(memory.due_day),
        last_review=_midnight(memory.last_day),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def as_json(memory: Memory) -> dict[str, object]:
    """Write a memory as plain JSON values, to be kept with a prompt or a step."""
    return {
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "last_day": memory.last_day.isoformat(),
        "due_day": memory.due_day.isoformat(),
        "reviews": memory.reviews,
        "lapses": memory.lapses,
        "returned_on": memory.returned_on and memory.returned_on.isoformat(),
    }


def from_json(values: Mapping[str, object]) -> Memory:
    """Read what ``as_json`` wrote."""
    days = {
        name: date.fromisoformat(str(values[name])) if values[name] else None
        for name in ("last_day", "due_day", "returned_on")
    }
    return Memory(**{**values, **days})  # type: ignore[arg-type]


def brought_forward(memory: Memory, day: date) -> Memory:
    """Let a plan ask a question earlier than its memory alone would."""
    return replace(memory, due_day=min(day, memory.due_day))


def on_its_own(memory: Memory) -> Memory:
    """Take back what a plan has brought forward: due when the memory alone asks for it."""
    return replace(memory, due_day=_own_due_day(memory)) if is_brought_forward(memory) else memory


def is_brought_forward(memory: Memory) -> bool:
    """Tell whether a plan asks for it earlier than its memory alone would."""
    return memory.last_day < memory.due_day < _own_due_day(memory)


def _own_due_day(memory: Memory) -> date:
    """Tell when the chance of recall falls to what we want; by definition after its stability."""
    days = timedelta(days=max(1, round(memory.stability)))
    return memory.last_day + min(days, _LONGEST)
