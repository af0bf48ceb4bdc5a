"""Practising as a person does, on a phone: by words and by taps, to the end of a set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.async_api import expect

from tests.browser.hotseat import button, opened, playing, say, start

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


async def test_a_set_from_the_request_to_its_end(browser: Browser, folder: Path) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        await start(page)

        await say(page, "5 python junior")
        await sees(page, "Python, junior: 5 questions.")
        await newest(page, "1 of 5 · Python")
        await button(page, "Hint").click()
        await newest(page, "Hint: ")
        await button(page, "Outline").click()
        await newest(page, re.compile(r"1\. .+ …"))
        await button(page, "Show answer").click()
        await button(page, grade("Good")).click()

        for number in range(2, 6):
            await newest(page, f"{number} of 5 · Python")
            await button(page, "Show answer").click()
            await button(page, grade("Easy" if number == 5 else "Again")).click()
        await newest(page, "Done: 5 questions of Python, junior")
        await newest(page, "Again 3, Good 1, Easy 1.")
        await page.context.close()


async def test_looking_further_leaves_the_grades_where_they_are(
    browser: Browser, folder: Path
) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        await start(page)
        await button(page, "Show answer").click()
        there = await stand(page)

        for label in ("Example", "Simpler", "Points", "More"):
            tool = button(page, re.compile(f"^{label}$"))
            await tool.click()
            await expect(tool).to_have_count(0)  # it leads back to the answer now
            await stand(page, there)
        before = await page.get_by_role("article").count()
        await button(page, "Repeat").click()
        await expect(page.get_by_role("article")).to_have_count(before + 1)
        await stand(page, there)
        await page.context.close()


async def test_ticked_points_suggest_a_grade_and_a_slip_is_mended(
    browser: Browser, folder: Path
) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        await start(page)
        await button(page, "Show answer").click()
        await button(page, "Points").click()
        await button(page, re.compile("^☐ 1")).wait_for()
        while await button(page, re.compile("^☐")).is_visible():
            ticked = await page.get_by_role("button", name=re.compile("^☑")).count()
            await button(page, re.compile("^☐")).click()
            await newest(page, f"Ticked {ticked + 1} of ")
        await newest(page, "I suggest Easy; you decide.")
        await button(page, re.compile("^→ Easy · ")).click()
        await sees(page, "Easy. Again on")

        await button(page, "Undo").click()
        await expect(page.get_by_role("log")).not_to_contain_text("Easy. Again on")
        await button(page, "Redo").click()
        await sees(page, "Easy. Again on")
        await button(page, "Change grade").click()
        await button(page, re.compile("^Hard · ")).click()
        await sees(page, "Hard. Again on")
        await expect(page.get_by_role("log")).not_to_contain_text("Easy. Again on")
        await page.context.close()


async def test_what_is_found_is_asked_starred_hidden_and_brought_back(
    browser: Browser, folder: Path
) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        await start(page)

        await say(page, "/search two-phase locking")
        await newest(page, re.compile(r"\d+ found\."))
        found = await page.get_by_role("article").last.inner_text()
        second = found.partition("2. ")[2].partition("\n")[0]
        await button(page, "Ask 2").click()
        await expect(page.get_by_role("article").last).not_to_contain_text("found.")
        await newest(page, second)
        await button(page, "Show answer").click()
        await button(page, grade("Good")).wait_for()
        await button(page, re.compile("^More$")).click()
        await button(page, re.compile("^Star$")).click()
        await newest(page, "starred")
        await button(page, re.compile("^Hide$")).click()
        await sees(page, "Hidden: I will not ask it again.")

        for command, lift, empty in (
            ("/starred", "Unstar 1", "Star a question under More"),
            ("/hidden", "Bring back 1", "Nothing is hidden."),
        ):
            await say(page, command)
            await newest(page, second)
            await button(page, lift).click()
            await newest(page, empty)
        await page.context.close()


async def test_pace_holds_after_a_restart(browser: Browser, folder: Path) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        await start(page)
        await say(page, "/pace")
        await button(page, "Only Again and Good").click()
        await button(page, "✓ Only Again and Good").wait_for()
        await say(page, "slower")
        await newest(page, "It stays so")
        await page.context.close()
    async with playing(folder) as address:
        page = await opened(browser, address)
        await button(page, "Show answer").click()

        await button(page, re.compile(r"^Next \(1 of")).wait_for()
        await expect(button(page, grade("Good"))).to_be_visible()
        await expect(page.get_by_role("button", name=grade("Hard"))).to_have_count(0)
        await page.context.close()


async def test_a_mock_round_to_its_debrief(browser: Browser, folder: Path) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        await start(page)

        await say(page, "/mock")
        await button(page, "3 questions").click()
        await button(page, "✓ 3 questions").wait_for()
        await button(page, "Begin").click()
        over = "How is it scored?"
        for given in ("Good", "Hard", *["Again"] * 9):  # an interviewer may follow up, by chance
            await button(page, re.compile(rf"^(Said aloud|{re.escape(over)})$")).wait_for()
            if await button(page, over).is_visible():
                break
            await button(page, "Said aloud").click()
            await button(page, "Clear").click()
            await button(page, "✓ Clear").wait_for()
            await button(page, grade(given)).click()

        await newest(page, re.compile(r"Mock round: .+ of 100"))
        await newest(page, re.compile(r"Missed: \d of \d\."))
        await button(page, "Picture").click()
        await expect(page.get_by_role("log").locator("img").last).to_be_visible()
        await button(page, "Question by question").click()
        await sees(page, "put: clear")
        await page.context.close()


async def test_an_interview_is_dated_in_words_and_moved_by_a_tap(
    browser: Browser, folder: Path
) -> None:
    async with playing(folder) as address:
        page = await opened(browser, address)
        await start(page)

        await say(page, "/interview in three weeks python")
        await newest(page, "in 21 days")
        await newest(page, "About Python")
        await newest(page, re.compile(r"I expect you to recall about \d+"))
        await button(page, "Other date").click()
        await newest(page, "Type the new date.")
        await say(page, "in two weeks")
        await newest(page, "in 14 days")
        await page.context.close()
