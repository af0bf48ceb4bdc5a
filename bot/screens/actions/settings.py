"""Buttons of the first questions to a learner, of the settings, and of leaving."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import time

from bot.screens.actions.action import Action
from bot.study.preference import Preference


class Page(enum.StrEnum):
    """The screens of the settings."""

    TOPICS = "topics"
    TRACKS = "tracks"
    LEVELS = "levels"
    DAILY = "daily"
    PUSH_TIME = "time"
    WEEKDAYS = "days"
    COUNT = "count"
    LIMITS = "limits"
    ZONE = "zone"
    PACE = "pace"


@dataclass(frozen=True, slots=True)
class Settings(Action):
    """Show one screen of the settings."""

    code = "o"
    page: Page


class Step(enum.StrEnum):
    """The first questions to a learner, in their order."""

    LEVELS = "levels"
    AREAS = "areas"
    TIME = "time"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ChooseLevels(Action):
    """Ask questions of these levels, given by their first letters; none means all."""

    code = "l"
    levels: str
    setup: bool


@dataclass(frozen=True, slots=True)
class ChooseArea(Action):
    """Choose an area, or let it rest."""

    code = "a"
    area: str
    on: bool
    setup: bool


@dataclass(frozen=True, slots=True)
class AllAreas(Action):
    """Choose every area."""

    code = "aa"
    setup: bool


@dataclass(frozen=True, slots=True)
class SetupStep(Action):
    """Go to a step of the first questions, leaving the one before as it is."""

    code = "z"
    step: Step


@dataclass(frozen=True, slots=True)
class PickLocalTime(Action):
    """Tell what time it is for the learner."""

    code = "zt"
    local: time
    page: int
    setup: bool


@dataclass(frozen=True, slots=True)
class RareTimes(Action):
    """Show the local times that few people have, or the usual ones again."""

    code = "zr"
    rare: bool
    setup: bool


@dataclass(frozen=True, slots=True)
class PickZone(Action):
    """Choose a zone by its IANA name."""

    code = "zz"
    zone: str
    setup: bool


@dataclass(frozen=True, slots=True)
class SwitchPreference(Action):
    """Choose a way of practising, or go back to the usual one."""

    code = "y"
    preference: Preference
    on: bool


@dataclass(frozen=True, slots=True)
class SwitchPush(Action):
    """Switch the daily question on or off."""

    code = "d"
    on: bool


@dataclass(frozen=True, slots=True)
class PushAt(Action):
    """Choose the time of the daily question."""

    code = "dt"
    at: time


@dataclass(frozen=True, slots=True)
class SwitchWeekday(Action):
    """Add a weekday to those of the daily question, or take it away; Monday is 0."""

    code = "dw"
    weekday: int
    on: bool


@dataclass(frozen=True, slots=True)
class PushCount(Action):
    """Choose how many questions come at the daily time."""

    code = "dc"
    count: int


@dataclass(frozen=True, slots=True)
class ChooseLimits(Action):
    """Choose the daily numbers: new questions, and questions in all."""

    code = "dl"
    new: int
    in_all: int


@dataclass(frozen=True, slots=True)
class Pause(Action):
    """Send nothing for so many days; 0 means until the learner resumes."""

    code = "x"
    days: int


@dataclass(frozen=True, slots=True)
class Resume(Action):
    """End a pause."""

    code = "xr"


@dataclass(frozen=True, slots=True)
class BringBack(Action):
    """Show every hidden question again."""

    code = "b"


@dataclass(frozen=True, slots=True)
class Forget(Action):
    """Delete everything about the learner, or keep it after all."""

    code = "f"
    confirmed: bool
