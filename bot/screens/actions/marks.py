"""Buttons that put marks on a question, and those of the lists of marked ones."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.actions.action import Action
from bot.study.marks import Mark, When


@dataclass(frozen=True, slots=True)
class Star(Action):
    """Put a star on the question, or take it off."""

    code = "ms"
    prompt: int
    on: bool


@dataclass(frozen=True, slots=True)
class Met(Action):
    """Note that the question was asked in a real interview.

    ``known`` is how often it was, as far as the message with the button says.
    """

    code = "mr"
    prompt: int
    when: When
    known: int


@dataclass(frozen=True, slots=True)
class Split(Action):
    """Ask the question one key point at a time from now on, or as a whole again."""

    code = "mp"
    prompt: int
    on: bool


@dataclass(frozen=True, slots=True)
class ListMarked(Action):
    """Show the starred or the hidden questions, a page at a time."""

    code = "ml"
    mark: Mark
    page: int


@dataclass(frozen=True, slots=True)
class Lift(Action):
    """Take the star off a question, or hide it no more, in the list of them."""

    code = "mu"
    mark: Mark
    question: str
    page: int
