"""A browser and a sandbox for tests that look at the chat page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from bot.sandbox import Sandbox
from tests.browser.hotseat import PHONE, playing, start
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.sandbox import Person

Object = dict[str, Any]

CHROMIUM = Path(os.environ.get("BOT_TEST_CHROMIUM", "/usr/bin/chromium"))
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One browser serves all tests of this folder, so they share one event loop."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if pytest_asyncio.is_async_test(item):
                item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    if not CHROMIUM.exists():  # noqa: ASYNC240 - once, before anything runs
        reason = f"Chromium is not at {CHROMIUM}; BOT_TEST_CHROMIUM may name another place."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS])
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(name="Parrot", username="parrot_bot") as sandbox:
        yield sandbox


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, sandbox: Sandbox) -> AsyncIterator[Page]:
    """The chat page on a phone, opened by a person who has not written yet."""
    context = await browser.new_context(viewport=PHONE, timezone_id="Europe/Berlin")
    page = await context.new_page()
    mishaps: list[str] = []
    page.on("pageerror", lambda error: mishaps.append(str(error)))
    await page.goto(sandbox.url)
    await page.get_by_role("heading", name="Parrot").wait_for()
    yield page
    await context.close()
    assert not mishaps


@pytest_asyncio.fixture(loop_scope="session")
async def folder(tmp_path: Path) -> Path:
    """A folder in which the bot can be tried, with the bank."""
    (tmp_path / "content").symlink_to(ROOT / "content")
    return tmp_path


@pytest_asyncio.fixture(loop_scope="session")
async def chat(browser: Browser, folder: Path) -> AsyncIterator[Page]:
    """The bot as it is tried, with a person whose first question stands there."""
    async with playing(browser, folder) as page:
        await start(page)
        yield page


class Parrot:
    """A bot without a mind: the test calls the methods and reads the updates."""

    def __init__(self, sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
        self._sandbox, self._session = sandbox, session
        self._offset = 0

    async def call(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 - whatever the Bot API says
        url = f"{self._sandbox.url}/bot{self._sandbox.token}/{method}"
        async with self._session.post(url, json=parameters) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def say(self, text: str, **parameters: object) -> Object:
        chat = self._sandbox.person().id
        return cast("Object", await self.call("sendMessage", chat_id=chat, text=text, **parameters))

    async def hear(self, kind: str) -> Object:
        """Return the next update of a kind."""
        while True:
            updates = await self.call("getUpdates", offset=self._offset, timeout=5, limit=1)
            assert updates, f"no {kind} came"
            self._offset = int(updates[0]["update_id"]) + 1
            if kind in updates[0]:
                return cast("Object", updates[0][kind])


@pytest_asyncio.fixture(loop_scope="session")
async def parrot(sandbox: Sandbox) -> AsyncIterator[Parrot]:
    async with aiohttp.ClientSession() as session:
        yield Parrot(sandbox, session)


@pytest_asyncio.fixture(loop_scope="session")
async def started(page: Page, sandbox: Sandbox) -> Person:
    """A person who has pressed START."""
    await page.get_by_role("button", name="START", exact=True).click()
    await page.get_by_role("textbox", name="Message").wait_for()
    return sandbox.person()
