"""What a track leaves to rest, and what a learner has chosen otherwise by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.study import scope

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.questions.model import Topic, TopicId, Track

WEIGHT_BY_HAND = 1
"""The weight of a topic that the learner has added to a track."""


def resting(track: Track, by_hand: Mapping[str, bool], topics: Collection[Topic]) -> frozenset[str]:
    """Name the topics that rest on a track; ``by_hand`` tells which are asked, or not, anyway.

    When that would leave nothing to ask, the track holds as it is.
    """
    ids = frozenset(topic.id for topic in topics)
    outside = ids - track.weights.keys()
    rest = frozenset(id_ for id_ in ids if not by_hand.get(id_, id_ not in outside))
    return outside if rest == ids else rest


def by_hand(track: Track, resting: Collection[str], topics: Collection[Topic]) -> dict[str, bool]:
    """Find the topics that are asked, or not, other than the track says."""
    asked: dict[str, bool] = {topic.id: not scope.rests(topic, resting) for topic in topics}
    return {id_: on for id_, on in asked.items() if on != (id_ in track.weights)}


def weights(
    track: Track, resting: Collection[str], topics: Collection[Topic]
) -> dict[TopicId, int]:
    """Weigh the topics that are asked on a track, in the order in which a coach takes them."""
    asked = {topic.id for topic in topics if not scope.rests(topic, resting)}
    weighed = {id_: weight for id_, weight in track.weights.items() if id_ in asked}
    added = [topic.id for topic in topics if topic.id in asked and topic.id not in weighed]
    return weighed | dict.fromkeys(added, WEIGHT_BY_HAND)
