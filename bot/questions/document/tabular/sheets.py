"""Texts that are one table: CSV and TSV with a head, Anki's plain text, pairs parted by tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.reading import Other, Reading
from bot.questions.document.tabular.cells import Row, rows_of
from bot.questions.document.tabular.columns import Columns, columns_of, names_of, read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

_DELIMITERS: Final = ("\t", ",", ";", "|")
_ANKI_NAMES: Final = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " "}
_DIRECTIVE = re.compile(
    r"#(separator|html|tags|columns|notetype|deck|guid)( column)?:(.*)", re.IGNORECASE
)
_WIDEST: Final = 50
_FEWEST_ROWS: Final = 2


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
    """Read a table whose first line names its columns, in any order.

    Between lines with tabs, one without any is the text around a table rather than a row.
    """
    head = next((number for number, line in enumerate(lines) if line.strip()), None)
    if head is None or lines[head].lstrip()[:1] == "|":
        return None
    for delimiter in _DELIMITERS:
        columns = columns_of(names_of(lines[head], delimiter))
        if columns and columns.answer is not None:
            rows = _rows(lines, head + 1, delimiter)
            names = Other((head + 1, head + 1), "heading")
            whole = delimiter != "\t" or all(len(row.cells) > 1 for row in rows)
            return _reading(rows, columns, names) if rows and whole else None
    return None


def _pairs(lines: Sequence[str]) -> Reading | None:
    """Read a table without a head: every line holds a question, a tab and an answer."""
    filled = [line for line in lines if line.strip()]
    if len(filled) < _FEWEST_ROWS or any(line.count("\t") == 0 for line in filled):
        return None
    width = {line.count("\t") for line in filled}
    if len(width) != 1 or max(width) > _WIDEST or any(line[:1] in "\t " for line in filled):
        return None
    rows = _rows(lines, 0, "\t")
    named = sum(_is_named(row.cells[0]) for row in rows)
    return _reading(rows, Columns(0, 1)) if 2 * named > len(rows) else None


def _is_named(cell: str) -> bool:
    """Tell a question, or a term, from a number or a label with a tab behind it."""
    plain = cell.strip(" .:#*0123456789()").casefold()
    labels = words.QUESTION_LABELS | words.ANSWER_LABELS
    return any(c.isalpha() for c in plain) and plain not in labels


def _rows(lines: Sequence[str], start: int, delimiter: str) -> list[Row]:
    return [row for row in rows_of(lines, start, delimiter) if row.filled]


def _reading(rows: Sequence[Row], columns: Columns, *other: Other) -> Reading:
    questions = tuple(read_rows(rows, columns))
    runs = (run for one in questions for run in (*one.question_lines, *one.answer_lines))
    taken = {first for first, _ in runs}
    left = (Other((row.first, row.last), "heading") for row in rows if row.first not in taken)
    return Reading(questions, (*other, *left))
