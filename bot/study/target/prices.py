"""The price of a place on each day before a date, and the level at which places just suffice.

Prices rise towards the date, as what is reviewed late is forgotten least. Their shape was fitted
to exact solutions (``benchmarks/target.py``); one number, the level, is found for each plan.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from math import log, sqrt
from typing import TYPE_CHECKING

from bot.study.target.worth import Worth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.study.target.sittings import Sitting
    from bot.study.target.worth import Assumptions

FREE = -1000.0
"""The level at which places cost nothing: there are more than anyone needs."""

LADDER = (FREE, *map(float, range(20)))
"""Levels that a plan is tried at: the highest makes a place dearer than any question is worth."""

_CHEAPEST = 0.002
_STEP = 1.4
_RISE, _RISING_SHARE = 0.9, 2 / 3

_STEPS = (1, 2, 3, 4, 5, 6, 7, *(round(9 * 1.4**place) for place in range(24)))


def rate(level: float) -> float:
    """Name the price of an early place at a level, in questions recalled."""
    return _CHEAPEST * _STEP**level if level != FREE else 0.0


def level_for(weight: float, level: float) -> float:
    """Tell at which level a weighted question sees the prices: weights are rounded to levels."""
    return level if level == FREE else level - round(log(weight) / log(_STEP))


def price(level: float, ahead: int, horizon: int) -> float:
    """Name the price of a place so many days before the date, from a horizon of days on."""
    rising = (1 + horizon * _RISING_SHARE) / (1 + ahead)
    return rate(level) * (1 + _RISE * max(0.0, sqrt(rising) - 1))


def step(days: int) -> int:
    """Round a number of days down: each of the first seven counts, then fewer and fewer."""
    return _STEPS[bisect_right(_STEPS, days) - 1]


def block(ahead: int, horizon: int) -> int:
    """Find the day that stands for a day: the first day of the horizon for itself."""
    return ahead if ahead == horizon else step(ahead)


def open_blocks(days: Iterable[Sitting], horizon: int) -> tuple[int, ...]:
    """List the steps, before the horizon, that have a day with places."""
    return tuple(sorted({block(day.ahead, horizon) for day in days if day.ahead < horizon}))


def first_guess(places_each: float) -> int:
    """Guess where on the ladder places just suffice, from how many there are for a question.

    A question that was seen counts as if it had had two. A guess that is off costs only time.
    """
    early = 0.074 * (2.33 / max(places_each, 0.1)) ** 2.2
    level = round(log(early / _CHEAPEST) / log(_STEP))
    return min(max(1, LADDER.index(0) + level), len(LADDER) - 1)


@lru_cache(maxsize=512)
def worth_at(
    level: float, blocks: tuple[int, ...], horizon: int, assumptions: Assumptions
) -> Worth:
    """Value memories at a level; kept, as the tables serve everyone with such a date.

    One takes about 50 KB, and a plan needs four or five of them for each weight.
    """
    return Worth({ahead: price(level, ahead, horizon) for ahead in blocks}, assumptions)


def lowest(bound: Callable[[float], float], guess: int) -> tuple[float, float]:
    """Find the level at which a bound, which is convex over the ladder, is lowest, and its value.

    ``guess`` is where on the ladder to begin.
    """
    place, least = guess, bound(LADDER[guess])
    for onward in (-1, 1):
        while 0 <= place + onward < len(LADDER):
            value = bound(LADDER[place + onward])
            if value >= least:
                break
            place, least = place + onward, value
        if place != guess:
            break
    return LADDER[place], least


def refined(bound: Callable[[float], float], level: float, least: float) -> float:
    """Find how low a bound is between the levels of the ladder, from its lowest level on."""
    for part in (1 / 2, 1 / 4, 1 / 8) if level != FREE else ():
        for nearby in (level - part, level + part):
            if nearby > 0 and (value := bound(nearby)) < least:
                level, least = nearby, value
                break
    return least
