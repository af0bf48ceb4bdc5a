"""A night in which parameters are fitted, and the morning after it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from benchmarks.fitting import FORGETFUL, TODAY, practised
from bot.handlers import fitting
from bot.study.fitting import ENOUGH
from tests.handlers import fitters
from tests.journeys.stage import set_up
from tests.reviewing import insert_reviews

if TYPE_CHECKING:
    from bot.app import Hotseat
    from bot.sandbox import Message, Person
from tests.journeys.stage import Stage


def has_practised(hotseat: Hotseat, phone: Person, stage: Stage) -> None:
    """Let a forgetful person have practised for long, up to yesterday."""
    reviews = practised(FORGETFUL, ENOUGH, seed=4)
    yesterday = stage.sandbox.clock.now().date() - timedelta(days=1)
    ago = (TODAY - reviews[-1].day) + (yesterday - TODAY)
    with hotseat.database.transaction() as session:
        insert_reviews(session, phone.id, [replace(one, day=one.day + ago) for one in reviews])


async def until_the_night(stage: Stage) -> None:
    tomorrow = stage.sandbox.clock.now() + timedelta(days=1)
    await stage.sandbox.jump_to(tomorrow.replace(hour=4, minute=30))


def offers(message: Message, label: str) -> bool:
    return any(label in row for row in message.labels)


async def test_labels_are_own_after_the_night(stage: Stage) -> None:
    async with stage.bot() as hotseat:
        phone = stage.sandbox.person()
        await set_up(phone, "UTC")
        has_practised(hotseat, phone, stage)
        await phone.taps("Show answer")
        await phone.sees(lambda message: offers(message, "Good · 2 d"))
        await until_the_night(stage)

        await fitting.tick(hotseat.run_use_case)

        await phone.says("/next")
        await phone.sees(lambda message: offers(message, "Good · 1 d"))


def looking() -> bool:
    return any(task.get_name() == "own parameters" for task in asyncio.all_tasks())


async def test_bot_looks_by_itself_while_it_runs(stage: Stage) -> None:
    async with stage.bot():
        await set_up(stage.sandbox.person())
        assert looking()

    assert not looking()


async def test_fit_under_way_does_not_keep_the_bot_from_stopping(stage: Stage) -> None:
    begun = asyncio.Event()
    async with stage.bot() as hotseat:
        phone = stage.sandbox.person()
        await set_up(phone, "UTC")
        has_practised(hotseat, phone, stage)
        await until_the_night(stage)

        async def run(act: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as it returns
            found = await hotseat.run_use_case(act, *args, **kwargs)
            if act.__name__ == "take_up":
                begun.set()
            return found

        async with fitting.at_night(run, fitters.go_on_for_ever, first=timedelta()):
            await begun.wait()
            stopping = asyncio.get_running_loop().time()

        assert asyncio.get_running_loop().time() - stopping < 10
