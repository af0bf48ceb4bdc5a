"""What the one who is interviewed asks in turn, at the end of what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning

_LONGEST: Final = 12
_SHORT: Final = 40


def asked_back(beginnings: Sequence[Beginning], asked: AbstractSet[int]) -> frozenset[int]:
    """Return what of the ``asked`` was asked back, the rest of its paragraph, and titles."""
    back = {i for i in asked if words.ASKED_BACK.match(beginnings[i].text)}
    rest = {below for i in back for below in _rest(beginnings, i)}
    short = (i for i, b in enumerate(beginnings) if b.bare and b.opens and len(b.text) < _SHORT)
    titles = {i for i in short if _is_a_title(beginnings[i])} if asked else set()
    return frozenset(back | (rest & asked) | titles)


def _is_a_title(beginning: Beginning) -> bool:
    """Tell a paragraph that begins with "My questions:"."""
    return words.TITLES_OF_WHAT_IS_ASKED_BACK.match(beginning.text) is not None


def _rest(beginnings: Sequence[Beginning], first: int) -> Sequence[int]:
    """Return the plain lines, and what stands deeper, right below a line."""
    end = first + 1
    while end < min(len(beginnings), first + _LONGEST):
        one = beginnings[end]
        apart = one.line != beginnings[end - 1].line + 1 or one.level
        if apart or not (one.bare or one.column > beginnings[first].column):
            break
        end += 1
    return range(first + 1, end)
