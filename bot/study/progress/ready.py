"""How ready somebody is: for the date they prepare for, or for today."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.study.target import USUAL, Capacity, Preparation, Target, raising_most

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.questions.model import QuestionId
    from bot.study.memory import Memory
    from bot.study.target import Assumptions

A_MONTH: Final = timedelta(days=30)
"""How far one looks ahead for what helps most, where no date lies ahead."""


def as_of_today(
    weights: Mapping[QuestionId, float],
    memories: Mapping[QuestionId, Memory],
    today: date,
    assumptions: Assumptions = USUAL,
) -> Preparation:
    """Take today for the date of who has named none."""
    target = Target(today, today, weights)
    return Preparation(target, memories, Capacity(1), today, assumptions=assumptions)


def helping_most(preparation: Preparation, number: int = 3) -> list[tuple[QuestionId, float]]:
    """Name the questions that raise readiness most, and by how much when asked once today.

    Where no date lies ahead, it is by how much they raise what is recalled in a month.
    """
    if preparation.ahead:
        return raising_most(preparation, number)
    later = replace(preparation.target, on=preparation.today + A_MONTH)
    return raising_most(replace(preparation, target=later), number)
