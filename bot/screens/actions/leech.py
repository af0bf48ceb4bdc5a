"""Buttons under what is said of a question that is forgotten again and again."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.actions.action import Action


@dataclass(frozen=True, slots=True)
class KeepLeech(Action):
    """Leave the question as it is."""

    code = "lk"
    prompt: int


@dataclass(frozen=True, slots=True)
class SplitLeech(Action):
    """Ask the question one key point at a time from now on."""

    code = "ls"
    prompt: int


@dataclass(frozen=True, slots=True)
class HideLeech(Action):
    """Never ask the question again."""

    code = "lh"
    prompt: int


@dataclass(frozen=True, slots=True)
class Recall(Action):
    """Say that a key point, counted from 0, was recalled, or was not, and go to the next."""

    code = "lr"
    prompt: int
    point: int
    said: bool
