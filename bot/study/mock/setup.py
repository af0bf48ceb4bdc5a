"""What is chosen before a round: how long it is, of which kind, and about what."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.questions.model import AreaId, TopicId, TrackId

EACH: Final = timedelta(minutes=3)
"""What a question takes of a round whose time is fixed, more or less."""

_TRACK: Final = "~"


class Mode(enum.StrEnum):
    """When the answers are shown: after each question, or all at the end."""

    PRACTICE = "practice"
    REAL = "real"


class Length(enum.StrEnum):
    """How long a round is: so many questions, or so much time."""

    THREE = "3"
    FIVE = "5"
    TEN = "10"
    QUARTER = "15m"
    HALF = "30m"
    LONG = "45m"

    @property
    def time(self) -> timedelta | None:
        """The time after which no new question is begun; None when questions are counted."""
        return timedelta(minutes=int(self[:-1])) if self.endswith("m") else None

    @property
    def questions(self) -> int:
        """How many questions are planned: as many as were chosen, or as fit into the time."""
        return round(self.time / EACH) if self.time else int(self)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a round asks about: a track, an area or a topic; without any, all that was chosen."""

    track: TrackId | None = None
    area: AreaId | None = None
    topic: TopicId | None = None

    @classmethod
    def read(cls, code: str) -> Scope:
        """Read what ``code`` wrote."""
        if code.startswith(_TRACK):
            return cls(track=TrackId(code.removeprefix(_TRACK)))
        if "/" in code:
            return cls(topic=TopicId(code))
        return cls(area=AreaId(code)) if code else cls()

    @property
    def code(self) -> str:
        """Write it in few characters, for a button or a column."""
        return f"{_TRACK}{self.track}" if self.track else self.topic or self.area or ""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a learner chooses before a round."""

    length: Length = Length.FIVE
    mode: Mode = Mode.PRACTICE
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True)
class Lobby:
    """What can be chosen before a round: ``about`` names the scope.

    ``questions`` counts what it has, ``fresh`` what of it was not asked in the last round.
    """

    setup: Setup
    about: str
    questions: int
    fresh: int
