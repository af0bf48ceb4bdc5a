"""What a document holds: its questions, and where every other line went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.questions.model import Level

Lines = tuple[tuple[int, int], ...]
"""Runs of lines, first and last, counted from 1."""


class Found(NamedTuple):
    """A question of a document, with its answer as Markdown, or None if the document has none."""

    question: str
    answer: str | None
    topic: str | None
    level: Level | None
    line: int
    question_lines: Lines
    answer_lines: Lines


@dataclass(frozen=True, slots=True)
class Other:
    """Lines, first and last, that belong to no question, and what they are."""

    lines: tuple[int, int]
    kind: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a document, or a line of it, could not be read, in a sentence for its owner."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a document holds; each of its non-blank lines is in exactly one place."""

    questions: tuple[Found, ...] = ()
    other: tuple[Other, ...] = ()
    problems: tuple[Problem, ...] = ()


def as_json(reading: Reading, file: str) -> dict[str, object]:
    """Turn a reading into the object that ``parse --json`` prints for one file."""
    return {
        "file": file,
        "questions": [_question(found) for found in reading.questions],
        "other": [{"lines": list(other.lines), "kind": other.kind} for other in reading.other],
        "problems": [{"line": p.line, "message": p.message} for p in reading.problems],
    }


def _question(found: Found) -> dict[str, object]:
    return {
        "question": found.question,
        "answer": found.answer,
        "topic": found.topic,
        "level": found.level.value if found.level else None,
        "line": found.line,
        "question_lines": [list(lines) for lines in found.question_lines],
        "answer_lines": [list(lines) for lines in found.answer_lines],
    }
