"""The signs of AsciiDoc that stand on lines of their own: blocks, attributes, anchors, remarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING = re.compile(r"={1,6}[ \t]+\S")
_MARKDOWN = re.compile(r"#{2,6}[ \t]+\S|```")
_DELIMITER = re.compile(r"([-.=*_+/])\1{3,}[ \t]*")
_ABOVE_A_BLOCK = re.compile(r"\s*$|\[.*\]\s*$|\.[^\s.].*|\+\s*$")
_ADMONITION = re.compile(r"\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\b.*\]\s*$")
_REMARK = re.compile(r"//(?!/)|\[\[[^\[\]]*\]\]\s*$|\[(?:qanda|horizontal|#[\w-]+)\]\s*$")
_ATTRIBUTE = re.compile(r":!?[\w-]+!?:(?:\s|$)")
_BREAK = re.compile(r"(?:'{3,}|<{3,})\s*")
_FEW: Final = 2
_AS_IT_STANDS: Final = frozenset("-.+")


def is_asciidoc(lines: Sequence[str]) -> bool:
    """Tell a page whose headings have equals signs, and none of them hashes."""
    headings = sum(line.startswith("=") and bool(_HEADING.match(line)) for line in lines)
    return headings >= _FEW and not any(_MARKDOWN.match(line) for line in lines if line)


def blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last line of each closed block; blocks inside another are not looked for.

    Titles may be underlined with the same signs: above a block nothing stands but its attributes.
    """
    last_of: dict[str, int] = {}
    for number, line in enumerate(lines):
        if _DELIMITER.fullmatch(line):
            last_of[line.rstrip()] = number
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        delimiter = line.rstrip()
        if opened:
            if delimiter == opened[1]:
                yield opened[0], number
                opened = None
        elif last_of.get(delimiter, -1) > number and _opens(lines, number):
            opened = number, delimiter


def is_kept_as_it_stands(lines: Sequence[str], first: int) -> bool:
    """Tell code, and a note beside the text, in which nothing is asked of the reader."""
    noted = first > 0 and _ADMONITION.match(lines[first - 1]) is not None
    return noted or lines[first][0] in _AS_IT_STANDS


def is_a_remark_block(line: str) -> bool:
    """Tell the line that opens a remark over several lines."""
    return line.startswith("////")


def is_a_remark(line: str) -> bool:
    """Tell a remark, an anchor, or the name of a kind of list."""
    return bool(_REMARK.match(line))


def is_an_attribute(line: str) -> bool:
    """Tell a line that says something about the document: ``:toc: left``."""
    return line.startswith(":") and bool(_ATTRIBUTE.match(line))


def is_a_break(line: str) -> bool:
    """Tell a line between two parts of a page."""
    return bool(_BREAK.fullmatch(line))


def _opens(lines: Sequence[str], number: int) -> bool:
    return number == 0 or _ABOVE_A_BLOCK.match(lines[number - 1]) is not None
