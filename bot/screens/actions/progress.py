"""Buttons of the progress, and of the summary of a week."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bot.screens.actions.action import Action
from bot.study.preference import Preference


class ProgressPage(enum.StrEnum):
    """The screens of the progress."""

    STANDING = "standing"
    COUNTED = "counted"
    FIGURES = "figures"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class ShowProgress(Action):
    """Show one screen of the progress."""

    code = "p"
    page: ProgressPage


@dataclass(frozen=True, slots=True)
class SwitchShown(Action):
    """Choose one of two ways of being told of progress."""

    code = "pw"
    preference: Preference
    on: bool


@dataclass(frozen=True, slots=True)
class CountStreak(Action):
    """Count days in a row, or count nothing."""

    code = "pd"
    on: bool


@dataclass(frozen=True, slots=True)
class WeeklyGoal(Action):
    """Count the days of a week towards a goal."""

    code = "pg"
    days: int


@dataclass(frozen=True, slots=True)
class EndSummaries(Action):
    """Send no more summaries on Sundays."""

    code = "pe"
