"""A whole preparation of 21 days, as somebody lives it: promises are kept on every one of them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.screens import wording
from tests.journeys.stage import asks, set_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage

ZONE = ZoneInfo("Europe/Berlin")
DAYS, A_DAY, QUESTIONS = 21, 5, 18
SUNDAY = 6
MISSED = (8, 9)
MOCKS = {5: "Practice", 13: "Real"}
RESTART = 11
FORECAST = re.compile(
    rf"With (\d+) a day you will have seen all {QUESTIONS} by \w+ (\d+ \w+); "
    r"I expect you to recall about (\d+) of them"
)
DONE = ("planned for today", "today's plan")


def written(day: date) -> str:
    return f"{day.day} {day:%b}"


def name_of(message: Message) -> str:
    found = re.search(r"What is [^?]+\?", message.text)
    assert found, message.text
    return found[0]


def asks_in_round(message: Message) -> bool:
    return message.text.startswith("Mock ") and "Give up" in str(message.labels)


def is_score(message: Message) -> bool:
    return "How is it scored?" in str(message.labels)


def can_be_graded(message: Message) -> bool:
    return any(re.search(r"\bGood( ·|$)", label) for row in message.labels for label in row)


def ends(message: Message) -> bool:
    return asks(message) or any(part in message.text for part in DONE)


@dataclass
class Diary:
    """Somebody in Berlin: what they were asked on which day, and by when they were promised it."""

    stage: Stage
    phone: Person
    asked: defaultdict[date, list[str]] = field(default_factory=lambda: defaultdict(list))
    promised: dict[str, date] = field(default_factory=dict)
    grades: Iterator[str] = field(default_factory=lambda: cycle(("Good", "Again", "Good", "Hard")))

    @property
    def today(self) -> date:
        return self.stage.sandbox.clock.now().astimezone(ZONE).date()

    @property
    def seen(self) -> set[str]:
        return {name for names in self.asked.values() for name in names}

    async def until(self, day: date, hour: int = 9) -> None:
        moment = datetime.combine(day, time(hour), ZONE)
        await self.stage.sandbox.jump_to(moment.astimezone(UTC))

    def note(self, question: Message) -> None:
        """Note that a question was asked, and hold what was said of it against the day."""
        name = name_of(question)
        self.asked[self.today].append(name)
        if name in self.promised:
            assert self.today <= self.promised.pop(name)

    async def grade(self, name: str, on: Message | None = None) -> None:
        """Grade what is shown, and note what is said of when it comes again."""
        await self.phone.taps(next(self.grades), on=on)
        graded = await self.phone.sees(lambda m: name in m.text and wording.UNDO in str(m.labels))
        assert " Again on " not in graded.text  # until the day only promises have a date
        by = re.search(r"Again by \w+ (\d+) (\w+)\.", graded.text)
        if by:
            self.promised[name] = self.on_day(f"{by[1]} {by[2]}")

    def on_day(self, text: str) -> date:
        days = (self.today + timedelta(days=number) for number in range(60))
        return next(day for day in days if written(day) == text)

    async def do_the_plan(self) -> Message:
        """Answer what comes until the plan of the day is done."""
        message = await self.phone.sees(ends)
        while asks(message) or "more planned" in message.text:
            if not asks(message):
                await self.phone.taps("Next question")
                message = await self.phone.sees(asks)
            self.note(message)
            await self.phone.taps("Show answer", on=message)
            revealed = await self.phone.sees(can_be_graded)
            labels = [label for row in revealed.labels for label in row if " · " in label]
            assert all(re.search(r" · (today|by \d+ \w+)$", label) for label in labels)
            await self.grade(name_of(message))
            message = await self.phone.sees(ends)
        return message

    async def do_a_round(self, mode: str) -> None:
        """Go through a mock round of three questions."""
        await self.phone.says("/mock")
        await self.phone.sees("Mock round")
        for choice in ("3 questions", mode):
            if f"✓ {choice}" not in str(self.phone.messages[-1].labels):
                await self.phone.taps(choice)
                await self.phone.until(
                    lambda c=choice: f"✓ {c}" in str(self.phone.messages[-1].labels)  # type: ignore[misc]
                )
        await self.phone.taps("Begin")
        message = await self.phone.sees(asks_in_round)
        while not is_score(message):
            if asks_in_round(message):
                self.note(message)
                await self.phone.taps("Said aloud", on=message)
            else:
                await self.phone.taps("Good", on=message)
            message = await self.phone.sees(
                lambda m: asks_in_round(m) or can_be_graded(m) or is_score(m)
            )


async def test_a_whole_preparation_keeps_its_promises(stage: Stage) -> None:
    diary = Diary(stage, stage.sandbox.person())
    phone, on = diary.phone, diary.today + timedelta(days=DAYS)
    async with stage.bot():
        await set_up(phone, "Europe/Berlin")
        await phone.says("stop")
        await phone.sees("Stopped.")
        await phone.says(f"my interview is on {written(on)} at 14:00")
        ten = FORECAST.search((await phone.sees("in 21 days")).text)
        await phone.says(f"/interview {A_DAY} a day")
        five = FORECAST.search((await phone.sees(f"With {A_DAY} a day")).text)
        assert ten
        assert five
        assert 0.4 * QUESTIONS <= int(five[3]) <= int(ten[3]) <= QUESTIONS
        assert diary.today < diary.on_day(five[2]) < on
        seen_by = diary.on_day(five[2])
        start = diary.today
        for number in range(1, RESTART):
            await live(diary, start, number)
    async with stage.bot():
        for number in range(RESTART, DAYS):
            await live(diary, start, number)
        early = (names for day, names in diary.asked.items() if day <= seen_by)
        assert len({name for names in early for name in names}) == QUESTIONS
        await the_day_itself(diary, on)
        await the_day_after(diary, on)

    lived = (start + timedelta(days=number) for number in range(1, DAYS))
    sundays = sum(day.weekday() == SUNDAY for day in lived)
    assert sum(m.text.startswith("Since last Sunday: ") for m in phone.received) == sundays


async def live(diary: Diary, start: date, number: int) -> None:
    """Live a day: its daily question is pushed at nine; on some a mock round comes before."""
    day = start + timedelta(days=number)
    if number in MISSED:
        await diary.until(day)
        return
    if number in MOCKS:
        await diary.until(day, hour=7)
        await diary.do_a_round(MOCKS[number])
        await diary.until(day)
        await diary.phone.says("/next")
    else:
        await diary.until(day)
    await diary.do_the_plan()
    assert len(set(diary.asked[day])) <= A_DAY
    assert all(by > day for by in diary.promised.values())


async def the_day_itself(diary: Diary, on: date) -> None:
    """Nothing comes by itself; a few questions do on request."""
    phone = diary.phone
    before = len(phone.received)
    await diary.until(on)
    assert phone.received[before:] == ()
    await phone.says("/next")
    day = await phone.sees("Today is the day")
    assert day.labels == (("A light warm-up", "My interview"),)
    await phone.taps("A light warm-up")
    assert name_of(await phone.sees(asks)) in diary.seen
    await phone.says("stop")
    await phone.sees("Stopped.")


async def the_day_after(diary: Diary, on: date) -> None:
    """It is asked once how it went; then memories alone tell what comes."""
    phone = diary.phone
    await diary.until(on + timedelta(days=1))
    asked = await phone.sees("How did the interview of")
    assert asked.labels == (("Went well", "So so", "Not well"),)
    await diary.stage.sandbox.jump_to(diary.stage.sandbox.clock.now() + timedelta(minutes=1))
    assert sum("How did the interview of" in m.text for m in phone.received) == 1
    await phone.taps("So so")
    await phone.sees("Which questions were asked?")
    await phone.says("What is Kafka Traps 2?\nsomething about zebras in Kazakhstan")
    found = await phone.sees("Tap those that were asked.")
    assert "What is Kafka Traps 2?" in found.labels[0][0]
    await phone.taps("What is Kafka Traps 2?")
    await phone.until(lambda: "✓ What is Kafka Traps 2?" in str(phone.messages[-1].labels))
    await phone.says("/interview")
    await phone.sees("No date yet.")
    await phone.says("/next")
    await phone.taps("Show answer", on=await phone.sees(asks))
    await phone.sees(lambda m: bool(re.search(r"Good · \d+ (d|mo)", str(m.labels))))
