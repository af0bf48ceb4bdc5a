"""Titles that come again and again in the same words: they divide what is said, and ask nothing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking
from bot.questions.document.beginnings import Label
from bot.questions.document.evidence import title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning

_FEWEST: Final = 3
_LONGEST: Final = 40
_RARELY: Final = 0.2


def recurring_titles(beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return the headings and lines in bold whose words recur, and bear no question mark."""
    alike: dict[str, list[int]] = defaultdict(list)
    for i, beginning in enumerate(beginnings):
        if (beginning.level or beginning.style.bold) and _is_a_title(beginning):
            alike[title_of(beginning)].append(i)
    return frozenset(i for found in alike.values() if len(found) >= _FEWEST for i in found)


def recurring_pieces(beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return those of them under which hardly anything asks: they divide answers, not topics."""
    found: set[int] = set()
    alike: dict[str, list[int]] = defaultdict(list)
    for i in recurring_titles(beginnings):
        if beginnings[i].level > 1:
            alike[title_of(beginnings[i])].append(i)
    for titles in alike.values():
        if sum(_asks_below(beginnings, i) for i in titles) <= _RARELY * len(titles):
            found.update(titles)
    return frozenset(found)


def _is_a_title(beginning: Beginning) -> bool:
    outstanding = beginning.level > 0 or (beginning.style.bold and not beginning.style.mark)
    plain = not (beginning.tail or beginning.label is Label.QUESTION or beginning.number)
    short = 0 < len(beginning.text) <= _LONGEST
    return outstanding and plain and short and beginning.asks is not Asking.MARKED


def _asks_below(beginnings: Sequence[Beginning], i: int) -> bool:
    """Tell whether a question or a numbered item stands between a heading and the next one."""
    for below in beginnings[i + 1 :]:
        if below.level:
            return below.level > beginnings[i].level
        if below.asks is Asking.MARKED or below.label is Label.QUESTION:
            return True
    return False
