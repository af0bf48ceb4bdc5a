"""One question from the hint to the grade, and every pace at which it can go."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tools.pictures.studio import can_be_graded, is_question

if TYPE_CHECKING:
    from tools.pictures.studio import Studio

TABLE = """\
/import # Isolation

## Which isolation levels are there?

| Isolation level | What it prevents | Cost |
|-----------------|------------------|-----:|
| Read committed | Dirty reads, nothing else | low |
| Repeatable read | Rows that change under you | middle |
| Serializable | Every anomaly there is | high |

## Which level does PostgreSQL begin with?

Read committed.
"""


async def answers(studio: Studio) -> None:
    """Look at everything that belongs to one question, and mend a slip."""
    await studio.set_up("All levels")
    await studio.say("/search mro several base classes", "found.")
    await studio.tap("Ask 1", is_question)
    await studio.tap("Hint", "Hint:")
    await studio.shoot("hint")
    await studio.tap("Outline", "1. ")
    await studio.shoot("outline")
    await studio.reveal()
    await studio.shoot("revealed")
    await studio.tap("Example")
    await studio.shoot("example")
    await studio.tap("Another")
    await studio.shoot("another")
    await studio.tap_for_note("Another")
    await studio.shoot("no-other-example")
    await studio.tap("Simpler")
    await studio.shoot("simpler")
    await studio.tap("Points", "Tap what you said.")
    await studio.tap("☐ 1", "Ticked 1")
    await studio.tap("☐ 2", "Ticked 2")
    await studio.tap("☐ 3", "Ticked 3")
    await studio.shoot("points")
    await studio.tap("More")
    await studio.shoot("more")
    await studio.tap("Picture", lambda m: m.media is not None)
    await studio.shoot("picture")
    await studio.tap("Answer", can_be_graded)
    await studio.tap("Good", is_question)
    await studio.tap("Undo", can_be_graded)
    await studio.shoot("undone")
    await studio.tap("Redo", is_question)
    await studio.tap("Change grade", can_be_graded)
    await studio.shoot("other-grades")
    await studio.tap("Leave it")
    await studio.me.sends_voice(timedelta(seconds=72))
    await studio.me.sees("Noted, 1:12")
    await studio.shoot("voice-kept")
    await studio.shoot("voice-top", top_of=await studio.reveal())


async def paces(studio: Studio) -> None:
    """Say how answers and grades are to come, and see it."""
    await studio.set_up()
    await studio.say("/pace", "Your pace")
    await studio.shoot("pace")
    for label in ("Answers point by point", "Only Again and Good", "Ask how sure I am"):
        await studio.tap(label, "Your pace")
    await studio.shoot("pace-changed")
    await studio.tap("Next question", is_question)
    await studio.shoot("confidence")
    await studio.tap("Half", "1. ")
    await studio.shoot("first-point")
    await studio.tap("Next (1")
    await studio.shoot("second-point")
    await studio.say("whole answer", "It stays so")
    await studio.shoot("pace-said")
    await studio.say("short first", "It stays so")
    await studio.say("questions with answers", "It stays so")
    await studio.tap("Good")
    await studio.shoot("answers-shown")


async def tables(studio: Studio) -> None:
    """Have an answer with a table in words, try whether the app draws one, and see it drawn."""
    await studio.set_up()
    await studio.put_away()
    await studio.say(TABLE, "2 questions")
    await studio.tap("Add all", "Added 2 questions")
    await studio.tap("Ask me from these now", is_question)
    await studio.reveal()
    await studio.shoot("table-in-words")
    await studio.tap("Test my app", "Do you see a table")
    await studio.shoot("table-test")
    await studio.tap("Yes, a table", "come drawn")
    await studio.tap("Next question")
    await studio.shoot("table-drawn")
