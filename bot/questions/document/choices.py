"""Multiple choice: lettered lines to choose from, and the words above them, which then ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.questions.document.beginnings import Label
from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_CHOICE = re.compile(r"(?:\*\*)?[(\[]?([A-Ka-kА-Иа-и])\s?[.)\]:、．](?:\*\*)?\s*\S")
_ENDS: Final = frozenset(".)]:、．")
_FIRST: Final = frozenset("aаAА")
_NEXT: Final = {"a": "b", "а": "б", "A": "B", "А": "Б"}
_FEWEST: Final = 3
_LONGEST: Final = 300
_OPENING: Final = 20


@dataclass(frozen=True, slots=True)
class Choices:
    """The lines to choose from, and those that ask to choose."""

    lines: frozenset[int] = frozenset()
    stems: frozenset[int] = frozenset()


def choices_of(page: Page, beginnings: Sequence[Beginning]) -> Choices:
    """Find choices, if letters are offered often here and labelled answers follow them."""
    lines: set[int] = set()
    stems: set[int] = set()
    answered = 0
    offered = [b for b in beginnings if b.text[1:2] in _ENDS or b.text[2:3] in _ENDS]
    i = 1 if len(offered) >= _FEWEST else len(beginnings)
    while i < len(beginnings):
        run = _run_at(beginnings, i)
        if len(run) > 1:
            end = run[-1] + 1
            stem = _stem_of(page, beginnings, i, max(lines, default=-1))
            if stem >= 0:
                stems.add(stem)
                lines.update(run)
                answered += end < len(beginnings) and beginnings[end].label is Label.ANSWER
            i = end
        else:
            i += 1
    habit = len(stems) >= _FEWEST and 2 * answered >= len(stems)
    return Choices(frozenset(lines), frozenset(stems)) if habit else Choices()


def _letter(beginning: Beginning) -> str:
    """Return the letter of a choice, or nothing."""
    if beginning.level or beginning.label or not _ENDS.intersection(beginning.text[1:5]):
        return ""
    match = _CHOICE.match(beginning.text)
    return match[1] if match else ""


def _run_at(beginnings: Sequence[Beginning], i: int) -> list[int]:
    """Return the choices that begin here with the first letter."""
    first = _letter(beginnings[i])
    if first not in _FIRST or i + 1 >= len(beginnings):
        return []
    if _letter(beginnings[i + 1]) != _NEXT[first]:
        return []
    run = [i]
    while run[-1] + 1 < len(beginnings):
        following = _letter(beginnings[run[-1] + 1])
        if not following or following in _FIRST or following < _letter(beginnings[run[-1]]):
            break
        run.append(run[-1] + 1)
    return run


def _stem_of(page: Page, beginnings: Sequence[Beginning], i: int, last: int) -> int:
    """Return the line that asks to choose, or -1: the first below a separator, or the nearest."""
    above = range(i - 1, last, -1)
    nearest = next((j for j in above if _may_ask(beginnings[j]) and beginnings[j].opens), -1)
    stem, line = -1, beginnings[i].line
    for j in above:
        one = beginnings[j]
        if Kind.SEPARATOR in page.kinds[one.line : line]:
            return stem if stem >= 0 else nearest
        if one.level or one.label is Label.ANSWER or _letter(one):
            break
        line = one.line
        stem = j if _may_ask(one) and one.opens else stem
    else:
        return nearest
    return stem if nearest < 0 else nearest


def _may_ask(beginning: Beginning) -> bool:
    """Tell words that may ask to choose from an answer, a quotation and other choices."""
    named = bool(beginning.text) and beginning.label is not Label.ANSWER
    plain = not (beginning.quoted or _letter(beginning)) and len(beginning.text) <= _LONGEST
    return named and plain and any(c.isalpha() for c in beginning.text[:_OPENING])
