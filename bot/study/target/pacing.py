"""When every question is shown for the first time: early enough to be reviewed."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from bot.study.target.sittings import sittings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.questions.model import QuestionId
    from bot.study.target.preparation import Preparation

FIRST_PART = 0.6
"""Share of the days of a preparation within which every question is shown once."""


def first_showings(
    preparation: Preparation,
) -> tuple[tuple[QuestionId, ...], tuple[QuestionId, ...]]:
    """Split what was never seen into what has a place until the date, and what has none.

    The first by falling weight, the second, which is left out, by rising weight.
    """
    weights = preparation.target.weights
    unseen = [each for each in weights if each not in preparation.memories]
    unseen.sort(key=lambda each: -weights[each])
    places = sum(day.places for day in preparation.days)
    return tuple(unseen[:places]), tuple(reversed(unseen[places:]))


def quota(preparation: Preparation, unseen: int) -> int:
    """Tell how many more new questions to show today to keep the pace."""
    return _share(unseen, _left_of_first_part(preparation), preparation.done.new)


def seen_by(preparation: Preparation, unseen: int) -> date | None:
    """Tell on which day the last of the unseen is shown at the latest.

    None when there are none, or when there is no place for some.
    """
    shown = 0
    for day, number in _pace(preparation, unseen):
        shown += number
        if shown >= unseen > 0:
            return day
    return None


def showings(preparation: Preparation) -> dict[date, int]:
    """Tell how many questions are shown for the first time on each of the days with places."""
    coming, _ = first_showings(preparation)
    return dict(_pace(preparation, len(coming)))


def _pace(preparation: Preparation, unseen: int) -> Iterator[tuple[date, int]]:
    left = _left_of_first_part(preparation)
    for past, day in enumerate(preparation.days):
        new_today = preparation.done.new if day.ahead == preparation.ahead else 0
        number = min(day.places, _share(unseen, left - past, new_today))
        unseen -= number
        yield preparation.target.on - timedelta(days=day.ahead), number


def _share(unseen: int, days: int, new_today: int) -> int:
    return max(0, ceil((unseen + new_today) / max(1, days)) - new_today)


def _left_of_first_part(preparation: Preparation) -> int:
    target, days = preparation.target, preparation.days
    whole = sittings(preparation.capacity, target.since, target.on) or days
    mark = whole[ceil(len(whole) * FIRST_PART) - 1].ahead if whole else 0
    return sum(day.ahead >= mark for day in days)
