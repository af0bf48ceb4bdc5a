"""The vocabulary of the house: a question, its answer, its level."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import NewType

QuestionId = NewType("QuestionId", str)
"""Lower-case words joined by hyphens, unique in the bank, never reused."""

TopicId = NewType("TopicId", str)
"""The file of a topic, without its suffix: ``python/interpreter-lock``."""

AreaId = NewType("AreaId", str)
"""The folder of an area, which is the slug of its name: ``python``."""


class Level(enum.StrEnum):
    """Who is usually asked a question."""

    JUNIOR = "junior"
    MIDDLE = "middle"
    SENIOR = "senior"


@dataclass(frozen=True, slots=True)
class Topic:
    """One content file: what its questions have in common."""

    id: TopicId
    name: str
    area_id: AreaId
    area: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a question was read: a path as the reader was given it, and a line from 1."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Question:
    """What an interviewer asks, and everything a learner may be shown about it.

    Texts are Markdown. A part the file does not have is None or empty.
    """

    id: QuestionId
    text: str
    topic: Topic
    source: Source
    level: Level | None = None
    tags: tuple[str, ...] = ()
    answer: str | None = None
    key_points: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    plain_words: str | None = None
    pitfalls: str | None = None
    hint: str | None = None
    follow_ups: str | None = None
    sample_answer: str | None = None
    what_is_scored: str | None = None
    former_ids: tuple[QuestionId, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something a person has to mend in a file: where, what is wrong, and what to do."""

    path: str
    line: int
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} {self.mend}"
