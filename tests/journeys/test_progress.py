"""Progress over two weeks: the picture, its words and switches, and the summary on Sundays."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import FaultKind
from bot.sandbox.chats import MediaKind
from tests.journeys.stage import answer, asks, set_up

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage

ZONE = ZoneInfo("Europe/Berlin")


def today(stage: Stage) -> date:
    return stage.sandbox.clock.now().astimezone(ZONE).date()


async def until(stage: Stage, day: date, hour: int = 9, minute: int = 0) -> None:
    moment = datetime.combine(day, time(hour, minute), ZONE)
    await stage.sandbox.jump_to(moment.astimezone(UTC))


def sunday(stage: Stage) -> date:
    """Name the next Sunday that lies ahead."""
    day = today(stage) + timedelta(days=1)
    return day + timedelta(days=6 - day.weekday())


def is_picture(message: Message) -> bool:
    return message.media is not None and message.media.kind is MediaKind.PHOTO


def is_summary(message: Message) -> bool:
    return message.text.startswith("Since last Sunday: ")


def summaries(phone: Person) -> list[Message]:
    return [message for message in phone.received if is_summary(message)]


async def practise_on_saturday(stage: Stage, phone: Person) -> None:
    """Grade one question on the eve of a Sunday."""
    await until(stage, sunday(stage) + timedelta(days=6), 12)
    await phone.says("/next")
    await phone.sees(asks)
    await answer(phone, "Good")
    await phone.sees("Good. Again on ")


@pytest.fixture
async def person(stage: Stage) -> AsyncIterator[Person]:
    """A person in Berlin who has graded one question, on a Saturday."""
    async with stage.bot():
        phone = stage.sandbox.person()
        await set_up(phone, "Europe/Berlin")
        await phone.says("stop")
        await phone.sees("Stopped.")
        await practise_on_saturday(stage, phone)
        yield phone


async def test_somebody_new_gets_words_alone(phone: Person) -> None:
    await set_up(phone)

    await phone.says("/progress")

    shown = await phone.sees("Where you stand")
    assert "Streak: begins with your next answer" in shown.text
    assert not any(map(is_picture, phone.received))


async def test_two_weeks_of_work(stage: Stage, person: Person) -> None:
    first = today(stage)
    for day in range(1, 14):
        await until(stage, first + timedelta(days=day))
        if day != 10:  # the freeze of that day was earned on the fifth
            await person.sees(asks)
            await answer(person, "Good")
            await person.sees("That was today's question.")
    await person.says("/interview in three weeks")
    await person.sees("in 21 days")

    await person.says("/progress")

    picture = await person.sees(is_picture)
    words = await person.sees("Where you stand")
    assert person.opens(picture).startswith(b"\x89PNG")
    assert picture.text.startswith("Ready for ")
    assert "Streak: 13 days. A freeze was used on " in words.text
    assert " of 18\n" in words.text
    assert len(summaries(person)) == 2


async def test_a_picture_of_the_same_is_drawn_once(person: Person) -> None:
    for _ in range(2):
        await person.says("/progress")
        await person.sees(is_picture)
        await person.sees("Where you stand")
    await person.says("/next")
    await person.sees(asks)
    await answer(person, "Good")
    await person.says("/progress")
    await person.sees(is_picture)

    first, second, third = (m for m in person.received if is_picture(m))
    assert first.media
    assert second.media
    assert third.media
    assert first.media.file == second.media.file != third.media.file


async def test_pages_and_switches_are_one_tap_and_back(person: Person) -> None:
    await person.says("/progress")
    shown = await person.sees("Where you stand")

    async def tap(label: str, said: str) -> None:
        await person.taps(label)
        await person.until(
            lambda: said in person.messages[-1].text + str(person.messages[-1].labels)
        )

    await tap("How is it counted?", "Readiness is the share of your questions")
    await tap("Back", "Where you stand")
    await tap("Statistics", "I can tell after 20 more answers")
    await tap("Back", "Where you stand")
    await tap("What is shown", "Count days in a row")
    await tap("4 days", "✓ 4 days")
    await tap("✓ Statistics", "('Statistics',)")
    await tap("Dark picture", "✓ Dark picture")
    await tap("Back", "This week: 1 of 4 days")
    assert "Statistics" not in str(person.messages[-1].labels)
    assert person.messages[-1].id == shown.id
    await tap("What is shown", "✓ 4 days")
    await tap("Neither", "✓ Neither")
    await tap("Back", "Where you stand")
    assert "This week" not in person.messages[-1].text


async def test_what_helps_most_is_asked_by_a_tap(person: Person) -> None:
    await person.says("/progress")
    shown = await person.sees("Where you stand")
    best = next(line for line in shown.text.splitlines() if line.startswith("2. "))

    await person.taps("Ask 2")

    question = await person.sees(asks)
    assert best.removeprefix("2. ") in question.text


async def test_summary_comes_before_the_question_and_once(stage: Stage, person: Person) -> None:
    await until(stage, sunday(stage))

    summary = await person.sees(is_summary)
    question = await person.sees(asks)
    assert is_picture(summary)
    assert len(summary.text.split("\n")) == 3
    assert summary.id < question.id
    await stage.sandbox.jump_to(stage.sandbox.clock.now() + timedelta(minutes=1))
    assert len(summaries(person)) == 1


async def test_a_restart_sends_no_second_summary(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone, "Europe/Berlin")
        await practise_on_saturday(stage, phone)
    await until(stage, sunday(stage), 10)  # the bot is down at nine
    async with stage.bot():
        await phone.sees(is_summary)
    async with stage.bot() as bot:
        await bot.tick()

        assert len(summaries(phone)) == 1


async def test_a_lost_answer_is_not_repeated(stage: Stage, person: Person) -> None:
    stage.sandbox.faults.add(method="sendPhoto", kind=FaultKind.DROP_AFTER, chat=person.id)

    await until(stage, sunday(stage))
    await person.sees(is_summary)
    await stage.sandbox.jump_to(stage.sandbox.clock.now() + timedelta(minutes=1))

    assert len(summaries(person)) == 1


async def test_a_summary_that_was_not_sent_comes_a_minute_later(
    stage: Stage, person: Person
) -> None:
    stage.sandbox.faults.add(method="sendPhoto", kind=FaultKind.SERVER, times=3, chat=person.id)
    await until(stage, sunday(stage))
    assert not summaries(person)

    await stage.sandbox.jump_to(stage.sandbox.clock.now() + timedelta(minutes=1))

    await person.sees(is_summary)


async def test_off_by_one_tap_and_on_again(stage: Stage, person: Person) -> None:
    await until(stage, sunday(stage))
    await person.sees(is_summary)

    await person.taps("No more summaries")

    await person.sees("No more summaries on Sundays.")
    await person.until(lambda: summaries(person)[0].labels == ())
    await practise_on_saturday(stage, person)
    await until(stage, sunday(stage))
    await person.sees(asks)
    assert len(summaries(person)) == 1
    await person.says("/progress")
    await person.sees("Where you stand")
    await person.taps("What is shown")
    await person.until(lambda: "Summary on Sundays" in str(person.messages[-1].labels))
    await person.taps("Summary on Sundays")
    await person.until(lambda: "✓ Summary on Sundays" in str(person.messages[-1].labels))
    await practise_on_saturday(stage, person)
    await until(stage, sunday(stage))
    await person.sees(is_summary)


async def test_a_refused_picture_leaves_the_words(stage: Stage, person: Person) -> None:
    stage.sandbox.faults.add(method="sendPhoto", kind=FaultKind.BLOCKED, chat=person.id)

    await person.says("/progress")

    await person.sees("Where you stand")
