"""Headings that name subjects, many of which still wait for what is to be said below them.

Manuals, tutorials and courses say something below each of their headings. Who collects what they
are asked writes down the subject first, now and then as a question, and fills in what they find.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking
from bot.questions.document.evidence import Leaning, names_no_question, title_of
from bot.questions.document.lines import Kind
from bot.questions.document.promised.promising import titled_for_interviews, titled_for_lessons

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page

_FEWEST: Final = 12
_LONGEST: Final = 120
_PIECES: Final = 6
_SEVERAL: Final = 2
_ENOUGH: Final = 4
_OFTEN: Final = 0.2
_SOME: Final = 0.3


def waiting(
    page: Page,
    beginnings: Sequence[Beginning],
    leans: Sequence[Leaning],
    asked: AbstractSet[int],
) -> frozenset[int]:
    """Return the headings below which hardly a deeper one stands, if they are to be asked.

    Some of them must ask, or compare, and some wait for their answer, unless the title tells that
    the page is about interviews. ``asked`` is what asks otherwise, which must not be much.
    """
    headings = [i for i, b in enumerate(beginnings) if b.level and b.text]
    if len(headings) < _FEWEST or _are_of_a_product(beginnings, headings):
        return frozenset()
    empty = frozenset(i for i in headings if _is_empty(page, beginnings, i))
    titled = titled_for_interviews(page)
    if not titled and (len(empty) < _ENOUGH or titled_for_lessons(page)):
        return frozenset()
    level = Counter(beginnings[i].level for i in headings).most_common(1)[0][0]
    titles = set(_with_few_pieces(beginnings, headings, level, empty))
    if titled:
        titles |= _asking_together(beginnings, headings)
    found = frozenset(
        i for i in titles if _may_name(beginnings[i]) and leans[i] is not Leaning.AGAINST
    )
    wait = len(found & empty) >= max(_ENOUGH, _OFTEN * len(found))
    if not (wait or titled) or len(asked - found) > _SOME * len(found):
        return frozenset()
    return found if _ask_enough([beginnings[i] for i in found]) else frozenset()


def _are_of_a_product(beginnings: Sequence[Beginning], headings: Sequence[int]) -> bool:
    """Tell a manual by its chapters; one such as "Tests" is a subject, too."""
    named = sum(title_of(beginnings[i]) in words.PRODUCT_TITLES for i in headings)
    return named >= _SEVERAL


def _is_empty(page: Page, beginnings: Sequence[Beginning], i: int) -> bool:
    """Tell a heading with nothing up to the next one that is as high, or to the end."""
    below = beginnings[i + 1] if i + 1 < len(beginnings) else None
    if below and not 0 < below.level <= beginnings[i].level:
        return False
    end = below.line if below else len(page)
    between = page.kinds[beginnings[i].line + 1 : end]
    return all(kind in {Kind.BLANK, Kind.UNDERLINE, Kind.SEPARATOR} for kind in between)


def _with_few_pieces(
    beginnings: Sequence[Beginning], headings: Sequence[int], level: int, empty: frozenset[int]
) -> list[int]:
    """Return the headings of a level that are no chapters, and the empty ones of all others."""
    found = [i for i in headings[1:] if i in empty and beginnings[i].level != level]
    ends = [*(i for i in headings if beginnings[i].level <= level), len(beginnings)]
    for i, end in pairwise(ends):
        pieces = sum(beginnings[j].level > 0 for j in range(i + 1, end))
        if beginnings[i].level == level and pieces <= _PIECES:
            found.append(i)
    return found


def _asking_together(beginnings: Sequence[Beginning], headings: Sequence[int]) -> set[int]:
    """Return the headings right below one another, most of which ask or compare."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    above: list[int] = []
    for i, below in pairwise([*headings, -1]):
        level = beginnings[i].level
        while above and beginnings[above[-1]].level >= level:
            above.pop()
        if below < 0 or beginnings[below].level <= level:
            groups[above[-1] if above else -1, level].append(i)
        above.append(i)
    return {
        i
        for group in groups.values()
        if len(group) >= _SEVERAL and 2 * sum(_points(beginnings[i]) for i in group) > len(group)
        for i in group
    }


def _may_name(title: Beginning) -> bool:
    return not (title.tail or title.label or names_no_question(title) or len(title.text) > _LONGEST)


def _ask_enough(titles: Sequence[Beginning]) -> bool:
    """Tell subjects to be asked about: some compare, and some are questions or requests."""
    comparing = sum(map(_compares, titles))
    points = sum(map(_points, titles))
    enough = points >= max(_ENOUGH, _OFTEN * len(titles))
    return enough and points > comparing >= _SEVERAL


def _points(title: Beginning) -> bool:
    """Tell a title that asks, be it as a request, or compares."""
    return title.asks is not Asking.NO or _compares(title)


def _compares(title: Beginning) -> bool:
    return words.COMPARISONS.search(title.text) is not None
