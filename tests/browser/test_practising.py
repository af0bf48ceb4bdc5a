"""Practising as a person does, on a phone: by words and by taps, to the end of a set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.async_api import expect

from tests.browser.hotseat import button, playing, say, start

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser, Page

STANDING = """places => {
  const room = document.querySelector("#scroll");
  if (room.scrollTop + room.clientHeight < room.scrollHeight - 1) return false;
  const keys = [...document.querySelectorAll("#log article:last-of-type .key")];
  const grades = keys.filter(key => /^(Again|Hard|Good|Easy) · /.test(key.textContent));
  const found = grades.map(key => key.getBoundingClientRect()).flatMap(it => [it.left, it.top]);
  const near = (side, at) => Math.abs(side - places[at]) < 2;
  return grades.length === 4 && (!places || found.every(near)) && found;
}"""
"""Where the grades are on the screen, once the chat has come to rest at its end."""


def grade(name: str) -> re.Pattern[str]:
    """Find the button of a grade, suggested or not."""
    return re.compile(rf"^(→ )?{name} · ")


async def stand(page: Page, places: list[int] | None = None) -> list[int]:
    """Wait until the four grades of the newest message are there, or where they have been."""
    handle = await page.wait_for_function(STANDING, arg=places)
    found: list[int] = await handle.json_value()
    return found


async def sees(page: Page, text: str | re.Pattern[str]) -> None:
    await expect(page.get_by_role("log")).to_contain_text(text)


async def newest(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait until the newest message says something."""
    await expect(page.get_by_role("article").last).to_contain_text(text)


async def test_a_set_from_the_request_to_its_end(chat: Page) -> None:
    await say(chat, "5 python junior")
    await sees(chat, "Python, junior: 5 questions.")
    await newest(chat, "1 of 5 · Python")
    await button(chat, "Hint").click()
    await newest(chat, "Hint: ")
    await button(chat, "Outline").click()
    await newest(chat, re.compile(r"1\. .+ …"))
    await button(chat, "Show answer").click()
    await button(chat, grade("Good")).click()

    for number in range(2, 6):
        await newest(chat, f"{number} of 5 · Python")
        await button(chat, "Show answer").click()
        await button(chat, grade("Easy" if number == 5 else "Again")).click()
    await newest(chat, "Done: 5 questions of Python, junior")
    await newest(chat, "Again 3, Good 1, Easy 1.")


async def test_looking_further_leaves_the_grades_where_they_are(chat: Page) -> None:
    await button(chat, "Show answer").click()
    there = await stand(chat)

    for label in ("Example", "Simpler", "Points", "More"):
        tool = button(chat, re.compile(f"^{label}$"))
        await tool.click()
        await expect(tool).to_have_count(0)  # it leads back to the answer now
        await stand(chat, there)
    before = await chat.get_by_role("article").count()
    await button(chat, "Repeat").click()
    await expect(chat.get_by_role("article")).to_have_count(before + 1)
    await stand(chat, there)


async def test_ticked_points_suggest_a_grade_and_a_slip_is_mended(chat: Page) -> None:
    await button(chat, "Show answer").click()
    await button(chat, "Points").click()
    await button(chat, re.compile("^☐ 1")).wait_for()
    while await button(chat, re.compile("^☐")).is_visible():
        ticked = await chat.get_by_role("button", name=re.compile("^☑")).count()
        await button(chat, re.compile("^☐")).click()
        await newest(chat, f"Ticked {ticked + 1} of ")
    await newest(chat, "I suggest Easy; you decide.")
    await button(chat, re.compile("^→ Easy · ")).click()
    await sees(chat, "Easy. Again on")

    await button(chat, "Undo").click()
    await expect(chat.get_by_role("log")).not_to_contain_text("Easy. Again on")
    await button(chat, "Redo").click()
    await sees(chat, "Easy. Again on")
    await button(chat, "Change grade").click()
    await button(chat, re.compile("^Hard · ")).click()
    await sees(chat, "Hard. Again on")
    await expect(chat.get_by_role("log")).not_to_contain_text("Easy. Again on")


async def test_what_is_found_is_asked_starred_hidden_and_brought_back(chat: Page) -> None:
    await say(chat, "/search two-phase locking")
    await newest(chat, re.compile(r"\d+ found\."))
    found = await chat.get_by_role("article").last.inner_text()
    second = found.partition("2. ")[2].partition("\n")[0]
    await button(chat, "Ask 2").click()
    await expect(chat.get_by_role("article").last).not_to_contain_text("found.")
    await newest(chat, second)
    await button(chat, "Show answer").click()
    await button(chat, grade("Good")).wait_for()
    await button(chat, re.compile("^More$")).click()
    await button(chat, re.compile("^Star$")).click()
    await newest(chat, "starred")
    await button(chat, re.compile("^Hide$")).click()
    await sees(chat, "Hidden: I will not ask it again.")

    for command, lift, empty in (
        ("/starred", "Unstar 1", "Star a question under More"),
        ("/hidden", "Bring back 1", "Nothing is hidden."),
    ):
        await say(chat, command)
        await newest(chat, second)
        await button(chat, lift).click()
        await newest(chat, empty)


async def test_pace_holds_after_a_restart(browser: Browser, folder: Path) -> None:
    async with playing(browser, folder) as page:
        await start(page)
        await say(page, "/pace")
        await button(page, "Only Again and Good").click()
        await button(page, "✓ Only Again and Good").wait_for()
        await say(page, "slower")
        await newest(page, "It stays so")
    async with playing(browser, folder) as page:
        await button(page, "Show answer").click()

        await button(page, re.compile(r"^Next \(1 of")).wait_for()
        await expect(button(page, grade("Good"))).to_be_visible()
        await expect(page.get_by_role("button", name=grade("Hard"))).to_have_count(0)


async def test_a_mock_round_to_its_debrief(chat: Page) -> None:
    await say(chat, "/mock")
    await button(chat, "3 questions").click()
    await button(chat, "✓ 3 questions").wait_for()
    await button(chat, "Begin").click()
    over = "How is it scored?"
    for given in ("Good", "Hard", *["Again"] * 9):  # an interviewer may follow up, by chance
        await button(chat, re.compile(rf"^(Said aloud|{re.escape(over)})$")).wait_for()
        if await button(chat, over).is_visible():
            break
        await button(chat, "Said aloud").click()
        await button(chat, "Clear").click()
        await button(chat, "✓ Clear").wait_for()
        await button(chat, grade(given)).click()

    await newest(chat, re.compile(r"Mock round: .+ of 100"))
    await newest(chat, re.compile(r"Missed: \d of \d\."))
    await button(chat, "Picture").click()
    await expect(chat.get_by_role("log").locator("img").last).to_be_visible()
    await button(chat, "Question by question").click()
    await sees(chat, "put: clear")


async def test_an_interview_is_dated_in_words_and_moved_by_a_tap(chat: Page) -> None:
    await say(chat, "/interview in three weeks python")
    await newest(chat, "in 21 days")
    await newest(chat, "About Python")
    await newest(chat, re.compile(r"I expect you to recall about \d+"))
    await button(chat, "Other date").click()
    await newest(chat, "Type the new date.")
    await say(chat, "in two weeks")
    await newest(chat, "in 14 days")
