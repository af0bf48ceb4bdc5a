"""The score of a round, by a rubric that is published in ``docs/mock.md``."""

from __future__ import annotations

import enum
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.model import Level
from bot.study.memory import Grade
from bot.study.mock.round import Answered, Band, Clarity, suggested_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import timedelta

    from bot.questions.model import Topic

MISSED = {Grade.AGAIN, Grade.HARD}
"""Grades of what is to be practised again."""

_WORTH = {Grade.AGAIN: 0.0, Grade.HARD: 0.5, Grade.GOOD: 0.85, Grade.EASY: 1.0}
_BY_LEVEL = {Level.JUNIOR: 1.0, Level.MIDDLE: 1.5, Level.SENIOR: 2.0}
_DEEPER = 1.5
_CLEAR = {Clarity.UNCLEAR: 0.0, Clarity.FAIR: 0.6, Clarity.CLEAR: 1.0}
_TOO_LONG = 2.5
"""Times the suggested time at which nothing is left of the points for time."""

_BANDS = ((80, Band.STRONG), (60, Band.SOLID), (40, Band.ON_THE_WAY), (0, Band.NOT_YET))


class Dimension(enum.StrEnum):
    """What is scored; each from 0 to 100."""

    CORRECTNESS = "correctness"
    COMPLETENESS = "completeness"
    DEPTH = "depth"
    COMMUNICATION = "communication"
    TIME = "time"


WEIGHTS: Mapping[Dimension, int] = {
    Dimension.CORRECTNESS: 35,
    Dimension.COMPLETENESS: 25,
    Dimension.DEPTH: 15,
    Dimension.COMMUNICATION: 15,
    Dimension.TIME: 10,
}
"""Percent of the whole; of what is not known, the others take the share."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One graded question of a round; ``ticked`` is None where its points are not known."""

    topic: Topic
    level: Level | None
    grade: Grade
    depth: int
    points: int
    ticked: int | None
    took: timedelta
    answered: Answered = Answered.ALOUD
    clarity: Clarity | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100 in all and by dimension, and the areas at both ends.

    Areas, or topics where there was one area only, are named when they differ.
    """

    overall: int
    dimensions: Mapping[Dimension, int]
    strongest: str | None = None
    weakest: str | None = None

    @property
    def band(self) -> Band:
        """What the score means."""
        return band_of(self.overall)


def band_of(overall: int) -> Band:
    """Put a score from 0 to 100 into words."""
    return next(band for least, band in _BANDS if overall >= least)


def score(judged: Sequence[Judged]) -> Score | None:
    """Score what was graded; None when nothing was."""
    if not judged:
        return None
    found = {
        Dimension.CORRECTNESS: _mean(judged, _correctness),
        Dimension.COMPLETENESS: _mean(judged, _completeness),
        Dimension.DEPTH: _mean([each for each in judged if _is_deep(each)], _correctness),
        Dimension.COMMUNICATION: _mean(judged, _communication),
        Dimension.TIME: _mean(judged, _time),
    }
    known = {dimension: share for dimension, share in found.items() if share is not None}
    weight = sum(WEIGHTS[dimension] for dimension in known)
    overall = sum(WEIGHTS[dimension] * share for dimension, share in known.items()) / weight
    percents = {dimension: round(100 * share) for dimension, share in known.items()}
    return Score(round(100 * overall), percents, *_ends(judged))


def _correctness(each: Judged) -> float:
    return _WORTH[each.grade]


def _completeness(each: Judged) -> float | None:
    if not each.points or (each.ticked is None and each.answered is not Answered.PASSED):
        return None
    return (each.ticked or 0) / each.points


def _communication(each: Judged) -> float | None:
    return _CLEAR[each.clarity] if each.clarity else None


def _time(each: Judged) -> float | None:
    """All of it up to the suggested time, then less and less; who passes spends none."""
    if each.answered is Answered.PASSED:
        return None
    times = each.took / suggested_time(each.level)
    return min(1.0, max(0.0, (_TOO_LONG - times) / (_TOO_LONG - 1)))


def _is_deep(each: Judged) -> bool:
    return each.level is Level.SENIOR or each.depth > 0


def _weight(each: Judged) -> float:
    return _BY_LEVEL[each.level or Level.MIDDLE] * (_DEEPER if each.depth else 1)


def _mean(judged: Iterable[Judged], share: Callable[[Judged], float | None]) -> float | None:
    """Average what is known, harder questions counting more; None when nothing is."""
    known = [(value, _weight(each)) for each in judged if (value := share(each)) is not None]
    weight = sum(weight for _, weight in known)
    return sum(value * weight for value, weight in known) / weight if known else None


def _ends(judged: Sequence[Judged]) -> tuple[str | None, str | None]:
    """Name the strongest and the weakest area."""
    one_area = len({each.topic.area_id for each in judged}) == 1
    groups: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        groups[each.topic.name if one_area else each.topic.area].append(each)
    means = {name: _mean(group, _correctness) or 0.0 for name, group in groups.items()}
    best, worst = max(means, key=means.__getitem__), min(means, key=means.__getitem__)
    return (best, worst) if means[best] > means[worst] else (None, None)
