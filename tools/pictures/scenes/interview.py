"""The way to an interview, the day itself, and what comes after it."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from bot.study.memory import Grade
from tools.pictures.studio import is_question

AWAY = 40
"""Days without a word."""

if TYPE_CHECKING:
    from tools.pictures.studio import Studio


async def ahead(studio: Studio) -> None:
    """Set a date in words and by taps, and change everything about it."""
    await studio.set_up()
    await studio.put_away()
    await studio.say("/interview", "No date yet.")
    await studio.shoot("no-interview")
    await studio.say("in three weeks at 14:00 python", "in 21 days")
    await studio.shoot("interview")
    await studio.tap("Its topics", "What is it about?")
    await studio.shoot("interview-topics")
    await studio.tap("Back", "in 21 days")
    await studio.tap("How much a day", "How much a day?")
    await studio.shoot("how-much-a-day")
    await studio.tap("30 min", "30 minutes")
    await studio.shoot("minutes-a-day")
    await studio.say("/interview in 10 days django", "in 10 days")
    await studio.shoot("two-interviews")
    await studio.say("/interview in 10 days django", "There is one on")
    await studio.shoot("interview-twice")
    await studio.say("/interview yesterday", "is in the past")
    await studio.say("/interview 31 Feb", "There is no such day")
    await studio.shoot("impossible-dates")
    await studio.say("/interview", "Your interviews")
    await studio.me.taps(studio.me.messages[-1].labels[0][0])
    await studio.me.sees("in 10 days")
    await studio.shoot("one-of-two")
    await studio.tap("Drop it", "What you have learned stays.")
    await studio.shoot("drop-interview")


async def plan(studio: Studio) -> None:
    """Do the plan of a day, and more than fits."""
    await studio.set_up("All levels")
    await studio.put_away()
    await studio.say("/interview in 20 days", "in 20 days")
    await studio.shoot("does-not-fit")
    await studio.say("/interview 3 a day", "With 3 a day")
    await studio.say("/next", is_question)
    for _ in range(3):
        await studio.grade()
    await studio.me.sees("today's plan")
    await studio.shoot("plan-done")
    await studio.jump(days=1)
    await studio.me.sees(is_question)
    await studio.grade()
    await studio.shoot("planned-push")


async def aftermath(studio: Studio) -> None:
    """Come to the day of the interview, and tell how it went."""
    await studio.set_up()
    await studio.put_away()
    await studio.say("/interview in 2 days", "in 2 days")
    await studio.jump(days=2)
    await studio.say("/next", "Today is the day")
    await studio.shoot("the-day")
    await studio.jump(days=1)
    await studio.me.sees("How did the interview of")
    await studio.shoot("how-it-went")
    await studio.tap("So so", "Which questions were asked?")
    await studio.shoot("which-questions")
    await studio.say("what does the GIL protect\nsomething about zebras", "Tap those")
    await studio.shoot("found-questions")


async def back(studio: Studio) -> None:
    """Come back after a month."""
    await studio.join_before(70)
    await studio.work(70, lambda day: 6 * (day > AWAY), [Grade.GOOD, Grade.HARD])
    await studio.later(timedelta(minutes=1))
    await studio.say("/next", "Good to see you again.")
    await studio.shoot("back-again")
    await studio.me.taps(studio.me.messages[-1].labels[0][0])
    await studio.me.sees(is_question)
    await studio.jump(at=time(21))
    await studio.shoot("back-asked")
