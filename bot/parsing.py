"""``python -m bot parse``: what an import of documents would make, and what it would leave out."""

from __future__ import annotations

import json
import shutil
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size

from bot.questions import document
from bot.questions.document import Problem, Reading
from bot.workers import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.questions.document import Found, Other, Way

STANDARD_INPUT: Final = "-"
_MARGIN: Final = 22
"""Columns in front of a question: its line, its level, the words of its answer."""

_LEAST: Final = 30
_PLACES: Final = 3


def read_all(files: Sequence[str], way: Way | None = None) -> Iterator[tuple[str, Reading]]:
    """Read files, or standard input for ``-``, with a bar for those who watch a terminal.

    The bar is away whenever a reading is given, and at the end.
    """
    if not sys.stderr.isatty():
        yield from ((file, read(file, way)) for file in files)
        return
    from rich.console import Console  # noqa: PLC0415 - nobody else needs to wait for it
    from rich.markup import escape  # noqa: PLC0415 - the same
    from rich.progress import Progress  # noqa: PLC0415 - the same

    for number, file in enumerate(files):
        bar = Progress(console=Console(stderr=True), transient=True, redirect_stdout=False)
        total = len(files) if len(files) > 1 else None  # one file: a bar that moves to and fro
        bar.add_task(f"Reading {escape(_plain(file))}", total=total, completed=number)
        with bar:
            reading = read(file, way)
        yield file, reading


def read(file: str, way: Way | None = None) -> Reading:
    """Read one file, or standard input for ``-``; what cannot be read is a problem like others."""
    try:
        data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    except OSError as error:
        return Reading(problems=(Problem(1, f"The file cannot be read: {error.strerror}."),))
    return read_document(data, file, way)


def as_json(file: str, reading: Reading) -> str:
    """Write one line of JSON."""
    return json.dumps(document.as_json(reading, file), ensure_ascii=False)


def as_text(file: str, reading: Reading) -> Iterator[str]:
    """Write what a person wants to know: counts, questions with their lines, what is left out."""
    answered = sum(found.answer is not None for found in reading.questions)
    yield f"{file}: {len(reading.questions)} questions, {answered} answered"
    topic = None
    if reading.questions:
        yield f"{'line':>6} {'level':<6} {'answer':>7} question"
    for found in reading.questions:
        if found.topic != topic:
            topic = found.topic
            yield _fitted(f"{'':>{_MARGIN}}-- {topic or 'no topic'}")
        yield _row(found)
    if not (reading.questions or reading.problems):
        yield "Nothing asks here. Say what does: --ask headings, --ask items, or --ask openings"
    yield from _left_out(reading.other)
    for problem in reading.problems:
        yield f"{file}:{problem.line}: {problem.message}"


def _row(found: Found) -> str:
    words = f"{len(found.answer.split())} w" if found.answer else "none"
    return _fitted(f"{found.line:>6} {found.level or '':<6} {words:>7} {found.question}")


def _left_out(others: Sequence[Other]) -> Iterator[str]:
    """Name each kind of lines that belong to no question, how many they are, and where."""
    places = defaultdict(list)
    for other in others:
        places[other.kind].append(other.lines)
    if not places:
        return
    yield "Left out:"
    numbers = {kind: sum(last - first + 1 for first, last in places[kind]) for kind in places}
    for kind in sorted(places, key=lambda kind: -numbers[kind]):
        shown = ", ".join(_run(*lines) for lines in places[kind][:_PLACES])
        more = ", ..." if len(places[kind]) > _PLACES else ""
        yield f"{numbers[kind]:>6} {kind} ({shown}{more})"


def _run(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}-{last}"


def _fitted(text: str) -> str:
    """Cut a line to the width of the terminal, counted in cells; 80 when it is none."""
    line = _plain(text).rstrip()
    width = max(_MARGIN + _LEAST, shutil.get_terminal_size().columns)
    return line if cell_len(line) <= width else set_cell_size(line, width - 1).rstrip() + "…"


def _plain(text: str) -> str:
    """Put a text on one line, without signs that would steer the terminal."""
    line = text.replace("\n", " ").replace("\t", " ")
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)
