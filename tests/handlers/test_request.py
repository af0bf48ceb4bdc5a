"""Requests to Telegram over aiohttp."""

from __future__ import annotations

import asyncio
import io
import traceback
from base64 import b64encode
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web
from telegram import Bot, InputFile, InputMediaDocument
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.handlers.request import AiohttpRequest, NotSentError, ServerFailedError, surely_not_sent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

TOKEN = "123456:AAFake-Token_of_35_characters_xyz12"
MESSAGE = {"message_id": 5, "date": 0, "chat": {"id": 1, "type": "private"}}
NOWHERE = "http://127.0.0.1:1/bot"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@asynccontextmanager
async def server(answer: Answer) -> AsyncIterator[str]:
    """Serve one answer at every address."""
    application = web.Application(client_max_size=1 << 24)
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
    await runner.cleanup()


@asynccontextmanager
async def talking(base: str, request: AiohttpRequest | None = None) -> AsyncIterator[Bot]:
    request = request or AiohttpRequest()
    async with request:
        yield Bot(TOKEN, base_url=base, request=request, get_updates_request=request)


async def sent(base: str, **limits: Any) -> TelegramError:  # noqa: ANN401 - PTB's own arguments
    """Send a message that fails, and return how."""
    async with talking(base) as bot:
        with pytest.raises(TelegramError) as failure:
            await bot.send_message(1, "Hello", **limits)
    return failure.value


def ok(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


async def hang(_: web.Request) -> web.Response:
    await asyncio.Event().wait()
    raise AssertionError


async def test_message_goes_out() -> None:
    async def answer(request: web.Request) -> web.Response:
        form = await request.post()
        assert request.path == f"/bot{TOKEN}/sendMessage"
        return ok({**MESSAGE, "text": form["text"]})

    async with server(answer) as base, talking(base) as bot:
        assert (await bot.send_message(1, "Größe 📐")).text == "Größe 📐"


async def test_files_go_out_whole() -> None:
    got: dict[str, tuple[str, str, bytes]] = {}

    async def answer(request: web.Request) -> web.Response:
        for name, part in (await request.post()).items():
            if isinstance(part, web.FileField):
                got[name] = (part.filename, part.content_type, part.file.read())
        return ok(MESSAGE)

    big = bytes(range(256)) * 8192
    async with server(answer) as base, talking(base) as bot:
        await bot.send_document(1, big, filename='мой "план".pdf', thumbnail=io.BytesIO(b"small"))

    assert got.pop("document") == ('мой "план".pdf', "application/pdf", big)
    assert [content for _, _, content in got.values()] == [b"small"]


async def test_album_names_its_parts() -> None:
    fields: dict[str, Any] = {}

    async def answer(request: web.Request) -> web.Response:
        fields.update(await request.post())
        return ok([MESSAGE, MESSAGE])

    files = [InputFile(content, attach=True) for content in (b"one", b"two")]
    async with server(answer) as base, talking(base) as bot:
        await bot.send_media_group(1, [InputMediaDocument(file) for file in files])

    assert all(f"attach://{file.attach_name}" in fields["media"] for file in files)
    assert {file.attach_name for file in files} < fields.keys()


async def test_file_is_downloaded() -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(body=b"content") if request.method == "GET" else ok({})

    async with server(answer) as base, talking(base) as bot:
        assert await bot.request.retrieve(f"{base}{TOKEN}/file") == b"content"


async def test_connection_is_kept() -> None:
    peers: set[object] = set()

    async def answer(request: web.Request) -> web.Response:
        assert request.transport is not None
        peers.add(request.transport.get_extra_info("peername"))
        return ok(MESSAGE)

    async with server(answer) as base, talking(base) as bot:
        for _ in range(3):
            await bot.send_message(1, "Hello")

    assert len(peers) == 1


async def test_reopened_after_shutdown() -> None:
    async def answer(_: web.Request) -> web.Response:
        return ok(MESSAGE)

    request = AiohttpRequest()
    async with server(answer) as base, talking(base, request) as bot:
        await request.shutdown()
        await request.initialize()

        assert await bot.send_message(1, "Hello")


async def test_request_before_initialize_is_a_bug() -> None:
    bot = Bot(TOKEN, request=AiohttpRequest())

    with pytest.raises(NetworkError, match="initialize"):
        await bot.send_message(1, "Hello")


async def test_refused_connection_was_not_sent() -> None:
    assert isinstance(await sent(NOWHERE), NotSentError)


async def test_unknown_host_was_not_sent() -> None:
    assert isinstance(await sent("http://nowhere.invalid/bot"), NotSentError)


async def test_full_pool_was_not_sent() -> None:
    request = AiohttpRequest(connections=1)
    async with server(hang) as base, talking(base, request) as bot:
        first = asyncio.create_task(bot.send_message(1, "Hello"))
        await asyncio.sleep(0)
        with pytest.raises(NotSentError):
            await bot.send_message(1, "Hello", pool_timeout=0.01, connect_timeout=0.01)
        first.cancel()


async def test_slow_answer_may_be_delivered() -> None:
    async with server(hang) as base:
        failure = await sent(base, read_timeout=0.05)

    assert isinstance(failure, TimedOut)


async def test_dropped_connection_may_be_delivered() -> None:
    async def drop(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    async with server(drop) as base:
        failure = await sent(base)

    assert isinstance(failure, NetworkError)
    assert not isinstance(failure, NotSentError)


async def test_telegrams_own_failure_is_told() -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"ok": False, "description": "restart"}, status=500)

    async with server(answer) as base:
        assert isinstance(await sent(base), ServerFailedError)


