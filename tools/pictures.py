"""Take the pictures of the README from the chat page: ``make pictures``.

Plays a first day on the real bot and the stand-in for Telegram, on a phone-sized page, light and
dark. Needs Chromium (``BOT_TEST_CHROMIUM`` names another place).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

ROOT = Path(__file__).parent.parent
CHROMIUM = os.environ.get("BOT_TEST_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PHONE: ViewportSize = {"width": 390, "height": 844}


def main() -> None:
    """Take every picture in both colour schemes; the light ones are those of the README."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    folder.mkdir(exist_ok=True)
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
                    timezone_id="Europe/Berlin",
                )
                play(context.new_page(), address, folder, "" if scheme == "light" else "-dark")
                process.terminate()
                process.wait()
        browser.close()


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


def play(page: Page, address: str, folder: Path, suffix: str) -> None:
    """Go through a first day and the next morning."""

    def shoot(name: str) -> None:
        page.wait_for_timeout(400)  # the page scrolls and fades; this is no test
        page.screenshot(path=folder / f"{name}{suffix}.png")

    def tap(label: str) -> None:
        button = page.get_by_role("log").get_by_role("button", name=re.compile(label)).last
        button.click()

    def say(text: str) -> None:
        page.get_by_role("textbox", name="Message").fill(text)
        page.keyboard.press("Enter")

    log = page.get_by_role("log")
    page.goto(address)
    page.get_by_role("button", name="START").click()
    expect(log).to_contain_text("Which level")
    shoot("level")
    tap("^Middle$")
    expect(log).to_contain_text("Which areas")
    shoot("areas")
    tap("^Concurrency$")
    tap("^Done$")
    expect(log).to_contain_text("What time is it")
    shoot("time")
    tap(r"^\d\d:\d\d$")
    expect(log).to_contain_text("Which place")
    shoot("zone")
    say("Berlin")
    tap_target = log.get_by_role("button", name="Show answer").last
    tap_target.wait_for()
    shoot("question")
    tap("^Show answer$")
    log.get_by_role("button", name=re.compile("^Good")).last.wait_for()
    shoot("answer")
    tap("^Good")
    log.get_by_role("button", name="Show answer").last.wait_for()
    shoot("graded")
    say("Threads share memory, so only one runs Python code at a time.")
    expect(log).to_contain_text("Noted.")
    log.get_by_role("button", name="Show answer").last.click()
    expect(log).to_contain_text("You said:")
    shoot("own-answer")
    tap("^Hard")
    log.get_by_role("button", name="Show answer").last.wait_for()
    page.get_by_role("button", name="Sandbox controls").click()
    page.get_by_role("button", name="Next morning").click()
    log.get_by_role("button", name="Show answer").last.wait_for()
    shoot("push")
    for command in ("topics", "daily", "progress", "pause", "help", "forget"):
        say(f"/{command}")
        page.wait_for_timeout(300)
        shoot(command)


if __name__ == "__main__":
    main()
