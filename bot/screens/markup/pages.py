"""Blocks on pages: none too long, nothing lost, breaks where a reader would put them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.screens.markup.block import joined, starts
from bot.screens.markup.characters import is_boundary
from bot.screens.markup.cutting import Cuts
from bot.screens.markup.parts import parts
from bot.screens.screen import MESSAGE_LIMIT, SPAN_LIMIT, Styled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.screens.markup.block import Block
    from bot.screens.screen import Part

    Cutter = Callable[[int, int], Iterator[int]]

SPANS = SPAN_LIMIT - 10
"""Spans on a page: some are left for what stands around it."""

_BLANK = re.compile(r"\s*")
_BLANK_LINES = re.compile(r"(?:[^\S\n]*\n)*")


@dataclass(frozen=True, slots=True)
class Page:
    """What one message holds of a text, and the same with its tables and formulas as such."""

    text: Styled
    parts: tuple[Part, ...] = ()
    """Empty where there is no table and no formula."""


def paginate(
    blocks: Sequence[Block], *, limit: int = MESSAGE_LIMIT, first_limit: int | None = None
) -> tuple[Styled, ...]:
    """Lay blocks out on pages, as ``lay_out`` does, and return their texts."""
    pages = lay_out(blocks, limit=limit, first_limit=first_limit)
    return tuple(page.text for page in pages)


def lay_out(
    blocks: Sequence[Block], *, limit: int = MESSAGE_LIMIT, first_limit: int | None = None
) -> tuple[Page, ...]:
    """Lay blocks out on pages of at most ``limit`` code points and ``SPANS`` spans.

    The first page has at most ``first_limit``. There always is a page, if only an empty one.
    Raises ValueError for a limit below 1.
    """
    first_limit = limit if first_limit is None else min(limit, first_limit)
    if first_limit < 1:
        raise ValueError(f"No page holds text with a limit of {first_limit}.")
    whole = joined(blocks)
    pieces = _kept_together(_Sheet(whole).pieces(blocks, limit, first_limit), limit, first_limit)
    pages = _balanced(pieces, limit, first_limit)
    return tuple(
        Page(whole.cut(page.start, page.end), parts(blocks, whole, page.start, page.end))
        for page in pages
    ) or (Page(Styled()),)


@dataclass(frozen=True, slots=True)
class _Piece:
    """``text[start:end]``, which stays in one piece; and how many spans lie before and within."""

    start: int
    end: int
    ended: int
    begun: int
    leads: bool = False

    @property
    def spans(self) -> int:
        """How many spans it has at least a part of."""
        return self.begun - self.ended

    def until(self, last: _Piece) -> _Piece:
        """Return all from here to the end of a later piece."""
        return replace(self, end=last.end, begun=last.begun, leads=last.leads)

    def fits(self, limit: int) -> bool:
        """Tell whether a page of ``limit`` code points holds it."""
        return self.end - self.start <= limit and self.spans <= SPANS


class _Sheet:
    """All blocks under one another."""

    def __init__(self, whole: Styled) -> None:
        self.text = whole.text
        self.cuts = Cuts(whole)
        self._starts = sorted(span.start for span in whole.spans)
        self._ends = sorted(span.end for span in whole.spans)

    def pieces(self, blocks: Sequence[Block], limit: int, first_limit: int) -> Iterator[_Piece]:
        """Cut the blocks that are too long for a page; the others are pieces as they are."""
        for number, (block, start) in enumerate(zip(blocks, starts(blocks), strict=True)):
            scissors = _Scissors(self, block, limit if number else first_limit)
            made = list(scissors.cut(start, start + len(block.text), scissors.steps))
            yield from made[:-1]
            yield from (replace(last, leads=block.leads) for last in made[-1:])

    def piece(self, start: int, end: int) -> _Piece:
        """Return a stretch of the text with its spans counted."""
        return _Piece(start, end, bisect_right(self._ends, start), bisect_left(self._starts, end))


class _Scissors:
    """Cuts one block, in the first of its ways that is fine enough."""

    def __init__(self, sheet: _Sheet, block: Block, limit: int) -> None:
        cuts = sheet.cuts
        prose = () if block.is_code else (cuts.sentences, cuts.words)
        self.steps: tuple[Cutter, ...] = (cuts.stanzas, cuts.lines, *prose, cuts.spaces)
        self._blank = _BLANK_LINES if block.is_code else _BLANK
        self._sheet = sheet
        self._limit = limit

    def cut(self, start: int, end: int, steps: Sequence[Cutter]) -> Iterator[_Piece]:
        """Yield a stretch in one piece, or its parts, without the white space around them."""
        start, end = self._trimmed(start, end)
        piece = self._sheet.piece(start, end)
        if start == end or piece.fits(self._limit):
            yield from [piece] if start < end else []
        elif not steps:
            yield from self._anywhere(start, end)
        else:
            for part in pairwise((start, *steps[0](start, end), end)):
                yield from self.cut(*part, steps[1:])

    def _anywhere(self, start: int, end: int) -> Iterator[_Piece]:
        """Yield parts as long as fit, but keep together what is read as one character."""
        while start < end:
            stop = self._furthest(start, min(end, start + self._limit))
            whole = (at for at in range(stop, start, -1) if is_boundary(self._sheet.text, at))
            at = next(whole, stop)
            yield from self.cut(start, at, ())
            start = at

    def _furthest(self, start: int, end: int) -> int:
        """Return the last offset up to which the spans are not too many."""
        ends = range(start + 1, end + 1)
        fit = bisect_right(ends, SPANS, key=lambda at: self._sheet.piece(start, at).spans)
        return start + max(1, fit)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Leave out white space; the indentation of a first line of code stays."""
        end = start + len(self._sheet.text[start:end].rstrip())
        blank = self._blank.match(self._sheet.text, start, end)
        return (blank.end() if blank else start), end


def _kept_together(pieces: Iterator[_Piece], limit: int, first_limit: int) -> list[_Piece]:
    """Join each piece that announces the next one with it, where a page holds both."""
    kept: list[_Piece] = []
    for piece in reversed(list(pieces)):
        both = piece.until(kept[-1]) if piece.leads and kept else None
        if both and both.fits(limit if piece.start else first_limit):
            kept[-1] = both
        else:
            kept.append(piece)
    return kept[::-1]


def _balanced(pieces: Sequence[_Piece], limit: int, first_limit: int) -> list[_Piece]:
    """Fill as few pages as can be, all about equally."""
    fewest = len(_filled(pieces, limit, first_limit))
    enough = bisect_left(
        range(1, limit),
        x=True,
        key=lambda size: len(_filled(pieces, size, first_limit)) <= fewest,
    )
    return _filled(pieces, enough + 1, first_limit)


def _filled(pieces: Sequence[_Piece], size: int, first_limit: int) -> list[_Piece]:
    """Fill pages in turn up to a size; a piece that is longer than that has its own."""
    pages: list[_Piece] = []
    for piece in pieces:
        both = pages[-1].until(piece) if pages else piece
        if pages and both.fits(min(size, first_limit) if len(pages) == 1 else size):
            pages[-1] = both
        else:
            pages.append(piece)
    return pages
