"""What steers the sandbox over HTTP: files, calls, faults, the clock, and starting over."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from aiohttp import web
from pydantic import TypeAdapter

from bot.sandbox.bodies import answer, body, seconds
from bot.sandbox.faults import ANY, FaultKind

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

MORNING = time(9)

_SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg"})
_NO_SNIFFING = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=3600"}


class Control:
    """The endpoints under ``/sandbox`` that are nobody's own."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[web.RouteDef]:
        """Return what to serve."""
        return [
            web.get("/sandbox/files/{file}", self._file),
            web.get("/sandbox/calls", self._calls),
            web.post("/sandbox/faults", self._add_fault),
            web.delete("/sandbox/faults", self._clear_faults),
            web.get("/sandbox/clock", self._clock),
            web.post("/sandbox/clock", self._jump),
            web.post("/sandbox/next-morning", self._next_morning),
            web.post("/sandbox/start-over", self._start_over),
        ]

    async def _file(self, request: web.Request) -> web.Response:
        file = self._sandbox.world.files.get(request.match_info["file"])
        if file is None:
            raise web.HTTPNotFound
        # A picture may be shown; nothing that could run as a page of ours.
        kind = file.mime if file.mime in _SHOWN else "application/octet-stream"
        return web.Response(body=file.content, content_type=kind, headers=_NO_SNIFFING)

    async def _calls(self, _request: web.Request) -> web.Response:
        return answer(TypeAdapter(object).dump_json(self._sandbox.calls))

    async def _add_fault(self, request: web.Request) -> web.Response:
        wish = await body(request)
        self._sandbox.faults.add(
            method=str(wish.get("method", ANY)),
            kind=FaultKind(str(wish["kind"])),
            times=int(str(wish.get("times", 1))),
            wait=seconds(wish, "wait", 1),
        )
        return web.json_response(data=True)

    async def _clear_faults(self, _request: web.Request) -> web.Response:
        self._sandbox.faults.clear()
        return web.json_response(data=True)

    async def _clock(self, _request: web.Request) -> web.Response:
        return web.json_response({"now": self._sandbox.clock.now().isoformat()})

    async def _jump(self, request: web.Request) -> web.Response:
        wish = await body(request)
        try:
            when = datetime.fromisoformat(str(wish["to"])).astimezone(UTC)
        except ValueError as error:
            raise web.HTTPBadRequest(text=str(error)) from error
        return await self._jump_to(request, when)

    async def _next_morning(self, request: web.Request) -> web.Response:
        wish = await body(request)
        hook, now = self._sandbox.hooks.next_morning, self._sandbox.clock.now()
        if hook:
            when = await hook(int(str(wish["person"])))
        else:
            when = next_morning(now, str(wish.get("zone", "UTC")))
        return await self._jump_to(request, when)

    async def _jump_to(self, request: web.Request, when: datetime) -> web.Response:
        try:
            await self._sandbox.jump_to(when)
        except ValueError as error:
            raise web.HTTPConflict(text=str(error)) from error
        return await self._clock(request)

    async def _start_over(self, _request: web.Request) -> web.Response:
        await self._sandbox.start_over()
        return web.json_response(data=True)


def next_morning(now: datetime, zone: str) -> datetime:
    """Return the next nine o'clock of a zone, named as IANA does; of UTC if it is unknown."""
    try:
        local = now.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        local = now
    day = local.date() + timedelta(days=local.time() >= MORNING)
    return datetime.combine(day, MORNING, tzinfo=local.tzinfo).astimezone(UTC)
