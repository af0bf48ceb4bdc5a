"""Lists of questions that nobody answers: every item of such a list is one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bot.questions.document.evidence import Leaning, ends_with_a_colon, is_an_aside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.outline import Outline

_SHORTEST: Final = 5
_NEARLY_ALL: Final = 0.8
_MOSTLY: Final = 0.6
_OFTEN: Final = 0.3
_ITEMS: Final = frozenset({Leaning.ASKS, Leaning.OPENS, Leaning.NEUTRAL})


def listed(
    beginnings: Sequence[Beginning], outline: Outline, leans: Sequence[Leaning]
) -> frozenset[int]:
    """Return the items of lists in which hardly anything stands below an item, and many ask."""
    lists: dict[Style, list[int]] = defaultdict(list)
    for i, beginning in enumerate(beginnings):
        if _is_an_item(beginning) and _stands_under_a_topic(beginnings, outline.parents[i]):
            lists[beginning.style].append(i)
    found: set[int] = set()
    for items in lists.values():
        if len(items) >= _SHORTEST and _are_unanswered(beginnings, items):
            rate = sum(max(leans[i].value, 0.0) for i in items) / len(items)
            fitting = _ITEMS | {Leaning.STATES} if rate >= _MOSTLY else _ITEMS
            if rate >= _OFTEN:
                found |= {i for i in items if leans[i] in fitting and _is_whole(beginnings[i])}
    return frozenset(found)


def _is_an_item(beginning: Beginning) -> bool:
    style = beginning.style
    return not beginning.level and bool(style.mark or style.numbering)


def _is_whole(beginning: Beginning) -> bool:
    """Tell an item from one with a remark, or one that leads to what follows it."""
    return not (beginning.tail or ends_with_a_colon(beginning))


def _stands_under_a_topic(beginnings: Sequence[Beginning], parent: int) -> bool:
    if parent < 0:
        return True
    return beginnings[parent].level > 0 and not is_an_aside(beginnings[parent])


def _are_unanswered(beginnings: Sequence[Beginning], items: Sequence[int]) -> bool:
    """Tell whether their like, a heading or nothing follows nearly all items."""
    bare = sum(_is_followed_by_its_like(beginnings, i) for i in items)
    return bare >= _NEARLY_ALL * len(items)


def _is_followed_by_its_like(beginnings: Sequence[Beginning], i: int) -> bool:
    if i + 1 == len(beginnings):
        return True
    below = beginnings[i + 1]
    return below.level > 0 or below.style == beginnings[i].style
