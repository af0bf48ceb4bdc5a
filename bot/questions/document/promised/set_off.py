"""Questions known by how their answers stand below them: behind an arrow, indented, or flush left.

``- connection pools`` with a paragraph right below it that is not indented is no item of a list as
other documents have it, but what somebody noted down to be asked about; so are its like that ask
nothing by themselves, and those that nobody has answered yet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking, is_unspaced
from bot.questions.document.evidence import (
    ASKING,
    SENTENCE_ENDS,
    Leaning,
    is_an_aside,
    title_of,
)
from bot.questions.document.lines import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning, Style
    from bot.questions.document.lines import Page
    from bot.questions.document.outline import Outline

_ARROW = re.compile(r"(?:[-=]{1,2}>|[→⟶➜➔➡⇒↳])")
_LONGEST: Final = 160
_INDENTED: Final = 2
_FEWEST: Final = 5
_MANY: Final = 8
_SHORT: Final = 60
_SHORT_UNSPACED: Final = 40
_SOME: Final = 0.2
_OFTEN: Final = 0.35
_MOSTLY: Final = 0.6
_NEARLY_ALL: Final = 0.85


def set_off(
    page: Page,
    beginnings: Sequence[Beginning],
    outline: Outline,
    leans: Sequence[Leaning],
    asked: AbstractSet[int],
) -> frozenset[int]:
    """Return what has an answer set off as those of its like that ask."""
    alike: dict[Style, list[int]] = defaultdict(list)
    for i, beginning in enumerate(beginnings):
        if beginning.label or leans[i] is Leaning.AGAINST or beginning.bare:
            continue
        parent = outline.parents[i]
        if parent < 0 or not is_an_aside(beginnings[parent]):
            alike[beginning.style].append(i)
    found: set[int] = set()
    for members in alike.values():
        for form, needed in ((_follows_an_arrow, _SOME), (_is_indented, _OFTEN)):
            answered = [i for i in members if form(*beginnings[i : i + 2])]
            asking = [i for i in answered if leans[i] in ASKING and i in asked]
            habit = len(answered) >= max(_FEWEST, _MOSTLY * len(members))
            if habit and len(asking) >= needed * len(answered):
                found |= {i for i in answered if len(beginnings[i].text) <= _LONGEST}
    if not found:
        found = _answered_flush_left(page, beginnings, leans, alike, asked)
    return frozenset(found)


def _answered_flush_left(
    page: Page,
    beginnings: Sequence[Beginning],
    leans: Sequence[Leaning],
    alike: Mapping[Style, Sequence[int]],
    asked: AbstractSet[int],
) -> set[int]:
    """Return the bullets at the margin that name subjects, if most have an answer flush left."""
    for style, members in alike.items():
        if not style.mark or style.column or len(members) < _MANY or beginnings[members[0]].level:
            continue
        others = not asked <= set(members)
        if others or any(title_of(beginnings[i]) in words.PRODUCT_TITLES for i in members):
            continue
        answered = [i for i in members if _is_flush(page, beginnings, i)]
        asking = sum(_asks_outright(beginnings[i]) for i in members)
        naming = [i for i in members if _may_name(beginnings[i], leans[i])]
        subjects = len(naming) >= _NEARLY_ALL * len(members)
        if subjects and len(answered) >= _MOSTLY * len(members) and asking >= _OFTEN * len(members):
            return set(naming)
    return set()


def _is_flush(page: Page, beginnings: Sequence[Beginning], i: int) -> bool:
    """Find plain words, or code, right below a bullet and no deeper."""
    line = beginnings[i].line + 1
    if line >= len(page) or page.kinds[line] not in {Kind.WORDS, Kind.CODE}:
        return False
    if page.kinds[line] is Kind.CODE:
        return not page.lines[line].startswith((" ", "\t"))
    below = beginnings[i + 1] if i + 1 < len(beginnings) else beginnings[i]
    wrapped = below.text[:1].islower() and not is_unspaced(below.text)
    plain = below.line == line and below.bare and not below.column
    return plain and not wrapped and not below.asks


def _may_name(beginning: Beginning, lean: Leaning) -> bool:
    """Tell a subject from a sentence, be it one that goes on below."""
    text = beginning.text
    short = len(text) <= (_SHORT_UNSPACED if is_unspaced(text) else _SHORT)
    ends = text[-1:] in SENTENCE_ENDS and beginning.asks is not Asking.MARKED
    return short and not ends and not beginning.tail and lean is not Leaning.AGAINST


def _asks_outright(beginning: Beginning) -> bool:
    """Tell a question from a request, as there are many where something is to be done."""
    text = beginning.text
    if beginning.asks is Asking.MARKED:
        return True
    if words.FOR_A_TEAM.search(text):
        return False
    if is_unspaced(text):
        return words.UNSPACED_OUTRIGHT.search(text) is not None
    return bool(words.OUTRIGHT.match(text) or words.COMPARISONS.search(text))


def _follows_an_arrow(beginning: Beginning, below: Beginning | None = None) -> bool:
    """Find ``-> ...`` below a line that is no such thing."""
    return below is not None and _points(below) and not _points(beginning)


def _points(beginning: Beginning) -> bool:
    arrow = beginning.style.mark[:1] in {"→", "⟶", "➜", "➔", "➡", "⇒", "↳"}
    return arrow or bool(_ARROW.match(beginning.text))


def _is_indented(beginning: Beginning, below: Beginning | None = None) -> bool:
    """Find plain lines that stand deeper."""
    if below is None or not below.bare or below.asks:
        return False
    return below.column >= beginning.column + _INDENTED
