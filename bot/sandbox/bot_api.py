"""The Bot API over HTTP: finds the method, lets faults and limits have their say, answers."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from bot.sandbox import methods, parameters
from bot.sandbox.errors import ApiError
from bot.sandbox.faults import HANGS, TAKES_EFFECT, Fault, Faults
from bot.sandbox.flood import Flood

if TYPE_CHECKING:
    from datetime import datetime

    from bot.sandbox.parameters import Parameters
    from bot.sandbox.world import World

_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot, as it came and how it was answered."""

    method: str
    parameters: dict[str, object]
    at: datetime
    status: int
    """200, the status of the refusal, or 0 if a fault left it without an answer."""
    error: str = ""


@dataclass(slots=True)
class BotApi:
    """What stands behind ``/bot<token>/<method>``."""

    world: World
    token: str
    faults: Faults = field(default_factory=Faults)
    flood: Flood = field(default_factory=Flood)
    closing: asyncio.Event = field(default_factory=asyncio.Event)
    _calls: deque[Call] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    @property
    def calls(self) -> tuple[Call, ...]:
        """The latest calls, oldest first."""
        return tuple(self._calls)

    def routes(self) -> list[web.RouteDef]:
        """Return what to serve."""
        return [
            web.route("*", "/bot{token:[^/]+}/{method:.*}", self._serve),
            web.get("/file/bot{token:[^/]+}/files/{file}", self._serve_file),
        ]

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
            name, method = methods.find(request.match_info["method"])
            call = await parameters.read(request)
        except ApiError as error:
            return _refusal(error)
        except web.HTTPRequestEntityTooLarge:
            return _refusal(ApiError(413, "Request Entity Too Large"))
        fault = self.faults.take(name, call.whole("chat_id"))
        if fault and fault.kind not in TAKES_EFFECT:
            return await self._fail(request, name, call, fault)
        response = await self._answer(name, method, call, answered=fault is None)
        return await self._break_off(request, fault) if fault else response

    async def _answer(
        self, name: str, method: methods.Method, call: Parameters, *, answered: bool
    ) -> web.Response:
        try:
            self.flood.admit(name, call.whole("chat_id"))
            result = await method(self.world, call)
        except ApiError as error:
            self._note(name, call, error.status, error.description)
            return _refusal(error)
        self._note(name, call, 200 if answered else 0)
        return web.json_response({"ok": True, "result": result})

    async def _fail(
        self, request: web.Request, name: str, call: Parameters, fault: Fault
    ) -> web.StreamResponse:
        if fault.error:
            self._note(name, call, fault.error.status, fault.error.description)
            return _refusal(fault.error)
        self._note(name, call, 0)
        return await self._break_off(request, fault)

    async def _break_off(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.kind in HANGS:
            await self.closing.wait()
        if request.transport is not None:
            request.transport.close()
        return web.Response()

    async def _serve_file(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except ApiError as error:
            return _refusal(error)
        file = self.world.files.get(request.match_info["file"])
        if file is None:
            return _refusal(ApiError(404, "Not Found"))
        return web.Response(body=file.content, content_type="application/octet-stream")

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if not token.split(":")[0].isdigit() or ":" not in token:
            raise ApiError(404, "Not Found")
        if token != self.token:
            raise ApiError(401, "Unauthorized")

    def _note(self, name: str, call: Parameters, status: int, error: str = "") -> None:
        now = self.world.clock.now()
        self._calls.append(Call(name, call.plain(), now, status, error))
        self.world.feed.tell("call", None, {"method": name})


def _refusal(error: ApiError) -> web.Response:
    body: dict[str, object] = {
        "ok": False,
        "error_code": error.status,
        "description": error.description,
    }
    if error.parameters:
        body["parameters"] = error.parameters
    return web.json_response(body, status=error.status)
