"""The same question asked twice: the fuller one stays."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import filterfalse
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.others import Other

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.questions.document.reading import Found

_WORD = re.compile(r"\w+")
_FINISHED: Final = ".!?。！？…:;)]}`\"'”»*|>"
_MUCH_FULLER: Final = 2
_MOSTLY: Final = 0.7


def repeats(found: Iterable[Found]) -> dict[int, Other]:
    """Return the places in the order of those that repeat another, and what they are."""
    alike: dict[tuple[str, ...], list[tuple[int, Found]]] = defaultdict(list)
    for place, question in enumerate(found):
        alike[_key(question.question)].append((place, question))
    dropped: dict[int, Other] = {}
    for group in alike.values():
        if len(group) > 1:
            dropped |= _dropped(group)
    return dropped


def _key(question: str) -> tuple[str, ...]:
    return tuple(filterfalse(words.ARTICLES.__contains__, _WORD.findall(question.casefold())))


def _dropped(group: list[tuple[int, Found]]) -> dict[int, Other]:
    dropped: dict[int, Other] = {}
    fullest = max(group, key=lambda one: _fullness(one[1]))
    for place, question in group:
        if place == fullest[0]:
            continue
        if question.answer is None or question.answer == fullest[1].answer:
            dropped[place] = Other.DUPLICATE
        elif _is_cut_off(question) and not _is_cut_off(fullest[1]):
            dropped[place] = Other.CUT_OFF
        elif _is_within(question.answer, fullest[1].answer or ""):
            dropped[place] = Other.DUPLICATE
    return dropped


def _fullness(question: Found) -> tuple[bool, bool, int]:
    answer = question.answer or ""
    return bool(answer), not _is_cut_off(question), len(answer)


def _is_cut_off(question: Found) -> bool:
    """Tell whether an answer stops in the middle of a sentence."""
    answer = (question.answer or "").rstrip()
    last = answer.rpartition("\n")[2].lstrip()
    return bool(last) and last[-1] not in _FINISHED and last[:1] not in "-*+|#>0123456789"


def _is_within(shorter: str, longer: str) -> bool:
    few, many = _WORD.findall(shorter.casefold()), set(_WORD.findall(longer.casefold()))
    return len(few) * _MUCH_FULLER <= len(many) and (
        sum(word in many for word in few) >= _MOSTLY * len(few)
    )
