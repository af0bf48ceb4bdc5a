"""Headings that stand one below another, with nothing between them: a list of subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.questions.document.evidence import Leaning, names_no_question
from bot.questions.document.lines import Kind
from bot.questions.document.promised.promising import names_a_round

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_FEWEST: Final = 4
_LONGEST: Final = 120
_NEARLY_ALL: Final = 0.8
_MORE: Final = frozenset({Kind.CODE, Kind.TABLE})


def bare_titles(
    page: Page, beginnings: Sequence[Beginning], leans: Sequence[Leaning]
) -> frozenset[int]:
    """Return the deepest headings of a page that hardly holds anything else."""
    deepest = max((b.level for b in beginnings), default=0)
    titles = [i for i, b in enumerate(beginnings) if b.level and b.level == deepest]
    others = sum(not b.level for b in beginnings)
    named = [i for i in titles if _may_name(beginnings[i], leans[i])]
    if not _MORE.isdisjoint(page.kinds) or deepest <= 1:
        return frozenset()
    if len(titles) < _FEWEST or 2 * others > len(titles):
        return frozenset()
    return frozenset(named) if len(named) >= _NEARLY_ALL * len(titles) else frozenset()


def _may_name(beginning: Beginning, lean: Leaning) -> bool:
    named = lean is not Leaning.AGAINST and not names_no_question(beginning)
    title = beginning.target or names_a_round(beginning.text)
    return named and not title and len(beginning.text) <= _LONGEST
