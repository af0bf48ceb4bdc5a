"""Numbers that run on: which of them count questions, and which only the points of an answer."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking
from bot.questions.document.evidence import ASKING, Leaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning

_SHORTEST: Final = 4
_SLIP: Final = 3
"""How far a question may stand from the margin of those it is numbered with."""

_STEP: Final = 3
_LOOK_AHEAD: Final = 30


def running_numbers(beginnings: Sequence[Beginning], leans: Sequence[Leaning]) -> frozenset[int]:
    """Return the questions of one numbering that runs on through the whole document."""
    numbered = [
        i
        for i, b in enumerate(beginnings)
        if len(b.number) == 1 and (b.level or b.column <= (_SLIP if b.asks is Asking.MARKED else 1))
    ]
    chain: list[int] = []
    for i in numbered:
        step = beginnings[i].number[0] - beginnings[chain[-1]].number[0] if chain else 1
        if leans[i] in ASKING and 0 < step <= _STEP:
            chain.append(i)
    if len(chain) < _SHORTEST:
        return frozenset()
    return frozenset(chain) | _filling_gaps(beginnings, numbered, chain)


def _filling_gaps(
    beginnings: Sequence[Beginning], numbered: Sequence[int], chain: Sequence[int]
) -> frozenset[int]:
    """Return what does not ask by itself, but bears the one number missing before a question."""
    places = {i: place for place, i in enumerate(numbered)}
    found = set()
    last_place, last_number = -1, 0
    for i in chain:
        place, number = places[i], beginnings[i].number[0]
        if place - 1 > last_place:
            candidate = numbered[place - 1]
            if last_number < beginnings[candidate].number[0] == number - 1:
                found.add(candidate)
        last_place, last_number = place, number
    return frozenset(found)


def fits(
    beginnings: Sequence[Beginning], leans: Sequence[Leaning], group: Sequence[int], place: int
) -> bool:
    """Tell whether a number that does not ask stands in the row of those of its group that do."""
    numbers = [beginnings[i].number[-1:] for i in group[place : place + _LOOK_AHEAD]]
    if not numbers[0] or _all_alike(beginnings, group) or _only_rise(beginnings, group):
        return True
    for distance, i in enumerate(group[place + 1 : place + _LOOK_AHEAD], 1):
        if leans[i] is Leaning.ASKS:
            later = numbers[distance][0]
            restarts = later == 1 and _steps_up(beginnings, group, place)
            return restarts or later - numbers[0][0] == distance
    return _steps_up(beginnings, group, place)


def _all_alike(beginnings: Sequence[Beginning], group: Sequence[int]) -> bool:
    """Tell whether a list leaves the counting to Markdown: ``1.``, ``1.``, ``1.``."""
    return len({beginnings[i].number for i in group[:2]}) == 1 and len(group) > 1


def _only_rise(beginnings: Sequence[Beginning], group: Sequence[int]) -> bool:
    """Tell headings whose numbers leave some out, but never begin anew: a choice of questions."""
    if len(group) < _SHORTEST or not beginnings[group[0]].level:
        return False
    return all(beginnings[a].number < beginnings[b].number for a, b in pairwise(group))


def _steps_up(beginnings: Sequence[Beginning], group: Sequence[int], place: int) -> bool:
    """Tell whether a number is the one after the number before it, or tasks begin anew."""
    one = beginnings[group[place]]
    anew = place == 0 or (one.label is not None and one.number[-1] == 1)
    return anew or one.number[-1] == beginnings[group[place - 1]].number[-1] + 1
