"""Tables: drawn in columns where they fit on a phone, else told row by row."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from bot.screens.markup.block import Block
from bot.screens.markup.characters import width
from bot.screens.markup.inlines import inlines
from bot.screens.markup.runs import Look
from bot.screens.screen import Style, Styled, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from bot.screens.markup.tree import Node

WIDEST = 34
"""Columns of monospaced text that a phone shows without wrapping."""

MOST_COLUMNS = 20
"""Of a table in a rich message of Telegram."""

_EMPTY = "─"
_SEPARATOR = " │ "
_CROSSING = "─┼─"
_BOLD = Look(Style.BOLD)


def table(node: Node, indent: str) -> tuple[Block, ...]:
    """Make one block of a narrow table, and one of every row of a wide one, or one with links."""
    rows = [_cells(row) for part in node.children for row in part.children]
    whole = _read(rows, _alignments(node)) if len(rows[0]) <= MOST_COLUMNS else None
    drawing = _drawing(whole) if whole and not _has_links(whole) else None
    if drawing is not None:
        return (Block(Styled.of(drawing, Style.PRE), drawn=whole),) if drawing.strip() else ()
    told = [_told(rows[0], row, "\n" + indent) for row in rows[1:] or [[]]]
    drawn = [replace(whole, rows=(row,)) for row in whole.rows] if whole else []
    return tuple(
        Block(Styled(indent) + text, drawn=row)
        for text, row in zip_longest(told, drawn)
        if text.text
    )


def _cells(row: Node) -> list[Token]:
    return [cell.children[0].token for cell in row.children]


def _alignments(node: Node) -> tuple[str, ...]:
    header = node.children[0].children[0]
    styles = (str(cell.token.attrs.get("style", "")) for cell in header.children)
    return tuple(style.removeprefix("text-align:") or "left" for style in styles)


def _read(rows: Sequence[Sequence[Token]], alignments: tuple[str, ...]) -> Table:
    header, *others = (tuple(inlines(cell, newline=" ") for cell in row) for row in rows)
    return Table(header, tuple(others), alignments)


def _has_links(table: Table) -> bool:
    """Tell whether a cell links to something, which monospaced text cannot."""
    cells = (cell for row in (table.header, *table.rows) for cell in row)
    return any(span.style is Style.LINK for cell in cells for span in cell.spans)


def _drawing(table: Table) -> str | None:
    """Draw a table in columns; None when it is too wide."""
    texts = [[cell.text for cell in row] for row in (table.header, *table.rows)]
    widths = [max(map(width, column)) for column in zip(*texts, strict=True)]
    if sum(widths) + len(_SEPARATOR) * (len(widths) - 1) > WIDEST:
        return None
    padded = (map(_padded, row, widths, table.alignments) for row in texts)
    lines = [_SEPARATOR.join(row).rstrip() for row in padded]
    lines.insert(1, _CROSSING.join("─" * columns for columns in widths))
    return "\n".join(lines if any(texts[0]) else lines[2:])


def _padded(text: str, columns: int, alignment: str) -> str:
    space = columns - width(text)
    left = {"right": space, "center": space // 2}.get(alignment, 0)
    return " " * left + text + " " * (space - left)


def _told(header: Sequence[Token], row: Sequence[Token], newline: str) -> Styled:
    """Tell one row: ``Header: cell`` in lines, the first cell in bold; no row: the headers."""
    if not row:
        return Styled.join(newline, filter(len, (inlines(name, look=_BOLD) for name in header)))
    return Styled.join(newline, _lines(header, row))


def _lines(header: Sequence[Token], row: Sequence[Token]) -> Iterator[Styled]:
    for number, (name, cell) in enumerate(zip(header, row, strict=True)):
        title = inlines(name, newline=" ")
        text = inlines(cell, newline=" ", look=None if number else _BOLD)
        if title.text:
            yield title + ": " + (text if text.text else Styled(_EMPTY))
        elif text.text:
            yield text
