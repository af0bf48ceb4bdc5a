"""Back after a gap: what has waited, in small parts and without anything new."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from bot.study.target.forgetting import recall

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bot.questions.model import QuestionId
    from bot.study.memory import Memory

SPREADS = (3, 5, 7)
"""Over how many days a return can be spread."""


def spread(
    waiting: Mapping[QuestionId, Memory],
    days: Sequence[date],
    on: date | None = None,
) -> dict[date, tuple[QuestionId, ...]]:
    """Spread what has waited evenly over the days, the weakest for the day first.

    Weakest is what would be recalled least on ``on``, the day of an interview, or else on the
    first of the days: an order that is the same whatever the parameters. Days from ``on`` are left
    free while there are others. Done anew each day with what still waits and the days that are
    left, it takes up what a missed day left over.
    """
    if not days:
        return {}
    day = on or days[0]
    usable = [each for each in days if on is None or each < on] or [days[0]]
    weakest = sorted(
        waiting,
        key=lambda each: recall(
            waiting[each].stability, max(0, (day - waiting[each].last_day).days)
        ),
    )
    parts: dict[date, tuple[QuestionId, ...]] = dict.fromkeys(days, ())
    start = 0
    for past, each in enumerate(usable):
        size = ceil((len(weakest) - start) / (len(usable) - past))
        parts[each] = tuple(weakest[start : start + size])
        start += size
    return parts
