"""Beginnings that look alike, under one parent and in the whole document, and how much they ask."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.questions.document.evidence import is_an_aside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.evidence import Leaning
    from bot.questions.document.outline import Outline

_PRIOR: Final = 2


@dataclass(slots=True)
class Tally:
    """How many beginnings there are of a kind, and how much they ask."""

    members: int = 0
    asking: float = 0.0

    def add(self, members: int, asking: float) -> None:
        """Count more of them."""
        self.members += members
        self.asking += asking

    @property
    def rate(self) -> float:
        """Return the share that asks."""
        return self.asking / self.members if self.members else 0.0


class Likeness:
    """The groups of a document; unmarked lines look like everything and are in none."""

    def __init__(
        self, beginnings: Sequence[Beginning], outline: Outline, leans: Sequence[Leaning]
    ) -> None:
        self._keys: dict[int, tuple[int, Style]] = {}
        self._overall: dict[Style, Tally] = defaultdict(Tally)
        self._local: dict[tuple[int, Style], Tally] = defaultdict(Tally)
        self._groups: dict[tuple[int, Style], list[int]] = defaultdict(list)
        self._places: dict[int, int] = {}
        self._levels: dict[int, Tally] = defaultdict(Tally)
        for i, beginning in enumerate(beginnings):
            if not (beginning.bare or is_an_aside(beginning)):
                key = self._keys[i] = outline.parents[i], beginning.style
                group = self._groups[key]
                self._places[i] = len(group)
                group.append(i)
        for key, group in self._groups.items():
            asking = sum(max(leans[i], 0.0) for i in group)
            self._local[key].add(len(group), asking)
            self._overall[key[1]].add(len(group), asking)
            self._levels[beginnings[group[0]].level].add(len(group), asking)

    def group(self, i: int) -> Sequence[int]:
        """Return those under the same parent that look like this one, in order."""
        return self._groups[self._keys[i]] if i in self._keys else (i,)

    def place(self, i: int) -> int:
        """Return the place of a beginning in its group."""
        return self._places.get(i, 0)

    def rate(self, i: int) -> float:
        """Return how much its like asks: here, and to a lesser degree in the whole document."""
        if i not in self._keys:
            return 0.0
        here, all_of_them = self._local[self._keys[i]], self._overall[self._keys[i][1]]
        return (here.asking + _PRIOR * all_of_them.rate) / (here.members + _PRIOR)

    def local_rate(self, i: int) -> float:
        """Return how much its like asks under the same parent."""
        return self._local[self._keys[i]].rate if i in self._keys else 0.0

    def level_rate(self, level: int) -> float:
        """Return the share of the headings of a level that asks, whatever their numbers."""
        return self._levels[level].rate

    def asking(self, style: Style) -> float:
        """Return how many of a style ask in the whole document."""
        return self._overall[style].asking if style in self._overall else 0.0

    def style_rate(self, style: Style) -> float:
        """Return the share of a style that asks in the whole document."""
        return self._overall[style].rate if style in self._overall else 1.0