@pytest.mark.parametrize("status", [200, 404, 502])
@pytest.mark.parametrize("page", [f"<html>No bot{TOKEN} here</html>", "{}", ""])
async def test_gateways_page_is_not_quoted(
    status: int, page: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(text=page, status=status)

    async with server(answer) as base:
        failure = await sent(base)

    assert str(failure) == f"What answered (HTTP {status}) is not the Bot API."
    assert not surely_not_sent(failure)
    assert TOKEN not in caplog.text


async def test_redirect_is_not_followed() -> None:
    async def elsewhere(request: web.Request) -> web.Response:
        assert "stolen" not in request.path
        raise web.HTTPFound("/stolen")

    async with server(elsewhere) as base:
        assert isinstance(await sent(base), NetworkError)


async def test_proxy_of_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer(request: web.Request) -> web.Response:
        return ok({**MESSAGE, "text": request.headers["Proxy-Authorization"]})

    async with server(answer) as base:
        proxy = base.replace("http://", "http://ann:pw@").removesuffix("/bot")
        monkeypatch.setenv("http_proxy", proxy)
        async with talking("http://telegram.invalid/bot") as bot:
            message = await bot.send_message(1, "Hello")

    assert message.text == f"Basic {b64encode(b'ann:pw').decode()}"


async def test_no_proxy_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer(_: web.Request) -> web.Response:
        return ok(MESSAGE)

    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    async with server(answer) as base, talking(base) as bot:
        assert await bot.send_message(1, "Hello")


async def test_unusable_proxy_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:1080")

    failure = await sent(NOWHERE)

    assert isinstance(failure, NotSentError)
    assert "HTTP_PROXY" in str(failure)


@pytest.mark.parametrize(
    ("error", "not_sent"),
    [
        (NotSentError("no route"), True),
        (ServerFailedError("500"), True),
        (BadRequest("chat not found"), True),
        (Forbidden("blocked"), True),
        (RetryAfter(3), True),
        (TimedOut(), False),
        (NetworkError("Bad Gateway"), False),
    ],
)
def test_not_sent_is_told_from_unknown(error: TelegramError, *, not_sent: bool) -> None:
    assert surely_not_sent(error) is not_sent


@pytest.mark.parametrize("base", [NOWHERE, "http://nowhere.invalid/bot", "telegram/bot"])
async def test_token_is_in_no_trace(base: str) -> None:
    failure = await sent(base)

    assert TOKEN not in "".join(traceback.format_exception(failure))
    assert failure.__cause__ is failure.__context__ is None


async def test_token_is_in_no_trace_of_timeout() -> None:
    async with server(hang) as base:
        failure = await sent(base, read_timeout=0.05)

    assert TOKEN not in "".join(traceback.format_exception(failure))


def test_wait_is_timedelta() -> None:
    assert RetryAfter(3).retry_after == timedelta(seconds=3)
