"""Honest statistics: how much is recalled, against what was expected, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from statistics import fmean, median
from typing import TYPE_CHECKING, Final

from bot.study.memory import DEFAULTS
from bot.study.progress.review import trials

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.study.memory import Parameters
    from bot.study.progress.review import Review, Trial

RECENT: Final = timedelta(days=90)
"""How far back statistics reach: they tell of the learner of today."""

ENOUGH: Final = 20
"""Reviews below which nothing is said of retention."""

ENOUGH_ALIKE: Final = 10
"""Reviews below which nothing is said of those that were expected to go alike."""

ENOUGH_TIMES: Final = 5
"""Times below which nothing is said of how long an answer takes."""

MATURE: Final = timedelta(days=21)
"""A memory that lasts so long is mature, as in Anki."""

LONGEST_ANSWER: Final = timedelta(minutes=15)
"""What took longer says nothing: its learner has done something else meanwhile."""

EXPECTED_FROM: Final = (0.0, 0.7, 0.8, 0.9, 0.95)
"""Where the bins of expected recall begin."""


@dataclass(frozen=True, slots=True)
class Retention:
    """Of so many reviews of what was seen on an earlier day, so many were recalled."""

    reviews: int
    recalled: int

    @property
    def share(self) -> float:
        """The share recalled: true retention."""
        return self.recalled / self.reviews


@dataclass(frozen=True, slots=True)
class Bin:
    """Reviews that were expected to go alike: the mean of what was expected, and what came."""

    reviews: int
    expected: float
    actual: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the reviews of the last ``RECENT`` tell; None, or no bin, where they are too few.

    ``mature`` is the retention of memories that should last ``MATURE``. ``trials`` counts what
    retention is made of so far, ``usual_answer`` is the median time of an answer.
    """

    reviews: int
    trials: int
    retention: Retention | None
    mature: Retention | None
    bins: tuple[Bin, ...]
    usual_answer: timedelta | None


def statistics(
    reviews: Sequence[Review], today: date, parameters: Parameters = DEFAULTS
) -> Statistics:
    """Compute the statistics of all reviews of a learner, in the order of grading."""
    since = today - RECENT
    recent = [each for each in reviews if since < each.day <= today]
    tried = [each for each in trials(reviews, parameters) if since < each.day <= today]
    return Statistics(
        reviews=len(recent),
        trials=len(tried),
        retention=_retention(tried),
        mature=_retention([each for each in tried if timedelta(each.stability) >= MATURE]),
        bins=_bins(tried),
        usual_answer=_usual([each.took for each in recent if each.took is not None]),
    )


def _retention(tried: Sequence[Trial]) -> Retention | None:
    if len(tried) < ENOUGH:
        return None
    return Retention(len(tried), sum(each.recalled for each in tried))


def _bins(tried: Sequence[Trial]) -> tuple[Bin, ...]:
    ends = (*EXPECTED_FROM[1:], 2.0)
    alike = (
        [each for each in tried if start <= each.expected < end]
        for start, end in zip(EXPECTED_FROM, ends, strict=True)
    )
    return tuple(
        Bin(len(some), fmean(each.expected for each in some), fmean(each.recalled for each in some))
        for some in alike
        if len(some) >= ENOUGH_ALIKE
    )


def _usual(times: Sequence[timedelta]) -> timedelta | None:
    told = [each for each in times if timedelta() < each <= LONGEST_ANSWER]
    if len(told) < ENOUGH_TIMES:
        return None
    return timedelta(seconds=round(median(each.total_seconds() for each in told)))
