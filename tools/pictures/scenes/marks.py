"""Marks on questions, questions that do not stick, and reports of what is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.storage import memories
from tools.pictures.studio import OWNER, can_be_graded, is_question

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from tools.pictures.studio import Studio

LAPSES = 7


async def marks(studio: Studio) -> None:
    """Star, hide, and note that one was asked for real; look at the lists."""
    await studio.set_up()
    await studio.say("/starred", "Starred questions")
    await studio.say("/hidden", "Hidden questions")
    await studio.shoot("no-marks")
    await studio.say("/next", is_question)
    for _ in range(2):
        await studio.reveal()
        await studio.tap("More")
        await studio.tap("Star", "starred")
        await studio.tap("Good", is_question)
    await studio.reveal()
    await studio.tap("More")
    await studio.tap("Asked me for real", "When were you asked it?")
    await studio.shoot("asked-for-real")
    await studio.tap("Yesterday", "Where was it?")
    await studio.shoot("where-was-it")
    await studio.say("At the second round of a bank", "Noted:")
    await studio.shoot("where-noted")
    await studio.tap("Good", is_question)
    for _ in range(2):
        await studio.tap("Hide", is_question)
    await studio.shoot("hidden-one")
    await studio.say("/starred", "Starred questions")
    await studio.shoot("starred")
    await studio.say("/hidden", "Hidden questions")
    await studio.shoot("hidden")
    await studio.tap("Skip today", "Skipped until tomorrow.")
    await studio.shoot("skipped")


async def leech(studio: Studio) -> None:
    """Forget a question for the eighth time, and have it split."""
    await studio.set_up()
    await studio.tap("Show answer", can_be_graded)
    await studio.tap("Points", "Tap what you said.")
    await studio.tap("☐ 1", "Ticked 1")
    await studio.tap("Good", is_question)
    await studio.put_away()
    await studio.bot.run_use_case(_forgotten, studio.me.id)
    await studio.later(timedelta(days=40))
    await studio.say("/next", is_question)
    await studio.tap("Show answer", can_be_graded)
    await studio.tap("Again", "You have forgotten this one")
    await studio.shoot("leech")
    await studio.tap("Split by points", "point by point")
    await studio.shoot("leech-split")
    for _ in range(4):
        await studio.tap("Skip today", "Skipped")
        await studio.me.until(lambda: "Skip today" in str(studio.me.received[-1].labels))
        if "Point 1 of" in studio.me.received[-1].text:
            break
    await studio.shoot("by-points")
    await studio.tap("Show the point", "Did you say it?")
    await studio.shoot("by-points-shown")


def _forgotten(visit: Visit, learner_id: int) -> None:
    """Let all that is known have been forgotten seven times."""
    for question_id in visit.bank.questions:
        known = memories.get(visit.session, learner_id, question_id)
        if known:
            memories.save(visit.session, learner_id, question_id, replace(known, lapses=LAPSES))


async def reports(studio: Studio) -> None:
    """Say what is wrong with a question; the owner looks and answers."""
    owner = studio.sandbox.person("Owner", number=OWNER)
    await studio.set_up()
    await studio.reveal()
    await studio.tap("More")
    await studio.tap("Something is wrong", "One sentence is enough.")
    await studio.shoot("report-asked")
    await studio.say("The second point is no longer true since Python 3.13.", "Thank you")
    await studio.shoot("report-filed")
    await owner.says("/reports")
    await owner.sees("1 open")
    await studio.shoot("reports", of=owner)
    await owner.taps("Open: The second point")
    await owner.sees("Reported:")
    await studio.shoot("report", of=owner)
    await owner.taps("Answer")
    await owner.sees("Type your answer.")
    await studio.shoot("report-answering", of=owner)
    await owner.says("True. Mended today, thank you.")
    await owner.sees("Answered:")
    await studio.shoot("report-answered", of=owner)
    await studio.me.sees("Mended today")
    await studio.shoot("report-reply")
