"""The map of topics, levels, and tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.pictures.studio import Studio


async def topics(studio: Studio) -> None:
    """Go from the map of everything down to one topic."""
    await studio.set_up()
    for grade in ("Good", "Easy", "Again"):
        await studio.grade(grade)
    everything = await studio.say("/topics", "What I ask you about")
    await studio.shoot("topics")
    await studio.shoot("topics-top", top_of=everything)
    area = await studio.tap("✓ Python", "In the order")
    await studio.shoot("area")
    await studio.shoot("area-top", top_of=area)
    await studio.me.taps(studio.me.messages[-1].labels[0][0])
    await studio.me.sees("· 1 of")
    await studio.shoot("topic")
    await studio.tap("Let it rest", "It rests")
    await studio.shoot("topic-rests")
    await studio.tap("Same for another area", "What I ask you about")
    await studio.tap("Level", "Which level")
    await studio.shoot("levels")


async def tracks(studio: Studio) -> None:
    """Choose a track, and leave it."""
    await studio.set_up()
    await studio.say("/track", "Tracks")
    await studio.shoot("tracks")
    await studio.tap("More (1", "Tracks")
    await studio.shoot("tracks-further")
    await studio.me.taps(studio.me.messages[-1].labels[0][0])
    await studio.me.sees("Most weight:")
    await studio.shoot("track-chosen")
    await studio.tap("No track")
    await studio.shoot("track-left")
