from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Chat, Message, MessageEntity, MessageOriginHiddenUser

from bot.handlers.pasting import Part, joined, markdown_of, part_of

if TYPE_CHECKING:
    from collections.abc import Sequence

NOW = datetime(2026, 11, 21, tzinfo=UTC)
KINDS = ("bold", "italic", "code", "pre", "text_link", "url", "spoiler", "bot_command")


def message(text: str, *spans: MessageEntity, forwarded: bool = False) -> Message:
    origin = MessageOriginHiddenUser(NOW, "Somebody") if forwarded else None
    return Message(1, NOW, Chat(1, "private"), text=text, entities=spans, forward_origin=origin)


def span(kind: str, text: str, words: str, **more: str) -> MessageEntity:
    start, length = (
        len(part.encode("utf-16-le")) // 2 for part in (text.split(words, 1)[0], words)
    )
    return MessageEntity(kind, start, length, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind", "words", "expected"),
    [
        ("A bold word", "bold", "bold", "A **bold** word"),
        ("🦆🦆 code here", "code", "code", "🦆🦆 `code` here"),
        (
            "See x\n# not a heading\nend",
            "pre",
            "# not a heading",
            "See x\n```\n# not a heading\n```\nend",
        ),
        ("two\nlines", "bold", "two\nlines", "two\nlines"),
        ("plain italics", "italic", "italics", "plain italics"),
    ],
)
def test_marks_that_an_app_took_off_come_back(
    text: str, kind: str, words: str, expected: str
) -> None:
    assert markdown_of(message(text, span(kind, text, words))) == expected


def test_languages_and_links_come_back() -> None:
    code = span("pre", "x = 1", "x = 1", language="python")
    link = span("text_link", "the docs", "docs", url="https://docs.python.org")

    assert markdown_of(message("x = 1", code)) == "```python\nx = 1\n```"
    assert markdown_of(message("the docs", link)) == "the [docs](https://docs.python.org)"


def test_marks_within_marks_close_in_their_order() -> None:
    text = "read the docs"
    outer, inner = span("bold", text, text), span("text_link", text, "docs", url="https://x.y")

    assert markdown_of(message(text, outer, inner)) == "**read the [docs](https://x.y)**"


@pytest.mark.parametrize("command", ["/import ", "/import@hotseat_bot ", "/import\n"])
def test_the_command_is_no_part_of_the_notes(command: str) -> None:
    text = f"{command}What is a closure?"

    assert markdown_of(message(text, MessageEntity("bot_command", 0, 7))) == "What is a closure?"


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(st.tuples(*[st.integers(0, 40)] * 3)),
)
def test_no_character_is_lost(text: str, ranges: Sequence[tuple[int, int, int]]) -> None:
    units = len(text.encode("utf-16-le")) // 2
    spans = [
        MessageEntity(KINDS[kind % len(KINDS)], start, length, url="u")
        for start, length, kind in ranges
        if start + length <= units
    ]
    whole = markdown_of(message("." + text, *spans))

    left = iter(whole)
    halves = any(ord(character) > 0xFFFF for character in text) and spans
    assert halves or all(character in left for character in text)


def test_a_cut_text_is_joined_where_it_was_cut() -> None:
    first = part_of(message("a" * 4096))
    second = part_of(message("b"))

    assert joined({4: second, 2: first}) == "a" * 4096 + "b\n"


def test_forwards_stand_apart() -> None:
    assert part_of(message("a", forwarded=True)) == Part("a", "\n\n")
