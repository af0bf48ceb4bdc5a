"""Sections that promise questions, such as "Questions they asked", in any document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.document.asking import Asking
from bot.questions.document.parts import promising_lines
from bot.questions.document.promised.promising import Promise, promising_sections
from bot.questions.document.promised.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.evidence import Leaning
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline


def in_promising_sections(
    beginnings: Sequence[Beginning],
    outline: Outline,
    leans: Sequence[Leaning],
    asked: AbstractSet[int],
) -> frozenset[int]:
    """Add the rows below headings that promise questions; such a heading asks nothing itself."""
    found = set(asked)
    for heading, section in promising_sections(beginnings).items():
        taken = heading in found
        found.discard(heading)
        rows = Rows(beginnings, outline, leans, found, section).questions(Promise.QUESTIONS)
        if taken:
            found.add(heading)
        if rows - found:
            found -= _titles_like(beginnings, heading, found)
            found |= rows
    return frozenset(found)


def below_promising_lines(
    page: Page,
    beginnings: Sequence[Beginning],
    outline: Outline,
    leans: Sequence[Leaning],
    asked: AbstractSet[int],
) -> frozenset[int]:
    """Add the items right below plain lines that promise questions."""
    found = set(asked)
    for section in promising_lines(page, beginnings, sorted(outline.starts)).values():
        rows = Rows(beginnings, outline, leans, found, section)
        found |= rows.questions(Promise.QUESTIONS)
    return frozenset(found)


def _titles_like(
    beginnings: Sequence[Beginning], heading: int, found: AbstractSet[int]
) -> frozenset[int]:
    """Return what was taken for questions only because it opens as this heading does."""
    if heading not in found:
        return frozenset()
    style = beginnings[heading].style
    return frozenset(
        i for i in found if beginnings[i].style == style and beginnings[i].asks is not Asking.MARKED
    )
