"""Which beginning stands under which: headings by their level, the rest by its indentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.questions.document.evidence import names_a_piece

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning

_BELOW_HEADINGS: Final = 10


@dataclass(frozen=True, slots=True)
class Outline:
    """For each beginning the index of the one it stands under, or -1; and the children of each."""

    parents: tuple[int, ...]
    children: dict[int, list[int]]


def outline(beginnings: Sequence[Beginning], breaks: AbstractSet[int]) -> Outline:
    """Find what stands under what; ``breaks`` are lines at which everything starts anew."""
    parents: list[int] = []
    children: dict[int, list[int]] = {-1: []}
    open_ones: list[tuple[int, int]] = []
    for index, beginning in enumerate(beginnings):
        if beginning.line in breaks:
            open_ones.clear()
        rank = _rank(beginning)
        piece = names_a_piece(beginning) and beginning.level > 1
        while not piece and open_ones and open_ones[-1][0] >= rank:
            open_ones.pop()
        parent = open_ones[-1][1] if open_ones else -1
        parents.append(parent)
        children.setdefault(parent, []).append(index)
        if not (beginning.bare or piece):
            open_ones.append((rank, index))
    return Outline(tuple(parents), children)


def _rank(beginning: Beginning) -> int:
    """Return the depth of a beginning; one column of indentation is a slip of the hand."""
    column = beginning.column if beginning.column > 1 else 0
    return beginning.level or _BELOW_HEADINGS + column
