"""Which beginning stands under which: headings by their level, the rest by its indentation."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking
from bot.questions.document.beginnings import Label
from bot.questions.document.evidence import names_a_piece

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning

_BELOW_HEADINGS: Final = 10
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Outline:
    """For each beginning the index of the one it stands under, or -1; and the children of each.

    ``pieces`` are headings that divide an answer: nothing stands under them.
    """

    parents: tuple[int, ...]
    children: dict[int, list[int]]
    pieces: frozenset[int] = frozenset()


def outline(beginnings: Sequence[Beginning], breaks: AbstractSet[int]) -> Outline:
    """Find what stands under what; ``breaks`` are lines at which everything starts anew."""
    parents: list[int] = []
    children: dict[int, list[int]] = {-1: []}
    open_ones: list[tuple[int, int]] = []
    pieces = _pieces(beginnings)
    for index, beginning in enumerate(beginnings):
        if beginning.line in breaks:
            open_ones.clear()
        rank = _rank(beginning)
        piece = index in pieces
        while not piece and open_ones and open_ones[-1][0] >= rank:
            open_ones.pop()
        parent = open_ones[-1][1] if open_ones else -1
        parents.append(parent)
        children.setdefault(parent, []).append(index)
        if not (beginning.bare or piece):
            open_ones.append((rank, index))
    return Outline(tuple(parents), children, pieces)


def _pieces(beginnings: Sequence[Beginning]) -> frozenset[int]:
    named = {
        i
        for i, b in enumerate(beginnings)
        if b.level > 1 and (names_a_piece(b) or _is_announced(beginnings, i))
    }
    return frozenset(named | _inside_answers(beginnings))


def _is_announced(beginnings: Sequence[Beginning], i: int) -> bool:
    """Tell a heading right below a label that says that here is the answer."""
    above = next((b for b in reversed(beginnings[max(0, i - 3) : i]) if b.text or b.label), None)
    if above is None or above.label is not Label.ANSWER or above.text or above.level:
        return False
    return beginnings[i].asks is Asking.NO and not beginnings[i].number


def _inside_answers(beginnings: Sequence[Beginning]) -> set[int]:
    """Return headings of levels that only stand in the middle of a numbering of questions.

    A level is that of topics if a heading of it stands above the first question or right above
    another, or if the numbers begin anew below it.
    """
    numbered = [i for i, b in enumerate(beginnings) if _is_a_numbered_question(b)]
    if len(numbered) < _FEWEST:
        return set()
    of_topics = {b.level for b in beginnings[: numbered[0]]}
    for before, i in pairwise(numbered):
        follows = beginnings[i].number[0] == beginnings[before].number[0] + 1
        above = beginnings[i - 1 : i] if follows else beginnings[before + 1 : i]
        of_topics |= {b.level for b in above}
    return {
        i
        for i, b in enumerate(beginnings[: numbered[-1]])
        if b.level and b.level not in of_topics and b.level > min(of_topics)
    }


def _is_a_numbered_question(beginning: Beginning) -> bool:
    return (
        beginning.asks is Asking.MARKED
        and not beginning.level
        and len(beginning.number) == 1
        and beginning.column <= 1
    )


def _rank(beginning: Beginning) -> int:
    """Return the depth of a beginning; one column of indentation is a slip of the hand."""
    column = beginning.column if beginning.column > 1 else 0
    return beginning.level or _BELOW_HEADINGS + column
