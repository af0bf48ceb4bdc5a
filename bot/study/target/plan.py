"""What to ask today, so that as much as possible is recalled on the day of the interview.

Every day is planned anew from what is known, so a missed day needs no repair. Each question is
shown in the first part of the preparation; all other places go to the questions that gain most.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from bot.study.target.outlook import Outlook
from bot.study.target.pacing import first_showings, quota
from bot.study.target.preparation import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.questions.model import QuestionId
    from bot.study.target.preparation import Preparation

WORTHWHILE = 2.0
"""The lowest level of prices: what adds less than that is not worth a learner's time."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What else is asked today, what gains most first, and what will never be shown.

    ``left_out`` names the questions for which there is no place until the date, those of lowest
    weight first. ``level`` is where the prices of places stand.
    """

    on: date
    standing: Standing
    today: tuple[QuestionId, ...] = ()
    left_out: tuple[QuestionId, ...] = ()
    level: float = WORTHWHILE


def plan(preparation: Preparation) -> Plan:
    """Choose what else to ask today, for one date."""
    on, standing, days = preparation.target.on, preparation.standing, preparation.days
    coming, left_out = first_showings(preparation)
    if standing is not Standing.AHEAD:
        return Plan(on, standing, left_out=left_out)
    outlook = Outlook(preparation)
    level = max(WORTHWHILE, outlook.balance())
    places = days[0].places if days[0].ahead == preparation.ahead else 0
    fresh = coming[: min(places, quota(preparation, len(coming)))]
    gains = outlook.gains(level)
    enough = outlook.price_today(level) if level == WORTHWHILE else 0.0
    settled = {*fresh, *left_out}
    others = [each for each, gain in gains.items() if gain > enough and each not in settled]
    others.sort(key=lambda each: -gains[each])
    chosen = [*fresh, *others[: places - len(fresh)]]
    chosen.sort(key=lambda each: -gains[each])
    return Plan(on, standing, tuple(chosen), left_out, level)


def together(plans: Iterable[Plan], places: int) -> tuple[QuestionId, ...]:
    """Share the places of today between several dates: what the nearest asks for goes first.

    Those of one day take turns.
    """
    nearest_first = sorted(plans, key=lambda planned: planned.on)
    asked: dict[QuestionId, None] = {}
    for _, of_one_day in groupby(nearest_first, key=lambda planned: planned.on):
        for turn in zip_longest(*(planned.today for planned in of_one_day)):
            asked |= dict.fromkeys(each for each in turn if each is not None)
    return tuple(asked)[: max(0, places)]
