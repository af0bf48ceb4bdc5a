"""What the owner of a document says is asked in it, where the document itself does not tell.

Notes may only name subjects: then their headings, the items of their lists or the first lines of
their paragraphs are the questions, and what stands below each is its answer.
"""

from __future__ import annotations

import enum
from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.questions.document.account import account
from bot.questions.document.cutting import Cutter
from bot.questions.document.describing import describe
from bot.questions.document.finishing import finish
from bot.questions.document.limits import refusal
from bot.questions.document.lines import page as page_of
from bot.questions.document.outline import outline as outline_of
from bot.questions.document.repeats import repeats

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline
    from bot.questions.document.reading import Reading

_FEWEST: Final = 2
_SEVERAL: Final = 3
_MOSTLY: Final = 0.5


class Way(enum.StrEnum):
    """What of a document is asked."""

    HEADINGS = "headings"
    ITEMS = "items"
    OPENINGS = "openings"


def ways_of(text: str) -> Mapping[Way, int]:
    """Count what would be asked in each way in which something would."""
    if refusal(text, ""):
        return {}
    described = _described(text)
    numbers = {way: len(_read(way, *described).questions) for way in Way}
    return {way: number for way, number in numbers.items() if number >= _FEWEST}


def read_by(way: Way, text: str) -> Reading:
    """Read a text that is not refused in the way its owner has chosen."""
    return _read(way, *_described(text))


def _described(text: str) -> tuple[Page, list[Beginning], Outline]:
    page = page_of(text)
    beginnings = describe(page, {})
    return page, beginnings, outline_of(beginnings, frozenset())


def _read(way: Way, page: Page, beginnings: Sequence[Beginning], outline: Outline) -> Reading:
    asked = _asked(way, beginnings, outline)
    cut = Cutter(page, beginnings, outline, asked, frozenset()).run()
    found = finish(page, beginnings, cut)
    return account(page, found, repeats(found), cut)


def _asked(way: Way, beginnings: Sequence[Beginning], outline: Outline) -> frozenset[int]:
    if way is Way.HEADINGS:
        return _headings(beginnings)
    return _items(beginnings, outline) if way is Way.ITEMS else _openings(beginnings)


def _headings(beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return the headings of the outermost level below which mostly something is said at once."""
    titles = [i for i, beginning in enumerate(beginnings) if beginning.level and beginning.text]
    every = Counter(beginnings[i].level for i in titles)
    saying = Counter(beginnings[i].level for i in titles if _says_something(beginnings, i))
    fitting = [
        level
        for level, number in sorted(every.items())
        if number >= _SEVERAL and saying[level] >= _MOSTLY * number
    ]
    level = fitting[0] if fitting else max(every, key=lambda level: every[level], default=0)
    return frozenset(i for i in titles if beginnings[i].level == level)


def _says_something(beginnings: Sequence[Beginning], i: int) -> bool:
    """Tell whether words, rather than another heading, stand right below a heading."""
    return i + 1 < len(beginnings) and not beginnings[i + 1].level


def _items(beginnings: Sequence[Beginning], outline: Outline) -> frozenset[int]:
    """Return the outermost items of lists."""
    items = {i for i, beginning in enumerate(beginnings) if _is_an_item(beginning)}
    return frozenset(i for i in items if outline.parents[i] not in items)


def _is_an_item(beginning: Beginning) -> bool:
    style = beginning.style
    return not beginning.level and bool(style.mark or style.numbering) and bool(beginning.text)


def _openings(beginnings: Sequence[Beginning]) -> frozenset[int]:
    """Return the first lines of plain paragraphs of several lines."""
    return frozenset(
        i
        for i, beginning in enumerate(beginnings[:-1])
        if beginning.bare and beginning.opens and beginning.text and not beginnings[i + 1].opens
    )
