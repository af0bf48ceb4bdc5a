"""What is known of a learner, as values that the screens can show."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from bot.questions.model import Level, Topic
    from bot.study.nudge import Schedule
    from bot.study.picking import Limits


class Awaiting(enum.StrEnum):
    """What the bot has asked a learner to type."""

    ZONE = "zone"
    SETUP_ZONE = "setup-zone"
    PUSH_TIME = "push-time"


@dataclass(frozen=True, slots=True)
class Profile:
    """A learner's settings, and when the next daily question comes."""

    zone: ZoneInfo | None
    levels: tuple[Level, ...]
    resting: frozenset[str]
    limits: Limits
    push_on: bool
    schedule: Schedule
    push_count: int
    next_push: datetime | None
    paused: bool
    paused_until: datetime | None
    stopped: bool
    awaiting: Awaiting | None
    settled_by: int | None
    """The update whose text was what the bot had asked for."""

    new_here: bool
    """Whether the first questions are still to be answered or skipped."""


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How far a learner has come with a topic, among the questions of their levels."""

    topic: Topic
    chosen: bool
    questions: int
    seen: int
    due: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a learner stands today; ``streak`` is in days."""

    graded_today: int
    limits: Limits
    streak: int
    topics: tuple[TopicCount, ...]
    hidden: int
    next_push: datetime | None
    zone: ZoneInfo


class Reason(enum.Enum):
    """Why the bot offers nothing more by itself."""

    DAY_DONE = enum.auto()  # the daily numbers, or everything that is due
    PUSH_DONE = enum.auto()  # the daily question is answered; there would be more


@dataclass(frozen=True, slots=True)
class Rest:
    """A moment to stop: what was done today, and when it goes on.

    ``more`` tells whether a learner who asks for more would get a question.
    """

    reason: Reason
    graded: int
    due_day: date | None
    today: date
    more: bool
    next_push: datetime | None
    zone: ZoneInfo
