"""Buttons of the tracks."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.actions.action import Action


@dataclass(frozen=True, slots=True)
class ListTracks(Action):
    """Show the tracks, a page at a time."""

    code = "j"
    page: int


@dataclass(frozen=True, slots=True)
class ChooseTrack(Action):
    """Set out on a track."""

    code = "jc"
    track: str


@dataclass(frozen=True, slots=True)
class LeaveTrack(Action):
    """Go without a track."""

    code = "jn"
