"""``python -m bot try`` as a stranger plays it: the whole way, in the browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.async_api import expect

from tests.browser.hotseat import (
    button,
    next_morning,
    playing,
    reveal_and_grade,
    start,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser, Page


DATES = """() => new Set(
  [...document.querySelectorAll("#log time")].map(time => new Date(time.dateTime).toDateString())
).size"""
"""How many dates the messages of the chat are of; a line stands above each."""


async def test_a_day_from_start_to_the_next_morning(chat: Page) -> None:
    await reveal_and_grade(chat, "Good")
    log = chat.get_by_role("log")
    await expect(log).to_contain_text("Good. Again on")

    await button(chat, "Undo").click()
    await button(chat, re.compile("^Easy · 8 d")).click()
    await expect(log).to_contain_text("Easy. Again on")
    await button(chat, "Show answer").wait_for()
    newest = log.get_by_role("article").last
    waiting = await newest.get_attribute("id")
    assert waiting
    await next_morning(chat)  # by night it is of the same date
    await expect(newest).not_to_have_id(waiting, timeout=30_000)
    days = log.get_by_text(re.compile(r"^[A-Z]\w+day \d+ \w+$"))
    await expect(days).to_have_count(await chat.evaluate(DATES))
    await expect(log.get_by_role("button", name="Show answer")).to_have_count(1)
    await reveal_and_grade(chat, "Hard")

    await expect(log).to_contain_text("That was today's question. Next:")


async def test_progress_survives_a_restart(browser: Browser, folder: Path) -> None:
    async with playing(browser, folder) as page:
        await start(page)
        await reveal_and_grade(page, "Good")
        await button(page, "Show answer").wait_for()
    async with playing(browser, folder) as page:
        await page.get_by_role("textbox", name="Message").fill("/progress")
        await page.keyboard.press("Enter")

        await expect(page.get_by_role("log")).to_contain_text("Today: 1 of 10")
        await expect(page.get_by_role("log")).to_contain_text("Good. Again on")


async def test_starting_over_forgets_everything(chat: Page) -> None:
    await chat.get_by_role("button", name="Sandbox controls").click()
    await chat.get_by_role("button", name="Start over").click()
    await chat.locator("#dialog-yes").click()

    await chat.get_by_role("button", name="START").click()
    await expect(chat.get_by_role("log")).to_contain_text("One interview question at a time")
