"""``python -m bot try`` in the browser, as a stranger begins with it."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Browser, Locator, Page, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
READY = re.compile(r"Hotseat is ready: open (\S+) ")


@asynccontextmanager
async def playing(browser: Browser, folder: Path) -> AsyncIterator[Page]:
    """Run the command in a folder and open the address it prints on a phone; in the end, stop."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "try", "--port", "0"),
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "BOT_TOKEN": "ignored"},
        stdout=asyncio.subprocess.PIPE,
    )
    context = await browser.new_context(viewport=PHONE, timezone_id="Europe/Berlin")
    try:
        assert process.stdout
        ready = READY.match((await process.stdout.readline()).decode())
        assert ready
        page = await context.new_page()
        await page.goto(ready[1])
        yield page
    finally:
        await context.close()
        process.terminate()
        status = await process.wait()
    assert status == 0


def button(page: Page, label: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("log").get_by_role("button", name=label).last


async def say(page: Page, text: str) -> None:
    """Type a message."""
    await page.get_by_role("textbox", name="Message").fill(text)
    await page.keyboard.press("Enter")


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
