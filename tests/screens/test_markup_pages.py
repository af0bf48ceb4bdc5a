from __future__ import annotations

import re

import pytest

from bot.screens import markup
from tests.screens.triples import shown, triples

SEPARATOR = "\n=====\n"


@pytest.mark.parametrize(("source", "expected"), triples("pages"))
def test_text_is_laid_out_on_pages(source: str, expected: str) -> None:
    limits = {name: int(size) for name, size in re.findall(r"(limit|first): (\d+)", source)}
    first = limits.get("first")
    pages = markup.paginate(markup.render(source), limit=limits["limit"], first_limit=first)
    assert SEPARATOR.join(map(shown, pages)) == expected


def test_page_has_few_enough_spans() -> None:
    pages = markup.paginate(markup.render("`a` " * 200))
    assert [len(page.spans) for page in pages] == [67, 67, 66]


def test_short_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="limit of 0"):
        markup.paginate(markup.render("text"), limit=10, first_limit=0)
