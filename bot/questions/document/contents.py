"""Tables of contents without links: a list whose items come again as the headings below it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking, is_unspaced
from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_OPENING: Final = 40
_FEWEST: Final = 4
_MOSTLY: Final = 0.7
_SHORTEST: Final = 12
_SHORTEST_UNSPACED: Final = 4
_NO_LETTERS = re.compile(r"[\W_]+")


def contents_of(beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return the lines of a list near the top that only names the headings below it."""
    start = next((i for i, one in enumerate(beginnings[:_OPENING]) if _is_an_item(one)), None)
    if start is None:
        return frozenset()
    end = start
    while end < len(beginnings) and _is_an_item(beginnings[end]):
        end += 1
    items = beginnings[start:end]
    headings = [one for one in beginnings[end:] if one.level]
    if not _FEWEST <= len(items) <= len(headings) / _MOSTLY:
        return frozenset()
    named = _named_again(items, headings)
    linked = {one.line for one in items if one.target}
    if len(named) < _FEWEST or len(named | linked) < _MOSTLY * len(items):
        return frozenset()
    aside = {one.line for one in items if one.asks is not Asking.MARKED}
    return (named | aside) - linked


def without_contents(page: Page, lines: AbstractSet[int]) -> Page:
    """Return the page with some lines marked as its contents."""
    if not lines:
        return page
    kinds = (Kind.CONTENTS if n in lines else kind for n, kind in enumerate(page.kinds))
    return replace(page, kinds=tuple(kinds))


def _is_an_item(beginning: Beginning) -> bool:
    style = beginning.style
    marked = bool(style.mark or style.numbering)
    return marked and not (beginning.level or beginning.label or beginning.tail)


def _named_again(items: Sequence[Beginning], headings: Iterable[Beginning]) -> frozenset[int]:
    """Return the lines of the items that a heading repeats, be it not quite to its end."""
    titles: dict[str, list[str]] = defaultdict(list)
    for heading in headings:
        title = _key(heading.text)
        titles[title[:_SHORTEST_UNSPACED]].append(title)
    return frozenset(
        item.line
        for item in items
        if (name := _key(item.text))
        and any(_are_alike(name, title) for title in titles[name[:_SHORTEST_UNSPACED]])
    )


def _are_alike(name: str, title: str) -> bool:
    shorter, longer = sorted((name, title), key=len)
    enough = _SHORTEST_UNSPACED if is_unspaced(shorter) else _SHORTEST
    return shorter == longer or (len(shorter) >= enough and longer.startswith(shorter))


def _key(text: str) -> str:
    """Return the letters of a title, without the remains of a number before them."""
    return _NO_LETTERS.sub("", text.casefold()).lstrip("0123456789")
