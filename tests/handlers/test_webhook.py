"""The bot's own HTTP server."""

from __future__ import annotations

import asyncio
import io
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from telegram import Bot, Update

from bot.handlers.lanes import Handled
from bot.handlers.webhook import Health, Webhook, serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine

    from bot.handlers.lanes import Handle

    Post = Callable[..., Coroutine[None, None, int]]

SECRET = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
NOW = datetime(2026, 1, 1, tzinfo=UTC)
UPDATE = {
    "update_id": 1,
    "callback_query": {
        "id": "1",
        "from": {"id": 7, "is_bot": False, "first_name": "Ann"},
        "chat_instance": "1",
    },
}


async def done(_: Update) -> Handled:
    return Handled.DONE


def now() -> datetime:
    return NOW


@asynccontextmanager
async def posting(handle: Handle = done) -> AsyncIterator[tuple[Webhook, Post]]:
    webhook = Webhook(Bot("1:a"), handle, secret="s3cret")
    health = Health(answering(answer=True), now=now)
    async with (
        serving("127.0.0.1", 0, health=health, path="/hook", webhook=webhook) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
    ):

        async def post(**request: Any) -> int:  # noqa: ANN401 - aiohttp's own arguments
            async with session.post("/hook", **{"headers": SECRET, **request}) as response:
                return response.status

        yield webhook, post


def answering(*, answer: bool) -> Callable[[], Awaitable[bool]]:
    async def answers() -> bool:
        return answer

    return answers


async def test_update_is_answered_when_done() -> None:
    handled: list[int] = []

    async def handle(update: Update) -> Handled:
        handled.append(update.update_id)
        return Handled.DONE

    async with posting(handle) as (_, post):
        assert await post(json=UPDATE) == 200

    assert handled == [1]


@pytest.mark.parametrize("given", ["", "s3cre", "s3crets", "\u00e9"])
async def test_wrong_secret_is_refused(given: str) -> None:
    async with posting() as (_, post):
        assert await post(json=UPDATE, headers={next(iter(SECRET)): given}) == 403


async def test_missing_secret_is_refused() -> None:
    async with posting() as (_, post):
        assert await post(json=UPDATE, headers={}) == 403


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"update_id": "1"}', b"\xff"])
async def test_malformed_body_is_refused(body: bytes) -> None:
    async with posting() as (_, post):
        assert await post(data=body) == 400


async def test_oversized_body_is_refused() -> None:
    async with posting() as (_, post):
        assert await post(data=io.BytesIO(b" " * (1 << 20) + b"x")) == 413


async def test_unreadable_update_is_not_repeated() -> None:
    async with posting() as (_, post):
        assert await post(json={"update_id": 1, "message": {}}) == 200


async def test_retry_asks_telegram_to_repeat() -> None:
    async def handle(_: Update) -> Handled:
        return Handled.RETRY

    async with posting(handle) as (_, post):
        assert await post(json=UPDATE) == 503


async def test_repeated_while_under_way_is_handled_once() -> None:
    begun: list[int] = []
    let_go = asyncio.Event()

    async def handle(update: Update) -> Handled:
        begun.append(update.update_id)
        await let_go.wait()
        return Handled.DONE

    async with posting(handle) as (_, post):
        first, second = (asyncio.create_task(post(json=UPDATE)) for _ in range(2))
        assert await post(data=b"") == 400  # by now the others have arrived
        let_go.set()
        assert (await first, await second) == (200, 200)

    assert begun == [1]


async def test_stopped_webhook_has_updates_repeated() -> None:
    async with posting() as (webhook, post):
        await webhook.stop(timedelta())

        assert await post(json=UPDATE) == 503


async def test_work_cancelled_by_stop_is_repeated() -> None:
    begun = asyncio.Event()

    async def handle(_: Update) -> Handled:
        begun.set()
        await asyncio.Event().wait()
        return Handled.DONE

    async with posting(handle) as (webhook, post):
        posted = asyncio.create_task(post(json=UPDATE))
        await begun.wait()
        await webhook.stop(timedelta(milliseconds=1))

        assert await posted == 503


@pytest.mark.parametrize(
    ("database", "silence", "status"),
    [
        (True, timedelta(seconds=90), 200),
        (True, timedelta(seconds=91), 503),
        (False, timedelta(), 503),
    ],
)
async def test_health_is_polling_and_database(
    *, database: bool, silence: timedelta, status: int
) -> None:
    health = Health(answering(answer=database), now=now, last_poll=lambda: NOW - silence)

    assert await health_status(health) == status


async def test_hanging_database_is_unhealthy() -> None:
    async def hangs() -> bool:
        await asyncio.Event().wait()
        return True

    health = Health(hangs, now=now, limit=timedelta(milliseconds=1))

    assert await health_status(health) == 503


async def health_status(health: Health) -> int:
    async with (
        serving("127.0.0.1", 0, health=health) as port,
        aiohttp.request("GET", f"http://127.0.0.1:{port}/healthz") as response,
    ):
        return response.status
