from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import FaultKind
from tests.journeys.stage import answer, asks, set_up

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.sandbox import Person
    from tests.journeys.stage import Stage

ZONE = ZoneInfo("Europe/Berlin")


async def until_next(stage: Stage, hour: int = 9, minute: int = 0) -> None:
    """Let the clock jump to that time of the next day in Berlin."""
    day = stage.sandbox.clock.now().astimezone(ZONE).date() + timedelta(days=1)
    await stage.sandbox.jump_to(datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC))


async def all_is_heard(stage: Stage) -> None:
    """Wait until the bot has done what came before: who speaks last is answered last."""
    last = stage.sandbox.person("Who speaks last")
    await last.says("/progress")
    await last.sees("Where you stand")


@pytest.fixture
async def resting(stage: Stage) -> AsyncIterator[Person]:
    """A person in Berlin with no open question."""
    async with stage.bot():
        phone = stage.sandbox.person()
        await set_up(phone, "Europe/Berlin")
        await phone.says("stop")
        await phone.sees("Stopped.")
        yield phone


async def test_question_comes_in_the_morning(stage: Stage, resting: Person) -> None:
    await until_next(stage)
    await resting.sees(asks)

    await answer(resting, "Good")

    await resting.sees("That was today's question. Next: ")


async def test_restart_sends_nothing_twice(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone, "Europe/Berlin")
        await phone.says("stop")
        await phone.sees("Stopped.")
        await until_next(stage)
        await phone.sees(asks)
        count = len(phone.received)
    async with stage.bot() as bot:
        await bot.tick()

        assert len(phone.received) == count


async def test_missed_morning_is_sent_after_downtime(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone, "Europe/Berlin")
        await phone.says("stop")
        await phone.sees("Stopped.")
    await until_next(stage, 20, 30)
    async with stage.bot():
        await phone.sees(asks)


async def test_closed_slot_is_skipped(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone, "Europe/Berlin")
        await phone.says("stop")
        await phone.sees("Stopped.")
        count = len(phone.received)
    await until_next(stage, 21, 30)
    async with stage.bot() as bot:
        await bot.tick()

        assert len(phone.received) == count


async def test_unanswered_pushes_are_replaced_then_asked_about(
    stage: Stage, resting: Person
) -> None:
    pushes = []
    for _ in range(3):
        await until_next(stage)
        pushes.append(await resting.sees(asks))
    await until_next(stage)
    await resting.sees("Shall I keep asking?")
    await until_next(stage)

    live = [message.id for message in resting.received if asks(message)]
    assert live == [pushes[-1].id]
    await resting.taps("Keep asking")
    await resting.sees("Next: ")
    await until_next(stage)
    await resting.sees(asks)


async def test_flood_of_one_chat_does_not_hold_up_another(stage: Stage, resting: Person) -> None:
    other = stage.sandbox.person("Other")
    await set_up(other, "Europe/Berlin")
    await other.says("stop")
    await other.sees("Stopped.")
    stage.sandbox.faults.add(
        method="sendMessage", kind=FaultKind.FLOOD, wait=timedelta(seconds=30), chat=resting.id
    )
    before = len(resting.received)

    await until_next(stage)

    await other.sees(asks)
    assert len(resting.received) == before


async def test_failed_push_is_sent_by_the_next_tick(stage: Stage, resting: Person) -> None:
    stage.sandbox.faults.add(method="sendMessage", kind=FaultKind.SERVER, times=3, chat=resting.id)
    before = len(resting.received)
    await until_next(stage)
    assert len(resting.received) == before

    await stage.sandbox.jump_to(stage.sandbox.clock.now() + timedelta(minutes=1))

    await resting.sees(asks)


async def test_blocked_person_is_left_alone_until_unblocked(stage: Stage, resting: Person) -> None:
    await resting.blocks()
    await all_is_heard(stage)
    await until_next(stage)
    sends = [call for call in stage.sandbox.calls if call.error.startswith("Forbidden")]
    await resting.unblocks()
    await all_is_heard(stage)
    await until_next(stage)

    await resting.sees(asks)
    assert not sends


async def test_forbidden_send_marks_the_person(stage: Stage, resting: Person) -> None:
    stage.sandbox.faults.add(method="sendMessage", kind=FaultKind.BLOCKED, chat=resting.id)
    await until_next(stage)
    before = len(resting.received)
    await until_next(stage)
    assert len(resting.received) == before

    await resting.says("/start")

    await resting.sees("Good to see you again.")


async def test_lost_answer_of_a_send_is_not_repeated(stage: Stage, resting: Person) -> None:
    stage.sandbox.faults.add(method="sendMessage", kind=FaultKind.DROP_AFTER, chat=resting.id)
    before = len(resting.received)

    await until_next(stage)
    await stage.sandbox.jump_to(stage.sandbox.clock.now() + timedelta(minutes=1))

    assert len(resting.received) == before + 1
    await resting.taps("Show answer")
    await resting.sees("The answer to")


async def test_no_zone_no_push_but_asked_once(stage: Stage) -> None:
    async with stage.bot():
        phone = stage.sandbox.person()
        await set_up(phone)
        await answer(phone, "Good")
        await phone.sees("What time is it for you?")
        await phone.says("stop")
        await phone.sees("Stopped.")
        before = len(phone.received)

        await until_next(stage)

        assert len(phone.received) == before
