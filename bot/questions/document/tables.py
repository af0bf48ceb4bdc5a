"""Tables of questions: whole files of them, and those inside a page of Markdown."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking, asking
from bot.questions.document.lines import Kind, Page
from bot.questions.document.reading import Found, Other, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DELIMITERS: Final = ("\t", ",", ";", "|")
_ANKI_NAMES: Final = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " "}
_DIRECTIVE = re.compile(r"#(separator|html|tags|columns|notetype|deck|guid)( column)?:(.*)", re.IGNORECASE)
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?")
_BREAK = re.compile(r"<br[ ]*/?>", re.IGNORECASE)
_HTML = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_WIDEST: Final = 50
_FEWEST_ROWS: Final = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a row its parts stand."""

    question: int
    answer: int | None = None
    topic: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one row, and its first and last line, counted from 1."""

    cells: tuple[str, ...]
    first: int
    last: int


def read_table(text: str) -> Reading | None:
    """Read a text that is one table: CSV or TSV with a head, or Anki's plain text; else None."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    directives = _directives(lines)
    if directives:
        delimiter = _anki_delimiter(lines[: len(directives)])
        rows = _rows(lines, len(directives), delimiter)
        notes = [Other((1, len(directives)), "front matter")]
        return _reading(rows, Columns(0, 1), notes) if rows else None
    head = next((n for n, line in enumerate(lines) if line.strip()), None)
    if head is None:
        return None
    for delimiter in _DELIMITERS:
        columns = _columns(_cells(lines[head], delimiter))
        if columns and columns.answer is not None:
            rows = _rows(lines, head + 1, delimiter)
            if len(rows) >= 1 and lines[head].lstrip()[:1] != "|":
                return _reading(rows, columns, [Other((head + 1, head + 1), "heading")])
    return _pairs(lines)


def _directives(lines: Sequence[str]) -> list[str]:
    """Return the lines with which an Anki export begins."""
    found = []
    for line in lines:
        if not _DIRECTIVE.fullmatch(line.strip()):
            break
        found.append(line)
    return found


def _anki_delimiter(directives: Sequence[str]) -> str:
    for line in directives:
        match = _DIRECTIVE.fullmatch(line.strip())
        if match and match[1].casefold() == "separator":
            return _ANKI_NAMES.get(match[3].strip().casefold(), match[3].strip()[:1] or "\t")
    return "\t"


def _pairs(lines: Sequence[str]) -> Reading | None:
    """Read a table without a head: every line holds a question, a tab and an answer."""
    filled = [line for line in lines if line.strip()]
    if len(filled) < _FEWEST_ROWS or any(line.count("\t") == 0 for line in filled):
        return None
    width = {line.count("\t") for line in filled}
    if len(width) != 1 or max(width) > _WIDEST or any(line[:1] in "\t " for line in filled):
        return None
    return _reading(_rows(lines, 0, "\t"), Columns(0, 1), [])


def _cells(line: str, delimiter: str) -> list[str]:
    if line.count(delimiter) == 0 or line.count(delimiter) > _WIDEST:
        return []
    return next(csv.reader([line], delimiter=delimiter), [])


def _columns(head: Sequence[str]) -> Columns | None:
    """Recognise the head of a table by the names of its columns, in any order."""
    places: dict[str, int] = {}
    for place, name in enumerate(head):
        plain = " ".join(name.replace("*", " ").strip(" _`:#").casefold().split())
        for part, names in words.COLUMN_NAMES.items():
            if plain in names or (part == "number" and name.strip() == "#"):
                places.setdefault(part, place)
                break
    if "question" not in places:
        return None
    return Columns(
        places["question"], places.get("answer"), places.get("topic"), places.get("level")
    )


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


def _reading(rows: Sequence[_Row], columns: Columns, other: list[Other]) -> Reading:
    questions = []
    for row in rows:
        found = _found(row.cells, columns, row.first, row.last)
        if found:
            questions.append(found)
        else:
            other.append(Other((row.first, row.last), "prose"))
    return Reading(tuple(questions), tuple(other))


def _found(cells: Sequence[str], columns: Columns, first: int, last: int) -> Found | None:
    question = _HTML.sub("", _cell(cells, columns.question)).strip("* ")
    if not any(c.isalpha() for c in question):
        return None
    answer = _BREAK.sub("\n", _cell(cells, columns.answer)).strip()
    answered = bool(answer) and answer.casefold().strip(" .-—_*") not in words.PLACEHOLDERS | {""}
    return Found(
        question=" ".join(question.split()),
        answer=answer if answered else None,
        topic=_cell(cells, columns.topic) or None,
        level=words.LEVEL_WORDS.get(_cell(cells, columns.level).casefold().strip("* ")),
        line=first,
        question_lines=((first, last),),
        answer_lines=((first, last),) if answered else (),
    )


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


@dataclass(frozen=True, slots=True)
class Tabled:
    """The questions in the rows of a page's tables, and the lines of those tables."""

    rows: dict[int, Found]
    lines: frozenset[int]

    def left_out(self, page: Page) -> Page:
        """Return the page with these tables marked, so that nobody reads them again."""
        if not self.lines:
            return page
        kinds = [Kind.TABLE if n in self.lines else kind for n, kind in enumerate(page.kinds)]
        return replace(page, kinds=tuple(kinds))

    def put_among(self, found: list[Found]) -> list[Found]:
        """Return the questions of these tables among others, in the order of their lines."""
        return sorted([*found, *self.rows.values()], key=lambda question: question.line)


def tabled(page: Page) -> Tabled:
    """Read the tables of a page that have a column of questions; the others are left alone."""
    rows: dict[int, Found] = {}
    lines: set[int] = set()
    for head, end in _tables(page):
        found = _table_rows(page, head, end)
        if found:
            rows |= found
            lines |= {n for n in range(head, end) if page.kinds[n] is not Kind.BLANK}
    return Tabled(rows, frozenset(lines))


def _tables(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the first line of each table and the line after its last."""
    number = 1
    while number < len(page):
        line = page.lines[number]
        ruled = "|" in line and "-" in line and page.kinds[number] in {Kind.WORDS, Kind.SEPARATOR}
        if ruled and _RULE.fullmatch(line) and "|" in page.lines[number - 1]:
            end = number + 1
            while end < len(page) and page.kinds[end] is Kind.WORDS and "|" in page.lines[end]:
                end += 1
            yield number - 1, end
            number = end
        number += 1


def _table_rows(page: Page, head: int, end: int) -> dict[int, Found]:
    """Read one table, if its head names a column of questions or most of a column asks."""
    cells = {n: _split(page.lines[n]) for n in range(head, end) if n != head + 1}
    if len(cells[head]) > _WIDEST or any("](#" in page.lines[n] for n in range(head + 2, end)):
        return {}
    columns = _columns(cells[head]) or _asking_column([cells[n] for n in range(head + 2, end)])
    if columns is None:
        return {}
    found = {n: _found(cells[n], columns, n + 1, n + 1) for n in range(head + 2, end)}
    return {n: question for n, question in found.items() if question}


def _split(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.replace("\\|", "|").strip() for cell in _CELL.split(inner)]


def _asking_column(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Find the column in which most cells ask, and the next one as its answers."""
    for place in range(min((len(row) for row in rows), default=0)):
        asking_cells = sum(asking(row[place]) is Asking.MARKED for row in rows)
        if len(rows) >= _FEWEST_ROWS and asking_cells >= 0.6 * len(rows):
            wide = place + 1 < len(rows[0])
            return Columns(place, place + 1 if wide else None)
    return None
