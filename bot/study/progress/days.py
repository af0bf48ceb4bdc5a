"""Days, one by one: what was done on those behind, and what comes on those ahead."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.study.target import showings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.study.memory import Memory
    from bot.study.target import Preparation

WEEKS: Final = 14
"""Weeks that a calendar shows, the present one being the last."""

DAYS_AHEAD: Final = 14
"""Days, from today, of which is told what comes."""


@dataclass(frozen=True, slots=True)
class Coming:
    """What a day holds as things stand: so many that were seen come back, so many are new."""

    day: date
    due: int
    new: int = 0


def calendar(graded: Iterable[date], today: date) -> tuple[tuple[int | None, ...], ...]:
    """Count the reviews of each day of the last weeks, Monday first; None for days to come.

    ``graded`` names the study day of each review.
    """
    counts = Counter(graded)
    monday = today - timedelta(days=today.weekday())
    starts = [monday - timedelta(weeks=ago) for ago in reversed(range(WEEKS))]
    weeks = ([start + timedelta(days=ahead) for ahead in range(7)] for start in starts)
    return tuple(tuple(counts[day] if day <= today else None for day in days) for days in weeks)


def coming(
    memories: Iterable[Memory], today: date, preparation: Preparation | None = None
) -> tuple[Coming, ...]:
    """Tell what comes on the next days: what falls due, and what a plan shows for the first time.

    What is overdue comes today; until the date of a plan no day holds more than its places, and
    what has none waits. ``memories`` are those of what may be asked.
    """
    due = Counter(max(today, each.due_day) for each in memories)
    days = [today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)]
    if preparation is None or preparation.today > preparation.target.on:
        return tuple(Coming(day, due[day]) for day in days)
    on, new = preparation.target.on, showings(preparation)
    places = Counter({on - timedelta(days=each.ahead): each.places for each in preparation.days})
    held, waiting = [], 0
    for day in days:
        waiting += due[day]
        back = min(waiting, max(0, places[day] - new.get(day, 0))) if day <= on else waiting
        held.append(Coming(day, back, new.get(day, 0)))
        waiting -= back
    return tuple(held)
