"""What only seems to be asked: inside an answer through which the numbers of questions run on.

Points of an answer are counted too, and who explains asks back; where an answer has begun and the
next number is still to come, neither is a question. Nor is what somebody says before the first.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking, asking, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning

_SEVERAL: Final = 8
_RARELY: Final = 0.35
_HARDLY_EVER: Final = 0.1


def interludes(
    beginnings: Sequence[Beginning], chain: AbstractSet[int], asked: AbstractSet[int]
) -> frozenset[int]:
    """Return what of the ``asked`` stands inside answers, or before the first question."""
    before = frozenset(_before_the_first(beginnings, asked))
    numbered = sorted(chain & asked)
    if len(numbered) < _SEVERAL:
        return before
    inside = {j for a, b in pairwise(numbered) for j in _between(beginnings, a, b, asked)}
    return before | inside if len(inside) <= _RARELY * len(numbered) else before


def _between(
    beginnings: Sequence[Beginning], above: int, below: int, asked: AbstractSet[int]
) -> Iterator[int]:
    """Yield what asks between two numbers, if the one above is already being answered."""
    follows = beginnings[below].number[-1] == beginnings[above].number[-1] + 1
    answered = above + 1 not in asked or _says_something(beginnings[above + 1])
    if not follows or not (beginnings[above].tail or answered):
        return
    points = 0
    for i in range(above + 1, below):
        if beginnings[i].level:
            return
        numbered = beginnings[i].style == beginnings[above].style
        points += numbered and beginnings[i].number[-1] == points + 1
        if i in asked and (points or not numbered):
            yield i


def _says_something(beginning: Beginning) -> bool:
    """Tell words that ask and go on, or say something before they ask."""
    asks_first = asking(sentences(beginning.text)[0]) is not Asking.NO if beginning.text else True
    return bool(beginning.tail) or not (beginning.style.numbering or asks_first)


def _before_the_first(beginnings: Sequence[Beginning], asked: AbstractSet[int]) -> Iterator[int]:
    """Yield the plain lines above the first question, if hardly another question is plain."""
    plain = sum(beginnings[i].bare for i in asked)
    marked = len(asked) - plain
    if marked >= _SEVERAL and plain <= _HARDLY_EVER * marked:
        for i in sorted(asked):
            if not beginnings[i].bare:
                return
            yield i
