"""Numbered tasks: each is told in sentences, perhaps with examples; the code below solves it."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking
from bot.questions.document.evidence import ASKING, Leaning
from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.drafts import Draft
    from bot.questions.document.lines import Page

_FEWEST: Final = 4
_SOME: Final = 0.3
_MOSTLY: Final = 0.6
_STOPS: Final = (".", "。")
_DEFINES: Final = ("", ":", "：", "-", "–", "—")
"""How no task goes on behind its title, but the definition of a term."""


def tasks(
    page: Page,
    beginnings: Sequence[Beginning],
    leans: Sequence[Leaning],
    asked: AbstractSet[int],
) -> frozenset[int]:
    """Return the tasks of a document that promises questions, unless it asks otherwise."""
    if Kind.CODE not in page.kinds:
        return frozenset()
    found = _told_in_numbers(beginnings)
    solved = sum(_shows_code(page, beginnings, i) for i in found)
    others = sum(leans[i] in ASKING for i in asked - found)
    few = len(found) < _FEWEST or others > _SOME * len(found)
    return frozenset() if few or solved < _MOSTLY * len(found) else found


def tell_tasks(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that are tasks, each with its words in one piece.

    Where words mostly stand above the code, they are the answer, and it only shows what they say.
    """
    told = [draft for draft in drafts if _is_numbered(draft.beginning)]
    few = len(told) < max(_FEWEST, _MOSTLY * len(drafts))
    if few or not _are_told([draft.beginning for draft in told]):
        return []
    above = [told_before_code(page, draft) for draft in told]
    solved = sum(lines is not None for lines in above)
    explained = sum(_explains(page, lines) for lines in above if lines)
    if solved < _MOSTLY * len(told) or explained > _SOME * solved:
        return []
    for draft in told:
        space = "" if draft.tail.startswith(_STOPS) else " "
        draft.question, draft.tail = f"{draft.question}{space}{draft.tail}".rstrip(), ""
    return told


def told_before_code(page: Page, draft: Draft) -> list[int] | None:
    """Return the lines between a task and the code that solves it: its examples."""
    told = list(takewhile(lambda n: page.kinds[n] is not Kind.CODE, draft.answer_lines))
    return told if len(told) < len(draft.answer_lines) else None


def _explains(page: Page, lines: Sequence[int]) -> bool:
    """Tell words from a list of examples."""
    return any(page.lines[n][:1].isalpha() for n in lines)


def _told_in_numbers(beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return what is numbered at the margin in the one form that tasks are told in."""
    numbered = [i for i, one in enumerate(beginnings) if _is_numbered(one)]
    forms = Counter(beginnings[i].style.numbering for i in numbered)
    for form, _ in forms.most_common(1):
        found = [i for i in numbered if beginnings[i].style.numbering == form]
        if _are_told([beginnings[i] for i in found]):
            return frozenset(found)
    return frozenset()


def _is_numbered(beginning: Beginning) -> bool:
    style = beginning.style
    plain = not (beginning.level or beginning.label or style.mark)
    return plain and len(beginning.number) == 1 and style.column <= 1


def _are_told(found: Sequence[Beginning]) -> bool:
    """Tell sentences from the names of subjects, and from questions."""
    told = sum(one.tail[:1] not in _DEFINES or one.text.endswith(_STOPS) for one in found)
    asking = sum(one.asks is Asking.MARKED for one in found)
    return told >= _MOSTLY * len(found) and 2 * asking <= len(found)


def _shows_code(page: Page, beginnings: Sequence[Beginning], i: int) -> bool:
    """Tell whether code stands below a task, before the next one or a heading."""
    end = i + 1
    while end < len(beginnings) and not (beginnings[end].level or _is_numbered(beginnings[end])):
        end += 1
    last = beginnings[end].line if end < len(beginnings) else len(page)
    return Kind.CODE in page.kinds[beginnings[i].line : last]
