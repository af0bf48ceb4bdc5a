"""Numbered lines that are titles: plain lines that ask stand right below each of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import ends_with_a_mark, opens_like_a_question
from bot.questions.document.evidence import SENTENCE_ENDS, Leaning, is_long

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning, Style

_FEWEST: Final = 2
_TITLE: Final = 60
_LONGEST: Final = 140
_MOSTLY: Final = 0.6
_HALF: Final = 0.5


def chapters_of(
    beginnings: Sequence[Beginning], leans: Sequence[Leaning]
) -> dict[int, tuple[int, ...]]:
    """Return numbered titles, each with the plain lines below it that are its questions."""
    alike: dict[Style, list[int]] = defaultdict(list)
    for i, beginning in enumerate(beginnings):
        if len(beginning.number) == 1 and not (beginning.level or beginning.label):
            alike[beginning.style].append(i)
    found: dict[int, tuple[int, ...]] = {}
    for members in alike.values():
        titles = [i for i in members if _is_a_title(beginnings[i], leans[i])]
        asked = {i: _asked_below(beginnings, leans, i) for i in titles}
        habit = sum(bool(lines) for lines in asked.values())
        if habit >= _FEWEST and len(titles) == len(members) and habit >= _MOSTLY * len(members):
            found |= asked
    return found


def _is_a_title(beginning: Beginning, lean: Leaning) -> bool:
    text = beginning.text
    named = lean is not Leaning.AGAINST and len(text) <= _TITLE and not beginning.tail
    return named and text[-1:] not in SENTENCE_ENDS and not opens_like_a_question(text)


def _asked_below(
    beginnings: Sequence[Beginning], leans: Sequence[Leaning], title: int
) -> tuple[int, ...]:
    """Return the plain lines right below a title, if most of them ask."""
    lines: list[int] = []
    line = beginnings[title].line
    for i in range(title + 1, len(beginnings)):
        one = beginnings[i]
        if not one.bare or one.line != line + 1 or one.column > beginnings[title].column + 1:
            break
        lines.append(i)
        line = one.line
    asking = {i for i in lines if leans[i] is Leaning.ASKS or _opens(beginnings[i])}
    if not lines or lines[0] not in asking or len(asking) < _HALF * len(lines):
        return ()
    return tuple(i for i in lines if i in asking or _names_one(beginnings[i]))


def _opens(beginning: Beginning) -> bool:
    return opens_like_a_question(beginning.text) or ends_with_a_mark(beginning.text)


def _names_one(beginning: Beginning) -> bool:
    """Tell a line that names what is asked from a remark."""
    text = beginning.text
    ends = text[-1:] in SENTENCE_ENDS
    return not (ends or beginning.tail or is_long(beginning)) and len(text) <= _LONGEST
