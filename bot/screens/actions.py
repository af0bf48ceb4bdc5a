"""Everything a button can ask for, and how it travels in Telegram's 64 bytes.

An action is packed as its code and fields, joined by colons: ``g:41:good:0``. What does not
parse is a button of another version, or made up by a client: nothing is done.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, fields
from datetime import time
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, get_type_hints

from bot.study.memory import Grade

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA_LIMIT = 64
"""Bytes of callback data that Telegram carries."""

_SEPARATOR = ":"
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a button can ask for."""

    code: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Reveal(Action):
    """Show the model answer."""

    code = "r"
    prompt: int


@dataclass(frozen=True, slots=True)
class RevealBelow(Action):
    """Show the model answer in a new message, below what the learner has typed."""

    code = "rb"
    prompt: int


@dataclass(frozen=True, slots=True)
class TurnPage(Action):
    """Show another page of the same message."""

    code = "p"
    prompt: int
    page: int


@dataclass(frozen=True, slots=True)
class GradeAs(Action):
    """Grade the revealed question; the page stays the one that is read."""

    code = "g"
    prompt: int
    grade: Grade
    page: int


@dataclass(frozen=True, slots=True)
class Skip(Action):
    """Leave the question for another day."""

    code = "s"
    prompt: int


@dataclass(frozen=True, slots=True)
class Hide(Action):
    """Never ask the question again."""

    code = "h"
    prompt: int


@dataclass(frozen=True, slots=True)
class Undo(Action):
    """Take back a step, if it still is the last one."""

    code = "u"
    step: int


@dataclass(frozen=True, slots=True)
class Next(Action):
    """Show the question that waits, or the next one."""

    code = "n"


@dataclass(frozen=True, slots=True)
class More(Action):
    """Go on beyond the daily numbers."""

    code = "m"


class Page(enum.StrEnum):
    """The screens of the settings."""

    TOPICS = "topics"
    LEVELS = "levels"
    DAILY = "daily"
    PUSH_TIME = "time"
    WEEKDAYS = "days"
    COUNT = "count"
    LIMITS = "limits"
    ZONE = "zone"


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
class OpenArea(Action):
    """Show the topics of an area."""

    code = "ao"
    area: str


@dataclass(frozen=True, slots=True)
class ChooseTopic(Action):
    """Choose a topic, or let it rest."""

    code = "t"
    topic: str
    on: bool


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


def pack(action: Action) -> str:
    """Write an action as callback data. Raises ValueError for one that is too long."""
    values = (_written(getattr(action, field.name)) for field in fields(action))
    data = _SEPARATOR.join((action.code, *values))
    if len(data.encode()) > DATA_LIMIT:
        raise ValueError(f"{len(data.encode())} bytes of callback data: {data}")
    return data


def parse(data: str) -> Action | None:
    """Read callback data; None for what this version does not know."""
    code, *values = data.split(_SEPARATOR)
    kind = _kinds().get(code)
    if kind is None:
        return None
    types = _field_types(kind)
    if len(values) != len(types):
        return None
    try:
        read = [_read(value, kind_of) for value, kind_of in zip(values, types, strict=True)]
        return kind(*read)
    except ValueError:
        return None


@cache
def _kinds() -> Mapping[str, type[Action]]:
    known = (kind for kind in globals().values() if isinstance(kind, type))
    return {kind.code: kind for kind in known if issubclass(kind, Action) and kind is not Action}


def _field_types(kind: type[Action]) -> tuple[Any, ...]:
    hints = _hints(kind.code)
    return tuple(hints[field.name] for field in fields(kind))


@cache
def _hints(code: str) -> Mapping[str, Any]:
    return get_type_hints(_kinds()[code])


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, time):
        return f"{value:%H%M}"
    return str(value)


def _read(value: str, kind: Any) -> object:  # noqa: ANN401 - any type of a field
    if kind is bool:
        return {"0": False, "1": True}[value] if value in {"0", "1"} else _refuse(value)
    if kind is int:
        number = int(value) if value.isascii() and value.isdigit() else _refuse(value)
        return number if number <= _LARGEST else _refuse(value)
    if kind is time:
        return time(int(value[:2]), int(value[2:]))
    return kind(value)


def _refuse(value: str) -> int:
    raise ValueError(value)
