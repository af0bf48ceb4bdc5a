"""How regularly somebody practises: a streak that forgives, or a goal for the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.study.nudge import ALL_WEEK

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

MOST_FREEZES: Final = 2
"""Freezes that somebody holds at most."""

EARNED_BY: Final = 5
"""Days of a streak with an answer that earn a freeze."""

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Streak:
    """Days with an answer in a row, up to today, or to yesterday while today is open.

    ``days`` counts answers only: a day that a freeze has covered keeps the row and adds nothing.
    ``freezes`` are left; ``frozen`` names the days of this streak that one was used on.
    """

    days: int
    freezes: int = 0
    frozen: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Week:
    """A goal for the week, from Monday: days with an answer; ``weeks`` met in a row before it."""

    done: int
    goal: int
    weeks: int

    @property
    def is_met(self) -> bool:
        """Whether this week is done."""
        return self.done >= self.goal


def streak(
    graded: Collection[date],
    today: date,
    weekdays: Collection[int] = ALL_WEEK,
    off: Collection[date] = (),
) -> Streak:
    """Count the streak, with the freezes that were earned and used by themselves.

    Every ``EARNED_BY`` days of a streak earn a freeze, while fewer than ``MOST_FREEZES`` are held;
    a missed day uses one, and without one the streak ends. Other weekdays (Monday is 0) than those
    of the daily question, and days ``off``, are never missed.
    """
    days = saved = 0  # saved are days towards freezes: one more answer never does harm
    frozen: list[date] = []
    past = {each for each in graded if each <= today}
    day = min(past, default=today)
    while day <= today:
        if day in past:
            days, saved = days + 1, min(saved + 1, MOST_FREEZES * EARNED_BY)
        elif day < today and days and day.weekday() in weekdays and day not in off:
            if saved >= EARNED_BY:
                saved -= EARNED_BY
                frozen.append(day)
            else:
                days, saved, frozen = 0, 0, []
        day += _DAY
    return Streak(days, saved // EARNED_BY, tuple(frozen))


def week(graded: Collection[date], today: date, goal: int) -> Week:
    """Tell how far the goal of this week is, and how many weeks in a row met it before."""
    monday = today - today.weekday() * _DAY
    weeks, before = 0, monday - _WEEK
    while days_with_answer(graded, before) >= goal > 0:
        weeks += 1
        before -= _WEEK
    return Week(days_with_answer(graded, monday, today), goal, weeks)


def days_with_answer(graded: Collection[date], monday: date, until: date | None = None) -> int:
    """Count the days with an answer of the week that begins on a Monday."""
    days = (monday + ahead * _DAY for ahead in range(7))
    return sum(day in graded for day in days if until is None or day <= until)
