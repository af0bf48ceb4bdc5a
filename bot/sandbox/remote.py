"""The same people from another process: for tests in which the sandbox itself is killed."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

import aiohttp

from bot.sandbox.faults import ANY, FaultKind
from bot.sandbox.people import MESSAGE, MESSAGES, QUERY
from bot.sandbox.person import PATIENCE

if TYPE_CHECKING:
    from types import TracebackType

    from bot.sandbox.chats import Message, Query


class RemoteSandbox:
    """A sandbox that runs elsewhere, at an address such as ``http://127.0.0.1:8765``."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._session:
            await self._session.close()

    async def person(self, first_name: str = "Tester") -> RemotePerson:
        """Return the person of that name, who joins if there is none."""
        answer = await self.post("people", first_name=first_name)
        return RemotePerson(self, int(json.loads(answer)["id"]))

    async def add_fault(self, *, method: str = ANY, kind: FaultKind, times: int = 1) -> None:
        """Let the next calls of a method fail."""
        await self.post("faults", method=method, kind=kind, times=times)

    async def jump_to(self, when: datetime) -> None:
        """Move the clock ahead."""
        await self.post("clock", to=when.isoformat())

    async def now(self) -> datetime:
        """Return the time of the clock."""
        return datetime.fromisoformat(json.loads(await self.get("clock"))["now"])

    async def post(self, path: str, **body: object) -> bytes:
        """Ask for something; raise AssertionError with the sentence of a refusal."""
        return await self._request("POST", path, body)

    async def get(self, path: str) -> bytes:
        """Look at something."""
        return await self._request("GET", path)

    async def _request(self, verb: str, path: str, body: object = None) -> bytes:
        assert self._session
        url = f"{self.url}/sandbox/{path}"
        async with self._session.request(verb, url, json=body) as response:
            content = await response.read()
        assert response.ok, content.decode()
        return content


class RemotePerson:
    """A person of a sandbox that runs elsewhere."""

    def __init__(self, sandbox: RemoteSandbox, number: int) -> None:
        self._sandbox = sandbox
        self.id = number

    async def says(self, text: str) -> Message:
        """Write something."""
        return MESSAGE.validate_json(await self._act("says", text=text))

    async def taps(self, label: str, *, within: timedelta = PATIENCE) -> Query | None:
        """Tap a button of the newest message that has such a label."""
        wish = {"label": label, "within": within.total_seconds()}
        return QUERY.validate_json(await self._act("taps", **wish))

    async def sees(self, part: str, *, within: timedelta = PATIENCE) -> Message:
        """Wait for a message of the bot, new or changed since the last act."""
        wish = {"text": part, "within": within.total_seconds()}
        return MESSAGE.validate_json(await self._act("sees", **wish))

    async def is_told(self, part: str = "", *, within: timedelta = PATIENCE) -> str:
        """Wait for a note or alert since the last act."""
        wish = {"text": part, "within": within.total_seconds()}
        return str(json.loads(await self._act("is-told", **wish)))

    async def messages(self) -> tuple[Message, ...]:
        """Return the chat as it stands, both sides, oldest first."""
        everything = await self._sandbox.get(f"people/{self.id}/messages")
        return tuple(m for m in MESSAGES.validate_json(everything) if not m.deleted)

    async def _act(self, verb: str, **wish: object) -> bytes:
        return await self._sandbox.post(f"people/{self.id}/{verb}", **wish)
