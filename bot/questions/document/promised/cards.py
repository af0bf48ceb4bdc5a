"""Collapsed blocks whose visible lines name subjects: the cards of a page that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document.evidence import names_no_question
from bot.questions.document.promised.promising import mentions_questions
from bot.questions.document.promised.titles import stands_under

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline

_FEWEST: Final = 4
_LONGEST: Final = 160
_NEARLY_ALL: Final = 0.8
_CARDS: Final = frozenset({"summary", "dt"})


def cards(
    page: Page, beginnings: Sequence[Beginning], outline: Outline, asked: AbstractSet[int]
) -> frozenset[int]:
    """Return collapsed blocks that name subjects, if the page speaks of questions."""
    found = [
        i
        for i, b in enumerate(beginnings)
        if b.style.mark in _CARDS
        and b.text
        and not b.label
        and not names_no_question(b)
        and len(b.text) <= _LONGEST
        and not (outline.parents[i] in asked or stands_under(outline, i, asked))
    ]
    different = len({beginnings[i].text for i in found})
    if different < max(_FEWEST, _NEARLY_ALL * len(found)) or not mentions_questions(page):
        return frozenset()
    return frozenset(found)
