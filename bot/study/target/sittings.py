"""The days on which a learner can still be asked before a date, and how many questions fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.study.nudge import ALL_WEEK


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many questions fit into a study day, and on which weekdays (Monday is 0).

    ``attendance`` is the share of those days that are really kept, as far as one knows.
    """

    questions: int
    weekdays: frozenset[int] = ALL_WEEK
    attendance: float = 1.0


@dataclass(frozen=True, slots=True)
class Sitting:
    """One day of preparation: how many days before the date, and how many questions fit."""

    ahead: int
    places: int


@dataclass(frozen=True, slots=True)
class Done:
    """What was asked on a day already: how many questions, and how many of them were new."""

    asked: int = 0
    new: int = 0


NOTHING = Done()


def in_minutes(a_day: timedelta, a_question: timedelta) -> int:
    """Turn time a day into questions, of which one takes so long; any time is enough for one."""
    fit = int(a_day / a_question) if a_question > timedelta() else 0
    return max(fit, int(a_day > timedelta()))


def sittings(
    capacity: Capacity, start: date, on: date, done: Done = NOTHING
) -> tuple[Sitting, ...]:
    """List the days from ``start`` to the eve of the date on which questions still fit.

    ``done`` counts what was asked on the first of them.
    """
    ahead = (on - start).days
    days = [
        Sitting(left, capacity.questions - (done.asked if left == ahead else 0))
        for left in range(ahead, 0, -1)
        if (on - timedelta(days=left)).weekday() in capacity.weekdays
    ]
    return tuple(day for day in days if day.places > 0)
