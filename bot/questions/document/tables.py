"""Tables of questions inside a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking, asking
from bot.questions.document.columns import Columns, columns_of, found_in
from bot.questions.document.lines import Kind, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.questions.document.reading import Found

_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?")
_WIDEST: Final = 50
_FEWEST_ROWS: Final = 2
_MOSTLY: Final = 0.6


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
    for head, end in _tables(page):
        if any("](#" in page.lines[n] for n in range(head + 2, end)):
            kinds |= dict.fromkeys(range(head, end), Kind.CONTENTS)
        elif not page.lines[head][:1].isspace() and (found := _table_rows(page, head, end)):
            rows |= found
            kinds |= dict.fromkeys(range(head, end), Kind.TABLE)
    return Tabled(rows, kinds)


def _tables(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the first line of each table and the line after its last."""
    end = 0
    for number, line in enumerate(page.lines):
        if number <= end or "|" not in line or not _RULE.fullmatch(line):
            continue
        if page.kinds[number] in {Kind.WORDS, Kind.SEPARATOR} and "|" in page.lines[number - 1]:
            end = number + 1
            while end < len(page) and page.kinds[end] is Kind.WORDS and "|" in page.lines[end]:
                end += 1
            yield number - 1, end


def _table_rows(page: Page, head: int, end: int) -> dict[int, Found]:
    """Read one table, if its head names a column of questions or most of a column asks."""
    cells = {n: _split(page.lines[n]) for n in range(head, end) if n != head + 1}
    if len(cells[head]) > _WIDEST:
        return {}
    columns = columns_of(cells[head])
    if columns is None or columns.answer is None:
        columns = _asking_column([cells[n] for n in range(head + 2, end)], columns)
    if columns is None:
        return {}
    found = {n: found_in(cells[n], columns, n + 1, n + 1) for n in range(head + 2, end)}
    return {n: question for n, question in found.items() if question}


def _split(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.replace("\\|", "|").strip() for cell in _CELL.split(inner)]


def _asking_column(rows: Sequence[Sequence[str]], named: Columns | None) -> Columns | None:
    """Find the column in which most cells ask; unless it is named so, the next one answers."""
    for place in range(min((len(row) for row in rows), default=0)):
        asking_cells = sum(asking(row[place]) is Asking.MARKED for row in rows)
        if len(rows) >= _FEWEST_ROWS and asking_cells >= _MOSTLY * len(rows):
            if named and named.question == place:
                return named
            return Columns(place, place + 1 if place + 1 < len(rows[0]) else None)
    return named if len(rows) >= _FEWEST_ROWS else None
