"""Which areas and topics a learner is asked about, kept as those that rest.

What rests is a set of ids of areas and topics, so a new topic of the bank takes part by itself.
Nothing chosen would be nothing to ask, so it means everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bot.questions.model import AreaId, Topic, TopicId

EVERYTHING: frozenset[str] = frozenset()
"""Nothing rests."""


def rests(topic: Topic, resting: Collection[str]) -> bool:
    """Tell whether a topic rests, by itself or with its whole area."""
    return topic.id in resting or topic.area_id in resting


def chosen_areas(topics: Iterable[Topic], resting: Collection[str]) -> frozenset[AreaId]:
    """List the areas of which at least one topic takes part."""
    return frozenset(topic.area_id for topic in topics if not rests(topic, resting))


def choose_area(
    topics: Collection[Topic], resting: Collection[str], area_id: AreaId, *, on: bool
) -> frozenset[str]:
    """Choose a whole area, or let it rest; the first one chosen out of everything stands alone."""
    areas = {topic.area_id for topic in topics}
    chosen = chosen_areas(topics, resting)
    others = chosen - {area_id} if resting or not on else frozenset()
    after = others | {area_id} if on else others
    kept = {t.id for t in topics if t.id in resting and t.area_id in after - {area_id}}
    return frozenset((areas - after) | kept) if after else EVERYTHING


def choose_topic(
    topics: Collection[Topic], resting: Collection[str], topic_id: TopicId, *, on: bool
) -> frozenset[str]:
    """Choose a topic, or let it rest; a topic of a resting area is chosen alone."""
    area_id = next(topic.area_id for topic in topics if topic.id == topic_id)
    siblings = {topic.id for topic in topics if topic.area_id == area_id}
    chosen = {t.id for t in topics if t.id in siblings and not rests(t, resting)}
    chosen = chosen | {topic_id} if on else chosen - {topic_id}
    others = set(resting) - siblings - {area_id}
    after = others | (siblings - chosen if chosen else {area_id})
    return frozenset(after) if chosen_areas(topics, after) else EVERYTHING
