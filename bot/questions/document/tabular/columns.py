"""The columns of a table of questions, and the questions in its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking, asking
from bot.questions.document.excerpts import clean
from bot.questions.document.reading import Found
from bot.questions.document.tabular.cells import cells_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.tabular.cells import Row

_BREAK = re.compile(r"<br[ ]*/?>", re.IGNORECASE)
_HTML = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_NUMBER = re.compile(r"^\d{1,4}[.)、．][ ]?(?=\D)")
_LONGEST_TITLE: Final = 40
_FEW: Final = 2
_WIDEST: Final = 50
_LONGEST_HEAD: Final = 1000


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a row its parts stand."""

    question: int
    answer: int | None = None
    topic: int | None = None
    level: int | None = None


def names_of(line: str, delimiter: str) -> tuple[str, ...]:
    """Return the names of the columns of a table of questions or tasks; () of anything else."""
    if not 0 < line.count(delimiter) <= _WIDEST or len(line) > _LONGEST_HEAD:
        return ()
    cells = cells_of(line, delimiter)
    columns = columns_of(cells) or columns_of_tasks(cells)
    labels = any(cell.rstrip().endswith((":", "：")) for cell in cells)
    return cells if columns and (columns.answer is not None or not labels) else ()


def columns_of(head: Sequence[str]) -> Columns | None:
    """Recognise the head of a table by the names of its columns, in any order."""
    places = _places(head)
    if "answer" in places and "front" in places:
        places.setdefault("question", places["front"])
    return _columns(places)


def columns_of_tasks(head: Sequence[str]) -> Columns | None:
    """Recognise the head of a table of tasks: what is to be solved, and how, or how hard it is."""
    places = _places(head)
    task = places.get("task", places.get("title") if "answer" in places else None)
    if task is None or not places.keys() & {"answer", "level"}:
        return None
    return _columns({"question": task, **places})


def asks_owners(head: Sequence[str]) -> bool:
    """Recognise the head of a list of questions that somebody at work is to find answers to."""
    places = _places(head)
    return places.keys() >= {"question", "owner"} and "answer" not in places


def _places(head: Sequence[str]) -> dict[str, int]:
    """Return where the columns stand whose names are known."""
    places: dict[str, int] = {}
    for place, name in enumerate(head):
        plain = " ".join(name.replace("*", " ").strip(" _`:#").casefold().split())
        for part, names in words.COLUMN_NAMES.items():
            if plain in names or (part == "number" and name.strip() == "#"):
                places.setdefault(part, place)
                break
    return places


def _columns(places: dict[str, int]) -> Columns | None:
    if "question" not in places:
        return None
    return Columns(
        places["question"], places.get("answer"), places.get("topic"), places.get("level")
    )


def read_rows(rows: Sequence[Row], columns: Columns) -> list[Found]:
    """Read the questions in the rows below a head, some of which name other rows, or columns."""
    found: list[Found] = []
    titles = _titles(rows, columns)
    place, topic = 0, ""
    for number, row in enumerate(rows):
        question = None if number in titles else _found_in(row, columns)
        again = columns_of(row.cells) if question and len(row.cells) > 1 else None
        if again and again.answer is not None:
            columns = again
        elif question:
            if place != columns.question and _cell(row.cells, place):
                topic = ""
            found.append(question._replace(topic=question.topic or topic or None))
        elif number in titles or not _cell(row.cells, columns.question):
            if found and (more := _cell(row.cells, columns.answer)):
                found[-1] = _with_more(found[-1], row, more)
            elif row.filled:
                place, topic = _title_of(row)
    return found


def _with_more(question: Found, row: Row, more: str) -> Found:
    """Add to an answer what stands in the next row, before which no question does."""
    answer = "\n".join(filter(None, (question.answer, _BREAK.sub("\n", more))))
    lines = (*question.answer_lines, (row.first, row.last))
    return question._replace(answer=answer, answer_lines=lines)


def _title_of(row: Row) -> tuple[int, str]:
    """Return where the title of a row stands and what it is: rather a name than a date."""
    filled = [(n, clean(cell)) for n, cell in enumerate(row.cells) if cell.strip()]
    names = [(n, cell) for n, cell in filled if not any(c.isdigit() for c in cell)]
    return (names or filled or [(0, "")])[0]


def _titles(rows: Sequence[Row], columns: Columns) -> frozenset[int]:
    """Return the rows of one cell that are titles of those below, where a table opens with one.

    A subject that nobody has explained yet looks alike, but comes first by chance only, and the
    next one may follow at once.
    """
    alone = {place for place, row in enumerate(rows) if _may_be_a_title(row, columns)}
    answered = sum(bool(_cell(row.cells, columns.answer)) for row in rows)
    follows = any(place + 1 in alone for place in alone) or len(rows) - 1 in alone
    habit = 0 in alone and _FEW <= len(alone) <= answered and not follows
    return frozenset(alone if habit else ())


def _may_be_a_title(row: Row, columns: Columns) -> bool:
    """Tell a short row of one cell, which does not ask, where its question would stand."""
    title = _cell(row.cells, columns.question)
    return row.filled == (title,) and len(title) <= _LONGEST_TITLE and asking(title) is Asking.NO


def _found_in(row: Row, columns: Columns) -> Found | None:
    """Read one row; None without a question."""
    cells, lines = row.cells, ((row.first, row.last),)
    question = clean(_HTML.sub("", _cell(cells, columns.question))).strip("* ")
    question = _NUMBER.sub("", question)
    if not any(c.isalpha() for c in question):
        return None
    answer = _BREAK.sub("\n", _cell(cells, columns.answer)).strip()
    answered = bool(answer) and answer.casefold().strip(" .-—_*") not in words.PLACEHOLDERS | {""}
    return Found(
        question=question,
        answer=answer if answered else None,
        topic=_cell(cells, columns.topic) or None,
        level=words.LEVEL_WORDS.get(_cell(cells, columns.level).casefold().strip("* ")),
        line=row.first,
        question_lines=lines,
        answer_lines=lines if answered else (),
    )


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""
