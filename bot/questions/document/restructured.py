"""The signs of reStructuredText: titles underlined in any order of signs, and its directives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_DIRECTIVE = re.compile(r"([ \t]*)\.\.[ \t]+([\w-]+)::")
_CODE: Final = frozenset({"code-block", "code", "sourcecode", "highlight", "literalinclude"})
_IN_WORDS: Final = frozenset(
    {"note", "tip", "warning", "hint", "important", "admonition", "seealso", "topic"}
)
_OPTION = re.compile(r"[ \t]+:[\w-]+:(?:[ \t]|$)")
_REMARK = re.compile(r"\.\.(?:[ \t]+\S|[ \t]*$)")
_ABOUT_THE_PAGE = re.compile(r"\.\.[ \t]+[\w-]+:[ \t]")
_USUAL: Final = {"=": 1, "-": 2, "~": 3, "^": 4, "*": 4, "+": 5, '"': 5}
_OF_MARKDOWN: Final = frozenset("=-")
_DEEPEST: Final = 6


def is_restructured(lines: Sequence[str]) -> bool:
    """Tell a page with directives, or with facts about itself, and without headings of hashes."""
    dotted = [line for line in lines if ".. " in line]
    named = any(_DIRECTIVE.match(line) or _ABOUT_THE_PAGE.match(line) for line in dotted)
    return named and not any(line.startswith("## ") for line in lines)


def about_the_page(lines: Sequence[str]) -> Iterator[int]:
    """Yield the first lines of a page that only state something about it: ``.. title: Notes``."""
    for number, line in enumerate(lines):
        if not _ABOUT_THE_PAGE.match(line):
            if line.strip():
                return
        else:
            yield number


def directives(lines: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield the first line of each directive, the line after it, and whether it shows code.

    What a note says is left to be read; a remark has no name, and shows nothing.
    """
    number = 0
    while number < len(lines):
        match = _DIRECTIVE.match(lines[number])
        remark = match is None and _REMARK.match(lines[number]) is not None
        if match and match[2] not in _IN_WORDS:
            end = _end_of(lines, number, len(match[1]))
            yield number, end, match[2] in _CODE
            number = end
        elif match or remark:
            end = number + 1
            while end < len(lines) and _OPTION.match(lines[end]):
                end += 1
            yield number, end, False
            number = end
        else:
            number += 1


def _end_of(lines: Sequence[str], first: int, column: int) -> int:
    """Return the line after what is indented below a directive."""
    end = first + 1
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.strip():
            if len(line) - len(line.lstrip()) <= column:
                break
            end = number + 1
    return end


def title_levels(underlines: Mapping[int, str]) -> dict[int, int]:
    """Return the level of each underline: in the order of their signs, where it is not Markdown."""
    signs = list(dict.fromkeys(underlines.values()))
    if _OF_MARKDOWN.issuperset(signs):
        return {line: _USUAL[sign] for line, sign in underlines.items()}
    ranks = {sign: min(rank, _DEEPEST) for rank, sign in enumerate(signs, 1)}
    return {line: ranks[sign] for line, sign in underlines.items()}
