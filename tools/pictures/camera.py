"""A phone twice, light and dark, in front of the same chat."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from playwright.async_api import ViewportSize, async_playwright

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from playwright.async_api import Browser, Page, Playwright

    from bot.sandbox import Message, Person

CHROMIUM = os.environ.get("BOT_TEST_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PHONE: ViewportSize = {"width": 390, "height": 844}
SETTLING_MS = 300
"""How long the page may take to show what the bot has just sent, and to scroll there."""

_TO_THE_TOP = "id => document.getElementById(`message-${id}`).scrollIntoView({block: 'start'})"
_TO_THE_END = "() => document.getElementById('scroll').scrollTo(0, 1e6)"


@dataclass(slots=True)
class Camera:
    """Takes every picture twice; pages stay open between the pictures of one person."""

    folder: Path
    zone: str
    _playwright: Playwright
    _browser: Browser
    _pages: dict[tuple[str, int], dict[str, Page]]

    @classmethod
    async def set_up(cls, folder: Path, zone: str) -> Self:
        """Start Chromium."""
        playwright = await async_playwright().start()
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        return cls(folder, zone, playwright, browser, {})

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._browser.close()
        await self._playwright.stop()

    async def shoot(
        self, url: str, person: Person, name: str, top_of: Message | None = None
    ) -> None:
        """Photograph the end of a person's chat, or the beginning of a message."""
        pages = await self._pages_of(url, person)
        for page in pages.values():
            await page.wait_for_timeout(SETTLING_MS)
            await page.evaluate(_TO_THE_TOP if top_of else _TO_THE_END, top_of and top_of.id)
            await page.wait_for_timeout(SETTLING_MS // 2)
        for suffix, page in pages.items():
            await page.screenshot(path=self.folder / f"{name}{suffix}.png")

    async def put_away(self) -> None:
        """Close the pages of a scene."""
        for pages in self._pages.values():
            for page in pages.values():
                await page.context.close()
        self._pages.clear()

    async def _pages_of(self, url: str, person: Person) -> dict[str, Page]:
        key = (url, person.id)
        if key not in self._pages:
            self._pages[key] = {
                suffix: await self._opened(f"{url}?person={person.id}", dark=bool(suffix))
                for suffix in ("", "-dark")
            }
        return self._pages[key]

    async def _opened(self, address: str, *, dark: bool) -> Page:
        context = await self._browser.new_context(
            viewport=PHONE,
            device_scale_factor=2,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            timezone_id=self.zone,
        )
        page = await context.new_page()
        await page.goto(address)
        await page.locator("#log .message").first.wait_for()
        return page
