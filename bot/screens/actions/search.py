"""Buttons of what was found."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.actions.action import Action


@dataclass(frozen=True, slots=True)
class AskQuestion(Action):
    """Ask a certain question now."""

    code = "q"
    question: str


@dataclass(frozen=True, slots=True)
class ShowFound(Action):
    """Show another page of what was found; the words are in the message replied to."""

    code = "fp"
    page: int
