"""What is said, on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest
from playwright.async_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page

    from bot.sandbox import Person, Sandbox
    from tests.browser.conftest import Parrot

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63606060f80f0001040100b5b5e1b40000000049454e44ae426082"
)
KEYS = {"inline_keyboard": [[{"text": "Junior", "callback_data": "junior"}]]}


async def test_start_button_says_start(page: Page, parrot: Parrot) -> None:
    await page.get_by_role("button", name="START", exact=True).click()

    assert (await parrot.hear("message"))["text"] == "/start"


@pytest.mark.usefixtures("started")
async def test_bubbles_show_both_sides(page: Page, parrot: Parrot) -> None:
    await parrot.say("Hello from the bot")

    log = page.get_by_role("log")
    await expect(log.get_by_role("article", name="You")).to_contain_text("/start")
    await expect(log.get_by_role("article", name="Bot")).to_contain_text("Hello from the bot")


@pytest.mark.usefixtures("started")
async def test_enter_sends_and_shift_enter_breaks(page: Page, parrot: Parrot) -> None:
    box = page.get_by_role("textbox", name="Message")
    await parrot.hear("message")

    await box.press_sequentially("one")
    await box.press("Shift+Enter")
    await box.press_sequentially("two")
    await box.press("Enter")

    assert (await parrot.hear("message"))["text"] == "one\ntwo"
    await expect(box).to_have_value("")


async def test_edit_happens_in_place(page: Page, parrot: Parrot, started: Person) -> None:
    sent = await parrot.say("First words", reply_markup=KEYS)
    await parrot.say("Something below")
    place = {"chat_id": started.id, "message_id": sent["message_id"]}

    await parrot.call("editMessageText", text="Other words", **place)

    edited = page.get_by_role("article", name="Bot").first
    await expect(edited).to_contain_text("Other words")
    await expect(edited).to_contain_text("edited")
    await expect(page.get_by_role("button", name="Junior")).to_have_count(0)


async def test_deleted_message_goes(page: Page, parrot: Parrot, started: Person) -> None:
    sent = await parrot.say("A passing word")
    await expect(page.get_by_text("A passing word")).to_be_visible()

    await parrot.call("deleteMessage", chat_id=started.id, message_id=sent["message_id"])

    await expect(page.get_by_text("A passing word")).to_have_count(0)


@pytest.mark.usefixtures("started")
async def test_spoiler_opens_at_a_tap(page: Page, parrot: Parrot) -> None:
    await parrot.say("secret", entities=[{"type": "spoiler", "offset": 0, "length": 6}])
    spoiler = page.locator(".spoiler")
    await expect(spoiler).to_have_attribute("aria-pressed", "false")

    await spoiler.click()

    await expect(spoiler).to_have_attribute("aria-pressed", "true")


@pytest.mark.usefixtures("started")
async def test_code_is_highlighted(page: Page, parrot: Parrot) -> None:
    code = "def answer():\n    return 42"
    span = {"type": "pre", "offset": 0, "length": len(code), "language": "python"}
    await parrot.say(code, entities=[span])

    block = page.locator("pre[data-language=python]")
    await expect(block.locator(".k").first).to_have_text("def")
    assert (await block.inner_text()).endswith(code)


@pytest.mark.usefixtures("started")
async def test_hostile_text_stays_text(page: Page, parrot: Parrot) -> None:
    await parrot.say("<img src=x onerror=alert(1)> & <b>bold</b>")

    await expect(page.get_by_text("<img src=x onerror=alert(1)> & <b>bold</b>")).to_be_visible()
    assert await page.locator(".words img, .words b").count() == 0


@pytest.mark.usefixtures("started")
async def test_command_in_text_is_tappable(page: Page, parrot: Parrot) -> None:
    await parrot.hear("message")
    await parrot.say("Try /help some day")
    await page.get_by_role("button", name="/help").click()

    assert (await parrot.hear("message"))["text"] == "/help"


@pytest.mark.usefixtures("started")
async def test_file_reaches_the_bot(page: Page, parrot: Parrot) -> None:
    file = {"name": "notes.md", "mimeType": "text/markdown", "buffer": b"# Notes"}
    await page.locator("#file").set_input_files(file)  # type: ignore[arg-type]
    await parrot.hear("message")

    sent = await parrot.hear("message")
    assert sent["document"]["file_name"] == "notes.md"


async def test_file_of_the_bot_downloads(
    page: Page, sandbox: Sandbox, started: Person, tmp_path: Path
) -> None:
    form = aiohttp.FormData({"chat_id": str(started.id)})
    form.add_field("document", b"# Kept", filename="kept.md")
    url = f"{sandbox.url}/bot{sandbox.token}/sendDocument"
    async with aiohttp.ClientSession() as session, session.post(url, data=form):
        async with page.expect_download() as download:
            await page.get_by_role("link", name="kept.md").click()
        await (await download.value).save_as(tmp_path / "kept.md")

    assert (tmp_path / "kept.md").read_bytes() == b"# Kept"


async def test_photo_is_shown(page: Page, started: Person) -> None:
    await started.sends_photo(PNG)

    await expect(page.get_by_role("img", name="Photo")).to_have_js_property("naturalWidth", 1)


@pytest.mark.usefixtures("started")
async def test_reply_names_its_message(page: Page, parrot: Parrot) -> None:
    sent = await parrot.say("Which one?")
    await page.get_by_text("Which one?").click(button="right")
    await page.get_by_role("menuitem", name="Reply").click()
    await page.get_by_role("textbox", name="Message").fill("This one")
    await page.get_by_role("textbox", name="Message").press("Enter")

    await parrot.hear("message")
    answer = await parrot.hear("message")
    assert answer["reply_to_message"]["message_id"] == sent["message_id"]


@pytest.mark.usefixtures("started")
async def test_own_message_can_be_edited(page: Page, parrot: Parrot) -> None:
    box = page.get_by_role("textbox", name="Message")
    await box.fill("tpyo")
    await box.press("Enter")
    await expect(page.get_by_text("tpyo")).to_be_visible()
    await box.press("ArrowUp")
    await box.fill("typo")
    await box.press("Enter")

    assert (await parrot.hear("edited_message"))["text"] == "typo"


@pytest.mark.usefixtures("started")
async def test_typing_shows_in_the_header(page: Page, parrot: Parrot, sandbox: Sandbox) -> None:
    await parrot.call("sendChatAction", chat_id=sandbox.person().id, action="typing")

    await expect(page.locator("#status")).to_have_text("typing…")


@pytest.mark.usefixtures("started")
async def test_nothing_is_wider_than_the_phone(page: Page, parrot: Parrot) -> None:
    code = "x" * 300
    await parrot.say(code, entities=[{"type": "pre", "offset": 0, "length": 300}])
    await parrot.say("https://example.org/" + "long/" * 60)
    await expect(page.get_by_role("link")).to_be_visible()

    for element in ("document.documentElement", "document.querySelector('#scroll')"):
        assert await page.evaluate(f"{element}.scrollWidth <= 390")
