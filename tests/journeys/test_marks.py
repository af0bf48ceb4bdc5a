"""Stars, hidden questions, real interviews and leeches, as somebody on a train would use them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.questions import bank as banks
from bot.storage import memories
from bot.storage.database import Database
from tests.journeys.stage import set_up

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.questions.model import QuestionId
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage

DAY = timedelta(days=1)
QUESTION = """
## What is thing {number}?
<!-- id: thing-{number} · level: middle -->

The answer to {number}.

### Key points
- First comes one
- Then comes two
### Hint
Look closer.
"""


@pytest.fixture
def bank() -> Bank:
    questions = "".join(QUESTION.format(number=number) for number in range(8))
    text = f"---\ntopic: Things\narea: Python\n---\n{questions}"
    built, problems = banks.build([("python/things.md", text)])
    assert not problems
    return built


async def more(phone: Person) -> Message:
    """Reveal the open question and look at what else there is to do with it."""
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    await phone.taps("More")
    return await phone.sees(lambda m: "Asked me for real" in str(m.labels))


def name_of(message: Message) -> str:
    (name,) = [line for line in message.text.splitlines() if line.startswith("What is")]
    return name


def is_asked(message: Message) -> bool:
    return message.labels[:1] == (("Show answer",),)


async def test_starred_question_is_found_asked_and_let_go(phone: Person) -> None:
    await set_up(phone)
    name = name_of(await more(phone))
    await phone.taps("Star")
    await phone.sees("starred")
    await phone.taps("Good")
    await phone.sees(is_asked)

    await phone.says("/starred")
    await phone.sees(name)
    await phone.taps("Ask 1")
    again = await phone.sees(lambda m: is_asked(m) and name in m.text)
    assert "starred" in again.text
    await phone.says("/starred")
    await phone.sees("Starred questions")
    await phone.taps("Unstar 1")

    await phone.sees("Star a question under More")


async def test_star_is_taken_back_and_put_on_again(phone: Person) -> None:
    await set_up(phone)
    question = await more(phone)
    await phone.taps("Star")
    await phone.sees("starred")
    await phone.says("/undo")
    await phone.sees("It is not starred again.")
    still = next(m for m in phone.messages if m.id == question.id)
    assert "Good · 2 d" in str(still.labels)

    await phone.says("/redo")

    await phone.sees("It is starred again.")


async def test_asked_for_real_twice_with_a_place(phone: Person) -> None:
    await set_up(phone)
    await more(phone)
    await phone.taps("Asked me for real")
    await phone.sees("When were you asked it?")
    await phone.taps("Yesterday")
    await phone.sees("asked for real once")
    await phone.says("Acme, second round")
    await phone.sees(lambda m: m.text.startswith("Noted:") and "Acme, second round" in m.text)

    await phone.taps("Asked another time too")
    choice = await phone.sees("When were you asked it?")
    await phone.taps("Earlier", on=choice)
    await phone.taps("Earlier", on=choice)

    twice = await phone.sees("asked for real 2 times")
    assert "1. " in twice.text
    assert "Acme" in twice.text
    await phone.taps("Good")
    await phone.sees(is_asked)


async def test_hidden_question_stays_away_until_it_is_brought_back(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        name = name_of(await more(phone))
        await phone.taps("Hide")
        await phone.sees("Hidden: I will not ask it again.")
    async with stage.bot():
        await phone.says("/hidden")
        listed = await phone.sees(name)
        await phone.taps("Bring back 1", on=listed)
        await phone.sees("Nothing is hidden.")
        await phone.taps("Bring back 1", on=listed)
        await phone.says("/undo")

        await phone.sees("It is hidden again.")


async def test_skip_is_until_tomorrow(phone: Person) -> None:
    await set_up(phone)
    await phone.taps("Skip today")

    await phone.sees("Skipped until tomorrow.")
    await phone.sees(is_asked)


async def test_tap_on_an_old_star_is_harmless(phone: Person) -> None:
    await set_up(phone)
    old = await more(phone)
    await phone.taps("Good")
    await phone.sees(is_asked)

    await phone.taps("Star", on=old)
    await phone.taps("Asked me for real", on=old)
    await phone.says("/starred")

    await phone.sees("Starred questions")


def forget_often(stage: Stage, phone: Person, lapses: int) -> QuestionId:
    """Make of the one question that is known one that was forgotten so many times."""
    database = Database(f"sqlite:///{stage.folder}/bot.db")
    with database.transaction() as session:
        ((question_id, known),) = memories.of(session, phone.id).items()
        long_ago = known.last_day.replace(year=known.last_day.year - 2)
        worn = replace(known, lapses=lapses, last_day=long_ago, due_day=long_ago)
        memories.save(session, phone.id, question_id, worn)
    database.close()
    return question_id


async def leech(stage: Stage, phone: Person) -> Message:
    """Forget a question for the eighth time."""
    await set_up(phone)
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    await phone.taps("Good")
    await phone.sees(is_asked)
    await phone.says("stop")
    forget_often(stage, phone, 7)
    await stage.sandbox.jump_to(stage.sandbox.clock.now() + DAY)
    await phone.says("/next")
    await phone.sees(is_asked)
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    await phone.taps("Again")
    return await phone.sees("You have forgotten this one 8 times.")


async def test_leech_is_said_once_and_kept(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        said = await leech(stage, phone)
        assert "Hint: Look closer." in said.text
        assert said.labels == (("Split by points",), ("Keep", "Hide"))

        await phone.taps("Keep")

        await phone.sees("It stays as it is.")


async def test_undo_takes_the_notice_back(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        said = await leech(stage, phone)
        await phone.says("/undo")
        await phone.sees("The answer to")

        await phone.until(lambda: said.id not in {m.id for m in phone.messages})


async def test_split_question_is_recalled_point_by_point(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        said = await leech(stage, phone)
        await phone.taps("Split by points")
        await phone.sees("point by point")
        await phone.says("stop")
        await phone.sees("Stopped.")
    async with stage.bot():
        await stage.sandbox.jump_to(stage.sandbox.clock.now() + DAY)
        await phone.says("/next")
        first = await phone.sees("Point 1 of 2")
        assert name_of(first) == name_of(said)
        assert "First comes one" not in first.text
        await phone.taps("Show the point")
        await phone.sees("First comes one")
        await phone.taps("I said it")
        await phone.sees("Point 2 of 2")
        await phone.taps("Show the point")
        await phone.sees("Then comes two")
        await phone.taps("I missed it")

        points = await phone.sees("Ticked 1 of 2. I suggest Hard; you decide.")
        assert "☑ 1. First comes one" in str(points.labels)
        await phone.taps("→ Hard")
        await phone.sees("Hard. Again on ")


async def test_hidden_leech_can_be_brought_back(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        said = await leech(stage, phone)
        await phone.taps("Hide", on=said)
        await phone.sees("/hidden brings it back")
        await phone.says("/hidden")

        await phone.sees(name_of(said))
