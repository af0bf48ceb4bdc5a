"""The columns of a table of questions, and the question in one of its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.document import words
from bot.questions.document.excerpts import clean
from bot.questions.document.reading import Found

if TYPE_CHECKING:
    from collections.abc import Sequence

_BREAK = re.compile(r"<br[ ]*/?>", re.IGNORECASE)
_HTML = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a row its parts stand."""

    question: int
    answer: int | None = None
    topic: int | None = None
    level: int | None = None


def columns_of(head: Sequence[str]) -> Columns | None:
    """Recognise the head of a table by the names of its columns, in any order."""
    places: dict[str, int] = {}
    for place, name in enumerate(head):
        plain = " ".join(name.replace("*", " ").strip(" _`:#").casefold().split())
        for part, names in words.COLUMN_NAMES.items():
            if plain in names or (part == "number" and name.strip() == "#"):
                places.setdefault(part, place)
                break
    if "answer" in places and "front" in places:
        places.setdefault("question", places["front"])
    if "question" not in places:
        return None
    return Columns(
        places["question"], places.get("answer"), places.get("topic"), places.get("level")
    )


def found_in(cells: Sequence[str], columns: Columns, first: int, last: int) -> Found | None:
    """Read one row, whose first and last line count from 1; None without a question."""
    question = clean(_HTML.sub("", _cell(cells, columns.question))).strip("* ")
    if not any(c.isalpha() for c in question):
        return None
    answer = _BREAK.sub("\n", _cell(cells, columns.answer)).strip()
    answered = bool(answer) and answer.casefold().strip(" .-—_*") not in words.PLACEHOLDERS | {""}
    return Found(
        question=question,
        answer=answer if answered else None,
        topic=_cell(cells, columns.topic) or None,
        level=words.LEVEL_WORDS.get(_cell(cells, columns.level).casefold().strip("* ")),
        line=first,
        question_lines=((first, last),),
        answer_lines=((first, last),) if answered else (),
    )


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""
