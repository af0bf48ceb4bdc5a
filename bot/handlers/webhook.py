"""The bot's own HTTP server: updates by webhook, and whether the bot is well."""

from __future__ import annotations

import asyncio
import hmac
import json
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.handlers.lanes import Handled, Lanes, limited, read

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
    from datetime import datetime

    from telegram import Bot

    from bot.handlers.lanes import Handle

_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
_MOST_CONNECTIONS = 100
_LARGEST_UPDATE = 1 << 20
_MISSED_POLLS = 3


class PortTakenError(Exception):
    """The address at which to serve is taken or not ours."""


class Webhook:
    """Takes updates that Telegram posts; the answer 200 means that their work is done."""

    def __init__(
        self,
        bot: Bot,
        handle: Handle,
        *,
        secret: str,
        limit: timedelta = timedelta(seconds=60),
    ) -> None:
        """Trust requests that carry ``secret``; give each update ``limit`` for its work."""
        self._bot = bot
        self._secret = secret.encode()
        self._lanes = Lanes(limited(handle, limit))
        self._stopping = False

    async def receive(self, request: web.Request) -> web.Response:
        """Answer 403, 413 or 400 to what is no update of Telegram's, 503 to have it repeated."""
        given = request.headers.get(_SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=403)
        raw = _parse(await request.read())
        if raw is None:
            return web.Response(status=400)
        return web.Response(status=200 if await self._finished(raw) else 503)

    async def stop(self, grace: timedelta) -> None:
        """Take no more updates and wait for the work under way."""
        self._stopping = True
        await self._lanes.drain(grace)

    async def _finished(self, raw: dict[str, Any]) -> bool:
        if self._stopping:
            return False
        update = read(raw, self._bot)
        if update is None:
            return True
        task = self._lanes.submit(update)
        await asyncio.wait({task})
        return not task.cancelled() and task.result() is Handled.DONE


class Health:
    """Tells whether updates still come in and the database answers."""

    def __init__(
        self,
        database_answers: Callable[[], Awaitable[bool]],
        *,
        now: Callable[[], datetime],
        last_poll: Callable[[], datetime] | None = None,
        poll: timedelta = timedelta(seconds=30),
        limit: timedelta = timedelta(seconds=5),
    ) -> None:
        """Expect polls every ``poll`` if ``last_poll`` is given, an answer within ``limit``."""
        self._database_answers = database_answers
        self._now = now
        self._last_poll = last_poll
        self._poll = poll
        self._limit = limit

    async def report(self, _request: web.Request) -> web.Response:
        """Answer 200, or 503 when no poll succeeded for three times its length or worse."""
        database = await self._database()
        silence = self._now() - self._last_poll() if self._last_poll else timedelta()
        polling = silence <= _MISSED_POLLS * self._poll
        well = database and polling
        body = {"ok": well, "database": database, "polling": polling}
        return web.json_response(body, status=200 if well else 503)

    async def _database(self) -> bool:
        try:
            async with asyncio.timeout(self._limit.total_seconds()):
                return await self._database_answers()
        except TimeoutError:
            return False


@asynccontextmanager
async def serving(
    host: str, port: int, *, health: Health, path: str = "/", webhook: Webhook | None = None
) -> AsyncIterator[int]:
    """Serve ``/healthz``, and the webhook at ``path``; give the port (a free one for 0).

    Raises PortTakenError.
    """
    application = web.Application(client_max_size=_LARGEST_UPDATE)
    application.router.add_get("/healthz", health.report)
    if webhook is not None:
        application.router.add_post(path, webhook.receive)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        await _listen(web.TCPSite(runner, host, port))
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _listen(site: web.TCPSite) -> None:
    try:
        await site.start()
    except OSError as error:
        raise PortTakenError(site.name) from error


async def announce(bot: Bot, *, url: str, secret: str, allowed_updates: Sequence[str]) -> None:
    """Have Telegram post updates to ``url``, those included that it already holds."""
    await bot.set_webhook(
        url,
        secret_token=secret,
        allowed_updates=allowed_updates,
        max_connections=_MOST_CONNECTIONS,
        drop_pending_updates=False,
    )


def _parse(body: bytes) -> dict[str, Any] | None:
    """Read a JSON object with an update's id; None when it is anything else."""
    try:
        raw = json.loads(body)
    except ValueError:
        return None
    if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
        return None
    return raw
