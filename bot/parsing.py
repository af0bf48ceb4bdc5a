"""``python -m bot parse``: what an import of documents would make, and what it would leave out."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bot.questions import document
from bot.questions.document import Problem, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD_INPUT = "-"
_WIDTH = 72


def read(file: str) -> Reading:
    """Read one file, or standard input for ``-``; what cannot be read is a problem like others."""
    try:
        data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    except OSError as error:
        return Reading(problems=(Problem(1, f"The file cannot be read: {error.strerror}."),))
    text = document.decode(data)
    if isinstance(text, Problem):
        return Reading(problems=(text,))
    return document.read(text, name=file)


def as_json(file: str, reading: Reading) -> str:
    """Write one line of JSON."""
    return json.dumps(document.as_json(reading, file), ensure_ascii=False)


def as_text(file: str, reading: Reading) -> Iterator[str]:
    """Write what a person wants to know: counts, questions with their lines, what is left out."""
    answered = sum(found.answer is not None for found in reading.questions)
    yield f"{file}: {len(reading.questions)} questions, {answered} answered"
    for found in reading.questions:
        mark = " " if found.answer else "?"
        yield f"{found.line:>6} {mark} {_shortened(found.question)}"
    left_out = Counter[str]()
    for other in reading.other:
        first, last = other.lines
        left_out[other.kind] += last - first + 1
    if left_out:
        kinds = ", ".join(f"{kind} {lines}" for kind, lines in left_out.most_common())
        yield f"Left out, in lines: {kinds}"
    for problem in reading.problems:
        yield f"{file}:{problem.line}: {problem.message}"


def _shortened(question: str) -> str:
    line = " ".join(question.split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"
