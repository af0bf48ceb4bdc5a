"""What is asked for in words: sets, words in doubt, search."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from tools.pictures.studio import is_question

_EVENING = time(19, 30)

if TYPE_CHECKING:
    from tools.pictures.studio import Studio


async def sets(studio: Studio) -> None:
    """Ask for a set, leave it, go on a day later, and finish it."""
    await studio.set_up("All levels")
    await studio.say("3 python junior", "Python, junior: 3 questions.")
    await studio.me.sees("1 of 3")
    await studio.shoot("set-begun")
    await studio.grade("Again")
    await studio.say("stop", "Stopped at 2 of 3")
    await studio.shoot("set-stopped")
    await studio.jump(days=1, at=_EVENING)
    await studio.put_away()
    await studio.say("/next", "go on?")
    await studio.shoot("set-offered")
    await studio.tap("Go on", "2 of 3")
    await studio.grade("Hard")
    await studio.me.sees("3 of 3")
    await studio.grade("Good")
    await studio.me.sees("Done: 3 questions")
    await studio.shoot("set-done")


async def doubts(studio: Studio) -> None:
    """Say what is unclear, too much or not there."""
    await studio.set_up()
    await studio.put_away()
    await studio.say("salary and rabbit m q", "Which one do you mean")
    await studio.shoot("unsure")
    await studio.say("5 cobol", "cobol")
    await studio.shoot("nothing-on-it")
    await studio.say("5000 python", "A set has 1 to")
    await studio.shoot("too-many")
    await studio.say("40 flask senior", "I have")
    await studio.me.sees(is_question)
    await studio.shoot("fewer-than-asked")
    await studio.say("example", "comes with the answer")
    await studio.shoot("with-the-answer")
    await studio.say("django")
    await studio.shoot("kept-or-meant")
    await studio.say("settings", "What would you like to change?")
    await studio.shoot("what-to-change")
    await studio.say("asdkj qwe lkj")
    await studio.shoot("not-clear")
    await studio.put_away()
    await studio.say("asdkj qwe lkj")
    await studio.shoot("no-question-is-open")
    await studio.say("2 kafka. 3 flask", "Then:")
    await studio.shoot("several-sets")


async def search(studio: Studio) -> None:
    """Look for a question by words."""
    await studio.set_up()
    await studio.say("/search", "What are you looking for?")
    await studio.say("isolation", "found.")
    await studio.shoot("search")
    await studio.tap("More (1")
    await studio.shoot("search-further")
    await studio.say("/search zxqv", "Nothing found")
    await studio.shoot("search-nothing")
