"""Answers that are spoken: how long they are, against what is usual in an interview."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import timedelta

SHORTEST = timedelta(seconds=30)
LONGEST = timedelta(minutes=2, seconds=30)
STOPPED = timedelta(minutes=5)
"""From here on an interviewer would have stopped the answer."""


class Kind(enum.StrEnum):
    """How a sound came; the values are Telegram's names of it."""

    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Voice:
    """A sound that Telegram keeps: what it is called there, its length, and its message."""

    file_id: str
    kind: Kind
    length: timedelta
    message_id: int


class Pace(enum.Enum):
    """How the length of a spoken answer compares with the one to two minutes that are usual."""

    SHORT = enum.auto()
    USUAL = enum.auto()
    LONG = enum.auto()
    ENDLESS = enum.auto()


def pace_of(length: timedelta) -> Pace:
    """Compare the length of a spoken answer with what is usual, generously at both ends."""
    if length < SHORTEST:
        return Pace.SHORT
    if length <= LONGEST:
        return Pace.USUAL
    return Pace.LONG if length < STOPPED else Pace.ENDLESS
