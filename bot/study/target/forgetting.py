"""The arithmetic of FSRS-6, without objects: what plans and fits compute a million times.

Formulas and default parameters are those of the ``fsrs`` package, which keeps the memories
themselves (https://github.com/open-spaced-repetition/py-fsrs, ``scheduler.py``; explained at
https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm).
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

from fsrs.scheduler import STABILITY_MIN

from bot.study.memory import DEFAULTS, Grade, Parameters

_RATINGS = {grade: place for place, grade in enumerate(Grade, start=1)}


class Strength(NamedTuple):
    """How firmly a question is known: ``stability`` in days, ``difficulty`` from 1 to 10."""

    stability: float
    difficulty: float


def recall(stability: float, days: int, w: Parameters = DEFAULTS) -> float:
    """Predict the chance of recall so many days after a review."""
    return float((1 + (0.9 ** (-1 / w[20]) - 1) * days / stability) ** -w[20])


def first(grade: Grade, w: Parameters = DEFAULTS) -> Strength:
    """Tell what the first grade of a new question leaves."""
    rating = _RATINGS[grade]
    return Strength(max(w[rating - 1], STABILITY_MIN), _within(_first_difficulty(rating, w)))


def after(known: Strength, recalled: float, grade: Grade, w: Parameters = DEFAULTS) -> Strength:
    """Tell what a grade leaves on a later day than the last, when recall stood at ``recalled``."""
    stability, difficulty = known
    if grade is Grade.AGAIN:
        left = min(
            w[11]
            * difficulty ** -w[12]
            * ((stability + 1) ** w[13] - 1)
            * exp((1 - recalled) * w[14]),
            stability / exp(w[17] * w[18]),
        )
    else:
        bonus = {Grade.HARD: w[15], Grade.EASY: w[16]}.get(grade, 1.0)
        spacing = exp((1 - recalled) * w[10]) - 1
        growth = exp(w[8]) * (11 - difficulty) * stability ** -w[9] * spacing * bonus
        left = stability * (1 + growth)
    return Strength(max(left, STABILITY_MIN), _next_difficulty(difficulty, _RATINGS[grade], w))


def once_more(known: Strength, grade: Grade, w: Parameters = DEFAULTS) -> Strength:
    """Tell what a grade leaves on the very day of the last one."""
    stability, difficulty = known
    rating = _RATINGS[grade]
    growth = exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
    left = stability * (growth if grade is Grade.AGAIN else max(growth, 1.0))
    return Strength(max(left, STABILITY_MIN), _next_difficulty(difficulty, rating, w))


def _first_difficulty(rating: int, w: Parameters) -> float:
    return w[4] - exp(w[5] * (rating - 1)) + 1


def _next_difficulty(difficulty: float, rating: int, w: Parameters) -> float:
    damped = difficulty - w[6] * (rating - 3) * (10 - difficulty) / 9
    easiest = _first_difficulty(_RATINGS[Grade.EASY], w)
    return _within(w[7] * easiest + (1 - w[7]) * damped)


def _within(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)
