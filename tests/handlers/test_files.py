from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from telegram import Bot

from bot.handlers.files import Unfetched, fetch
from bot.handlers.request import AiohttpRequest
from bot.questions.draft import LARGEST

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TOKEN = "123456:AAFake-Token_of_35_characters_xyz12"


@asynccontextmanager
async def telegram(
    content: bytes, *, claims: int | None = None, status: int = 200
) -> AsyncIterator[Bot]:
    """A Telegram with one file, of which it claims a size."""

    async def say(_: web.Request) -> web.Response:
        file = {"file_id": "f", "file_unique_id": "u", "file_path": "files/f", "file_size": claims}
        return web.json_response({"ok": True, "result": file})

    async def give(_: web.Request) -> web.Response:
        return web.Response(body=content, status=status)

    application = web.Application()
    application.router.add_route("*", f"/bot{TOKEN}/getFile", say)
    application.router.add_get(f"/file/bot{TOKEN}/files/f", give)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    request = AiohttpRequest()
    async with request:
        yield Bot(
            TOKEN,
            base_url=f"{url}/bot",
            base_file_url=f"{url}/file/bot",
            request=request,
            get_updates_request=request,
        )
    await runner.cleanup()


async def test_a_file_comes_byte_for_byte() -> None:
    content = bytes(range(256)) * 2000
    async with telegram(content, claims=len(content)) as bot:
        assert await fetch(bot, "f") == content


@pytest.mark.parametrize("claims", [None, 10, LARGEST + 1])
async def test_no_more_is_fetched_than_is_read(claims: int | None) -> None:
    async with telegram(b"x" * (LARGEST + 1), claims=claims) as bot:
        assert await fetch(bot, "f") is Unfetched.TOO_LARGE


async def test_the_largest_file_is_fetched() -> None:
    async with telegram(b"x" * LARGEST) as bot:
        assert await fetch(bot, "f") == b"x" * LARGEST


@pytest.mark.parametrize("status", [404, 500, 302])
async def test_a_file_that_is_gone_is_no_file(status: int) -> None:
    async with telegram(b"Not Found", status=status) as bot:
        assert await fetch(bot, "f") is Unfetched.FAILED


async def test_a_failure_does_not_tell_the_token(caplog: pytest.LogCaptureFixture) -> None:
    async with telegram(b"", status=404) as bot:
        await fetch(bot, "f")

    assert "could not be fetched" in caplog.text
    assert TOKEN not in caplog.text
