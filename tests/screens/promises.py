"""What holds for every text that is shown, checked in one place for many sources of texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.screens import markup
from bot.screens.markup.pages import SPANS
from bot.screens.screen import Style, Styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALONE = {Style.PRE, Style.CODE}


def check_spans(styled: Styled) -> None:
    """Telegram takes every span as it is: within the text, not blank, code alone."""
    for span in styled.spans:
        text = styled.text[span.start : span.end]
        assert 0 <= span.start < span.end <= len(styled.text)
        assert text == (text.rstrip() if span.style is Style.PRE else text.strip())
    for code in (span for span in styled.spans if span.style in ALONE):
        inside = [s for s in styled.spans if s.start < code.end and s.end > code.start]
        others = {span.style for span in inside if span is not code}
        assert others <= ({Style.QUOTE} if code.style is Style.CODE else set())


def check_pages(source: str, *, limit: int, first_limit: int) -> None:
    """Pages keep their limits, and together say what the whole says, in the same styles."""
    whole = markup.styled(source)
    pages = markup.paginate(markup.render(source), limit=limit, first_limit=first_limit)
    check_spans(whole)
    for number, page in enumerate(pages):
        check_spans(page)
        assert len(page) <= (limit if number else first_limit)
        assert len(page.spans) <= SPANS
        assert page.text.rstrip() == page.text
        assert page.text or len(pages) == 1
    assert [mark for page in pages for mark in _marks(page)] == _marks(whole)


def told(styled: Styled) -> str:
    """Read a text aloud: the language before code, the address after a link."""
    parts: list[tuple[int, int, str]] = [(at, 1, mark) for at, mark in enumerate(styled.text)]
    for span in styled.spans:
        order, at = (0, span.start) if span.style is Style.PRE else (0, span.end)
        parts.append((at, order, span.detail))
    return "".join(text for *_, text in sorted(parts, key=lambda part: part[:2]))


def letters(source: str) -> str:
    """Return what is no mark of Markdown; numbers of lists are, as equal ones are counted on."""
    return "".join(re.findall(r"[^\W_]", re.sub(r"\b1\. ", "", source)))


def missing(wanted: Iterable[str], text: str) -> Sequence[str]:
    """Return what does not occur in a text, each after the one before."""
    at = 0
    lost = []
    for part in wanted:
        found = text.find(part, at)
        if found < 0:
            lost.append(part)
        else:
            at = found + len(part)
    return lost


def _marks(styled: Styled) -> list[tuple[str, frozenset[tuple[Style, str]]]]:
    looks: list[set[tuple[Style, str]]] = [set() for _ in styled.text]
    for span in styled.spans:
        for at in range(span.start, span.end):
            looks[at].add((span.style, span.detail))
    marks = zip(styled.text, looks, strict=True)
    return [(mark, frozenset(look)) for mark, look in marks if not mark.isspace()]
