"""Whether a document asks at all, or is about a program and asks only here and there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import is_unspaced, opens_like_an_examiner
from bot.questions.document.beginnings import Label
from bot.questions.document.evidence import Leaning, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from bot.questions.document.beginnings import Beginning
    from bot.questions.document.likeness import Likeness

_FEW: Final = 2
_SEVERAL: Final = 3
_MANY: Final = 8
_LONG: Final = 40
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
    titles = [title_of(b) for b in beginnings if b.level]
    of_a_product = sum(title in words.PRODUCT_TITLES for title in titles)
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


def _is_a_label_alone(beginning: Beginning) -> bool:
    """Find a label, or a number, above the words of its question."""
    return beginning.label is Label.QUESTION and not beginning.text


def _asks_surely(beginning: Beginning, lean: Leaning) -> bool:
    """Tell a question from a request, which could also be a step of a recipe."""
    text = beginning.text
    unspaced = is_unspaced(text) and lean is Leaning.OPENS
    return lean is Leaning.ASKS or unspaced or opens_like_an_examiner(text)


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
