from __future__ import annotations

import pytest

from bot.screens import markup
from bot.screens.screen import Span, Style, Styled
from tests.screens.triples import shown, triples

FIXTURES = ("inlines", "links", "html", "blocks", "lists", "tables")


@pytest.mark.parametrize(
    ("source", "expected"), [case for name in FIXTURES for case in triples(name)]
)
def test_markdown_becomes_styled_text(source: str, expected: str) -> None:
    assert shown(markup.styled(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("What does `__init__` do?", "What does ⟨code⟩__init__⟨/code⟩ do?"),
        ("1. Not a list", "1. Not a list"),
        ("# Not a heading", "# Not a heading"),
        ("over\ntwo  \nlines", "over two lines"),
        ("", ""),
    ],
)
def test_inline_stays_one_line(source: str, expected: str) -> None:
    assert shown(markup.inline(source)) == expected


def test_style_of_a_line_leaves_code_out() -> None:
    assert (
        shown(markup.inline("Why `await`?", Style.BOLD)) == "⟨b⟩Why⟨/b⟩ ⟨code⟩await⟨/code⟩⟨b⟩?⟨/b⟩"
    )


def test_quote_takes_text_literally() -> None:
    label, said = markup.quote("You said:", " *No* `code`\n\n- <b> \n")
    assert label.text == Styled("You said:")
    assert said.text == Styled("*No* `code`\n\n- <b>", (Span(Style.QUOTE, 0, 18),))


def test_quote_of_nothing_is_nothing() -> None:
    assert markup.quote("You said:", " \n") == ()


def test_label_stays_with_quotation() -> None:
    blocks = (*markup.render("x" * 90), *markup.quote("You said:", "y" * 30))
    assert [page.text for page in markup.paginate(blocks, limit=100)] == [
        "x" * 90,
        "You said:\n" + "y" * 30,
    ]


def test_blocks_joined_are_the_whole() -> None:
    source = "# One\n\nTwo:\n\n- three\n- four\n\n```py\nfive\n```"
    blocks = markup.render(source)
    text = blocks[0].text
    for block in blocks[1:]:
        text = text + block.gap + block.text
    assert text == markup.styled(source)
