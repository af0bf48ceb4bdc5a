"""Whether a document asks at all, or is about a program or a meeting and asks by the way."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking, is_unspaced, opens_like_an_examiner
from bot.questions.document.beginnings import Label
from bot.questions.document.evidence import Leaning, title_of
from bot.questions.document.promised.promising import titled_for_interviews

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.likeness import Likeness
    from bot.questions.document.lines import Page

_FEW: Final = 2
_SEVERAL: Final = 3
_MANY: Final = 8
_LONG: Final = 40
_LONGEST_TITLE: Final = 30
_OPENING: Final = 12
_NEARLY_ALL: Final = 0.8
_OFTEN: Final = 0.4
_NOW_AND_THEN: Final = 0.15


def is_about_questions(
    beginnings: Sequence[Beginning],
    likeness: Likeness,
    leans: Sequence[Leaning],
    accepted: AbstractSet[int],
    *,
    announced: bool,
) -> bool:
    """Tell a document that asks; ``announced`` says that it promises to, or labels answers."""
    surely = {i for i in accepted if _asks_surely(beginnings[i], leans[i])}
    surely |= _asking_in_many_ways(beginnings, accepted)
    of_a_product = titles_of_a_product(beginnings)
    if of_a_product and not surely:
        return False
    labels = sum(_is_a_label_alone(beginnings[i]) for i in accepted)
    an_article = len(accepted) <= _FEW and len(beginnings) >= _LONG and min(accepted, default=0) > 0
    if (announced and not an_article) or not accepted or labels > _SEVERAL:
        return True
    if of_a_product >= _FEW:
        return len(surely) >= _FEW + _SEVERAL * of_a_product
    if len(surely) < _NOW_AND_THEN * len(accepted):
        return False
    return min(accepted) == 0 or _recurs(beginnings, likeness, accepted, surely)


def is_of_a_meeting(page: Page, beginnings: Sequence[Beginning]) -> bool:
    """Tell minutes, in which questions stand that somebody raised, unless it was an interview."""
    titles = {title_of(b) for b in _titles(beginnings)}
    titles.update(b.text.partition(":")[0].casefold() for b in beginnings[:_OPENING] if b.bare)
    needed = 1 if beginnings and words.MEETINGS.search(beginnings[0].text.casefold()) else _FEW
    if len(titles & words.OF_MEETINGS) < needed or titled_for_interviews(page):
        return False
    headings = [b.text.casefold() for b in beginnings if b.level]
    return not any(subject in title for title in headings for subject in words.INTERVIEWS)


def _titles(beginnings: Sequence[Beginning]) -> list[Beginning]:
    """Return what may be a title of minutes: where headings ask, none that stands below those."""
    short = [b for b in beginnings if len(b.text) <= _LONGEST_TITLE]
    lowest = min((b.level for b in beginnings if b.level and b.asks is Asking.MARKED), default=0)
    if lowest:
        return [b for b in short if 0 < b.level <= lowest]
    return [b for b in short if b.level or b.style.bold or b.bare]


def titles_of_a_product(beginnings: Sequence[Beginning]) -> int:
    """Count the headings that a document about a program has: "Installation", "License"."""
    return sum(title_of(b) in words.PRODUCT_TITLES for b in beginnings if b.level)


def _is_a_label_alone(beginning: Beginning) -> bool:
    """Find a label, or a number, above the words of its question."""
    return beginning.label is Label.QUESTION and not beginning.text


def _asks_surely(beginning: Beginning, lean: Leaning) -> bool:
    """Tell a question from a request, which could also be a step of a recipe."""
    text = beginning.text
    unspaced = is_unspaced(text) and lean is Leaning.OPENS
    return lean is Leaning.ASKS or unspaced or opens_like_an_examiner(text)


def _asking_in_many_ways(
    beginnings: Sequence[Beginning], accepted: AbstractSet[int]
) -> AbstractSet[int]:
    """Return titles without marks that open with question words, if nearly all do, in many ways.

    Manuals have titles such as "How to install" and "What is new", and others beside them.
    """
    titles = [i for i in accepted if beginnings[i].level]
    opening = {i for i in titles if beginnings[i].asks is Asking.OPENS}
    levels = {beginnings[i].level for i in opening}
    every = sum(b.level in levels for b in beginnings)
    ways = {beginnings[i].text.split(None, 1)[0].casefold() for i in opening}
    many = len(opening) >= _MANY and len(ways & words.INTERROGATIVES) >= _SEVERAL
    return opening if many and len(opening) >= _NEARLY_ALL * every else frozenset()


def _recurs(
    beginnings: Sequence[Beginning],
    likeness: Likeness,
    accepted: AbstractSet[int],
    surely: AbstractSet[int],
) -> bool:
    """Tell whether questions of one style are many, or nearly all of their style."""
    sure = Counter(beginnings[i].style for i in surely)
    for style, count in Counter(beginnings[i].style for i in accepted).items():
        rate = likeness.style_rate(style)
        if count >= _MANY and sure[style] >= _OFTEN * count:
            return True
        if (count >= _SEVERAL and rate >= _OFTEN) or (count >= _FEW and rate >= _NEARLY_ALL):
            return True
    return False
