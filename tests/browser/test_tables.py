"""What an answer may hold beside prose, as a person sees and uses it in the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.browser.hotseat import button, opened, playing, start

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser

LONG = "\n".join(f"print('line {number}')" for number in range(30))
SHAPES = f"""\
---
topic: Shapes
area: Databases
---

## What is in an answer?
<!-- id: shapes · level: middle -->

A table:

| Isolation level | What it prevents | Cost |
|-----------------|------------------|-----:|
| Read committed | Dirty reads, nothing else | low |
| Serializable | Every anomaly there is | high |

### Example
```python
for row in rows:
    print(row)
```
### Example
```python
{LONG}
```
### Key points
- One
"""


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    """A folder whose bank is one question with a table, short code and long code."""
    file = tmp_path / "content" / "databases" / "shapes.md"
    file.parent.mkdir(parents=True)
    file.write_text(SHAPES, encoding="utf-8")
    return tmp_path


async def test_table_is_drawn_for_who_says_so(browser: Browser, shapes: Path) -> None:
    async with playing(shapes) as address:
        page = await opened(browser, address)
        log = page.get_by_role("log")
        await start(page)

        await button(page, "Show answer").click()
        await expect(log).to_contain_text("Isolation level: Read committed")
        await expect(log.get_by_role("table")).to_have_count(0)
        await button(page, "Test my app").click()
        await expect(log.get_by_role("columnheader")).to_have_text(["Word", "Meaning"])
        await button(page, "Yes, a table").click()
        await expect(log).to_contain_text("come drawn from now on")
        await button(page, "Next question").click()

        answer = log.get_by_role("table").last
        await expect(answer.get_by_role("columnheader")).to_have_text(
            ["Isolation level", "What it prevents", "Cost"]
        )
        await expect(answer.get_by_role("row")).to_have_count(3)
        await expect(answer.get_by_role("cell", name="high")).to_have_css("text-align", "right")
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390
        await page.context.close()


async def test_code_is_copied_or_comes_as_a_file(browser: Browser, shapes: Path) -> None:
    async with playing(shapes) as address:
        page = await opened(browser, address)
        await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        await start(page)
        await button(page, "Show answer").click()

        await button(page, "Example").click()
        await button(page, "Copy code").click()
        await expect(page.locator("#note")).to_have_text(re.compile("Copied"))
        copied = await page.evaluate("navigator.clipboard.readText()")
        await button(page, "Another").click()
        async with page.expect_download() as download:
            await button(page, "Code as a file").click()
            await page.get_by_role("log").locator("a.document").click()

        assert copied == "for row in rows:\n    print(row)"
        file = await download.value
        assert file.suggested_filename.endswith(".py")
        assert (await file.path()).read_text(encoding="utf-8").strip() == LONG
        await page.context.close()
