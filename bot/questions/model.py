"""The vocabulary of the house: a question, its answer, its level."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

QuestionId = NewType("QuestionId", str)
"""Lower-case words joined by hyphens, unique in the bank, never reused."""

TopicId = NewType("TopicId", str)
"""The file of a topic, without its suffix: ``python/interpreter-lock``."""

AreaId = NewType("AreaId", str)
"""The folder of an area, which is the slug of its name: ``python``."""


TrackId = NewType("TrackId", str)
"""The file of a track in ``tracks/``, without its suffix: ``python-backend-senior``."""


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
class Track:
    """A pack for a role and a seniority: what such interviews are about, and how much of each.

    ``weights`` are from 1 to 5, by topic, in the order in which a coach would take them.
    """

    id: TrackId
    name: str
    levels: tuple[Level, ...]
    looks_for: str
    weights: Mapping[TopicId, int]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a question was read: a path as the reader was given it, and a line from 1."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What says more than words: its path in the content folder, and what it shows, in words."""

    path: str
    description: str
    source: Source


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
    pictures: tuple[Picture, ...] = ()
    key_points: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    plain_words: str | None = None
    pitfalls: str | None = None
    hint: str | None = None
    follow_ups: str | None = None
    sample_answer: str | None = None
    what_is_scored: str | None = None
    former_ids: tuple[QuestionId, ...] = ()

    def is_of(self, levels: Collection[Level]) -> bool:
        """Tell whether it is asked at some levels; none means all, and so does its having none."""
        return not levels or self.level is None or self.level in levels


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something a person has to mend in a file: where, what is wrong, and what to do."""

    path: str
    line: int
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} {self.mend}"
