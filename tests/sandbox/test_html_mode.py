"""Texts with ``parse_mode=HTML``."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox import Entity
from bot.sandbox.errors import ApiError
from bot.sandbox.html_mode import parsed


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>bold</b> &lt;i&gt; &amp;", "bold <i> &", [Entity("bold", 0, 4)]),
        ("😀<i>x</i>", "😀x", [Entity("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [Entity("italic", 1, 1), Entity("bold", 0, 2)]),
        (
            '<a href="https://e.org?a=1&amp;b=2">x</a>',
            "x",
            [Entity("text_link", 0, 1, {"url": "https://e.org?a=1&b=2"})],
        ),
        (
            '<pre><code class="language-python">1</code></pre>',
            "1",
            [Entity("pre", 0, 1, {"language": "python"})],
        ),
        ("<blockquote expandable>q</blockquote>", "q", [Entity("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">s</span>', "s", [Entity("spoiler", 0, 1)]),
        ("AT&T &copy;", "AT&T &copy;", []),
    ],
)
def test_markup_becomes_entities(markup: str, text: str, entities: list[Entity]) -> None:
    assert parsed(markup) == (text, tuple(entities))


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("é<div>", 'Unsupported start tag "div" at byte offset 2'),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ],
)
def test_broken_markup_is_refused(markup: str, reason: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parsed(markup)

    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text_stays_as_it_is(text: str) -> None:
    assert parsed(escape(text, quote=False)) == (text, ())
