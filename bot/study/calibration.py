"""Whether a learner knows what they know: how sure they were against the points they said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.study.memory import Grade
from bot.study.points import suggested
from bot.study.prompt import Confidence

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 5
"""Answers below which nothing can be said."""

_FEW = {Grade.AGAIN, Grade.HARD}


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer: how sure its learner was before, and how many of its points they then ticked."""

    confidence: Confidence
    ticked: int
    points: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often confidence and points agree and disagree."""

    sure_and_all: int
    sure_but_few: int
    """Sure, with few or some of the points."""

    unsure_but_most: int
    """No idea, with most or all of the points."""


def calibration(attempts: Sequence[Attempt]) -> Calibration | None:
    """Count where confidence and points agree and disagree; None while there are too few."""
    if len(attempts) < ENOUGH:
        return None
    said = [(each.confidence, suggested(each.ticked, each.points)) for each in attempts]
    sure = [earned for confidence, earned in said if confidence is Confidence.SURE]
    unsure = [earned for confidence, earned in said if confidence is Confidence.NO_IDEA]
    return Calibration(
        sure_and_all=sure.count(Grade.EASY),
        sure_but_few=sum(earned in _FEW for earned in sure),
        unsure_but_most=sum(earned not in _FEW for earned in unsure),
    )
