"""What an answer may hold beside prose, as a person sees and uses it in the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.browser.hotseat import button

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page


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
def folder(tmp_path: Path) -> Path:
    """A folder whose bank is one question with a table, short code and long code."""
    file = tmp_path / "content" / "databases" / "shapes.md"
    file.parent.mkdir(parents=True)
    file.write_text(SHAPES, encoding="utf-8")
    return tmp_path


async def test_table_is_drawn_for_who_says_so(chat: Page) -> None:
    log = chat.get_by_role("log")
    await button(chat, "Show answer").click()
    await expect(log).to_contain_text("Isolation level: Read committed")
    await expect(log.get_by_role("table")).to_have_count(0)
    await button(chat, "Test my app").click()
    await expect(log.get_by_role("columnheader")).to_have_text(["Word", "Meaning"])
    await button(chat, "Yes, a table").click()
    await expect(log).to_contain_text("come drawn from now on")
    await button(chat, "Next question").click()

    answer = log.get_by_role("table").last
    await expect(answer.get_by_role("columnheader")).to_have_text(
        ["Isolation level", "What it prevents", "Cost"]
    )
    await expect(answer.get_by_role("row")).to_have_count(3)
    await expect(answer.get_by_role("cell", name="high")).to_have_css("text-align", "right")
    assert await chat.evaluate("document.documentElement.scrollWidth") <= 390


async def test_code_is_copied_or_comes_as_a_file(chat: Page) -> None:
    await chat.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await button(chat, "Show answer").click()

    await button(chat, "Example").click()
    await button(chat, "Copy code").click()
    await expect(chat.locator("#note")).to_have_text(re.compile("Copied"))
    copied = await chat.evaluate("navigator.clipboard.readText()")
    await button(chat, "Another").click()
    async with chat.expect_download() as download:
        await button(chat, "Code as a file").click()
        await chat.get_by_role("log").locator("a.document").click()

    assert copied == "for row in rows:\n    print(row)"
    file = await download.value
    assert file.suggested_filename.endswith(".py")
    assert (await file.path()).read_text(encoding="utf-8").strip() == LONG
