"""Buttons of the map of topics."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.actions.action import Action


@dataclass(frozen=True, slots=True)
class ListAreas(Action):
    """Show the areas, a page at a time."""

    code = "al"
    page: int


@dataclass(frozen=True, slots=True)
class OpenArea(Action):
    """Show the map of an area."""

    code = "ao"
    area: str
    page: int


@dataclass(frozen=True, slots=True)
class OpenTopic(Action):
    """Show what is known of a topic."""

    code = "to"
    topic: str


@dataclass(frozen=True, slots=True)
class ChooseTopic(Action):
    """Choose a topic, or let it rest."""

    code = "t"
    topic: str
    on: bool


@dataclass(frozen=True, slots=True)
class AskTopic(Action):
    """Ask from one topic, to its end."""

    code = "ta"
    topic: str
