"""Documents in as many habits as we know, each with the account of its lines in the margin.

A file in ``documents/`` is a document, with a margin on its left: what each line is. ``Q3`` stands
beside the words of the third question, ``A3`` beside its answer, anything else names a line that
belongs to no question. Under the double line are the questions as they are asked, with their topic
and level. To add a document, write it with an empty margin (``|`` before every line), run this
test, and read what it prints before you paste it.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.questions.document import read

if TYPE_CHECKING:
    from bot.questions.document import Found, Reading

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))
DOUBLE_LINE = "=" * 18


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_document_is_read_as_its_margin_says(path: Path) -> None:
    expected = path.read_text(encoding="utf-8")
    document = _without_margin(expected)

    assert _with_margin(document, read(document)) == expected


def test_there_are_documents_in_many_habits() -> None:
    assert len(DOCUMENTS) >= 25


def test_breaks_before_an_answer_are_no_part_of_it() -> None:
    [found] = read(
        "<li><strong>What is a loom?</strong><br/> <br>It weaves.<br>Slowly.</li>"
    ).questions

    assert found.answer == "It weaves.<br>Slowly."


def _without_margin(told: str) -> str:
    lines = told.partition(f"\n{DOUBLE_LINE}\n")[0].split("\n")
    return "\n".join(line.partition("|")[2] for line in lines)


def _with_margin(document: str, reading: Reading) -> str:
    lines = document.split("\n")
    margin: list[list[str]] = [[] for _ in lines]
    for number, found in enumerate(reading.questions, 1):
        for name, runs in (("Q", found.question_lines), ("A", found.answer_lines)):
            for line in chain.from_iterable(range(first - 1, last) for first, last in runs):
                margin[line].append(f"{name}{number}")
    for other in reading.other:
        for line in range(other.lines[0] - 1, other.lines[1]):
            margin[line].append(other.kind)
    told = [
        f"{' '.join(names) if line.strip() else '':18}|{line}"
        for names, line in zip(margin, lines, strict=True)
    ]
    asked = [f"Q{number} {_asked(found)}" for number, found in enumerate(reading.questions, 1)]
    return "\n".join([*told, DOUBLE_LINE, *asked]) + "\n"


def _asked(found: Found) -> str:
    words = found.question.replace("\n", "\\n")
    return " · ".join(filter(None, (words, found.topic, found.level)))
