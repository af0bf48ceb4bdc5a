"""What stands in brackets behind a question: its answer, a hint, a link, or how it went."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.questions.document import words
from bot.questions.document.asking import (
    ends_with_a_mark,
    is_unspaced,
    is_wordy,
    opens_like_a_question,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.drafts import Draft

_REMARK = re.compile(r"(.{2,400}?)[ ]{0,3}(?:[(（]([^()（）]{2,60})[)）]|\*\*([^*]{2,30})\*\*)")
_REMARK_ENDS: Final = frozenset(")）*")
_OPENING: Final = "(（"
_CLOSING: Final = frozenset(")）")
_MARK = re.compile("[?？]")
_SEVERAL: Final = 3
_LONG: Final = 60
_FEW_WORDS: Final = 3
_HARDLY_ANY: Final = 0.3


class _Bracketed(NamedTuple):
    """Words, and what stands in brackets behind them."""

    asked: str
    said: str


def take_off_a_remark(draft: Draft) -> None:
    """Take off what the writer says of how it went: "What is a heap (no idea)"."""
    if draft.question[-1:] not in _REMARK_ENDS:
        return
    match = _REMARK.fullmatch(draft.question)
    said = (match[2] or match[3]) if match else ""
    if match and words.REMARKS.search(said) and not opens_like_a_question(said):
        draft.question = match[1].rstrip()


def part_at_answers(drafts: Sequence[Draft]) -> None:
    """Take the brackets behind questions for answers, where several say much and little else does.

    One that says little is a level or a tag, and many of them above answers are remarks.
    """
    if sum(bool(draft.answer_lines) for draft in drafts) > _HARDLY_ANY * len(drafts):
        return
    bracketed = [
        (draft, found)
        for draft in drafts
        if not draft.answer_lines and (found := _bracketed(draft)) and _surely_asks(found)
    ]
    telling = {found.said for _, found in bracketed if _tells_something(found.said)}
    if len(telling) < _SEVERAL or 2 * len(telling) < len(bracketed):
        return
    for draft, found in bracketed:
        if found.said.casefold() not in words.LEVEL_WORDS:
            draft.question, draft.tail = found


def part_at_hints(drafts: Sequence[Draft]) -> None:
    """Take a link in brackets off a question; where hints in brackets are the habit, these, too."""
    bracketed = [(draft, found) for draft in drafts if (found := _bracketed(draft))]
    if not bracketed:
        return
    hints = Counter(
        draft.beginning.style for draft, found in bracketed if is_wordy(found.said, _LONG)
    )
    for draft, found in bracketed:
        more = is_unspaced(found.said) or " " in found.said
        if "://" in found.said or (more and hints[draft.beginning.style] >= _SEVERAL):
            draft.question, draft.tail = found.asked, draft.question[len(found.asked) :].strip()


def _bracketed(draft: Draft) -> _Bracketed | None:
    """Part words from the brackets that end their line, if these are no part of a link or code."""
    plain = draft.question.rstrip(" .")
    if draft.tail or plain[-1:] not in _CLOSING:
        return None
    depth = 0
    for place in range(len(plain) - 1, 0, -1):
        depth += (plain[place] in _CLOSING) - (plain[place] in _OPENING)
        if not depth:
            asked, said = plain[:place].rstrip(), plain[place + 1 : -1].strip()
            apart = plain[place - 1] in " \t?？。" or is_unspaced(plain[place - 1])
            return _Bracketed(asked, said) if apart and said else None
    return None


def _surely_asks(found: _Bracketed) -> bool:
    """Tell a question mark before brackets, or words that open as a question above much more."""
    long = len(found.said) >= _LONG
    return bool(_MARK.search(found.asked)) or (long and opens_like_a_question(found.asked))


def _tells_something(said: str) -> bool:
    """Tell an answer of some words from a tag, a level and points to earn."""
    return len(said.split()) >= _FEW_WORDS and not ends_with_a_mark(said)
