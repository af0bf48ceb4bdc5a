from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest

from bot.screens import markup
from tests.screens.promises import check_pages, letters, missing, told

CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted(CONTENT.glob("**/*.md"))
HIDDEN = re.compile(r"<!--.*?-->|(?<=\])\(#[^)]*\)|\A---\n.*?\n---\n", re.DOTALL)
"""Comments, the targets of links within the bank, front matter."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_shown_whole(path: Path) -> None:
    source = HIDDEN.sub("", path.read_text(encoding="utf-8"))
    wanted = letters(html.unescape(source))
    text = told(markup.styled(source))
    if re.search(r"^\s*\|", source, re.MULTILINE):
        assert Counter(wanted) <= Counter(text)
    else:
        assert missing(wanted, text) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_laid_out_on_pages(path: Path) -> None:
    source = HIDDEN.sub("", path.read_text(encoding="utf-8"))
    check_pages(source, limit=2000, first_limit=1500)
