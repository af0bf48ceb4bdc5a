"""Plain lines with a question mark that stand among numbered questions, and nobody answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking
from bot.questions.document.evidence import SENTENCE_ENDS
from bot.questions.document.talks.talk import is_small_talk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning

_MANY: Final = 8
_MOSTLY: Final = 0.7
_HALF: Final = 0.5


def scattered(beginnings: Sequence[Beginning], asked: AbstractSet[int]) -> frozenset[int]:
    """Return the plain questions of a document in which one mostly follows another at once."""
    plain = {i for i in range(len(beginnings)) if _stands_alone(beginnings, i)} - asked
    plain -= {i + 1 for i in asked if not beginnings[i].text}
    others = plain | asked
    alone = frozenset(i for i in plain if _ends_there(beginnings, i, others))
    enough = len(plain) >= max(_MANY, _HALF * len(asked)) and len(alone) >= _MOSTLY * len(plain)
    return alone if enough else frozenset()


def _stands_alone(beginnings: Sequence[Beginning], i: int) -> bool:
    """Tell a plain line that asks, and neither ends the line above nor is a word."""
    beginning = beginnings[i]
    if not beginning.bare or beginning.asks is not Asking.MARKED or beginning.column > 1:
        return False
    if len(beginning.text.split()) == 1 or is_small_talk(beginning.text):
        return False
    above = beginnings[i - 1] if i else None
    finished = above is None or beginning.opens or (above.tail or above.text)[-1:] in SENTENCE_ENDS
    return finished or beginning.text[0].isupper()


def _ends_there(beginnings: Sequence[Beginning], i: int, others: AbstractSet[int]) -> bool:
    """Tell whether another question follows, or something apart from it."""
    if beginnings[i].tail or i + 1 == len(beginnings) or i + 1 in others:
        return True
    below = beginnings[i + 1]
    return below.line > beginnings[i].line + 1 and not below.bare
