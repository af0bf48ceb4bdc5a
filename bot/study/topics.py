"""How well a topic is known: its questions are known, shaky or unseen."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.study.memory import DEFAULTS, retrievability

if TYPE_CHECKING:
    from datetime import date

    from bot.questions.model import Topic
    from bot.study.memory import Memory, Parameters

HOLDS = timedelta(days=7)
"""A known question is one that lasts: its stability, by which FSRS means the time until the
chance of recalling it has fallen to 0.9, is at least this."""

LIKELY = 0.8
"""The chance of recalling a known question today is at least this."""


class Knowledge(enum.Enum):
    """How well a question, or all that was seen of a topic, is known today."""

    KNOWN = enum.auto()
    SHAKY = enum.auto()
    UNSEEN = enum.auto()


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How far a learner has come with a topic, among the questions of their levels.

    ``elsewhere`` counts its questions of other levels, ``weight`` is that of the track, if any.
    """

    topic: Topic
    chosen: bool
    questions: int
    known: int = 0
    shaky: int = 0
    due: int = 0
    elsewhere: int = 0
    weight: int | None = None

    @property
    def seen(self) -> int:
        """How many questions were graded at least once."""
        return self.known + self.shaky

    @property
    def unseen(self) -> int:
        """How many questions never were."""
        return self.questions - self.seen

    @property
    def knowledge(self) -> Knowledge:
        """Unseen until the first grade, known when every question is, shaky in between."""
        if not self.seen:
            return Knowledge.UNSEEN
        return Knowledge.KNOWN if self.known == self.questions else Knowledge.SHAKY


def knowledge(memory: Memory | None, day: date, parameters: Parameters = DEFAULTS) -> Knowledge:
    """Tell how well a question is known on a study day.

    Known takes a memory that holds for a week, a good chance of recalling it now, and that it
    does not wait to come back today. One that was graded Good for the first time is shaky, and so
    is a strong one long overdue.
    """
    if memory is None:
        return Knowledge.UNSEEN
    holds = timedelta(days=memory.stability) >= HOLDS and not memory.returns_on(day)
    is_likely = retrievability(memory, day, parameters) >= LIKELY
    return Knowledge.KNOWN if holds and is_likely else Knowledge.SHAKY
