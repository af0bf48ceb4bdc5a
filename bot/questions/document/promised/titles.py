"""Titles that name a subject to be explained, each with what is to be said about it below."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.beginnings import Label
from bot.questions.document.evidence import ASKING, Leaning, names_no_question, title_of
from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline

_FEWEST: Final = 3
_LONGEST: Final = 90
_BELOW_HEADINGS: Final = 10
_MOSTLY: Final = 0.7
_SOME: Final = 0.3
_BODY: Final = frozenset({Kind.WORDS, Kind.CODE})


def subjects(
    page: Page,
    beginnings: Sequence[Beginning],
    outline: Outline,
    leans: Sequence[Leaning],
    asked: AbstractSet[int],
) -> frozenset[int]:
    """Return the titles that ask for their subject, unless ``asked`` already holds questions."""
    alike: dict[Style, list[int]] = defaultdict(list)
    for i, beginning in enumerate(beginnings):
        if _is_a_title(beginning) and leans[i] is not Leaning.AGAINST:
            alike[beginning.style].append(i)
    if any(title_of(b) in words.PRODUCT_TITLES for b in beginnings if b.level):
        return frozenset()
    titles = _outermost(page, beginnings, alike, outline.pieces)
    others = sum(_asks(beginnings[i], leans[i]) for i in asked - titles)
    if not titles or others > _SOME * len(titles):
        return frozenset()
    named = titles - asked
    return titles | {i for i in asked if not stands_under(outline, i, named)}


def _asks(beginning: Beginning, lean: Leaning) -> bool:
    """Tell what asks by itself, or has its question below a label."""
    return lean in ASKING or (beginning.label is Label.QUESTION and not beginning.text)


def _is_a_title(beginning: Beginning) -> bool:
    style = beginning.style
    outstanding = beginning.level > 0 or (style.bold and not style.mark and not style.column)
    return (
        outstanding
        and not beginning.tail
        and not beginning.label
        and len(beginning.text) <= _LONGEST
        and not names_no_question(beginning)
    )


def _outermost(
    page: Page,
    beginnings: Sequence[Beginning],
    alike: dict[Style, list[int]],
    pieces: AbstractSet[int],
) -> frozenset[int]:
    """Return the titles of the outermost style under which something is mostly said."""
    ranked = sorted(alike, key=lambda style: beginnings[alike[style][0]].level or _BELOW_HEADINGS)
    for style in ranked:
        titles = alike[style]
        said = [i for i in titles if i + 1 in pieces or _says_something(page, beginnings, i)]
        if len(said) > _FEWEST and len(said) >= _MOSTLY * len(titles):
            return frozenset(said).union(_between(beginnings, titles, said))
        if len(titles) >= _FEWEST and _count_up(beginnings, titles):
            return frozenset(titles)
    return frozenset()


def _between(
    beginnings: Sequence[Beginning], titles: Sequence[int], said: Sequence[int]
) -> Iterator[int]:
    """Yield the titles that wait for what is to be said: the number follows that of the last."""
    explained = set(said)
    for before, i in pairwise(titles):
        above, one = beginnings[before].number, beginnings[i].number
        alike = len(above) == len(one) > 0 and above[:-1] == one[:-1]
        if before in explained and i not in explained and alike and one[-1] == above[-1] + 1:
            yield i


def _says_something(page: Page, beginnings: Sequence[Beginning], i: int) -> bool:
    """Tell whether words or code, rather than another title, stand right below a title."""
    line = beginnings[i].line + 1
    while line < len(page) and page.kinds[line] in {Kind.BLANK, Kind.UNDERLINE}:
        line += 1
    if line >= len(page) or page.kinds[line] not in _BODY:
        return False
    below = beginnings[i + 1] if i + 1 < len(beginnings) else None
    return below is None or below.line != line or not below.level


def _count_up(beginnings: Sequence[Beginning], titles: Sequence[int]) -> bool:
    """Tell whether the numbers of titles run from the first to the last."""
    numbers = [beginnings[i].number for i in titles]
    return all(numbers) and all(after[-1] == before[-1] + 1 for before, after in pairwise(numbers))


def stands_under(outline: Outline, i: int, titles: AbstractSet[int]) -> bool:
    """Tell whether one of some titles stands above a beginning, however far."""
    parent = outline.parents[i]
    while parent >= 0 and parent not in titles:
        parent = outline.parents[parent]
    return parent >= 0
