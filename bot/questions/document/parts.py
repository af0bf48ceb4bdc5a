"""What divides plain text that has no headings: chapters below separators, titles of questions."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.endings import is_a_plain_title
from bot.questions.document.evidence import numbers_a_chapter
from bot.questions.document.lines import Kind
from bot.questions.document.promised.promising import names_only_questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_FEW: Final = 2
_TITLE: Final = 60


def parts_begin(page: Page, beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return the lines at which everything starts anew."""
    chapters = _below_separators(page, beginnings)
    short = [
        i
        for i, b in enumerate(beginnings)
        if b.opens and not (b.label or b.level) and len(b.text) <= _TITLE
    ]
    promising = promising_lines(page, beginnings, short)
    return chapters | {beginnings[i].line for i in promising}


def promising_lines(
    page: Page, beginnings: Sequence[Beginning], among: Iterable[int]
) -> dict[int, range]:
    """Return the plain lines that promise questions, each with the items right below it."""
    return {
        i: range(i + 1, _end_of_items(page, beginnings, i + 1))
        for i in among
        if _promises(page, beginnings[i], *beginnings[i + 1 : i + 2])
    }


def _promises(page: Page, line: Beginning, first: Beginning | None = None) -> bool:
    """Tell a title of questions right above the first of them."""
    if first is None or first.line != line.line + 1 or not (line.opens and line.bare):
        return False
    if first.bare or first.level or not is_a_plain_title(line, page):
        return False
    return names_only_questions(line.text) and not words.ASKED_BACK.match(line.text)


def _end_of_items(page: Page, beginnings: Sequence[Beginning], first: int) -> int:
    """Return where something else than items and their answers begins."""
    end = first + 1
    while end < len(beginnings) and not beginnings[end].level:
        one = beginnings[end]
        apart = one.bare and page.blank(one.line - 1) and one.column <= beginnings[first].column
        if apart or Kind.SEPARATOR in page.kinds[beginnings[end - 1].line : one.line]:
            break
        end += 1
    return end


def _below_separators(page: Page, beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return the lines such as "Lesson 3. Queues" below separators, if several are such."""
    if page.kinds.count(Kind.SEPARATOR) < _FEW:
        return frozenset()
    chapters = [
        below.line
        for above, below in pairwise(beginnings)
        if below.bare
        and Kind.SEPARATOR in page.kinds[above.line : below.line]
        and numbers_a_chapter(below.text)
    ]
    return frozenset(chapters if len(chapters) >= _FEW else ())
