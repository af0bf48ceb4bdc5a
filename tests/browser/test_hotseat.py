"""``python -m bot try`` as a stranger plays it: the whole way, in the browser."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.conftest import PHONE
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Browser, Locator

READY = re.compile(r"Hotseat is ready: open (\S+) ")


@asynccontextmanager
async def playing(folder: Path) -> AsyncIterator[str]:
    """Run the command in a folder of its own and give the address it prints."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "try", "--port", "0"),
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "BOT_TOKEN": "ignored"},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    ready = READY.match((await process.stdout.readline()).decode())
    assert ready
    yield ready[1]
    process.terminate()
    assert await process.wait() == 0


@pytest_asyncio.fixture(loop_scope="session")
async def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").symlink_to(ROOT / "content")
    return tmp_path


async def opened(browser: Browser, address: str) -> Page:
    context = await browser.new_context(viewport=PHONE, timezone_id="Europe/Berlin")
    page = await context.new_page()
    await page.goto(address)
    return page


def button(page: Page, label: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("log").get_by_role("button", name=label).last


async def start(page: Page) -> None:
    await page.get_by_role("button", name="START").click()
    await button(page, "Middle").click()
    await button(page, "All areas").click()
    await button(page, re.compile(r"^\d\d:\d\d$")).click()
    await button(page, re.compile("★")).click()
    await button(page, "Show answer").wait_for()


async def reveal_and_grade(page: Page, grade: str) -> None:
    await button(page, "Show answer").click()
    await button(page, re.compile(f"^{grade} · ")).click()


async def next_morning(page: Page) -> None:
    await page.get_by_role("button", name="Sandbox controls").click()
    await page.get_by_role("button", name="Next morning").click()


async def test_a_day_from_start_to_the_next_morning(browser: Browser, folder: Path) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        await start(page)
        await reveal_and_grade(page, "Good")
        log = page.get_by_role("log")
        await expect(log).to_contain_text("Good. Again on")

        await button(page, "Undo").click()
        await button(page, re.compile("^Easy · 8 d")).click()
        await expect(log).to_contain_text("Easy. Again on")
        await button(page, "Show answer").wait_for()
        days = log.get_by_text(re.compile(r"^[A-Z]\w+day \d+ \w+$"))
        await expect(days).to_have_count(1)
        await next_morning(page)
        await expect(days).to_have_count(2, timeout=30_000)
        await reveal_and_grade(page, "Hard")

        await expect(log).to_contain_text("That was today's question. Next:")
        await page.context.close()


async def test_progress_survives_a_restart(browser: Browser, folder: Path) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        await start(page)
        await reveal_and_grade(page, "Good")
        await button(page, "Show answer").wait_for()
        await page.context.close()
    async with playing(folder) as address:
        page = await opened(browser, address)
        await page.get_by_role("textbox", name="Message").fill("/progress")
        await page.keyboard.press("Enter")

        await expect(page.get_by_role("log")).to_contain_text("Today: 1 of 10")
        await expect(page.get_by_role("log")).to_contain_text("Good. Again on")
        await page.context.close()


async def test_starting_over_forgets_everything(browser: Browser, folder: Path) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        await start(page)
        await page.get_by_role("button", name="Sandbox controls").click()
        await page.get_by_role("button", name="Start over").click()
        await page.locator("#dialog-yes").click()

        await page.get_by_role("button", name="START").click()
        await expect(page.get_by_role("log")).to_contain_text("One interview question at a time")
        await page.context.close()
