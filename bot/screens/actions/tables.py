"""Buttons of the test whether an app draws tables."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.actions.action import Action


@dataclass(frozen=True, slots=True)
class TryTables(Action):
    """Send a table to look at."""

    code = "yt"


@dataclass(frozen=True, slots=True)
class SeesTable(Action):
    """Tell whether the table of a message is seen as one; 0 where the message is not known."""

    code = "ys"
    sees: bool
    sample: int
