"""Everything that can be set, helped with, paused and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.pictures.studio import Studio


async def settings(studio: Studio) -> None:
    """Go through the settings."""
    await studio.set_up()
    await studio.put_away()
    await studio.say("/daily", "The daily question")
    await studio.shoot("daily")
    for label, sees, name in (
        ("Time", "When shall I ask?", "daily-time"),
        ("Weekdays", "On which days?", "weekdays"),
        ("How many", "How many at a time?", "how-many"),
        ("Daily numbers", "How much a day?", "daily-numbers"),
    ):
        await studio.tap(label, sees)
        await studio.shoot(name)
        await studio.tap("Back", "The daily question")
    await studio.tap("My time zone", "What time is it")
    await studio.shoot("my-time-zone")
    await studio.say("Springfield", "Which one?")
    await studio.shoot("which-place")
    await studio.say("/help", "/topics")
    await studio.shoot("help")
    await studio.say("/help grading", "How I suggest a grade")
    await studio.shoot("grading")
    await studio.say("/nonsense", "I do not know that command.")
    await studio.say("/undo")
    await studio.shoot("nothing-to-undo")
    await studio.say("/forget", "Delete everything about you?")
    await studio.shoot("forget")
    await studio.tap("Delete all", "Deleted:")
    await studio.shoot("forgotten")


async def quiet(studio: Studio) -> None:
    """Leave the daily question unanswered, pause, come back."""
    await studio.set_up()
    for _ in range(4):
        await studio.jump(days=1)
    await studio.me.sees("You have not answered")
    await studio.shoot("check-in")
    await studio.say("/pause", "Pause the daily question")
    await studio.shoot("pause")
    await studio.tap("1 week", "Paused.")
    await studio.shoot("paused")
    await studio.say("/resume")
    await studio.shoot("resumed")
    await studio.say("/stop", "All right, I am quiet.")
    await studio.say("/start", "Good to see you again.")
    await studio.shoot("started-again")
