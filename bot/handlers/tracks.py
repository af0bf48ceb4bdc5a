"""Tracks over Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import learner
from bot.coach import topics as map_of_topics
from bot.coach import tracks as coach
from bot.questions.model import TrackId
from bot.screens import tracks as screens

if TYPE_CHECKING:
    from bot.handlers.context import Desk
    from bot.screens import actions
    from bot.screens.screen import Screen


async def track(desk: Desk, learner_id: int) -> None:
    """Show the tracks."""
    await desk.delivery.send(learner_id, await tracks_screen(desk, learner_id))


async def tracks_screen(desk: Desk, learner_id: int, page: int | None = None) -> Screen:
    """Gather what the screen of the tracks shows."""
    profile = await desk.run(learner.profile, learner_id)
    return screens.tracks_screen(profile, tuple(desk.bank.tracks.values()), page)


async def list_tracks(desk: Desk, learner_id: int, action: actions.ListTracks) -> Screen:
    """Show another page of the tracks."""
    return await tracks_screen(desk, learner_id, action.page)


async def choose_track(desk: Desk, learner_id: int, action: actions.ChooseTrack) -> Screen:
    """Set out on a track; an old button of one that is gone shows those that are there."""
    profile = await desk.run(coach.choose, learner_id, TrackId(action.track))
    if profile is None:
        return await tracks_screen(desk, learner_id)
    return screens.chosen_screen(profile, await desk.run(map_of_topics.counts, learner_id))


async def leave_track(desk: Desk, learner_id: int, _action: actions.LeaveTrack) -> Screen:
    """Go without a track."""
    profile = await desk.run(coach.leave, learner_id)
    return screens.left_screen(profile, await desk.run(map_of_topics.counts, learner_id))
