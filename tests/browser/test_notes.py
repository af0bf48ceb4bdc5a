"""Own notes as a stranger plays with them: sent in the page, looked through, asked, renewed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.async_api import Page, expect

from tests.browser.hotseat import button, opened, playing, say, start
from tests.journeys.kitchen import KITCHEN, NEWER

if TYPE_CHECKING:
    from playwright.async_api import Browser, FilePayload

PICTURES = os.environ.get("BOT_TEST_PICTURES")
"""A folder that is to get a picture of every step, for who wants to look."""


async def send(page: Page, content: bytes) -> None:
    """Attach a file of notes."""
    file: FilePayload = {"name": "kitchen.md", "mimeType": "text/markdown", "buffer": content}
    await page.locator("#file").set_input_files(file)


async def picture(page: Page, name: str) -> None:
    """Keep a picture of the chat, if somebody wants to look at it."""
    if PICTURES:
        await page.wait_for_timeout(400)
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def test_notes_are_sent_looked_through_asked_renewed_and_deleted(
    browser: Browser, folder: Path
) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        log = page.get_by_role("log")
        await start(page)

        await send(page, KITCHEN)
        await expect(log).to_contain_text("4 questions: 3 answered, 1 unanswered")
        await picture(page, "1-preview")
        await button(page, "Look through").click()
        await button(page, "Drop 3").click()
        await expect(log).to_contain_text("Dropped.")
        await picture(page, "2-look-through")
        await button(page, "Add 3").click()
        await expect(log).to_contain_text("Added 3 questions")
        await picture(page, "3-added")

        await button(page, "Ask me from these now").click()
        await expect(log).to_contain_text("Your notes · Cooking")
        await button(page, "Show answer").click()
        await picture(page, "4-asked")
        await page.get_by_role("log").get_by_role("button", name="Good · ").last.click()
        await expect(log).to_contain_text("Good. Again on")

        await send(page, NEWER)
        await expect(log).to_contain_text("A newer version of kitchen")
        await picture(page, "5-newer")
        await button(page, "Look at changes").click()
        await expect(log).to_contain_text("bain-marie")
        await picture(page, "6-changes")
        await button(page, "Update").click()
        await expect(log).to_contain_text("Updated kitchen")

        await say(page, "/notes")
        await button(page, re.compile("^kitchen$")).click()
        await expect(log).to_contain_text("Seen: 1")
        await picture(page, "7-notebook")
        await button(page, "Delete").click()
        await expect(log).to_contain_text("This cannot be undone")
        await picture(page, "8-delete")
        await button(page, "Delete").click()
        await expect(log).to_contain_text("Deleted kitchen")
        await picture(page, "9-deleted")
        await page.context.close()
