"""Which pictures a document refers to: files that did not come with it, and links."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.document.pictures import Pictures, pictures_of
from tests.patience import ends_in_time

FORMS = (
    "![a layout](img/x.png)",
    '![a layout](img/x.png "Layout")',
    "![](<img/x.png>)",
    "![a [nested] label](img/x.png)",
    "text ![a](img/x.png) text",
    "![layout][fig]\n\n[fig]: img/x.png 'Layout'",
    "![Fig][]\n\n[fig]: <img/x.png>",
    "![fig]\n\n[FIG]: img/x.png",
    '<img src="img/x.png" width=300>',
    "<IMG alt='a' SRC='img/x.png'/>",
    "<img\n  src=img/x.png\n  alt=a>",
    "![[img/x.png]]",
    "![[img/x.png|300]]",
    "[see the layout](img/x.png)",
    '<a href="img/x.png">layout</a>',
    "[![small](img/x.png)](https://example.org)",
    "![a](img/x.png?raw=true#top)",
    "- one\n  ![a](img/x.png)",
    "> ![a](img/x.png)",
    "| ![a](img/x.png) | b |",
)


@pytest.mark.parametrize("text", FORMS)
def test_picture_is_named_however_it_is_written(text: str) -> None:
    assert pictures_of(text) == Pictures(missing=("img/x.png",))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No picture at all.",
        "`![a](x.png)`",
        "```\n![a](x.png)\n```",
        "<!-- ![a](x.png) -->",
        "before <!-- ![a](x.png) --> after",
        "![a](data:image/png;base64,iVBORw0KGgo=)",
        "[a chapter](chapter.md)",
        "![[another note]]",
        "![]()",
        "![label without a target]",
        "a[0](x) and ![",
        '<a href="chapter.html">next</a>',
    ],
)
def test_what_is_no_picture_file_is_not_named(text: str) -> None:
    assert pictures_of(text) == Pictures()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("![](my%20layout.png)", "my layout.png"),
        ("![](my layout.png)", "my layout.png"),
        (r"![](snake\_case.png)", "snake_case.png"),
        ("![](layout_(1).png)", "layout_(1).png"),
        ("![](../up/x.png)", "../up/x.png"),
        (r"![](C:\pictures\x.png)", r"C:\pictures\x.png"),
        ("![](file:///home/x.png)", "file:///home/x.png"),
        ('<img src="a&amp;b.png">', "a&b.png"),
        ("![](схема.png)", "схема.png"),
    ],
)
def test_name_is_readable(written: str, name: str) -> None:
    assert pictures_of(written).missing == (name,)


def test_links_are_listed_apart() -> None:
    text = (
        "![a](https://example.org/a.png) ![b](b.png) <img src='//example.org/c.png'>"
        "\n[plain link](https://example.org/d.png)"
    )

    found = pictures_of(text)

    assert found.linked == ("https://example.org/a.png", "//example.org/c.png")
    assert found.missing == ("b.png",)


def test_each_is_named_once_in_the_order_of_the_text() -> None:
    assert pictures_of("![](b.png) ![](a.png) ![](b.png)").missing == ("b.png", "a.png")


PIECES = (
    "![", "[", "]", "(", ")", "![[", "]]", "<img ", "src=", '"', "'", ">", "x.png", " ", "\n",
    "`", "```", "<!--", "-->", "\\", "|", "[a]: b.png", "!", "data:", "https://x.org/y.png",
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_any_text_is_read(text: str) -> None:
    found = pictures_of(text)

    assert all(found.missing)
    assert len(set(found.missing)) == len(found.missing)


@pytest.mark.parametrize("piece", [*PIECES, "![a", "![a](", "[a![", "<img src='", "[[a]", "![](("])
@pytest.mark.parametrize("end", ["", "\n"])
def test_hostile_repetition_is_read_in_time(piece: str, end: str) -> None:
    assert ends_in_time(lambda: pictures_of((piece + end) * 20_000))
