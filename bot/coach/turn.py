"""What an act of practising led to."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.study.learner import Rest
    from bot.study.leech import Leech
    from bot.study.marks import Mark
    from bot.study.mock import Report
    from bot.study.prompt import Prompt


class Notice(enum.Enum):
    """What became of an act."""

    DONE = enum.auto()
    AGAIN = enum.auto()  # it had been done before: a double tap, or an update that came twice
    CLOSED = enum.auto()  # the question is no longer open, for another reason
    NEW_DAY = enum.auto()  # the labels were of an earlier day and were computed anew
    NOTHING = enum.auto()  # there is nothing to take back
    UNKNOWN = enum.auto()  # no such prompt of this learner


@dataclass(frozen=True, slots=True)
class Turn:
    """What an act led to: the prompt it was about, and what comes next."""

    notice: Notice
    prompt: Prompt | None = None
    next: Prompt | Rest | Report | None = None
    withdrawn: tuple[int, ...] = ()
    """Ids of messages whose question was taken back."""

    ask_zone: bool = False
    leech: Leech | None = None
    """What is to be said of a question that was forgotten once more."""

    mark: Mark | None = None
    """What was put on the question or taken off it, when nothing else was done."""
