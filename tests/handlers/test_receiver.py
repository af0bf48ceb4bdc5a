"""Long polling that loses nothing."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web
from telegram import Bot, Update

from bot.handlers.lanes import Handled
from bot.handlers.outage import Backoff
from bot.handlers.receiver import Receiver, Stopped, Timing
from bot.handlers.request import AiohttpRequest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.handlers.lanes import Handle

ANN, BEN = 7, 8
QUICK = Backoff(first=timedelta(milliseconds=1), longest=timedelta(milliseconds=2))
TIMING = Timing(
    settle=timedelta(milliseconds=1), repeat=timedelta(milliseconds=2), backoff=QUICK, tries=3
)


@dataclass(eq=False)
class Telegram:
    """A queue of updates that getUpdates shows and forgets the way Telegram does."""

    kept: list[dict[str, Any]] = field(default_factory=list)
    polls: list[dict[str, str]] = field(default_factory=list)
    methods: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    troubles: deque[tuple[int, dict[str, Any]] | None] = field(default_factory=deque)
    """What the next polls are answered with; None: nothing, ever."""
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def sends(self, update_id: int, user_id: int = ANN) -> None:
        user = {"id": user_id, "is_bot": False, "first_name": "A"}
        query = {"id": "1", "from": user, "chat_instance": "1", "data": "x"}
        await self.keeps({"update_id": update_id, "callback_query": query})

    async def keeps(self, update: dict[str, Any]) -> None:
        async with self.changed:
            self.kept.append(update)
            self.changed.notify_all()

    async def sees(self, *, offset: int, times: int = 1) -> None:
        """Wait for polls that ask for this offset."""

        def asked() -> bool:
            return sum(poll.get("offset") == str(offset) for poll in self.polls) >= times

        async with asyncio.timeout(20), self.changed:
            await self.changed.wait_for(asked)

    async def answer(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        method = request.path.rpartition("/")[2]
        self.methods.append((method, form))
        if method != "getUpdates":
            return web.json_response({"ok": True, "result": True})
        trouble = self.troubles.popleft() if self.troubles else (200, {})
        if trouble is None:
            await asyncio.Event().wait()
        elif trouble[0] != 200:
            return web.json_response({"ok": False, **trouble[1]}, status=trouble[0])
        return web.json_response({"ok": True, "result": await self.get_updates(form)})

    async def get_updates(self, form: dict[str, str]) -> list[dict[str, Any]]:
        offset = int(form.get("offset", 0))
        async with self.changed:
            self.polls.append(form)
            self.kept = [update for update in self.kept if update["update_id"] >= offset]
            self.changed.notify_all()
            with suppress(TimeoutError):
                async with asyncio.timeout(float(form["timeout"])):
                    await self.changed.wait_for(lambda: self.kept)
        return self.kept[:100]


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@asynccontextmanager
async def receiving(
    telegram: Telegram, handle: Handle, *, timing: Timing = TIMING, clock: Clock | None = None
) -> AsyncIterator[tuple[Receiver, asyncio.Task[Stopped]]]:
    """Run a receiver against the queue; what still runs at the end is killed."""
    application = web.Application()
    application.router.add_post("/{method:.*}", telegram.answer)
    runner = web.AppRunner(application, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
    polls, others = AiohttpRequest(), AiohttpRequest()
    async with polls, others:
        receiver = Receiver(
            Bot("1:a", base_url=base, request=others, get_updates_request=polls),
            polls,
            handle,
            allowed_updates=["message", "callback_query"],
            now=clock or Clock(),
            jitter=lambda: 0.5,
            timing=timing,
        )
        running = asyncio.create_task(receiver.run())
        try:
            yield receiver, running
        finally:
            running.cancel()
            await asyncio.wait({running})
    await runner.cleanup()


@dataclass
class Clock:
    now: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass(eq=False)
class Handler:
    """Notes the updates it is given; holds those of Ann until it is let go."""

    begun: list[int] = field(default_factory=list)
    finished: list[int] = field(default_factory=list)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, update: Update) -> Handled:
        self.begun.append(update.update_id)
        if update.effective_user is not None and update.effective_user.id == ANN:
            await self.let_go.wait()
        self.finished.append(update.update_id)
        return Handled.DONE


async def done(_: Update) -> Handled:
    return Handled.DONE


async def test_webhook_is_removed_without_dropping(telegram: Telegram) -> None:
    await telegram.sends(1)

    async with receiving(telegram, done):
        await telegram.sees(offset=2)

    assert telegram.methods[0] == ("deleteWebhook", {})


async def test_unfinished_update_is_not_confirmed(telegram: Telegram) -> None:
    handler = Handler()
    await telegram.sends(1, ANN)
    await telegram.sends(2, BEN)

    async with receiving(telegram, handler):
        await telegram.sees(offset=1, times=2)
        assert handler.finished == [2]
        assert {poll.get("offset") for poll in telegram.polls} == {"0", "1"}

        handler.let_go.set()
        await telegram.sees(offset=3)


async def test_killed_while_handling_loses_nothing(telegram: Telegram) -> None:
    killed, restarted = Handler(), Handler()
    restarted.let_go.set()
    await telegram.sends(1, ANN)
    async with receiving(telegram, killed):
        await telegram.sees(offset=1)

    async with receiving(telegram, restarted):
        await telegram.sees(offset=2)

    assert killed.begun == restarted.finished == [1]


async def test_repeated_update_is_handled_once(telegram: Telegram) -> None:
    handler = Handler()
    await telegram.sends(1, ANN)
    await telegram.sends(2, BEN)

    async with receiving(telegram, handler):
        await telegram.sees(offset=1, times=3)

    assert sorted(handler.begun) == [1, 2]


async def test_others_are_served_past_slow_one(telegram: Telegram) -> None:
    handler = Handler()
    await telegram.sends(1, ANN)

    async with receiving(telegram, handler):
        await telegram.sees(offset=1)
        await telegram.sends(2, BEN)
        await telegram.sees(offset=1, times=5)

        assert handler.finished == [2]


async def test_unfinished_update_is_not_polled_busily(telegram: Telegram) -> None:
    handler = Handler()
    await telegram.sends(1, ANN)
    loop = asyncio.get_running_loop()
    pause = timedelta(milliseconds=50)

    async with receiving(telegram, handler, timing=Timing(settle=pause, repeat=pause)):
        await telegram.sees(offset=1)
        start = loop.time()
        await telegram.sees(offset=1, times=3)

    assert loop.time() - start >= pause.total_seconds() * 4 * 0.9


async def test_hanging_update_is_given_up(telegram: Telegram) -> None:
    await telegram.sends(1, ANN)

    async with receiving(telegram, Handler(), timing=Timing(limit=timedelta(milliseconds=5))):
        await telegram.sees(offset=2)


async def test_unreadable_update_is_passed_over(telegram: Telegram) -> None:
    handler = Handler()
    await telegram.keeps({"update_id": 1, "message": {"text": "no sender, no date"}})
    await telegram.sends(2, BEN)

    async with receiving(telegram, handler):
        await telegram.sees(offset=3)

    assert handler.finished == [2]


async def test_retried_update_stays_before_later_ones(telegram: Telegram) -> None:
    begun: list[int] = []

    async def handle(update: Update) -> Handled:
        begun.append(update.update_id)
        return Handled.DONE if len(begun) > 2 else Handled.RETRY

    await telegram.sends(1)
    await telegram.sends(2)
    async with receiving(telegram, handle):
        await telegram.sees(offset=3)

    assert begun == [1, 1, 1, 2]


async def test_retries_come_to_an_end(telegram: Telegram) -> None:
    begun: list[int] = []

    async def handle(update: Update) -> Handled:
        begun.append(update.update_id)
        return Handled.RETRY

    await telegram.sends(1)
    async with receiving(telegram, handle):
        await telegram.sees(offset=2)

    assert begun == [1, 1, 1]


async def test_polling_survives_outage(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot")
    telegram.troubles.extend([(502, {}), (502, {}), (429, {"parameters": {"retry_after": 0.001}})])
    await telegram.sends(1)

    async with receiving(telegram, done):
        await telegram.sees(offset=2)

    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]


async def test_stalled_poll_is_replaced(telegram: Telegram) -> None:
    telegram.troubles.append(None)
    await telegram.sends(1)
    stall = Timing(poll=timedelta(), margin=timedelta(milliseconds=200), backoff=QUICK)

    async with receiving(telegram, done, timing=stall):
        await telegram.sees(offset=2)


async def test_conflict_at_start_stops(telegram: Telegram) -> None:
    telegram.troubles.append((409, {"description": "Conflict: terminated by other getUpdates"}))

    async with receiving(telegram, done) as (_, running):
        assert await running is Stopped.CONFLICT


async def test_later_conflict_is_outlived(telegram: Telegram) -> None:
    clock = Clock()
    await telegram.sends(1)

    async with receiving(telegram, done, clock=clock):
        await telegram.sees(offset=2)
        clock.now += timedelta(seconds=31)
        telegram.troubles.append((409, {"description": "Conflict"}))
        await telegram.sends(2)
        await telegram.sees(offset=3)
        await telegram.sends(3)
        await telegram.sees(offset=4)


async def test_refused_token_stops(telegram: Telegram) -> None:
    telegram.troubles.append((401, {"description": "Unauthorized"}))

    async with receiving(telegram, done) as (_, running):
        assert await running is Stopped.INVALID_TOKEN


async def test_success_is_noted(telegram: Telegram) -> None:
    clock = Clock()

    async with receiving(telegram, done, clock=clock) as (receiver, _):
        clock.now += timedelta(minutes=5)
        await telegram.sends(1)
        await telegram.sees(offset=2)

        assert receiver.last_success == clock.now


async def test_stop_finishes_and_confirms(telegram: Telegram) -> None:
    handler = Handler()
    await telegram.sends(1, ANN)
    async with receiving(telegram, handler) as (receiver, running):
        await telegram.sees(offset=1)
        receiver.stop()
        handler.let_go.set()
        assert await running is Stopped.ASKED

    assert handler.finished == [1]
    assert telegram.polls[-1]["offset"] == "2"
    assert telegram.polls[-1]["timeout"] == "0"
    assert telegram.kept == []


async def test_stop_ends_long_poll(telegram: Telegram) -> None:
    await telegram.sends(1)
    async with receiving(telegram, done) as (receiver, running):
        await telegram.sees(offset=2)
        receiver.stop()
        async with asyncio.timeout(10):
            assert await running is Stopped.ASKED


async def test_stop_before_run_is_obeyed(telegram: Telegram) -> None:
    async with receiving(telegram, done) as (receiver, running):
        receiver.stop()
        async with asyncio.timeout(10):
            assert await running is Stopped.ASKED

    assert telegram.polls == []


async def test_unconfirmed_stop_says_so(
    telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    handler = Handler()
    await telegram.sends(1, ANN)
    async with receiving(telegram, handler) as (receiver, running):
        await telegram.sees(offset=1)
        receiver.stop()
        telegram.troubles.append((502, {}))
        handler.let_go.set()
        assert await running is Stopped.ASKED

    assert "may come again" in caplog.text


async def test_work_beyond_grace_comes_again(telegram: Telegram) -> None:
    await telegram.sends(1, ANN)
    timing = Timing(repeat=timedelta(milliseconds=1), grace=timedelta(milliseconds=1))
    async with receiving(telegram, Handler(), timing=timing) as (receiver, running):
        await telegram.sees(offset=1)
        receiver.stop()
        await running

    assert [update["update_id"] for update in telegram.kept] == [1]


async def test_stop_does_not_wait_for_retries(telegram: Telegram) -> None:
    begun = asyncio.Event()

    async def handle(_: Update) -> Handled:
        begun.set()
        return Handled.RETRY

    await telegram.sends(1)
    patient = Timing(backoff=Backoff(first=timedelta(hours=1), longest=timedelta(hours=1)))
    async with receiving(telegram, handle, timing=patient) as (receiver, running):
        await begun.wait()
        receiver.stop()
        async with asyncio.timeout(10):
            await running

    assert len(telegram.kept) == 1


async def test_allowed_updates_are_named(telegram: Telegram) -> None:
    await telegram.sends(1)
    async with receiving(telegram, done):
        await telegram.sees(offset=2)

    assert json.loads(telegram.polls[0]["allowed_updates"]) == ["message", "callback_query"]


async def test_stop_lets_nothing_overtake_what_has_to_come_again(telegram: Telegram) -> None:
    begun: list[int] = []
    first = asyncio.Event()

    async def handle(update: Update) -> Handled:
        begun.append(update.update_id)
        first.set()
        return Handled.RETRY if update.update_id == 1 else Handled.DONE

    await telegram.sends(1)
    await telegram.sends(2)
    slow = Timing(repeat=timedelta(milliseconds=1), backoff=Backoff(first=timedelta(minutes=1)))
    async with receiving(telegram, handle, timing=slow) as (receiver, running):
        await first.wait()
        receiver.stop()
        await running

    assert begun == [1]
    assert [update["update_id"] for update in telegram.kept] == [1, 2]
