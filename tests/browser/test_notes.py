"""Own notes as a stranger plays with them: sent in the page, looked through, asked, renewed."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.async_api import Page, expect

from tests.browser.hotseat import button, say
from tests.journeys.kitchen import KITCHEN, NEWER

if TYPE_CHECKING:
    from playwright.async_api import FilePayload

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


async def test_notes_are_sent_looked_through_asked_renewed_and_deleted(chat: Page) -> None:
    log = chat.get_by_role("log")

    await send(chat, KITCHEN)
    await expect(log).to_contain_text("4 questions: 3 answered, 1 unanswered")
    await picture(chat, "1-preview")
    await button(chat, "Look through").click()
    await button(chat, "Drop 3").click()
    await expect(log).to_contain_text("Dropped.")
    await picture(chat, "2-look-through")
    await button(chat, "Add 3").click()
    await expect(log).to_contain_text("Added 3 questions")
    await picture(chat, "3-added")

    await button(chat, "Ask me from these now").click()
    await expect(log).to_contain_text("Your notes · Cooking")
    await button(chat, "Show answer").click()
    await picture(chat, "4-asked")
    await chat.get_by_role("log").get_by_role("button", name="Good · ").last.click()
    await expect(log).to_contain_text("Good. Again on")

    await send(chat, NEWER)
    await expect(log).to_contain_text("A newer version of kitchen")
    await picture(chat, "5-newer")
    await button(chat, "Look at changes").click()
    await expect(log).to_contain_text("bain-marie")
    await picture(chat, "6-changes")
    await button(chat, "Update").click()
    await expect(log).to_contain_text("Updated kitchen")

    await say(chat, "/notes")
    await button(chat, re.compile("^kitchen$")).click()
    await expect(log).to_contain_text("Seen: 1")
    await picture(chat, "7-notebook")
    await button(chat, "Delete").click()
    await expect(log).to_contain_text("This cannot be undone")
    await picture(chat, "8-delete")
    await button(chat, "Delete").click()
    await expect(log).to_contain_text("Deleted kitchen")
    await picture(chat, "9-deleted")
