"""Generated Markdown documents that nest everything, with numbered words planted in them."""

from __future__ import annotations

import re
from itertools import count

from hypothesis import strategies as st

_PLACE = "\ue000"
_IN_LINE = (
    "{}", "**{}**", "*{}*", "~~{}~~", "`{}`", "***{}***", "[{}](https://example.org/{})",
    "[{}](<local {}>)", "![{}]({}.png)", "<https://example.org/{}>", "https://example.org/{}",
    "\\*{}\\*", "&lt;{}&gt;", "List<{}>", "__{}__", "**{} *{}* `{}`**", "[**{}**](tel:{})",
)  # fmt: skip

_planted = st.just(_PLACE)
_pieces = st.sampled_from([piece.replace("{}", _PLACE) for piece in _IN_LINE])
_lines = st.lists(_pieces, min_size=1, max_size=6).map(" ".join)
_paragraphs = st.lists(_lines, min_size=1, max_size=3).map("\n".join)
_headings = st.builds("{} {}".format, st.sampled_from(["#", "##", "######"]), _lines)
_code = st.builds(
    "```{0}\n{1} = [`*{1}*`]\n\n    {1}\n```".format, st.sampled_from(["", "py"]), _planted
)


@st.composite
def _tables(draw: st.DrawFn) -> str:
    """Draw a table whose words are marked as such: told row by row, headers are repeated."""
    columns = draw(st.integers(1, 4))
    rows = draw(st.lists(st.just([f"{_PLACE}cell"] * columns), min_size=2, max_size=4))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * columns + "|", *lines[1:]])


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _item(marker: str, text: str) -> str:
    return marker + text.replace("\n", "\n" + " " * len(marker))


_flat = st.one_of(_paragraphs, _headings, _code, _tables())
_blocks = st.recursive(
    _flat,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("\n\n".join).map(_quoted),
        st.builds(
            lambda marker, items, gap: gap.join(_item(marker, item) for item in items),
            st.sampled_from(["- ", "* ", "1. ", "12) ", "- [ ] ", "- [x] "]),
            st.lists(
                st.lists(inner, min_size=1, max_size=2).map("\n\n".join), min_size=1, max_size=3
            ),
            st.sampled_from(["\n", "\n\n"]),
        ),
    ),
    max_leaves=8,
)


def _numbered(source: str) -> str:
    number = count(1)
    return re.sub(_PLACE, lambda _: f"w{next(number)}x", source)


documents = st.lists(_blocks, min_size=1, max_size=5).map("\n\n".join).map(_numbered)
"""Documents whose words are ``w1x``, ``w2x`` and so on; those in tables end in ``cell``."""
