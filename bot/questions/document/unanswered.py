"""Lists of questions that nobody answers: every item, or every line, of such a list is one."""

from __future__ import annotations

from collections import defaultdict
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking, opens_like_a_question
from bot.questions.document.endings import is_a_plain_title
from bot.questions.document.evidence import (
    Leaning,
    ends_with_a_colon,
    is_an_aside,
)
from bot.questions.document.talks.talk import is_small_talk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.outline import Outline

_SHORTEST: Final = 5
_FEWEST_LINES: Final = 4
_FEW: Final = 2
_LOOK_BACK: Final = 20
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
            rate = sum(max(leans[i], 0.0) for i in items) / len(items)
            fitting = _ITEMS | {Leaning.STATES} if rate >= _MOSTLY else _ITEMS
            if rate >= _OFTEN:
                found |= {i for i in items if leans[i] in fitting and _is_whole(beginnings[i])}
    return frozenset(found)


def lined_up(beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return the unmarked lines of texts in which hardly a line does anything but ask."""
    runs: list[list[int]] = [[]]
    together: list[list[int]] = [[]]
    for i, beginning in enumerate(beginnings):
        if beginning.bare and beginning.text:
            if together[-1] and beginnings[i - 1].line + 1 < beginning.line:
                together.append([])
            runs[-1].append(i)
            together[-1].append(i)
        elif runs[-1]:
            runs.append([])
            together.append([])
    longer = [_below_title(beginnings, run) for run in together if len(run) >= _FEW]
    asking = [_asked_in(beginnings, run) for run in (*runs, *longer) if len(run) >= _FEW]
    fewest = _FEW if any(len(found) >= _FEWEST_LINES for found in asking) else _FEWEST_LINES
    return frozenset(i for found in asking if len(found) >= fewest for i in found)


def with_their_points(
    beginnings: Sequence[Beginning], leans: Sequence[Leaning], asked: AbstractSet[int]
) -> frozenset[int]:
    """Return what is asked with the requests that lead to points, and without those points.

    "Explain each of these headers:" in a list of questions is one of them; what is listed below it
    a step deeper, and hardly asks, is what it is about.
    """
    found = set(asked)
    for i, beginning in enumerate(beginnings):
        if not (beginning.text[-1:] in {":", "："} and _is_a_listed_request(beginnings, i, asked)):
            continue
        points = _points_below(beginnings, i)
        asking = sum(leans[j] in {Leaning.ASKS, Leaning.OPENS} for j in points)
        if len(points) >= _FEW and 2 * asking < len(points):
            found.add(i)
            found -= set(points)
    return frozenset(found)


def _is_a_listed_request(beginnings: Sequence[Beginning], i: int, asked: AbstractSet[int]) -> bool:
    """Tell an item that opens as a request right below a question that looks like it."""
    one = beginnings[i]
    if not _is_an_item(one) or one.tail or not opens_like_a_question(one.text):
        return False
    near = range(i - 1, max(-1, i - _LOOK_BACK), -1)
    above = next((j for j in near if beginnings[j].style == one.style), -1)
    return above in asked


def _points_below(beginnings: Sequence[Beginning], i: int) -> list[int]:
    """Return the items right below another that stand deeper."""
    below = range(i + 1, len(beginnings))
    return list(takewhile(lambda j: _is_deeper(beginnings[j], beginnings[i]), below))


def _is_deeper(below: Beginning, item: Beginning) -> bool:
    return _is_an_item(below) and below.column > item.column


def _below_title(beginnings: Sequence[Beginning], run: Sequence[int]) -> Sequence[int]:
    """Leave out the title that stands right above lines that ask."""
    titled = len(run) > _FEWEST_LINES and not _asks_on_its_own(beginnings[run[0]])
    return run[1:] if titled else run


def _asked_in(beginnings: Sequence[Beginning], run: Sequence[int]) -> set[int]:
    """Return the lines of a run that ask, and those between them, if they are nearly all."""
    lines = [i for i in run if not beginnings[i].text[0].islower()]
    asking = {i for i in lines if _asks_on_its_own(beginnings[i])}
    if len(asking) < _NEARLY_ALL * len(run):
        return set()
    between = {
        i
        for i in lines
        if i not in asking
        and i - 1 in asking
        and i + 1 in asking
        and not (ends_with_a_colon(beginnings[i]) or is_a_plain_title(beginnings[i]))
    }
    return asking | between


def _asks_on_its_own(beginning: Beginning) -> bool:
    """Tell a line that ends with a question mark, or opens as questions and requests do."""
    asks = beginning.asks is Asking.MARKED or opens_like_a_question(beginning.text)
    return asks and not beginning.tail and not is_small_talk(beginning.text)


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
