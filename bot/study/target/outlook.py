"""All questions of a scope against all places until the date: what they are worth together."""

from __future__ import annotations

from collections import defaultdict
from math import inf
from typing import TYPE_CHECKING

from bot.study.target.prices import (
    block,
    first_guess,
    level_for,
    lowest,
    open_blocks,
    price,
    refined,
    step,
    worth_at,
)
from bot.study.target.worth import COARSE, fading

if TYPE_CHECKING:
    from bot.questions.model import QuestionId
    from bot.study.target.preparation import Preparation
    from bot.study.target.sittings import Sitting
    from bot.study.target.worth import Point, Table, Worth


class Outlook:
    """What can still be won for a date, given memories and the places of the days before it.

    The scope is not empty. Weights count as shares of their mean, so that values are numbers of
    questions.
    """

    def __init__(self, preparation: Preparation) -> None:
        days, weights = preparation.days, preparation.target.weights
        self._ahead = preparation.ahead
        self._questions = len(weights)
        self._places = [
            (block(day.ahead, self._ahead), day.places * _kept(preparation, day)) for day in days
        ]
        self._blocks = open_blocks(days, self._ahead)
        self._assumptions = preparation.assumptions
        self._unseen: dict[float, list[QuestionId]] = defaultdict(list)
        self._seen: dict[tuple[float, int], list[tuple[QuestionId, Point]]] = defaultdict(list)
        mean, today = preparation.target.mean_weight, min(preparation.today, preparation.target.on)
        for each, weight in weights.items():
            if memory := preparation.memories.get(each):
                since = _rounded((today - memory.last_day).days)
                self._seen[weight / mean, since].append((each, COARSE.between(memory)))
            else:
                self._unseen[weight / mean].append(each)
        self._crowds = {
            of: COARSE.crowd(point for _, point in known) for of, known in self._seen.items()
        }

    def balance(self) -> float:
        """Find the level of prices at which places just suffice."""
        return self._lowest()[0]

    def at_most(self) -> float:
        """Tell how many recalled no plan exceeds; more places never lower it."""
        return refined(self._bound, *self._lowest())

    def held(self) -> float:
        """Tell how many are recalled on the day if nothing more is asked."""
        unseen = sum(weight * len(questions) for weight, questions in self._unseen.items())
        known = 0.0
        for (weight, since), crowd in self._crowds.items():
            table = fading(self._ahead + since, self._assumptions.parameters, COARSE)
            known += weight * _read(table, crowd)
        return known + self._assumptions.unseen * unseen

    def gains(self, level: float) -> dict[QuestionId, float]:
        """Tell what asking each question today adds to the day, given what can be asked later.

        In questions; what was asked today already is left out.
        """
        gains: dict[QuestionId, float] = {}
        for weight, questions in self._unseen.items():
            gain = weight * self._worth(weight, level).gain_of_showing(self._ahead)
            gains |= dict.fromkeys(questions, gain)
        for (weight, since), known in self._seen.items():
            if since:
                table = self._worth(weight, level).gain(self._ahead, since)
                gains |= {each: weight * COARSE.read(table, point) for each, point in known}
        return gains

    def price_today(self, level: float) -> float:
        """Name the price of one of today's places, in questions; no place is infinitely dear."""
        open_today = any(ahead == self._ahead for ahead, _ in self._places)
        return price(level, self._ahead, self._ahead) if open_today else inf

    def _lowest(self) -> tuple[float, float]:
        places = sum(places for _, places in self._places)
        seen = sum(map(len, self._seen.values()))
        return lowest(self._bound, first_guess((places + 2 * seen) / self._questions))

    def _worth(self, weight: float, level: float) -> Worth:
        return worth_at(level_for(weight, level), self._blocks, self._ahead, self._assumptions)

    def _bound(self, level: float) -> float:
        """Add up what all places cost and what all questions are worth at such prices."""
        total = sum(places * price(level, ahead, self._ahead) for ahead, places in self._places)
        today = self.price_today(level)
        for weight, questions in self._unseen.items():
            worth = self._worth(weight, level)
            gain = max(0.0, worth.gain_of_showing(self._ahead) - today / weight)
            total += len(questions) * weight * (worth.unseen(self._ahead) + gain)
        for (weight, since), crowd in self._crowds.items():
            worth = self._worth(weight, level)
            table = worth.best(self._ahead, since, today / weight if since else inf)
            total += weight * _read(table, crowd)
        return total


def worth_of(preparation: Preparation, question_id: QuestionId, level: float) -> Worth:
    """Value memories of one question from today on."""
    target, ahead = preparation.target, preparation.ahead
    weighted = level_for(target.weights[question_id] / target.mean_weight, level)
    return worth_at(weighted, open_blocks(preparation.days, ahead), ahead, preparation.assumptions)


def _read(table: Table, crowd: Table) -> float:
    """Read a table at all points of a crowd, and add up."""
    return sum([value * share for value, share in zip(table, crowd, strict=True)])


def _kept(preparation: Preparation, day: Sitting) -> float:
    """Tell the chance that a day is kept: who is here today keeps today."""
    return 1.0 if day.ahead == preparation.ahead else preparation.capacity.attendance


def _rounded(days: int) -> int:
    """Round days since a review down; a clock that was set back counts as today."""
    return step(days) if days > 0 else 0
