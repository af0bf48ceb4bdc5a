"""A page as parts: text, and between it what an app can draw, tables and formulas."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.screens.markup.block import starts
from bot.screens.screen import Styled, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.screens.markup.block import Block
    from bot.screens.screen import Part

MOST_ROWS = 300
"""Telegram takes 500 blocks in a message, and each row and paragraph is one."""


def parts(blocks: Sequence[Block], whole: Styled, start: int, end: int) -> tuple[Part, ...]:
    """Take apart ``whole[start:end]``, where ``whole`` is all blocks under one another.

    Nothing where no block in it can be drawn, or too many rows. A block that a page breaks in
    two stays text.
    """
    if not any(block.drawn for block in blocks):
        return ()
    found = tuple(_pieces(blocks, whole, start, end))
    drawn = [part for part in found if not isinstance(part, Styled)]
    rows = sum(len(part.rows) for part in drawn if isinstance(part, Table))
    return found if drawn and rows <= MOST_ROWS else ()


def _pieces(blocks: Sequence[Block], whole: Styled, start: int, end: int) -> Iterator[Part]:
    table: Table | None = None
    at = start
    for block, begin in zip(blocks, starts(blocks), strict=True):
        if block.drawn is None or not _is_within(block, begin, start, end):
            continue
        text = _text(whole, at, begin)
        at = begin + len(block.text)
        if table and isinstance(block.drawn, Table) and not text and _goes_on(table, block.drawn):
            table = replace(table, rows=table.rows + block.drawn.rows)
            continue
        yield from filter(None, (table, text))
        table = block.drawn if isinstance(block.drawn, Table) else None
        if table is None:
            yield block.drawn
    yield from filter(None, (table, _text(whole, at, end)))


def _is_within(block: Block, begin: int, start: int, end: int) -> bool:
    """Tell whether a block is whole on a page, which has no white space around it."""
    text = block.text.text
    first = begin + len(text) - len(text.lstrip())
    return start <= first and begin + len(text.rstrip()) <= end


def _goes_on(table: Table, row: Table) -> bool:
    """Tell whether a row is one of the same table, and not of another with an equal header."""
    return table.header is row.header


def _text(whole: Styled, start: int, end: int) -> Styled | None:
    """Cut text out, without the blank lines around it; None where nothing else is."""
    text = whole.text[start:end]
    if not text.strip():
        return None
    before = len(text) - len(text.lstrip("\n"))
    return whole.cut(start + before, start + len(text.rstrip()))
