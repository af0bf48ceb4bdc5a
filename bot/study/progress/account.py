"""Where a learner stands, as it is told to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from bot.questions.model import Question
    from bot.study.calibration import Calibration
    from bot.study.fitting import Fitted
    from bot.study.picking import Limits
    from bot.study.preference import Preference
    from bot.study.progress.days import Coming
    from bot.study.progress.retention import Statistics
    from bot.study.progress.rhythm import Streak, Week
    from bot.study.target import Readiness


@dataclass(frozen=True, slots=True)
class Part:
    """One area of what a learner prepares for, and how many of its questions are due."""

    name: str
    ready: Readiness
    due: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a learner stands on a study day.

    ``on`` is the nearest interview, without which readiness is that of ``today``; None where
    nothing may be asked. ``parts`` are areas, the heaviest first, ``reviews`` the study days of
    all that was graded. ``helping`` are the questions that would raise readiness most.
    """

    learner_id: int
    today: date
    on: date | None
    ready: Readiness | None
    parts: tuple[Part, ...]
    reviews: tuple[date, ...]
    coming: tuple[Coming, ...]
    rhythm: Streak | Week | None
    """None for who wants neither a streak nor a goal."""

    helping: tuple[Question, ...]
    graded_today: int
    limits: Limits
    hidden: int
    next_push: datetime | None
    zone: ZoneInfo
    preferences: frozenset[Preference]
    weekly_goal: int | None

    @property
    def due(self) -> int:
        """How many questions are due."""
        return sum(part.due for part in self.parts)


@dataclass(frozen=True, slots=True)
class Figures:
    """The statistics of a learner."""

    today: date
    statistics: Statistics
    calibration: Calibration | None
    """How sure they were against what they said, for who has been asked."""

    fitted: Fitted | None
    """How their own forgetting was fitted; None while there are too few reviews for it."""
