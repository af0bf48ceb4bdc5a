"""A sandbox, and a bare client of its Bot API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest_asyncio

from bot.sandbox import Person, Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@dataclass(frozen=True, slots=True)
class Client:
    """Calls methods and returns what Telegram would answer, whatever it is."""

    sandbox: Sandbox
    session: aiohttp.ClientSession

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        url = f"{self.sandbox.url}/bot{self.sandbox.token}/{method}"
        async with self.session.post(url, json=parameters) as response:
            answer: dict[str, Any] = await response.json()
            assert answer["ok"] == (response.status == 200)
        return answer

    async def result(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - any JSON
        answer = await self.call(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **parameters: object) -> tuple[int, str]:
        answer = await self.call(method, **parameters)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]


@pytest_asyncio.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest_asyncio.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(sandbox, session)


@pytest_asyncio.fixture
async def phone(sandbox: Sandbox) -> Person:
    """A person who has started the bot."""
    person = sandbox.person()
    await person.says("/start")
    return person
