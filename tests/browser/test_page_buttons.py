"""Buttons and commands, on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tests.browser.conftest import Parrot

KEYS = {"inline_keyboard": [[{"text": "Junior", "callback_data": "junior"}]]}


@pytest.mark.usefixtures("started")
async def test_tap_waits_for_its_answer(page: Page, parrot: Parrot) -> None:
    await parrot.say("What is your level?", reply_markup=KEYS)
    key = page.get_by_role("button", name="Junior")
    await key.click()
    query = await parrot.hear("callback_query")
    await expect(key).to_have_class("key waiting")

    await parrot.call("answerCallbackQuery", callback_query_id=query["id"], text="Noted")

    await expect(page.locator("#note")).to_have_text("Noted")
    await expect(key).to_have_class("key")


@pytest.mark.usefixtures("started")
async def test_alert_stays_until_read(page: Page, parrot: Parrot) -> None:
    await parrot.say("Well?", reply_markup=KEYS)
    await page.get_by_role("button", name="Junior").click()
    query = await parrot.hear("callback_query")
    alert = {"callback_query_id": query["id"], "text": "Already graded", "show_alert": True}
    await parrot.call("answerCallbackQuery", **alert)

    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Already graded")
    await dialog.get_by_role("button", name="OK").click()
    await expect(dialog).to_be_hidden()


@pytest.mark.usefixtures("started")
async def test_slash_filters_the_commands(page: Page, parrot: Parrot) -> None:
    menu = [{"command": "next", "description": "Go on"}, {"command": "undo", "description": "Back"}]
    await parrot.call("setMyCommands", commands=menu)
    await page.get_by_role("button", name="Menu").wait_for()

    await page.get_by_role("textbox", name="Message").press_sequentially("/u")

    await expect(page.get_by_role("option")).to_have_text(["/undoBack"])


@pytest.mark.usefixtures("started")
async def test_menu_sends_a_command(page: Page, parrot: Parrot) -> None:
    await parrot.hear("message")
    await parrot.call("setMyCommands", commands=[{"command": "next", "description": "Go on"}])
    await page.get_by_role("button", name="Menu").click()
    await page.get_by_role("option", name="/next").click()

    assert (await parrot.hear("message"))["text"] == "/next"


@pytest.mark.usefixtures("started")
async def test_long_label_is_cut_as_on_a_phone(page: Page, parrot: Parrot) -> None:
    long = "A label that nobody could read to its end on a telephone"
    keys = {"inline_keyboard": [[{"text": long, "callback_data": "1"}]]}
    await parrot.say("Look", reply_markup=keys)
    key = page.get_by_role("button", name=long)

    assert await key.evaluate("key => key.scrollWidth > key.clientWidth")
    assert await key.evaluate("key => getComputedStyle(key).textOverflow") == "ellipsis"


@pytest.mark.usefixtures("started")
async def test_row_shares_its_width(page: Page, parrot: Parrot) -> None:
    row = [{"text": text, "callback_data": text} for text in ("Hard", "Good · 2 days")]
    await parrot.say("How was it?", reply_markup={"inline_keyboard": [row]})
    widths = await page.locator(".key").evaluate_all("keys => keys.map(key => key.offsetWidth)")

    assert widths[0] == pytest.approx(widths[1], abs=1)


@pytest.mark.usefixtures("started")
async def test_keyboard_alone_is_enough(page: Page, parrot: Parrot) -> None:
    await parrot.say("What is your level?", reply_markup=KEYS)
    await expect(page.get_by_role("button", name="Junior")).to_be_visible()
    await page.get_by_role("log").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")

    assert (await parrot.hear("callback_query"))["data"] == "junior"


@pytest.mark.usefixtures("started")
async def test_keyboard_opens_the_menu_of_a_message(page: Page, parrot: Parrot) -> None:
    await parrot.say("Which one?")
    await expect(page.get_by_text("Which one?")).to_be_visible()
    await page.get_by_role("log").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("menuitem", name="Reply")).to_be_focused()


@pytest.mark.usefixtures("started")
async def test_long_press_opens_the_menu_of_a_message(page: Page, parrot: Parrot) -> None:
    await parrot.say("Which one?")
    box = await page.get_by_text("Which one?").bounding_box()
    assert box
    finger = {"x": box["x"] + 5, "y": box["y"] + 5}
    devtools = await page.context.new_cdp_session(page)
    await devtools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [finger]})

    await expect(page.get_by_role("menuitem", name="Reply")).to_be_visible()


@pytest.mark.usefixtures("started")
async def test_unread_messages_are_counted(page: Page, parrot: Parrot) -> None:
    await parrot.say("line\n" * 60 + "end")
    await expect(page.get_by_text("line")).to_be_visible()
    await page.locator("#scroll").evaluate("element => { element.scrollTop = 0; }")
    await expect(page.locator("#down")).to_be_visible()
    await parrot.say("Below the fold")

    await expect(page.locator("#unread")).to_have_text("1")
    await page.locator("#down").click()
    await expect(page.get_by_text("Below the fold")).to_be_in_viewport()
