"""The first day, and the question of the next morning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.pictures.studio import is_question

if TYPE_CHECKING:
    from tools.pictures.studio import Studio


async def first_day(studio: Studio) -> None:
    """Come new, answer the first questions, practise a little, be asked the next morning."""
    await studio.say("/start", "Which level")
    await studio.shoot("level")
    await studio.tap("Middle", "Which areas")
    await studio.tap("Concurrency", "Which areas")
    await studio.shoot("areas")
    await studio.tap("Done", "What time is it")
    await studio.shoot("time")
    await studio.tap("19:30", "Which place")
    await studio.shoot("zone")
    await studio.me.taps("Berlin")
    await studio.me.sees(is_question)
    await studio.shoot("question")
    answer = await studio.reveal()
    await studio.shoot("answer")
    await studio.shoot("answer-top", top_of=answer)
    await studio.tap("Good", is_question)
    await studio.shoot("graded")
    await studio.say("Threads share memory, so only one runs Python code at a time.", "Noted.")
    await studio.shoot("noted")
    answer = await studio.reveal()
    await studio.shoot("own-answer-top", top_of=answer)
    await studio.tap("Hard", is_question)
    await studio.say("thanks")
    await studio.shoot("thanks")
    await studio.jump(days=1)
    await studio.me.sees(is_question)
    await studio.shoot("push")
    await studio.grade()
    await studio.shoot("push-done")
