"""How updates are brought to a webhook."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web

from bot.sandbox import Sandbox
from tests.sandbox.conftest import Client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SECRET = "an-open-secret"


class Hook:
    """A web server that notes what is brought, and refuses as often as it is told."""

    def __init__(self, refusals: int = 0) -> None:
        self.refusals = refusals
        self.texts: asyncio.Queue[str] = asyncio.Queue()
        self.secrets: list[str | None] = []
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.refusals:
            self.refusals -= 1
            raise web.HTTPServiceUnavailable
        self.texts.put_nowait((await request.json())["message"]["text"])
        return web.Response()


@asynccontextmanager
async def served(hook: Hook) -> AsyncIterator[Client]:
    """Serve a hook, and a sandbox that brings updates to it."""
    application = web.Application()
    application.add_routes([web.post("/hook", hook.take)])
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    sandbox = Sandbox(webhook_pause=timedelta(milliseconds=1))
    async with sandbox, aiohttp.ClientSession() as session:
        client = Client(sandbox, session)
        await client.result("setWebhook", url=hook.url, secret_token=SECRET)
        yield client
    await runner.cleanup()


async def test_update_comes_with_the_secret() -> None:
    hook = Hook()
    async with served(hook) as client:
        await client.sandbox.person().says("Hello")

        assert await asyncio.wait_for(hook.texts.get(), 5) == "Hello"
        assert hook.secrets == [SECRET]


async def test_refused_update_comes_again() -> None:
    hook = Hook(refusals=2)
    async with served(hook) as client:
        await client.sandbox.person().says("Hello")

        assert await asyncio.wait_for(hook.texts.get(), 5) == "Hello"
        assert len(hook.secrets) == 3


async def test_order_within_a_chat_is_kept() -> None:
    hook = Hook(refusals=1)
    async with served(hook) as client:
        for text in ("one", "two", "three"):
            await client.sandbox.person().says(text)

        texts = [await asyncio.wait_for(hook.texts.get(), 5) for _ in range(3)]
        assert texts == ["one", "two", "three"]


async def test_accepted_update_is_confirmed() -> None:
    hook = Hook()
    async with served(hook) as client:
        phone = client.sandbox.person()
        await phone.says("Hello")
        await asyncio.wait_for(hook.texts.get(), 5)
        await phone.until(lambda: len(client.sandbox.world.updates.waiting) == 0)
        info = await client.result("getWebhookInfo")

        assert (info["url"], info["pending_update_count"]) == (hook.url, 0)


async def test_waiting_updates_come_once_a_webhook_is_set() -> None:
    hook = Hook()
    async with served(hook) as client:
        await client.result("deleteWebhook")
        await client.sandbox.person().says("Earlier")
        await client.result("setWebhook", url=hook.url)

        assert await asyncio.wait_for(hook.texts.get(), 5) == "Earlier"
