"""People, time and the sandbox itself, on the page."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from bot.sandbox import Hooks, Sandbox

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser, Page

    from tests.browser.conftest import Parrot


@pytest.mark.usefixtures("started")
async def test_blocking_and_unblocking(page: Page, parrot: Parrot) -> None:
    await page.get_by_role("button", name="Sandbox controls").click()
    await page.get_by_role("button", name="Block the bot").click()
    blocked = await parrot.hear("my_chat_member")
    await page.get_by_role("button", name="UNBLOCK").click()
    unblocked = await parrot.hear("my_chat_member")

    states = [change["new_chat_member"]["status"] for change in (blocked, unblocked)]
    assert states == ["kicked", "member"]


@pytest.mark.usefixtures("started")
async def test_second_person_has_a_chat_of_their_own(page: Page, sandbox: Sandbox) -> None:
    await page.get_by_role("button", name="Sandbox controls").click()
    await page.get_by_role("button", name="Another").click()
    await page.get_by_role("button", name="START", exact=True).click()

    await expect(page.get_by_role("article")).to_have_count(1)
    assert len(sandbox.world.accounts) == 2


@pytest.mark.usefixtures("started")
async def test_next_morning_moves_the_clock(page: Page, sandbox: Sandbox) -> None:
    jumps = asyncio.Queue[None]()
    sandbox.hooks = Hooks(on_jump=lambda: jumps.put_nowait(None))
    before = sandbox.clock.now()
    await page.get_by_role("button", name="Sandbox controls").click()
    await page.get_by_role("button", name="Next morning").click()
    await asyncio.wait_for(jumps.get(), 5)

    # In Berlin nine o'clock is seven or eight in UTC.
    assert sandbox.clock.now() - before <= timedelta(days=1)
    assert sandbox.clock.now().hour in (7, 8)


@pytest.mark.usefixtures("started")
async def test_starting_over_empties_the_chat(page: Page, sandbox: Sandbox) -> None:
    told = asyncio.Event()
    sandbox.hooks = Hooks(on_start_over=told.set)
    await page.get_by_role("button", name="Sandbox controls").click()
    await page.get_by_role("button", name="Start over").click()
    await page.get_by_role("dialog").get_by_role("button", name="Start over").click()

    await expect(page.get_by_role("button", name="START", exact=True)).to_be_visible()
    assert told.is_set()


async def test_dark_mode_is_dark(browser: Browser, sandbox: Sandbox) -> None:
    context = await browser.new_context(color_scheme="dark")
    page = await context.new_page()
    await page.goto(sandbox.url)
    wall = await page.locator("#phone").evaluate("e => getComputedStyle(e).backgroundColor")
    await context.close()

    assert max(int(part) for part in wall[4:-1].split(",")) < 60


async def test_page_survives_a_restart(browser: Browser, tmp_path: Path) -> None:
    first = Sandbox(state=tmp_path / "state.db")
    await first.start()
    page = await browser.new_page()
    await page.goto(first.url)
    await page.get_by_role("button", name="START", exact=True).click()
    await page.get_by_role("article").wait_for()
    await first.stop()
    port = int(first.url.rpartition(":")[2])

    async with Sandbox(state=tmp_path / "state.db", port=port) as second:
        await second.person().says("Said on another device")
        await expect(page.get_by_role("article")).to_have_count(2)
        await page.close()
