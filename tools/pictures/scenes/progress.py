"""Where one stands after six weeks, and the summary on Sundays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.study.memory import Grade
from tools.pictures.studio import ZONE

if TYPE_CHECKING:
    from bot.sandbox import Message
    from tools.pictures.studio import Studio

DAYS = 45
AREAS = ("python", "databases", "concurrency", "django")
GRADES = [Grade.GOOD] * 6 + [Grade.EASY] * 2 + [Grade.HARD] * 2 + [Grade.AGAIN]


async def _practised(studio: Studio) -> None:
    await studio.join_before(DAYS, AREAS)
    await studio.work(DAYS, lambda day: 0 if day % 6 == 0 else 3 + day * 7 % 9, GRADES)


async def progress(studio: Studio) -> None:
    """Look at the picture, at what it says, and at everything behind it."""
    await studio.say("/progress", "Where you stand")
    await studio.shoot("progress-of-somebody-new")
    await _practised(studio)
    await studio.say("/interview in three weeks", "in 21 days")
    await studio.shoot("progress", top_of=await _look(studio))
    await studio.shoot("progress-words")
    await studio.tap("How is it counted?", "Readiness is")
    await studio.shoot("counted")
    await studio.tap("Back", "Where you stand")
    await studio.tap("Statistics", "Statistics")
    await studio.shoot("statistics")
    await studio.tap("Back", "Where you stand")
    await studio.tap("What is shown", "What is shown")
    await studio.shoot("what-is-shown")
    await studio.tap("4 days", lambda m: "✓ 4 days" in str(m.labels))
    await studio.tap("Dark picture", lambda m: "✓ Dark picture" in str(m.labels))
    await studio.shoot("progress-dark-picture", top_of=await _look(studio))


async def _look(studio: Studio) -> Message:
    """Ask for the progress; give the message with the picture."""
    await studio.me.says("/progress")
    picture = await studio.me.sees(lambda m: m.media is not None)
    await studio.me.until(lambda: "Where you stand" in studio.me.received[-1].text)
    return picture


async def sunday(studio: Studio) -> None:
    """Get the summary of a week."""
    await _practised(studio)
    await studio.say("/start", "Good to see you again.")
    days = (6 - studio.sandbox.clock.now().astimezone(ZONE).weekday()) % 7
    await studio.jump(days=days)
    await studio.me.sees("Since last Sunday")
    await studio.shoot("sunday")
    await studio.tap("No more summaries", "No more summaries")
    await studio.shoot("no-more-summaries")
