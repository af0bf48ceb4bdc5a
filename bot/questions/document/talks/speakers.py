"""Names that act as labels: in a transcript, one of them asks and the others answer."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking, asking
from bot.questions.document.beginnings import Label
from bot.questions.document.lines import Kind
from bot.questions.document.talks.spoken import spoken_question

if TYPE_CHECKING:
    from bot.questions.document.lines import Page

_NAME = re.compile(
    r"[ \t>]*(?:[-*][ \t]+)?(?:\*\*|__)?"
    r"(?P<name>[A-ZА-ЯЁ][\w.'-]{1,20}(?:[ ][A-ZА-ЯЁ\d][\w.]{0,20}){0,2})"
    r"[ ]?(?:\([^()]{1,20}\))?(?:\*\*|__)?[:：](?:\*\*|__)?[ \t]+(?P<said>\S.*)"
)
_FEWEST: Final = 3
_HALF: Final = 0.5
_HEARD: Final = 60
_OFTEN: Final = 0.4
_OPENING: Final = 5
_KNOWN: Final = (
    words.QUESTION_LABELS | words.ANSWER_LABELS | words.FIELD_LABELS | words.PARTS_OF_ANSWERS
)


def speakers(page: Page) -> dict[str, Label]:
    """Return the names that act as labels on this page, and what each declares."""
    said: dict[str, list[str]] = defaultdict(list)
    order: list[str] = []
    for line, kind in zip(page.lines, page.kinds, strict=True):
        match = _NAME.match(line) if kind is Kind.WORDS and (":" in line or "：" in line) else None
        if match:
            name = match["name"].casefold()
            said[name].append(match["said"])
            order.append(name)
    often = {name for name, heard in said.items() if len(heard) >= _FEWEST} - _KNOWN
    rates = {name: _rate(said[name]) for name in often}
    asker = max(rates, key=lambda name: rates[name], default=None)
    if asker is None or len(often) < 2 or rates[asker] < _HALF:  # noqa: PLR2004 - it takes two
        return {}
    others = {
        name for name in often if rates[name] <= rates[asker] / 2 and _replies(order, asker, name)
    }
    if not others:
        return {}
    if not _asks_for_knowledge(page, said[asker]):
        return dict.fromkeys(often, Label.FIELD)
    return {asker: Label.QUESTION} | dict.fromkeys(others, Label.ANSWER)


def _rate(said: list[str]) -> float:
    """Return the share of what somebody says that asks, in the first of it."""
    heard = said[:_HEARD]
    return sum(_asks(words) for words in heard) / len(heard)


def _asks_for_knowledge(page: Page, said: list[str]) -> bool:
    """Tell an interview from two who talk about their day."""
    if any(words.PRACTISING.search(line) for line in page.lines[:_OPENING]):
        return True
    asked = [one for one in said[:_HEARD] if _asks(one)]
    knowledge = sum(words.KNOWLEDGE.search(one) is not None for one in asked)
    return knowledge >= _OFTEN * len(asked)


def _asks(said: str) -> bool:
    return asking(said) is Asking.MARKED or bool(spoken_question(said))


def _replies(order: list[str], asker: str, name: str) -> bool:
    """Tell whether somebody mostly speaks right after the one who asks."""
    after = sum(one == asker and other == name for one, other in pairwise(order))
    return after * 2 >= order.count(name)
