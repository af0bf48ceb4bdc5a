"""Rows of cells, as spreadsheets and Markdown part them: by tabs, commas, semicolons, bars."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BAR = re.compile(r"(?<!\\)\|")
_TALLEST: Final = 100
"""Lines that a quoted cell takes; where it is not closed by then, its sign is a sign of inches."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, and its first and last line, counted from 1."""

    cells: tuple[str, ...]
    first: int
    last: int

    @property
    def filled(self) -> tuple[str, ...]:
        """Return the cells in which something stands."""
        return tuple(cell.strip() for cell in self.cells if cell.strip())


def rows_of(lines: Sequence[str], start: int, delimiter: str) -> Iterator[Row]:
    """Cut lines into rows; a quoted cell may hold several lines, and what parts cells."""
    number = start
    while number < len(lines):
        end = _end_of_row(lines, number, delimiter)
        yield Row(cells_of("\n".join(lines[number:end]), delimiter), number + 1, end)
        number = end


def cells_of(row: str, delimiter: str) -> tuple[str, ...]:
    """Cut one row; signs of quotation around a whole cell are not part of it."""
    if '"' not in row:
        return tuple(row.split(delimiter))
    sign = re.escape(delimiter)
    cell = re.compile(rf'(?:"([^"]*(?:""[^"]*)*)"|([^{sign}]*))({sign}|\Z)')
    cells = []
    for match in cell.finditer(row):
        quoted, plain, goes_on = match.groups()
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        if not goes_on:
            break
    return tuple(cells)


def ruled_row(line: str, number: int) -> Row:
    """Cut a row of a Markdown table, which stands on one line."""
    inner = line.strip().removeprefix("|").removesuffix("|")
    cells = tuple(cell.replace("\\|", "|").strip() for cell in _BAR.split(inner))
    return Row(cells, number + 1, number + 1)


def _end_of_row(lines: Sequence[str], number: int, delimiter: str) -> int:
    """Return the line after a row: further below, if a cell that it quotes is closed there."""
    line = lines[number]
    if not ('"' in line and line.count('"') % 2 and f'{delimiter}"' in f"{delimiter}{line}"):
        return number + 1
    for end in range(number + 1, min(number + _TALLEST, len(lines))):
        below = lines[end].rstrip("\r")
        closed = below.endswith('"') or f'"{delimiter}' in below
        if closed and below.count('"') % 2:
            return end + 1
    return number + 1
