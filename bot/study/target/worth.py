"""What a memory is worth for a day, when every review until then has its price.

Choosing who is asked on which day is a restless bandit: one question more today is one question
less. Put a price on each place of each day and the questions come apart: each is reviewed
exactly when that adds more to its recall on the day than it costs, which a small dynamic program
finds for every state of memory at once. At the prices at which demand meets the places there are,
the order by gain is close to the best plan, and no plan beats the sum of what all memories are
worth and what all places cost. The method is Lagrangian relaxation: "Relaxations of weakly
coupled stochastic dynamic programs", Operations Research 56 (2008).

Days are counted backwards: ``ahead`` is how many days before the date a day lies. States of memory
are points of a grid, and a table of values is a flat tuple over it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import exp, log
from typing import TYPE_CHECKING

from bot.study.memory import DEFAULTS, Grade, Parameters
from bot.study.target import forgetting
from bot.study.target.forgetting import Strength

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.study.memory import Memory

Table = tuple[float, ...]
"""Expected recall on the day, less the prices still to be paid, for every point of the grid."""

Point = tuple[int, float, float]
"""Where a state lies: a place in a table, and how far beyond it in stability, in difficulty."""

_Review = tuple[float, float, int, float, float, float, float, int]
"""What a review makes of a point: shares of two points if it is recalled, of four if not."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What a plan believes: how people forget, and what a question is that they never saw.

    ``unseen`` is the chance of recalling such a one; ``first`` how first answers are graded.
    """

    unseen: float = 0.4
    first: tuple[tuple[Grade, float], ...] = (
        (Grade.AGAIN, 0.4),
        (Grade.HARD, 0.2),
        (Grade.GOOD, 0.4),
    )
    parameters: Parameters = DEFAULTS


USUAL = Assumptions()


@dataclass(frozen=True)
class Grid:
    """States of memory that values are computed for; between them values are interpolated.

    Days between two reviews are told apart up to ``exact_days``, and rounded by about 6 % beyond.
    """

    stabilities: int = 12
    difficulties: tuple[float, ...] = (1.0, 4.0, 7.0, 10.0)
    weakest: float = 0.1
    firmest: float = 400.0
    exact_days: int = 16

    @cached_property
    def step(self) -> float:
        """Distance of two stabilities, as the logarithm of their ratio."""
        return log(self.firmest / self.weakest) / (self.stabilities - 1)

    def points(self) -> Iterator[Strength]:
        """List the states in the order of a table."""
        for difficulty in self.difficulties:
            for place in range(self.stabilities):
                yield Strength(self.weakest * exp(place * self.step), difficulty)

    def between(self, known: Strength | Memory) -> Point:
        """Find where a state lies."""
        place = min(max(log(known.stability / self.weakest) / self.step, 0.0), self._last)
        row = min(bisect_right(self.difficulties, known.difficulty), len(self.difficulties) - 1)
        low, high = self.difficulties[row - 1], self.difficulties[row]
        column = int(place)
        at = (row - 1) * self.stabilities + column
        return at, place - column, (known.difficulty - low) / (high - low)

    def about(self, days: int) -> int:
        """Round the days between two reviews."""
        unit = days // 8 if days > self.exact_days else 1
        return round(days / unit) * unit

    @cached_property
    def _last(self) -> float:
        return self.stabilities - 1 - 1e-9

    def read(self, table: Table, point: Point) -> float:
        """Read a table between its places."""
        at, on, up = point
        over = at + self.stabilities
        lower = table[at] + on * (table[at + 1] - table[at])
        return lower + up * (table[over] + on * (table[over + 1] - table[over]) - lower)

    def crowd(self, points: Iterable[Point]) -> Table:
        """Share many points out among the places they lie between.

        Reading any table at all of them adds up to the product of the table with this one.
        """
        shares = [0.0] * (self.stabilities * len(self.difficulties))
        for at, on, up in points:
            over, higher = at + self.stabilities, on * up
            shares[at] += 1 - on - up + higher
            shares[at + 1] += on - higher
            shares[over] += up - higher
            shares[over + 1] += higher
        return tuple(shares)


COARSE = Grid()


class Worth:
    """Values of memories for one date, at one price for each day on which one can be asked.

    ``prices`` maps days before the date to the price of a place, in questions recalled.
    """

    def __init__(
        self, prices: Mapping[int, float], assumptions: Assumptions, grid: Grid = COARSE
    ) -> None:
        self.grid = grid
        self._assumptions = assumptions
        self._prices = sorted(prices.items())
        self._tables: dict[tuple[str, int, int], Table] = {}
        self._showing: dict[int, float] = {}
        self._unseen: dict[int, float] = {}

    def waiting(self, ahead: int, since: int) -> Table:
        """Value what was last reviewed ``since`` days before, and is not asked on this day."""
        key = ("waiting", ahead, since)
        if key not in self._tables:
            w = self._assumptions.parameters
            best = fading(ahead + since, w, self.grid)
            for later, price in self._later(ahead):
                asked = self._asked(since + ahead - later, later, price)
                best = tuple([x if x > y else y for x, y in zip(best, asked, strict=True)])  # noqa: FURB136 - max() takes three times as long
            self._tables[key] = best
        return self._tables[key]

    def gain(self, ahead: int, since: int) -> Table:
        """Tell what asking it on this day adds to its value, unpaid."""
        key = ("gain", ahead, since)
        if key not in self._tables:
            asked, left = self._asked(since, ahead, 0.0), self.waiting(ahead, since)
            self._tables[key] = tuple([x - y for x, y in zip(asked, left, strict=True)])
        return self._tables[key]

    def best(self, ahead: int, since: int, price: float) -> Table:
        """Value it where it may be asked on this day, at a price."""
        left, gain = self.waiting(ahead, since), self.gain(ahead, since)
        return tuple([x + max(0.0, y - price) for x, y in zip(left, gain, strict=True)])

    def showing(self, ahead: int) -> float:
        """Value a question that is shown for the first time on this day, unpaid."""
        if ahead not in self._showing:
            w, table = self._assumptions.parameters, self.waiting(ahead, 0)
            self._showing[ahead] = sum(
                share * self.grid.read(table, self.grid.between(forgetting.first(grade, w)))
                for grade, share in self._assumptions.first
            )
        return self._showing[ahead]

    def unseen(self, ahead: int) -> float:
        """Value a question that nobody has shown, and that is not shown on this day."""
        if ahead not in self._unseen:
            shown = [self.showing(later) - price for later, price in self._later(ahead)]
            self._unseen[ahead] = max([self._assumptions.unseen, *shown])
        return self._unseen[ahead]

    def gain_of_showing(self, ahead: int) -> float:
        """Tell what a first showing on this day adds, unpaid."""
        return self.showing(ahead) - self.unseen(ahead)

    def next_review(self, known: Strength, ahead: int) -> int | None:
        """Tell for a question reviewed on this day when a review is worth most: days ahead.

        None when no review is worth its price.
        """
        point = self.grid.between(known)
        rest = self.grid.read(fading(ahead, self._assumptions.parameters, self.grid), point)
        worth: list[tuple[float, int | None]] = [
            (self.grid.read(self._asked(ahead - later, later, price), point), later)
            for later, price in self._later(ahead)
        ]
        return max([(rest, None), *worth], key=lambda value: value[0])[1]

    def _later(self, ahead: int) -> list[tuple[int, float]]:
        return [(day, price) for day, price in self._prices if day < ahead]

    def _asked(self, since: int, ahead: int, price: float) -> Table:
        after, up = self.waiting(ahead, 0), self.grid.stabilities
        reviews = _reviews(self.grid.about(since), self._assumptions.parameters, self.grid)
        return tuple(
            [
                a * after[i]
                + b * after[i + 1]
                + c * after[j]
                + d * after[j + 1]
                + e * after[j + up]
                + f * after[j + up + 1]
                - price
                for a, b, i, c, d, e, f, j in reviews
            ]
        )


@lru_cache(maxsize=256)
def fading(days: int, w: Parameters, grid: Grid) -> Table:
    """Predict recall so many days after the last review, with none to come."""
    return tuple(forgetting.recall(point.stability, days, w) for point in grid.points())


@lru_cache(maxsize=256)
def _reviews(since: int, w: Parameters, grid: Grid) -> tuple[_Review, ...]:
    return tuple(_review(point, since, w, grid) for point in grid.points())


def _review(known: Strength, since: int, w: Parameters, grid: Grid) -> _Review:
    """Follow a point through a review: recalled means Good, which leaves the difficulty."""
    chance = forgetting.recall(known.stability, since, w)
    good, again = (forgetting.after(known, chance, grade, w) for grade in (Grade.GOOD, Grade.AGAIN))
    i, on, up = grid.between(Strength(good.stability, known.difficulty))
    j, on_failed, up_failed = grid.between(again)
    failed = 1 - chance
    low, high = failed * (1 - up_failed), failed * up_failed
    return (
        chance * (1 - on),
        chance * on,
        i + round(up) * grid.stabilities,
        low * (1 - on_failed),
        low * on_failed,
        high * (1 - on_failed),
        high * on_failed,
        j,
    )
