"""Buttons of sets, and of what was typed and taken for something else."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.actions.action import Action


@dataclass(frozen=True, slots=True)
class StartSet(Action):
    """Begin a set: ids of subjects joined by commas, 0 for the usual number, first letters."""

    code = "ss"
    subjects: str
    number: int
    levels: str


@dataclass(frozen=True, slots=True)
class ResumeSet(Action):
    """Go on with a set."""

    code = "sg"
    set: int


@dataclass(frozen=True, slots=True)
class DropSet(Action):
    """Leave a set for good."""

    code = "sx"
    set: int


@dataclass(frozen=True, slots=True)
class SameAgain(Action):
    """Begin another set of the same kind."""

    code = "sa"
    set: int


@dataclass(frozen=True, slots=True)
class Meant(Action):
    """Do what a text asks for that was taken for an answer."""

    code = "me"
    message: int


@dataclass(frozen=True, slots=True)
class WasAnswer(Action):
    """Take a text as the answer to a question that was put away, not as a request."""

    code = "wa"
    prompt: int
