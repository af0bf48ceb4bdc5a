"""What the server makes of texts and entities, and how the page shows them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox import Entity
from bot.sandbox.entities import cleaned, slices, units
from bot.sandbox.rendering import html

KINDS = ("bold", "italic", "spoiler", "code", "pre", "blockquote", "expandable_blockquote")
texts = st.text(st.sampled_from("ab <&\n\t😀/@.é"), min_size=1, max_size=40)


@st.composite
def styled(draw: st.DrawFn) -> tuple[str, list[Entity]]:
    text = draw(texts)
    edges = [units(text[:position]) for position in range(len(text) + 1)]
    pairs = draw(st.lists(st.tuples(st.sampled_from(edges), st.sampled_from(edges)), max_size=6))
    kinds = st.sampled_from(KINDS)
    return text, [Entity(draw(kinds), min(pair), abs(pair[0] - pair[1])) for pair in pairs]


@given(styled())
def test_cleaned_text_has_no_edges(given: tuple[str, list[Entity]]) -> None:
    text, _ = cleaned(*given)

    assert text == text.strip(" \n")
    assert "\t" not in text


@given(styled())
def test_cleaned_entities_lie_in_the_text(given: tuple[str, list[Entity]]) -> None:
    text, entities = cleaned(*given)

    for entity in entities:
        assert 0 <= entity.offset < entity.end <= units(text)
        assert not text[slices(text, entity)].startswith((" ", "\n"))


@given(styled())
def test_page_shows_every_character(given: tuple[str, list[Entity]]) -> None:
    text, entities = cleaned(*given)
    reader = Reader()
    reader.feed(html(text, entities))

    assert reader.text.replace("\n", "") == text.replace("\n", "")


@given(styled())
def test_page_elements_are_balanced(given: tuple[str, list[Entity]]) -> None:
    text, entities = cleaned(*given)
    reader = Reader()
    reader.feed(html(text, entities))

    assert reader.open == []
    assert reader.balanced


class Reader(HTMLParser):
    """Reads the text of a page, and whether every element is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.balanced = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert attrs is not None
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.balanced &= bool(self.open) and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_trimming_moves_entities() -> None:
    text, entities = cleaned("  \n hello ", [Entity("bold", 4, 6)])

    assert (text, entities) == ("hello", (Entity("bold", 0, 5),))


def test_indented_first_line_loses_its_indent() -> None:
    text, entities = cleaned("    return 1\n    pass", [Entity("pre", 0, 21)])

    assert text == "return 1\n    pass"
    assert entities == (Entity("pre", 0, 17),)


def test_tabs_become_spaces() -> None:
    assert cleaned("a\tb\x07c", []) == ("a b c", ())


def test_carriage_returns_go() -> None:
    text, entities = cleaned("a\r\nb", [Entity("bold", 3, 1)])

    assert (text, entities) == ("a\nb", (Entity("bold", 2, 1),))


def test_only_a_hundred_entities_are_shown() -> None:
    _, entities = cleaned("x" * 150, [Entity("bold", place, 1) for place in range(150)])

    assert len(entities) == 100


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("try /next now", "bot_command", "/next"),
        ("/start@parrot_bot", "bot_command", "/start@parrot_bot"),
        ("see https://example.org/a.", "url", "https://example.org/a"),
        ("ask @somebody", "mention", "@somebody"),
        ("mail me@example.org", "email", "me@example.org"),
        ("about #python", "hashtag", "#python"),
    ],
)
def test_tappable_things_are_found(text: str, kind: str, found: str) -> None:
    _, (entity,) = cleaned(text, [])

    assert (entity.kind, text[slices(text, entity)]) == (kind, found)


@pytest.mark.parametrize("text", ["and/or", "1/2", "a//b", "</b>", "C#", "x@y"])
def test_other_things_are_not(text: str) -> None:
    assert cleaned(text, []) == (text, ())


def test_code_is_not_searched() -> None:
    _, entities = cleaned("cat /etc", [Entity("code", 0, 8)])

    assert [entity.kind for entity in entities] == ["code"]


def test_script_addresses_are_no_links() -> None:
    link = Entity("text_link", 0, 4, {"url": "javascript:alert(1)"})

    assert "href" not in html("here", [link]) or "http://javascript" in html("here", [link])
