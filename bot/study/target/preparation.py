"""A date to prepare for, the questions that may be asked on it, and where a learner stands."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.study.target.sittings import NOTHING, sittings
from bot.study.target.worth import USUAL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.questions.model import QuestionId
    from bot.study.memory import Memory
    from bot.study.target.sittings import Capacity, Done, Sitting
    from bot.study.target.worth import Assumptions


@dataclass(frozen=True, slots=True)
class Target:
    """One interview: its study day, the day preparation began, and weights of what is in scope.

    A weight is above zero: how much more a question matters than one of weight 1. The order of
    the weights is the order in which equals are shown.
    """

    on: date
    since: date
    weights: Mapping[QuestionId, float]

    def __post_init__(self) -> None:
        if any(weight <= 0 for weight in self.weights.values()):
            raise ValueError("A weight has to be above zero.")

    @property
    def mean_weight(self) -> float:
        """The weight that counts as one question."""
        return sum(self.weights.values()) / len(self.weights)

    def overlap(self, other: Target) -> float:
        """Tell which share of this scope is in that of another one, too."""
        both = self.weights.keys() & other.weights.keys()
        return len(both) / max(1, len(self.weights))


class Standing(enum.Enum):
    """Whether there is anything to plan, and if not, why."""

    AHEAD = enum.auto()
    NOTHING_IN_SCOPE = enum.auto()
    NO_PLACES = enum.auto()
    """No day before the date has room for one more question."""
    THE_DAY = enum.auto()
    PAST = enum.auto()


@dataclass(frozen=True, slots=True)
class Preparation:
    """All that a plan depends on: the target, what is known, and what fits into which day.

    ``done`` is what was asked today. Before each date of ``shares``, the nearest first, a nearer
    interview leads, and only that share of the places goes to what is in scope here.
    """

    target: Target
    memories: Mapping[QuestionId, Memory]
    capacity: Capacity
    today: date
    done: Done = NOTHING
    shares: tuple[tuple[date, float], ...] = ()
    assumptions: Assumptions = USUAL

    @property
    def ahead(self) -> int:
        """How many days the date lies ahead; 0 when it has come."""
        return max(0, (self.target.on - self.today).days)

    @property
    def days(self) -> tuple[Sitting, ...]:
        """The days from today to the eve of the date that still have places."""
        every = sittings(self.capacity, self.today, self.target.on, self.done)
        mine = (replace(day, places=int(day.places * self._share(day) + 0.5)) for day in every)
        return tuple(day for day in mine if day.places)

    def _share(self, sitting: Sitting) -> float:
        day = self.target.on - timedelta(days=sitting.ahead)
        return next((share for until, share in self.shares if day < until), 1.0)

    @property
    def standing(self) -> Standing:
        """Whether there is anything to plan."""
        if self.today > self.target.on:
            return Standing.PAST
        if self.today == self.target.on:
            return Standing.THE_DAY
        if not self.target.weights:
            return Standing.NOTHING_IN_SCOPE
        return Standing.AHEAD if self.days else Standing.NO_PLACES
