"""Towards a date and beyond it, with the clock of the sandbox."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from tests.journeys.stage import answer, asks, set_up

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import date

    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage

ZONE = ZoneInfo("Europe/Berlin")


def today(stage: Stage) -> date:
    return stage.sandbox.clock.now().astimezone(ZONE).date()


def written(day: date) -> str:
    return f"{day.day} {day:%b}"


async def until_morning(stage: Stage, days: int = 1) -> None:
    """Let the clock jump to nine in the morning, some days on."""
    day = today(stage) + timedelta(days=days)
    await stage.sandbox.jump_to(datetime.combine(day, time(9), ZONE).astimezone(UTC))


def ends(message: Message) -> bool:
    done = ("planned for today", "today's plan", "today's part", "last part")
    return asks(message) or any(part in message.text for part in done)


@pytest.fixture
async def person(stage: Stage) -> AsyncIterator[Person]:
    """A person in Berlin with no open question."""
    async with stage.bot():
        phone = stage.sandbox.person()
        await set_up(phone, "Europe/Berlin")
        await phone.says("stop")
        await phone.sees("Stopped.")
        yield phone


async def do_the_day(phone: Person, grade: str = "Good") -> int:
    """Answer what comes until the plan of the day is done; tell how much it was."""
    done = 0
    message = await phone.sees(ends)
    while asks(message) or "more planned" in message.text:
        if not asks(message):
            await phone.taps("Next question")
            await phone.sees(asks)
        await answer(phone, grade)
        done += 1
        message = await phone.sees(ends)
    return done


async def test_dates_that_cannot_be_are_explained(person: Person) -> None:
    for typed, said in {
        "/interview 31 Feb": "There is no such day",
        "/interview yesterday": "is in the past",
        "/interview today": "That is today",
        "/interview in ten years": "more than two years away",
        "/interview when it suits": "I could not read a date there",
        "/interview 0 a day": "A day can have 1 to 200",
    }.items():
        await person.says(typed)
        await person.sees(said)
    await person.says("/interview")
    await person.sees("No date yet.")


async def test_a_date_is_set_changed_and_dropped_by_taps(person: Person) -> None:
    await person.says("/interview")
    await person.sees("No date yet.")
    await person.taps("In 3 weeks")
    await person.until(lambda: "in 21 days" in person.messages[-1].text)
    await person.taps("Other date")
    await person.until(lambda: "Type the new date." in person.messages[-1].text)
    await person.says("in two weeks")
    await person.sees("in 14 days")
    await person.taps("Its topics")
    await person.until(lambda: "What is it about?" in person.messages[-1].text)
    await person.taps("Kafka")
    await person.until(lambda: "✓ Kafka" in str(person.messages[-1].labels))
    await person.taps("Back")
    await person.until(lambda: "About Kafka" in person.messages[-1].text)
    await person.says("/next")
    assert "Kafka" in (await person.sees(asks)).text
    await person.says("/interview")
    await person.sees("About Kafka")
    await person.taps("Drop it")
    await person.until(lambda: "What you have learned stays." in person.messages[-1].text)
    await person.taps("Drop it")
    await person.until(lambda: "No date yet." in person.messages[-1].text)


async def test_a_date_is_moved_in_words(stage: Stage, person: Person) -> None:
    first, second = (today(stage) + timedelta(days=days) for days in (20, 27))
    await person.says(f"my interview is on {written(first)}")
    await person.sees(written(first))
    await person.says(f"my interview was moved to {written(second)}")

    shown = await person.sees("in 27 days")

    assert written(first) not in shown.text


async def test_single_topics_go_with_the_date(person: Person) -> None:
    await person.says("/interview in three weeks kafka traps, django")
    shown = await person.sees("in 21 days")

    assert "About Django, Traps" in shown.text


async def test_two_on_one_day_need_different_topics(person: Person) -> None:
    await person.says("/interview in 10 days")
    await person.sees("in 10 days")
    await person.says("/interview in 10 days 15:00")
    await person.sees("There is one on")
    await person.says("/interview in 10 days 15:00 Kafka")
    both = await person.sees("About Kafka")

    assert both.text.count("in 10 days") == 2


async def test_another_try_is_taken_without_the_command(person: Person) -> None:
    for wrong, said in {
        "/interview 31 Feb": "There is no such day",
        "yesterday": "is in the past",
        "in ten years": "more than two years away",
    }.items():
        await person.says(wrong)
        await person.sees(said)
    await person.says("in 10 days")
    await person.sees("in 10 days")
    await person.says("/interview in 10 days")
    await person.sees("There is one on")
    await person.says("in 10 days Kafka")
    await person.sees("About Kafka")


async def test_an_amount_that_was_asked_for_is_taken_as_it_is_typed(person: Person) -> None:
    await person.says("/interview in 10 days")
    await person.sees("in 10 days")
    await person.taps("How much a day")
    await person.until(lambda: "How much a day?" in person.messages[-1].text)
    for wrong in ("0", "-5 a day", "1000"):
        await person.says(wrong)
        await person.sees("A day can have 1 to 200")
    await person.says("40 minutes")
    await person.sees("With 40 minutes a day")


async def test_words_that_name_no_subject_are_told(person: Person) -> None:
    await person.says("/interview in 10 days cobol")
    told = await person.sees("I know no track or area “cobol”")
    assert "Its topics" in str(told.labels)
    await person.says("/interview in 10 days fortran")
    told = await person.sees("There is one on")
    assert told.text.startswith("I know no track or area “fortran”. ")
    await person.says("my interview with the team is in 12 days")
    assert "I know no" not in (await person.sees("in 12 days")).text


async def test_a_text_that_is_no_date_stays_an_answer(person: Person) -> None:
    await person.says("/next")
    await person.sees(asks)
    await person.says("/interview")
    await person.sees("No date yet.")

    await person.says("It holds a lock while bytecode runs")

    await person.sees("Noted.")


async def test_an_easy_return_is_one_tap(stage: Stage, person: Person) -> None:
    await person.says("/interview 18 a day")
    await person.sees("No date yet.")
    await person.says("/interview tomorrow")
    await person.sees("tomorrow")
    await person.says("/next")
    assert await do_the_day(person) == 18
    await until_morning(stage, 30)
    await person.says("/next")
    offered = await person.sees("Good to see you again.")
    assert offered.labels[0] == ("3 days, 6 a day",)

    await person.taps("3 days, 6 a day")

    assert await do_the_day(person) == 6
