"""What is known of a learner, as values that the screens can show."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from bot.questions.model import Level, Topic, Track, TrackId
    from bot.study.agenda import Agenda
    from bot.study.nudge import Schedule
    from bot.study.picking import Limits
    from bot.study.preference import Preference
    from bot.study.sets import Finished, SetState


class Awaiting(enum.StrEnum):
    """What the bot has asked a learner to type."""

    ZONE = "zone"
    SETUP_ZONE = "setup-zone"
    PUSH_TIME = "push-time"
    IMPORT = "import"
    INTERVIEW = "interview"
    A_DAY = "a-day"
    INTERVIEW_TOLD = "interview-told"
    NOTE_ANSWER = "note-answer"
    NOTEBOOK_NAME = "notebook-name"
    SEARCH = "search"
    PLACE = "place"
    REPORT = "report"
    REPORT_ANSWER = "report-answer"


@dataclass(frozen=True, slots=True)
class Profile:
    """A learner's settings, and when the next daily question comes."""

    zone: ZoneInfo | None
    levels: tuple[Level, ...]
    resting: frozenset[str]
    track: Track | None
    lost_track: TrackId | None
    """A chosen track that is no longer there."""

    limits: Limits
    push_on: bool
    schedule: Schedule
    push_count: int
    next_push: datetime | None
    paused: bool
    paused_until: datetime | None
    stopped: bool
    awaiting: Awaiting | None
    awaiting_about: int | None
    """What an awaited text is about: a note, a notebook, a prompt, an encounter or a report."""

    settled_by: int | None
    """The update whose text was what the bot had asked for."""

    settled_as: Awaiting | None
    """What that text was."""

    preferences: frozenset[Preference]
    new_here: bool
    """Whether the first questions are still to be answered or skipped."""


class Reason(enum.Enum):
    """Why the bot offers nothing more by itself."""

    DAY_DONE = enum.auto()  # the daily numbers, or everything that is due
    PUSH_DONE = enum.auto()  # the daily question is answered; there would be more
    TOPIC_DONE = enum.auto()  # every question of the topic was asked today
    SET_DONE = enum.auto()  # a set was gone through
    SET_LEFT = enum.auto()  # a set was left, and may be gone on with
    BACK = enum.auto()  # the learner is back after a gap, and may spread what has waited


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
    only: str | None = None
    """The name of the notebook from which alone the learner is asked."""

    topic: Topic | None = None
    """The topic that was gone through."""

    finished: Finished | None = None
    """What came of the set that was gone through."""

    left: SetState | None = None
    """A set that was left and may be gone on with."""

    agenda: Agenda | None = None
    """The plan of the day, when one is followed."""

    waiting: int = 0
    """How many questions wait for who is back after a gap."""
