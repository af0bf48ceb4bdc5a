"""The account of a page: each of its non-blank lines in exactly one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.document import reading
from bot.questions.document.lines import Kind
from bot.questions.document.others import Other

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.questions.document.drafts import Cut
    from bot.questions.document.lines import Page
    from bot.questions.document.reading import Found, Reading


def account(page: Page, found: Sequence[Found], dropped: Mapping[int, Other], cut: Cut) -> Reading:
    """Keep what is not dropped, and name every line that belongs to no question."""
    kept = [question for place, question in enumerate(found) if place not in dropped]
    other = dict(cut.other)
    for place, kind in dropped.items():
        for first, last in (*found[place].question_lines, *found[place].answer_lines):
            other |= dict.fromkeys(range(first - 1, last), kind)
    taken = bytearray(len(page))
    for question in kept:
        for first, last in (*question.question_lines, *question.answer_lines):
            taken[first - 1 : last] = b"\1" * (last - first + 1)
    left = [
        (number, other.get(number, Other.MARKUP if kind is Kind.BLANK else Other.PROSE))
        for number, kind in enumerate(page.kinds)
        if not taken[number] and (kind is not Kind.BLANK or page.lines[number].strip())
    ]
    return reading.Reading(tuple(kept), _runs(page, left))


def _runs(page: Page, left: Iterable[tuple[int, Other]]) -> tuple[reading.Other, ...]:
    """Join neighbouring lines of one kind, over the blank lines between them."""
    runs: list[tuple[int, int, Other]] = []
    for number, kind in left:
        if (
            runs
            and runs[-1][2] is kind
            and (runs[-1][1] == number or all(map(page.blank, range(runs[-1][1], number))))
        ):
            runs[-1] = runs[-1][0], number + 1, kind
        else:
            runs.append((number + 1, number + 1, kind))
    return tuple(reading.Other((first, last), kind.value) for first, last, kind in runs)
