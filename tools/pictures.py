"""Take the pictures of the README from the chat page: ``make pictures``.

Plays a first day on the real bot and the stand-in for Telegram, on a phone-sized page, light and
dark. Needs Chromium (``BOT_TEST_CHROMIUM`` names another place).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, ViewportSize, expect, sync_playwright

ROOT = Path(__file__).parent.parent
CHROMIUM = os.environ.get("BOT_TEST_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
README = ("question", "answer", "push")
ZONE = "Europe/Berlin"
NOTES = """/import What is a B-tree?
A balanced tree that keeps keys in order.

What is write-ahead logging?

What does MVCC keep?
Several versions of a row."""
TOUR = (
    ("hint", "tap", "^Hint$"),
    ("outline", "tap", "^Outline$"),
    ("revealed", "tap", "^Show answer$"),
    ("example", "tap", "^Example$"),
    ("another", "tap", "^Another$"),
    ("simpler", "tap", "^Simpler$"),
    ("points", "tap", "^Points$"),
    ("ticked", "tap", "^☐ 1"),
    ("more", "tap", "^More$"),
    ("asked-for-real", "tap", "^Asked me for real$"),
    ("when", "tap", "^Today$"),
    ("wrong", "say", "/next"),
    ("pace", "say", "/pace"),
    ("topics", "say", "/topics"),
    ("area", "tap", "Concurrency"),
    ("topic", "tap", "GIL|lock|Asyncio|asyncio"),
    ("track", "say", "/track"),
    ("import", "say", "/import"),
    ("preview", "say", NOTES),
    ("look-through", "tap", "^Look through$"),
    ("added", "tap", "^Add all"),
    ("notes", "say", "/notes"),
    ("notebook", "tap", "^Pasted notes$"),
    ("set-offered", "say", "3 python junior"),
    ("search", "say", "/search isolation"),
    ("unsure", "say", "/search"),
    ("starred", "say", "/starred"),
    ("hidden", "say", "/hidden"),
    ("interview", "say", "/interview in three weeks"),
    ("mock", "say", "/mock"),
    ("daily", "say", "/daily"),
    ("progress", "say", "/progress"),
    ("pause", "say", "/pause"),
    ("help", "say", "/help"),
    ("grading", "say", "/help grading"),
    ("forget", "say", "/forget"),
)
"""Every other screen: the name of its picture, and how one comes to it."""

PHONE: ViewportSize = {"width": 390, "height": 844}


def main() -> None:
    """Take every picture in both colour schemes; a few of the light ones go into the README."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "var/pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for scheme in ("light", "dark"):
            with tempfile.TemporaryDirectory() as playground:
                (Path(playground) / "content").symlink_to(ROOT / "content")
                address, process = start_bot(playground)
                context = browser.new_context(
                    viewport=PHONE,
                    device_scale_factor=2,
                    color_scheme=scheme,
                    timezone_id=ZONE,
                )
                play(context.new_page(), address, folder, "" if scheme == "light" else "-dark")
                process.terminate()
                process.wait()
        browser.close()
    for name in README:
        shutil.copy(folder / f"{name}.png", ROOT / "docs")
    print(f"All of them are in {folder}, those of the README in {ROOT / 'docs'}.")


def start_bot(playground: str) -> tuple[str, subprocess.Popen[str]]:
    """Start ``bot try`` in an empty folder; return its address and its process."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "try", "--port", "0"],
        cwd=playground,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    ready = re.search(r"open (\S+)", process.stdout.readline())
    assert ready
    return ready[1], process


class Player:
    """Somebody with a phone who takes pictures."""

    def __init__(self, page: Page, folder: Path, suffix: str) -> None:
        self.page, self.folder, self.suffix = page, folder, suffix
        self.log = page.get_by_role("log")

    def shoot(self, name: str) -> None:
        """Take a picture once the page has come to rest."""
        self.page.wait_for_timeout(900)  # the bot answers, the page scrolls; this is no test
        self.page.screenshot(path=self.folder / f"{name}{self.suffix}.png")

    def tap(self, label: str) -> None:
        """Tap the newest button with that label."""
        self.button(label).click()

    def button(self, label: str) -> Locator:
        """Find the newest button with that label."""
        return self.log.get_by_role("button", name=re.compile(label)).last

    def say(self, text: str) -> None:
        """Type and send."""
        self.page.get_by_role("textbox", name="Message").fill(text)
        self.page.keyboard.press("Enter")

    def sees(self, text: str) -> None:
        """Wait until the chat says so."""
        expect(self.log).to_contain_text(text)


def play(page: Page, address: str, folder: Path, suffix: str) -> None:
    """Go through a first day and the next morning."""
    player = Player(page, folder, suffix)
    page.goto(address)
    page.get_by_role("button", name="START").click()
    set_up(player)
    practise(player)
    page.get_by_role("button", name="Sandbox controls").click()
    page.get_by_role("button", name="Next morning").click()
    page.wait_for_timeout(1000)
    player.shoot("push")
    for name, act, what in TOUR:
        player.tap(what) if act == "tap" else player.say(what)
        player.shoot(name)


def set_up(player: Player) -> None:
    """Answer the first questions."""
    player.sees("Which level")
    player.shoot("level")
    player.tap("^Middle$")
    player.sees("Which areas")
    player.shoot("areas")
    player.tap("^Concurrency$")
    player.tap("^Done$")
    player.sees("What time is it")
    player.shoot("time")
    player.tap(f"^{datetime.now(ZoneInfo(ZONE)):%H}:\\d\\d$")
    player.sees("Which place")
    player.shoot("zone")
    player.tap("★")


def practise(player: Player) -> None:
    """Look at two answers, with an answer of one's own to the second."""
    player.button("^Show answer$").wait_for()
    player.shoot("question")
    player.tap("^Show answer$")
    player.button("^Good").wait_for()
    player.page.wait_for_timeout(400)
    player.log.locator(":scope > *").last.evaluate("it => it.scrollIntoView({block: 'start'})")
    player.shoot("answer")
    player.tap("^Good")
    player.button("^Show answer$").wait_for()
    player.shoot("graded")
    player.say("Threads share memory, so only one runs Python code at a time.")
    player.sees("Noted.")
    player.tap("^Show answer$")
    player.sees("You said:")
    player.shoot("own-answer")
    player.tap("^Hard")
    player.button("^Show answer$").wait_for()


if __name__ == "__main__":
    main()
