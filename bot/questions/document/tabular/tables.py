"""Tables of questions inside a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking, asking
from bot.questions.document.lines import Kind, Page
from bot.questions.document.promised.promising import titled_for_practice
from bot.questions.document.tabular.cells import Row, rows_of, ruled_row
from bot.questions.document.tabular.columns import (
    Columns,
    asks_owners,
    columns_of,
    columns_of_tasks,
    names_of,
    read_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.questions.document.reading import Found

_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?")
_RULES: Final = frozenset({Kind.WORDS, Kind.SEPARATOR})
_WIDEST: Final = 50
_FEWEST_ROWS: Final = 2
_MOSTLY: Final = 0.6


@dataclass(frozen=True, slots=True)
class _Table:
    """The names of the columns, if they have any, the rows, and the lines from 0 they stand on."""

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    first: int
    end: int
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Tabled:
    """The questions in the rows of a page's tables, and what the lines of those tables are."""

    rows: dict[int, Found]
    kinds: dict[int, Kind]

    def left_out(self, page: Page) -> Page:
        """Return the page with these tables marked, so that nobody reads them again."""
        if not self.kinds:
            return page
        kinds = (self.kinds.get(number, kind) for number, kind in enumerate(page.kinds))
        return replace(page, kinds=tuple(kinds))

    def put_among(self, found: list[Found]) -> list[Found]:
        """Return the questions of these tables among others, in the order of their lines."""
        return sorted([*found, *self.rows.values()], key=lambda question: question.line)


def tabled(page: Page) -> Tabled:
    """Read the tables of a page that have a column of questions; the others are left alone.

    An indented table is part of what stands above it.
    """
    rows: dict[int, Found] = {}
    kinds: dict[int, Kind] = {}
    for table in _tables(page):
        lines = range(table.first, table.end)
        if any("](#" in page.lines[row.first - 1] for row in table.rows):
            kinds |= dict.fromkeys(lines, Kind.CONTENTS)
        elif asks_owners(table.head):
            kinds |= dict.fromkeys(lines, Kind.TABLE)
        elif not table.indented and (found := _questions(page, table)):
            rows |= found
            kinds |= dict.fromkeys(lines, Kind.TABLE)
    return Tabled(rows, kinds)


def _tables(page: Page) -> Iterator[_Table]:
    """Yield the tables of a page, in whichever of the two ways each is written."""
    end = 0
    for number, line in enumerate(page.lines):
        if number < end:
            continue
        table = None
        if "|" in line and number > end and _RULE.fullmatch(line):
            table = _ruled(page, number)
        elif "\t" in line and line.lstrip()[:1] != "|" and not _is_ruled(page, number):
            table = _tabbed(page, number)
        if table:
            end = table.end
            yield table


def _ruled(page: Page, rule: int) -> _Table | None:
    """Return the table of which a line divides the head from the rows, as in Markdown."""
    if page.kinds[rule] not in _RULES or "|" not in page.lines[rule - 1]:
        return None
    end = rule + 1
    while end < len(page) and page.kinds[end] is Kind.WORDS and "|" in page.lines[end]:
        end += 1
    head = ruled_row(page.lines[rule - 1], rule - 1)
    rows = [ruled_row(page.lines[number], number) for number in range(rule + 1, end)]
    indented = page.lines[rule - 1][:1].isspace()
    return _Table(head.cells, tuple(rows), rule - 1, end, indented=indented) if rows else None


def _is_ruled(page: Page, head: int) -> bool:
    """Tell the head of a table in Markdown, which may hold tabs, too."""
    below = page.lines[head + 1] if head + 1 < len(page) else ""
    return "|" in below and _RULE.fullmatch(below) is not None


def _tabbed(page: Page, first: int) -> _Table | None:
    """Return the table that begins here, pasted from a spreadsheet: tabs part its cells.

    It ends at a blank line, unless one follows its head, or with its last line that has tabs or
    asks. Without names for its columns it is no table but by what stands in them.
    """
    if page.kinds[first] is not Kind.WORDS or "\t" not in page.lines[first].strip():
        return None
    names = names_of(page.lines[first], "\t")
    spaced = bool(names) and page.blank(first + 1)
    rows: list[Row] = []
    for row in rows_of(page.lines, first + bool(names), "\t"):
        if spaced and page.blank(row.first - 1):
            continue
        if not (len(row.cells) > 1 if spaced else _goes_on(page, row, headed=bool(names))):
            break
        rows.append(row)
    while rows and not _belongs(rows[-1]):
        rows.pop()
    return _Table(names, tuple(rows), first, rows[-1].last) if rows else None


def _goes_on(page: Page, row: Row, *, headed: bool) -> bool:
    """Tell a row from a blank line, a heading, a separator, or the head of another table."""
    line = page.lines[row.first - 1]
    if "\t" in line:
        return headed or not names_of(line, "\t")
    return page.kinds[row.first - 1] is Kind.WORDS and not line.startswith("#")


def _belongs(row: Row) -> bool:
    """Tell a row from what is said right below a table; its empty cells may have been cut off."""
    return len(row.cells) > 1 or asking(row.cells[0].strip()) is not Asking.NO


def _questions(page: Page, table: _Table) -> dict[int, Found]:
    """Read one table, if its head names a column of questions or most of a column asks."""
    if max(len(row.cells) for row in table.rows) > _WIDEST:
        return {}
    columns = columns_of(table.head)
    if columns is None or columns.answer is None:
        columns = _asking_column(table.rows, columns) or _tasks(page, table)
    if columns is None or not (table.head or _is_answered(table.rows, columns)):
        return {}
    return {found.line - 1: found for found in read_rows(table.rows, columns)}


def _tasks(page: Page, table: _Table) -> Columns | None:
    """Return the columns of tasks to solve, which lead to them, where a page is about such.

    Problems and their solutions are also what a manual is about, but those are told on the spot.
    """
    columns = columns_of_tasks(table.head)
    if columns is None or not titled_for_practice(page):
        return None
    linked = sum("](" in page.lines[row.first - 1] for row in table.rows)
    return columns if linked >= _MOSTLY * len(table.rows) else None


def _is_answered(rows: Sequence[Row], columns: Columns) -> bool:
    """Tell rows without a head that hold answers from numbers and the questions they count."""
    place = columns.answer
    if place is None:
        return False
    told = sum(any(c.isalpha() for c in "".join(row.cells[place : place + 1])) for row in rows)
    return 2 * told >= len(rows)


def _asking_column(rows: Sequence[Row], named: Columns | None) -> Columns | None:
    """Find the column in which most cells ask; unless it is named so, the next one answers."""
    width = min((len(row.cells) for row in rows), default=0)
    for place in range(width):
        asking_cells = sum(asking(row.cells[place]) is Asking.MARKED for row in rows)
        if len(rows) >= _FEWEST_ROWS and asking_cells >= _MOSTLY * len(rows):
            if named and named.question == place:
                return named
            return Columns(place, place + 1 if place + 1 < len(rows[0].cells) else None)
    return named if len(rows) >= _FEWEST_ROWS else None
