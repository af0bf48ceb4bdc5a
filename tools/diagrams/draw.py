"""Draw the diagrams of the bank with Chromium: ``make diagrams``.

Draws what is new or changed, with ``--all`` everything. Needs Pillow, which nothing else does,
and Chromium (``BOT_TEST_CHROMIUM`` names another place).
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import sync_playwright

from tools.diagrams.sources import (
    CONTENT,
    HOME,
    KEYWORD,
    hash_of,
    is_up_to_date,
    page_of,
    picture_of,
    sources,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, ViewportSize

CHROMIUM = os.environ.get("BOT_TEST_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-lcd-text", "--no-first-run"]
SHEET: ViewportSize = {"width": 360, "height": 640}
SCALE = 3
"""Pixels of the picture for one of the sheet: letters stay sharp when it fills a phone."""

COLOURS = 20
"""The most frequent ones are those of the sheet, and of the edges of its letters."""


def main() -> None:
    """Draw, and say what a reader would stumble over instead of drawing that."""
    faults: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport=SHEET, device_scale_factor=SCALE)
        for source in sources():
            if "--all" in sys.argv or not is_up_to_date(source):
                faults += draw(page, source)
        browser.close()
    if faults:
        sys.exit("\n".join(faults))


def draw(page: Page, source: Path) -> list[str]:
    """Draw one picture, or list what is wrong with its page."""
    page.set_content(page_of(source))
    faults: list[str] = page.evaluate((HOME / "measure.js").read_text("utf-8"))
    if not faults:
        picture = picture_of(source)
        picture.parent.mkdir(exist_ok=True)
        save(page.locator("body").screenshot(), picture, hash_of(source))
        print(f"{picture.relative_to(CONTENT)}: {picture.stat().st_size // 1000} kB")
    return [f"{source.relative_to(HOME)}: {fault}" for fault in faults]


def save(shot: bytes, picture: Path, drawn_from: str) -> None:
    """Save a screenshot with few colours, which makes it small, and with what it shows."""
    info = PngInfo()
    info.add_text(KEYWORD, drawn_from)
    image = Image.open(io.BytesIO(shot)).convert("RGB")
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in frequent(image) for part in colour])
    few = image.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(picture, optimize=True, pnginfo=info)


def frequent(image: Image.Image) -> list[tuple[int, int, int]]:
    """List the colours that most of a picture has."""
    counted = image.getcolors(image.width * image.height) or []
    return [colour for _, colour in sorted(counted, reverse=True)[:COLOURS]]


if __name__ == "__main__":
    main()
