"""Buttons under a question, and those that lead to the next one."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from bot.screens.actions.action import Action
from bot.study.memory import Grade
from bot.study.prompt import Confidence, Help


class Part(enum.StrEnum):
    """What a message about a revealed question shows."""

    ANSWER = "a"
    STEP = "t"  # the answer up to one of its points
    EXAMPLE = "e"
    SIMPLER = "s"
    POINTS = "p"
    MORE = "m"
    GRADES = "g"  # the grades again, to choose another one
    REAL = "r"  # when it was asked in real interviews
    RECALL = "c"  # a key point to compare with what was recalled of it


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
class RevealAs(Action):
    """Say how sure one is, and show the model answer."""

    code = "rc"
    prompt: int
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class GiveHelp(Action):
    """Show the hint or the outline under the question."""

    code = "i"
    prompt: int
    help: Help


@dataclass(frozen=True, slots=True)
class Show(Action):
    """Show another part of the answer, or another page of it, in the same message.

    ``number`` counts examples and steps from 0.
    """

    code = "v"
    prompt: int
    part: Part
    number: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Repeat(Action):
    """Send the same text again, at the end of the chat."""

    code = "rp"
    prompt: int


@dataclass(frozen=True, slots=True)
class Tick(Action):
    """Say that a key point, counted from 0, was in one's answer, or was not."""

    code = "k"
    prompt: int
    point: int
    on: bool


@dataclass(frozen=True, slots=True)
class SendCode(Action):
    """Send the code of the answer, or of an example counted from 0, as a file."""

    code = "cf"
    prompt: int
    part: Part
    number: int


@dataclass(frozen=True, slots=True)
class SendPicture(Action):
    """Send the pictures of the answer."""

    code = "pic"
    prompt: int


@dataclass(frozen=True, slots=True)
class GradeAs(Action):
    """Grade the revealed question; the page stays the one that is read.

    ``due`` is the day that the label promises: no other is ever set by this button.
    """

    code = "g"
    prompt: int
    grade: Grade
    page: int
    due: date


@dataclass(frozen=True, slots=True)
class Regrade(Action):
    """Give a graded question another grade, with the day that its label promises."""

    code = "gg"
    prompt: int
    grade: Grade
    due: date


@dataclass(frozen=True, slots=True)
class Skip(Action):
    """Leave the question until tomorrow."""

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
class Redo(Action):
    """Do a step again that was undone, if nothing else was done since."""

    code = "ur"
    step: int


@dataclass(frozen=True, slots=True)
class Next(Action):
    """Show the question that waits, or the next one."""

    code = "n"


@dataclass(frozen=True, slots=True)
class More(Action):
    """Go on beyond the daily numbers."""

    code = "m"
