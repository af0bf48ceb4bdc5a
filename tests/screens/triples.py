"""Golden cases that read as prose: a title, what goes in, what comes out, set off by full stops."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.screens.screen import Style

if TYPE_CHECKING:
    from bot.screens.screen import Span, Styled

_TRIPLE = re.compile(r"^([^\n]+)\n\.\n(.*?)\n?^\.\n(.*?)\n?^\.$", re.DOTALL | re.MULTILINE)
_NAMES = {
    Style.BOLD: "b",
    Style.ITALIC: "i",
    Style.STRIKETHROUGH: "s",
    Style.LINK: "a",
    Style.QUOTE: "quote",
}


def triples(name: str) -> list[object]:
    """Read the cases of a fixture, named by their titles."""
    text = (Path(__file__).parent / "fixtures" / f"{name}.md").read_text(encoding="utf-8")
    return [pytest.param(*found.groups()[1:], id=found[1]) for found in _TRIPLE.finditer(text)]


def shown(styled: Styled) -> str:
    """Write spans as tags, and spaces that keep an indentation as middle dots."""
    tags = [tag for number, span in enumerate(styled.spans) for tag in _tags(span, number)]
    pieces = []
    at = 0
    for offset, *_, tag in sorted(tags):
        pieces += [styled.text[at:offset], tag]
        at = offset
    return "".join([*pieces, styled.text[at:]]).replace("\u2007", "·")


def _tags(span: Span, number: int) -> tuple[tuple[int, int, int, int, str], ...]:
    """Name both ends of a span, in their order: of those that meet, the longer one is outside."""
    name = _NAMES.get(span.style, span.style.value)
    length = span.end - span.start
    begin = f"⟨{name} {span.detail}⟩" if span.detail else f"⟨{name}⟩"
    return (span.start, 1, -length, number, begin), (span.end, 0, length, -number, f"⟨/{name}⟩")
