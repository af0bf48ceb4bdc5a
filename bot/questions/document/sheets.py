"""Texts that are one table: CSV and TSV with a head, Anki's plain text, pairs parted by tabs."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.questions.document.columns import Columns, columns_of, found_in
from bot.questions.document.reading import Other, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

_DELIMITERS: Final = ("\t", ",", ";", "|")
_ANKI_NAMES: Final = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " "}
_DIRECTIVE = re.compile(
    r"#(separator|html|tags|columns|notetype|deck|guid)( column)?:(.*)", re.IGNORECASE
)
_WIDEST: Final = 50
_LONGEST_HEAD: Final = 1000
_FEWEST_ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one row, and its first and last line, counted from 1."""

    cells: tuple[str, ...]
    first: int
    last: int


def read_sheet(text: str) -> Reading | None:
    """Read a text that is one table; None if it is not."""
    lines = text.removeprefix("\ufeff").replace("\r", "").split("\n")
    return _anki(lines) or _headed(lines) or _pairs(lines)


def _anki(lines: Sequence[str]) -> Reading | None:
    """Read an export of Anki, which begins with lines that say how it is written."""
    directives = []
    for line in lines:
        match = _DIRECTIVE.fullmatch(line.strip())
        if not match:
            break
        directives.append(match)
    rows = _rows(lines, len(directives), _anki_delimiter(directives)) if directives else []
    notes = Other((1, len(directives)), "front matter")
    return _reading(rows, Columns(0, 1), notes) if rows else None


def _anki_delimiter(directives: Sequence[re.Match[str]]) -> str:
    for match in directives:
        if match[1].casefold() == "separator":
            return _ANKI_NAMES.get(match[3].strip().casefold(), match[3].strip()[:1] or "\t")
    return "\t"


def _headed(lines: Sequence[str]) -> Reading | None:
    """Read a table whose first line names its columns, in any order."""
    head = next((number for number, line in enumerate(lines) if line.strip()), None)
    if head is None or lines[head].lstrip()[:1] == "|":
        return None
    for delimiter in _DELIMITERS:
        columns = columns_of(_cells(lines[head], delimiter))
        if columns and columns.answer is not None:
            rows = _rows(lines, head + 1, delimiter)
            names = Other((head + 1, head + 1), "heading")
            return _reading(rows, columns, names) if rows else None
    return None


def _pairs(lines: Sequence[str]) -> Reading | None:
    """Read a table without a head: every line holds a question, a tab and an answer."""
    filled = [line for line in lines if line.strip()]
    if len(filled) < _FEWEST_ROWS or any(line.count("\t") == 0 for line in filled):
        return None
    width = {line.count("\t") for line in filled}
    if len(width) != 1 or max(width) > _WIDEST or any(line[:1] in "\t " for line in filled):
        return None
    return _reading(_rows(lines, 0, "\t"), Columns(0, 1))


def _cells(line: str, delimiter: str) -> list[str]:
    if not 0 < line.count(delimiter) <= _WIDEST or len(line) > _LONGEST_HEAD:
        return []
    return next(csv.reader([line], delimiter=delimiter), [])


def _rows(lines: Sequence[str], start: int, delimiter: str) -> list[_Row]:
    """Cut lines into rows; a quoted cell may hold several lines."""
    reader = csv.reader(lines[start:], delimiter=delimiter, strict=False)
    rows = []
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(_Row(tuple(cells), start + before + 1, start + reader.line_num))
            before = reader.line_num
    except csv.Error:
        return []
    return rows


def _reading(rows: Sequence[_Row], columns: Columns, *other: Other) -> Reading:
    questions, left = [], list(other)
    for row in rows:
        found = found_in(row.cells, columns, row.first, row.last)
        if found:
            questions.append(found)
        else:
            left.append(Other((row.first, row.last), "prose"))
    return Reading(tuple(questions), tuple(left))
