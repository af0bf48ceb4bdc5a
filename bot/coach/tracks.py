"""Choosing a track, a pack for a role and a seniority, and leaving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import arrival, chosen
from bot.coach.learner import profile_of

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.questions.model import TrackId
    from bot.study.learner import Profile


def choose(visit: Visit, learner_id: int, track_id: TrackId) -> Profile | None:
    """Set out on a track as its file says; choosing it again keeps what was changed on it.

    Who was asked from one notebook only is asked from the track now. None when there is no such
    track; then nothing changes.
    """
    learner = arrival.arrive(visit, learner_id)
    track = visit.bank.tracks.get(track_id)
    if track is None:
        return None
    if learner.track != track_id:
        chosen.take_track(learner, track)
    learner.only_notebook = None
    return profile_of(visit, learner)


def leave(visit: Visit, learner_id: int) -> Profile:
    """Go without a track: the topics and levels of before are asked again."""
    learner = arrival.arrive(visit, learner_id)
    chosen.take_track(learner, None)
    return profile_of(visit, learner)
