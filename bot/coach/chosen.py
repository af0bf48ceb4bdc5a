"""What a learner wants to be asked about: a track with what they changed on it, or by hand alone.

While a track is chosen, what rested before waits unchanged; it holds again without the track.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.questions.model import Level, TopicId, TrackId
from bot.study import tracks

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.coach.transaction import Visit
    from bot.questions.model import Track
    from bot.storage.tables import Learner

_EVEN: Mapping[TopicId, int] = MappingProxyType({})


def track_of(visit: Visit, learner: Learner) -> Track | None:
    """Find the track of a learner; None also when its file is gone."""
    return visit.bank.tracks.get(TrackId(learner.track)) if learner.track else None


def lost_track(visit: Visit, learner: Learner) -> TrackId | None:
    """Name the track that a learner has chosen and that is no longer there."""
    lost = learner.track if track_of(visit, learner) is None else None
    return TrackId(lost) if lost else None


def levels_of(visit: Visit, learner: Learner) -> tuple[Level, ...]:
    """Tell the levels of which a learner is asked; none means all."""
    track = track_of(visit, learner)
    if track is None:
        return tuple(map(Level, learner.levels))
    if learner.track_levels is None:
        return track.levels
    return tuple(map(Level, learner.track_levels))


def choose_levels(visit: Visit, learner: Learner, levels: Collection[Level]) -> None:
    """Ask only questions of these levels; none means all."""
    values = [level.value for level in levels]
    if track_of(visit, learner):
        learner.track_levels = values
    else:
        learner.levels = values


def resting_of(visit: Visit, learner: Learner) -> frozenset[str]:
    """Name the areas and topics that rest."""
    track = track_of(visit, learner)
    if track is None:
        return frozenset(learner.resting)
    return tracks.resting(track, learner.track_topics or {}, visit.bank.topics.values())


def let_rest(visit: Visit, learner: Learner, resting: Collection[str]) -> None:
    """Keep which areas and topics rest; on a track only what differs from it is kept."""
    track = track_of(visit, learner)
    if track is None:
        learner.resting = sorted(resting)
    else:
        learner.track_topics = tracks.by_hand(track, resting, visit.bank.topics.values())


def weights_of(visit: Visit, learner: Learner) -> Mapping[TopicId, int]:
    """Weigh the topics that are asked, in the order of the track; empty without one."""
    track = track_of(visit, learner)
    if track is None:
        return _EVEN
    return tracks.weights(track, resting_of(visit, learner), visit.bank.topics.values())


def take_track(learner: Learner, track: Track | None) -> None:
    """Set out on a track as it is, or leave tracks: what held before holds again."""
    learner.track = track.id if track else None
    learner.track_topics = None
    learner.track_levels = None
