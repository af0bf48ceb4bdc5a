"""Updates in order for one learner, side by side for different ones."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from telegram import Bot, Chat, Message, Update, User

from bot.handlers.lanes import Handled, Lanes, lane_of, limited, read

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LONG = timedelta(seconds=30)
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def update_of(user_id: int, update_id: int) -> Update:
    user = User(user_id, "Ann", is_bot=False)
    return Update(update_id, message=Message(1, EPOCH, Chat(user_id, "private"), from_user=user))


def recording(order: list[int]) -> Callable[[Update], Awaitable[Handled]]:
    async def handle(update: Update) -> Handled:
        order.append(update.update_id)
        await asyncio.sleep(0)
        order.append(-update.update_id)
        return Handled.DONE

    return handle


async def test_one_learner_in_order() -> None:
    order: list[int] = []
    lanes = Lanes(recording(order))

    for update_id in (1, 2, 3):
        lanes.submit(update_of(7, update_id))
    await lanes.drain(LONG)

    assert order == [1, -1, 2, -2, 3, -3]


async def test_different_learners_at_once() -> None:
    meeting = asyncio.Barrier(2)

    async def handle(_: Update) -> Handled:
        await meeting.wait()
        return Handled.DONE

    lanes = Lanes(handle)
    both = [lanes.submit(update_of(user_id, user_id)) for user_id in (1, 2)]

    async with asyncio.timeout(10):
        assert await asyncio.gather(*both) == [Handled.DONE, Handled.DONE]


async def test_repeated_while_under_way_runs_once() -> None:
    order: list[int] = []
    lanes = Lanes(recording(order))

    first, second = lanes.submit(update_of(7, 1)), lanes.submit(update_of(7, 1))
    await lanes.drain(LONG)

    assert first is second
    assert order == [1, -1]


async def test_late_work_is_cancelled() -> None:
    async def never(_: Update) -> Handled:
        await asyncio.Event().wait()
        return Handled.DONE

    lanes = Lanes(never)
    task = lanes.submit(update_of(7, 1))

    await lanes.drain(timedelta(milliseconds=1))

    assert task.cancelled()


async def test_cancelled_turn_is_passed_on() -> None:
    begun = asyncio.Event()
    order: list[int] = []

    async def handle(update: Update) -> Handled:
        begun.set()
        if update.update_id == 1:
            await asyncio.Event().wait()
        order.append(update.update_id)
        return Handled.DONE

    lanes = Lanes(handle)
    first, second = lanes.submit(update_of(7, 1)), lanes.submit(update_of(7, 2))
    await begun.wait()

    first.cancel()

    assert await second is Handled.DONE
    assert order == [2]


async def test_hanging_handler_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    async def never(_: Update) -> Handled:
        await asyncio.Event().wait()
        return Handled.RETRY

    handle = limited(never, timedelta(milliseconds=1))

    assert await handle(update_of(7, 41)) is Handled.DONE
    assert "Update 41 was given up" in caplog.text


async def test_failing_handler_counts_as_done(caplog: pytest.LogCaptureFixture) -> None:
    async def fail(_: Update) -> Handled:
        raise TimeoutError("from within")

    handle = limited(fail, LONG)

    assert await handle(update_of(7, 41)) is Handled.DONE
    assert "Update 41 could not be handled" in caplog.text


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        (update_of(7, 1), 7),
        (Update(1, channel_post=Message(1, EPOCH, Chat(-5, "channel"))), -5),
        (Update(1), 0),
    ],
)
def test_lane_is_user_else_chat(update: Update, lane: int) -> None:
    assert lane_of(update) == lane


def test_unreadable_update_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    raw = {"update_id": 41, "message": {"text": "my secret answer"}}

    assert read(raw, Bot("1:a")) is None
    assert "Update 41 cannot be read" in caplog.text
    assert "secret" not in caplog.text
