"""Titles that name subjects as interviewers do: things to be told apart, now and then a question.

Manuals, tutorials and books have such titles, too, but few of them, and say more below each.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile
from statistics import median
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking, is_unspaced
from bot.questions.document.evidence import names_no_question
from bot.questions.document.promised.titles import stands_under, subjects

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.evidence import Leaning
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline

_FEWEST: Final = 8
_SEVERAL: Final = 2
_ENOUGH: Final = 3
_OFTEN: Final = 0.2
_NOW_AND_THEN: Final = 0.1
_HALF: Final = 0.5
_BRIEF: Final = 14
_PIECES: Final = 6
_MANY: Final = 12
_SOMETIMES: Final = 0.15
_OPENING: Final = 80
_STEM: Final = 5
_WORD = re.compile(r"\w+")


def to_be_told_apart(
    page: Page,
    beginnings: Sequence[Beginning],
    outline: Outline,
    leans: Sequence[Leaning],
    asked: AbstractSet[int],
) -> frozenset[int]:
    """Return the titles that are subjects to be asked about, if enough of them compare."""
    outstanding = [one for one in beginnings if one.level or one.style.bold]
    some = _ENOUGH <= _asking(outstanding) <= _HALF * len(outstanding)
    if not (some or any(map(_compares, outstanding))):
        return frozenset()
    titles = subjects(page, beginnings, outline, leans, asked)
    found = [beginnings[i] for i in sorted(titles)]
    if _are_of_an_article(beginnings, found):
        return frozenset()
    if not (_are_to_be_asked(found) or _are_terms(beginnings, sorted(titles))):
        return frozenset()
    named = titles | _said_in_pieces(beginnings, titles)
    return frozenset(i for i in named if beginnings[i].level or not stands_under(outline, i, named))


def _are_of_an_article(beginnings: Sequence[Beginning], titles: Sequence[Beginning]) -> bool:
    """Tell titles beside "Introduction" and "Summary": together they treat one subject."""
    [(level, _)] = Counter(title.level for title in titles).most_common(1) or [(0, 0)]
    alike = (one for one in beginnings if one.level == level and (level or one.style.bold))
    asides = sum(map(names_no_question, alike))
    return asides >= _SEVERAL


def _are_to_be_asked(titles: Sequence[Beginning]) -> bool:
    """Tell subjects to be asked about from the titles of a manual: enough of them compare, or ask.

    It takes less of that where little is said below each, as to somebody who only has to recall it,
    and numbers begin anew below each chapter. A manual gives instructions.
    """
    comparing = sum(map(_compares, titles))
    if len(titles) < _FEWEST or _instruct(titles):
        return False
    points = comparing + sum(map(_hints, titles))
    brief = _are_brief(titles)
    needed = (_NOW_AND_THEN if brief else _OFTEN) * len(titles)
    if brief and _count_anew(titles):
        return comparing > 0 and points >= max(_SEVERAL, needed)
    return comparing >= _SEVERAL and points >= max(_ENOUGH, needed)


def _are_terms(beginnings: Sequence[Beginning], places: Sequence[int]) -> bool:
    """Tell a long list of terms, each explained at once and in brief, some of which ask."""
    titles = [beginnings[i] for i in places]
    if len(titles) < _MANY or _instruct(titles) or not _are_brief(titles):
        return False
    explained = sum(_explains_its_title(beginnings, i) for i in places)
    often = _asking(titles) >= max(_ENOUGH, _SOMETIMES * len(titles))
    return often and explained >= _HALF * len(titles)


def _explains_its_title(beginnings: Sequence[Beginning], i: int) -> bool:
    """Find an acronym, or words right below a title that take it up."""
    title = beginnings[i].text.casefold()
    below = beginnings[i + 1] if i + 1 < len(beginnings) else None
    if below is None or below.level:
        return False
    said = f"{below.text} {below.tail}"[:_OPENING].casefold()
    if is_unspaced(title):
        return any(title[n : n + 2] in said for n in range(len(title) - 1))
    stems = (word[:_STEM] for word in _WORD.findall(title) if len(word) >= _ENOUGH)
    return beginnings[i].text.isupper() or any(stem in said for stem in stems)


def _are_brief(titles: Sequence[Beginning]) -> bool:
    return median(below.line - one.line for one, below in pairwise(titles)) <= _BRIEF


def _instruct(titles: Sequence[Beginning]) -> bool:
    """Tell titles that lead through something to be done."""
    instructing = sum(bool(words.INSTRUCTIONS.match(title.text)) for title in titles)
    return instructing > _NOW_AND_THEN * len(titles)


def _said_in_pieces(beginnings: Sequence[Beginning], titles: AbstractSet[int]) -> frozenset[int]:
    """Return the headings that look like titles, but have a few deeper ones right below them."""
    styles = {beginnings[i].style for i in titles if beginnings[i].level}
    pairs = enumerate(pairwise(beginnings))
    found = (i for i, (one, below) in pairs if one.style in styles and below.level > one.level)
    return frozenset(i for i in found if _hardly_asks_below(beginnings, i))


def _hardly_asks_below(beginnings: Sequence[Beginning], i: int) -> bool:
    own = beginnings[i].level
    rest = (beginnings[j] for j in range(i + 1, len(beginnings)))
    pieces = [one for one in takewhile(lambda one: not 0 < one.level <= own, rest) if one.level]
    asking = sum(one.asks is Asking.MARKED for one in pieces)
    return len(pieces) <= _PIECES and 2 * asking <= len(pieces)


def _compares(title: Beginning) -> bool:
    return words.COMPARISONS.search(title.text) is not None


def _asking(titles: Sequence[Beginning]) -> int:
    return sum(title.asks is Asking.MARKED for title in titles)


def _hints(title: Beginning) -> float:
    """Count a question whole, and by half a pair of terms, which may be told apart."""
    if _compares(title):
        return 0
    if title.asks is Asking.MARKED:
        return 1
    return _HALF if words.PAIRS.fullmatch(title.text) else 0


def _count_anew(titles: Sequence[Beginning]) -> bool:
    """Tell whether titles are numbered, and their numbers begin anew, as below each chapter."""
    anew = any(below.number < one.number for one, below in pairwise(titles))
    return anew and all(len(title.number) == 1 for title in titles)
