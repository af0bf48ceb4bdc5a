from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import expect

from bot.sandbox import Hooks, Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Browser, Page

    from bot.sandbox import Person

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63606060f80f0001040100b5b5e1b40000000049454e44ae426082"
)
KEYS = {"inline_keyboard": [[{"text": "Junior", "callback_data": "junior"}]]}


class Parrot:
    """A bot without a mind: the test calls the methods and reads the updates."""

    def __init__(self, sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
        self._sandbox, self._session = sandbox, session
        self._offset = 0

    async def call(self, method: str, **parameters: object) -> dict[str, object]:
        url = f"{self._sandbox.url}/bot{self._sandbox.token}/{method}"
        async with self._session.post(url, json=parameters) as response:
            answer = await response.json()
        assert answer["ok"], answer
        result: dict[str, object] = answer["result"]
        return result

    async def say(self, text: str, **parameters: object) -> dict[str, object]:
        chat = self._sandbox.person().id
        return await self.call("sendMessage", chat_id=chat, text=text, **parameters)

    async def hear(self, kind: str) -> dict[str, object]:
        """Return the next update of a kind."""
        while True:
            updates = await self.call("getUpdates", offset=self._offset, timeout=5, limit=1)
            assert updates, f"no {kind} came"
            update: dict[str, object] = updates[0]  # type: ignore[index]
            self._offset = int(str(update["update_id"])) + 1
            if kind in update:
                return update[kind]  # type: ignore[return-value]


@pytest_asyncio.fixture(loop_scope="session")
async def parrot(sandbox: Sandbox) -> AsyncIterator[Parrot]:
    async with aiohttp.ClientSession() as session:
        yield Parrot(sandbox, session)


@pytest_asyncio.fixture(loop_scope="session")
async def started(page: Page, sandbox: Sandbox) -> Person:
    """A person who has pressed START."""
    await page.get_by_role("button", name="START").click()
    await page.get_by_role("textbox", name="Message").wait_for()
    return sandbox.person()


async def test_start_button_says_start(page: Page, parrot: Parrot) -> None:
    await page.get_by_role("button", name="START").click()

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
    assert sent["document"]["file_name"] == "notes.md"  # type: ignore[index]


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
    assert answer["reply_to_message"]["message_id"] == sent["message_id"]  # type: ignore[index]


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
async def test_blocking_and_unblocking(page: Page, parrot: Parrot) -> None:
    await page.get_by_role("button", name="Sandbox controls").click()
    await page.get_by_role("button", name="Block the bot").click()
    blocked = await parrot.hear("my_chat_member")
    await page.get_by_role("button", name="UNBLOCK").click()
    unblocked = await parrot.hear("my_chat_member")

    states = [change["new_chat_member"]["status"] for change in (blocked, unblocked)]  # type: ignore[index]
    assert states == ["kicked", "member"]


@pytest.mark.usefixtures("started")
async def test_second_person_has_a_chat_of_their_own(page: Page, sandbox: Sandbox) -> None:
    await page.get_by_role("button", name="Sandbox controls").click()
    await page.get_by_role("button", name="Another").click()
    await page.get_by_role("button", name="START").click()

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

    await expect(page.get_by_role("button", name="START")).to_be_visible()
    assert told.is_set()


@pytest.mark.usefixtures("started")
async def test_typing_shows_in_the_header(page: Page, parrot: Parrot, sandbox: Sandbox) -> None:
    await parrot.call("sendChatAction", chat_id=sandbox.person().id, action="typing")

    await expect(page.locator("#status")).to_have_text("typing…")


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
async def test_nothing_is_wider_than_the_phone(page: Page, parrot: Parrot) -> None:
    code = "x" * 300
    await parrot.say(code, entities=[{"type": "pre", "offset": 0, "length": 300}])
    await parrot.say("https://example.org/" + "long/" * 60)
    await expect(page.get_by_role("link")).to_be_visible()

    for element in ("document.documentElement", "document.querySelector('#scroll')"):
        assert await page.evaluate(f"{element}.scrollWidth <= 390")


@pytest.mark.usefixtures("started")
async def test_keyboard_alone_is_enough(page: Page, parrot: Parrot) -> None:
    await parrot.say("What is your level?", reply_markup=KEYS)
    await expect(page.get_by_role("button", name="Junior")).to_be_visible()
    await page.get_by_role("log").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")

    assert (await parrot.hear("callback_query"))["data"] == "junior"


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
    await page.get_by_role("button", name="START").click()
    await page.get_by_role("article").wait_for()
    await first.stop()
    port = int(first.url.rpartition(":")[2])

    async with Sandbox(state=tmp_path / "state.db", port=port) as second:
        await second.person().says("Said on another device")
        await expect(page.get_by_role("article")).to_have_count(2)
        await page.close()
