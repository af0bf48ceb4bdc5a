"""Exam tickets: what the tickets are, and the questions that each of them holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.questions.document.beginnings import Label
from bot.questions.document.evidence import names_a_ticket

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style

_FEWEST: Final = 2
_MOSTLY: Final = 0.6


def on_tickets(beginnings: Sequence[Beginning], asked: AbstractSet[int]) -> frozenset[int]:
    """Return what the tickets of an exam ask, whatever its words, with what is ``asked`` apart."""
    tickets = _tickets(beginnings)
    style = _style_below(beginnings, tickets)
    if style is None:
        return frozenset(asked)
    found: set[int] = set()
    for first, end in zip(tickets, [*tickets[1:], len(beginnings)], strict=True):
        found |= _counted(beginnings, range(first + 1, end), style)
    inside = {i for i in asked if i > tickets[0]}
    if len(found) < len(inside - found):
        return frozenset(asked)
    return frozenset(found | (asked - inside))


def _tickets(beginnings: Sequence[Beginning]) -> list[int]:
    """Return the titles of tickets: marked ones, or plain ones if there are no others."""
    named = [i for i, b in enumerate(beginnings) if names_a_ticket(b)]
    outstanding = [i for i in named if not beginnings[i].bare]
    return outstanding if len(outstanding) >= _FEWEST else named


def _style_below(beginnings: Sequence[Beginning], tickets: Sequence[int]) -> Style | None:
    """Return the style of what mostly stands right below a ticket, if it is numbered from one."""
    if len(tickets) < _FEWEST:
        return None
    below = [beginnings[i + 1] for i in tickets if i + 1 < len(beginnings)]
    style, count = Counter(b.style for b in below).most_common(1)[0]
    ones = sum(b.style == style and b.number[-1:] == (1,) for b in below)
    marked = style.mark or style.bold
    if count < _MOSTLY * len(tickets) or not (marked or ones >= _MOSTLY * count):
        return None
    return style


def _counted(beginnings: Sequence[Beginning], inside: Sequence[int], style: Style) -> set[int]:
    """Return the items of one ticket: those numbered on from the first, or all that look alike."""
    found: set[int] = set()
    last = 0
    for i in inside:
        beginning = beginnings[i]
        alike = beginning.style == style
        if style.numbering and beginning.number:
            counts = beginning.number[-1] in {last + 1, last + 2} and len(beginning.number) == 1
            titled = beginning.level > 0 and style.mark.startswith("#")
            if counts and (alike or titled):
                last = beginning.number[-1]
                found.add(i)
        elif _is_numbered_oddly(beginning, style) or (alike and not _answers(beginning)):
            found.add(i)
    return found


def _is_numbered_oddly(beginning: Beginning, style: Style) -> bool:
    """Tell a heading such as "3-1. Pipes" among numbered ones."""
    return beginning.level > 0 and bool(style.numbering) and beginning.text[:1].isdigit()


def _answers(beginning: Beginning) -> bool:
    return beginning.label in {Label.ANSWER, Label.FIELD}
