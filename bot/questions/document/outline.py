"""Which beginning stands under which: headings by their level, the rest by its indentation."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking
from bot.questions.document.beginnings import Label
from bot.questions.document.evidence import names_a_piece
from bot.questions.document.recurring import recurring_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning

_BELOW_HEADINGS: Final = 10
_FEWEST: Final = 3
_SEVERAL: Final = 4
_MOSTLY: Final = 0.7
_NEAR: Final = 4
"""Lines between a title and what stands right below it: fewer than the shortest code has."""

_TITLES: Final = frozenset({"summary", "dt"})


@dataclass(frozen=True, slots=True)
class Outline:
    """For each beginning the index of the one it stands under, or -1; and the children of each.

    ``pieces`` are headings that divide an answer: nothing stands under them. ``starts`` are those
    at which everything starts anew.
    """

    parents: tuple[int, ...]
    children: dict[int, list[int]]
    pieces: frozenset[int] = frozenset()
    starts: frozenset[int] = frozenset()


def outline(beginnings: Sequence[Beginning], breaks: AbstractSet[int]) -> Outline:
    """Find what stands under what; ``breaks`` are lines at which everything starts anew."""
    parents: list[int] = []
    children: dict[int, list[int]] = {-1: []}
    open_ones: list[tuple[int, int]] = []
    pieces = _pieces(beginnings)
    starts: list[int] = []
    outermost = 0
    for index, beginning in enumerate(beginnings):
        if beginning.level:
            outermost = 0
        if beginning.line in breaks:
            outermost = 0
            open_ones.clear()
            starts.append(index)
        rank = _rank(beginning)
        piece = index in pieces
        while not piece and open_ones and open_ones[-1][0] >= rank:
            open_ones.pop()
        parent = open_ones[-1][1] if open_ones else -1
        parents.append(parent)
        children.setdefault(parent, []).append(index)
        answers = beginning.label is Label.ANSWER
        if beginning.bare or piece or (answers and _is_further_out(rank, outermost)):
            continue
        open_ones.append((rank, index))
        if not (answers or beginning.level):
            outermost = min(rank, outermost or rank)
    return Outline(tuple(parents), children, pieces, frozenset(starts))


def _pieces(beginnings: Sequence[Beginning]) -> frozenset[int]:
    named = {
        i
        for i, b in enumerate(beginnings)
        if b.level > 1 and (names_a_piece(b) or _is_announced(beginnings, i))
    }
    return frozenset(named | recurring_pieces(beginnings) | _inside_answers(beginnings))


def _is_announced(beginnings: Sequence[Beginning], i: int) -> bool:
    """Tell a heading right below a label that says that here is the answer."""
    above = next((b for b in reversed(beginnings[max(0, i - 3) : i]) if b.text or b.label), None)
    if above is None or above.label is not Label.ANSWER or above.text or above.level:
        return False
    return beginnings[i].asks is Asking.NO and not beginnings[i].number


def _inside_answers(beginnings: Sequence[Beginning]) -> set[int]:
    """Return headings of levels that only stand between questions that are no headings.

    A level is that of topics if a heading of it stands above the first question or right above
    another, or if the numbers begin anew below it.
    """
    asked = _asked_without_headings(beginnings)
    headings = sum(b.level > 0 and b.asks is Asking.MARKED for b in beginnings)
    if len(asked) < max(_FEWEST, headings):
        return set()
    of_topics = {b.level for b in beginnings[: asked[0]]}
    for before, i in pairwise(asked):
        above = beginnings[i - 1 : i] if beginnings[i].line - beginnings[i - 1].line < _NEAR else []
        if _begins_anew(beginnings[before].number, beginnings[i].number):
            above = beginnings[before + 1 : i]
        of_topics |= {b.level for b in above}
    of_topics |= _numbered_levels_that_ask(beginnings)
    return {
        i
        for i, b in enumerate(beginnings[: asked[-1]])
        if b.level and b.level not in of_topics and b.level > min(of_topics)
    }


def _numbered_levels_that_ask(beginnings: Sequence[Beginning]) -> set[int]:
    """Return the levels whose headings count on to the last and mostly ask, if without a mark."""
    levels: dict[int, list[Beginning]] = defaultdict(list)
    for b in beginnings:
        if b.level:
            levels[b.level].append(b)
    return {
        level
        for level, headings in levels.items()
        if sum(b.asks is not Asking.NO for b in headings) >= max(_SEVERAL, _MOSTLY * len(headings))
        and all(b.number for b in headings)
        and not any(_begins_anew(one.number, other.number) for one, other in pairwise(headings))
    }


def _asked_without_headings(beginnings: Sequence[Beginning]) -> list[int]:
    """Return the questions that are no headings, and what looks like several of them."""
    asked = [i for i, b in enumerate(beginnings) if _is_asked_without_a_heading(b)]
    styles = Counter(beginnings[i].style for i in asked)
    alike = {s for s, n in styles.items() if n >= _FEWEST and (s.bold or s.mark in _TITLES)}
    if not alike:
        return asked
    return sorted({*asked, *(i for i, b in enumerate(beginnings) if b.style in alike)})


def _is_asked_without_a_heading(beginning: Beginning) -> bool:
    if beginning.asks is not Asking.MARKED or beginning.level:
        return False
    style = beginning.style
    marked = style.bold or style.mark in _TITLES or beginning.label is Label.QUESTION
    return (marked or len(beginning.number) == 1) and style.column <= 1


def _begins_anew(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Tell whether two questions are numbered, and the numbers do not rise."""
    return bool(before and number) and number[0] <= before[0]


def _rank(beginning: Beginning) -> int:
    """Return the depth of a beginning; one column of indentation is a slip of the hand."""
    column = beginning.column if beginning.column > 1 else 0
    return beginning.level or _BELOW_HEADINGS + column


def _is_further_out(answer: int, questions: int) -> bool:
    """Tell an answer that stands further out than all questions: the next one is not below it."""
    return _BELOW_HEADINGS <= answer < questions
