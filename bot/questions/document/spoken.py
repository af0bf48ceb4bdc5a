"""The question in what somebody says at one go, without the talk around it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import (
    Asking,
    asking,
    is_unspaced,
    opens_like_a_question,
    sentences,
)
from bot.questions.document.talk import is_small_talk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_ITEM = re.compile(r"(?:[-*•+]|\d{1,2}[.)])[ \t]")
_FEW: Final = 2
_WIDE: Final = 90
_FRAGMENT: Final = 5
_LEADING: Final = 8
_ENDS: Final = " .!?…。"
_GOING_ON: Final = frozenset(
    {
        "and",
        "so",
        "but",
        "then",
        "also",
        "а",
        "и",
        "ну",
        "так",
        "тогда",
        "y",
        "e",
        "pero",
        "entonces",
    }
)
_CONNECTING: Final = frozenset({"so", "then", "and", "but"})


def question_in(lines: Sequence[str]) -> str:
    """Return the question in the lines of a turn: of a typed one, only those that ask.

    Who types puts each thought on a line of its own; who is recorded goes on over the lines.
    """
    if sum(bool(_ITEM.match(line)) for line in lines) >= _FEW:
        return ""
    if len(lines) < _FEW or any(len(line) >= _WIDE for line in lines[:-1]):
        return spoken_question(" ".join(lines).strip('“”"« »'))
    asking_lines = [n for n, line in enumerate(lines) if spoken_question(line)]
    if not asking_lines:
        return ""
    return " ".join(
        spoken_question(lines[n]) or lines[n] for n in range(asking_lines[0], asking_lines[-1] + 1)
    )


def spoken_question(said: str) -> str:
    """Return the question in what somebody says, without the talk around it, or nothing."""
    parts = _without_moving_on(
        [part for sentence in sentences(said) if (part := _without_fillers(sentence))]
    )
    said = " ".join(parts)
    if (
        not parts
        or _is_one_word(parts)
        or words.TALK_ABOUT_THE_TALK.search(said)
        or _only_checks(parts[-1])
    ):
        return ""
    first = 0
    for place, part in enumerate(parts[:-1]):
        statement = asking(part) is not Asking.MARKED and len(part.split()) > _FRAGMENT
        if (statement and not _opens_with(part, words.SITUATIONS)) or _sets_up(part):
            first = place + 1
    for place, part in enumerate(parts[first + 1 :], first + 1):
        if _begins_anew(part):
            first = place
            parts[place] = part.partition(",")[2].strip()
    return " ".join(parts[first:])


def _without_moving_on(parts: list[str]) -> list[str]:
    """Take off the short sentences that lead on to a question: "Next one.", "Let's move on."."""
    first = 0
    for place, (part, below) in enumerate(pairwise(parts), 1):
        leads = (
            is_small_talk(part)
            or words.TALK_ABOUT_THE_TALK.search(part)
            or words.MOVING_ON.search(part)
        )
        if not leads or asking(part) is not Asking.NO or len(part.split()) > _LEADING:
            break
        if asking(below) is Asking.MARKED or opens_like_a_question(below):
            first = place
    return parts[first:]


def _is_one_word(parts: list[str]) -> bool:
    """Tell ``Ready?`` from a question; scripts without spaces write more in a word."""
    alone = len(parts) == 1 and len(parts[0].split()) == 1
    return alone and not is_unspaced(parts[0])


def _only_checks(last: str) -> bool:
    """Tell whether somebody asks nothing, or only to be told that they are right."""
    return _asking(last) is Asking.NO or bool(words.CHECKS.search(last))


def _asking(part: str) -> Asking:
    """Judge a sentence that may go on from the one before: "and why is that"."""
    first, _, rest = part.partition(" ")
    return max(asking(part), asking(rest) if first.casefold() in _GOING_ON else Asking.NO)


def _begins_anew(sentence: str) -> bool:
    """Tell whether a question is put again in other words: "Like, what are ...?"."""
    head, comma, rest = sentence.partition(",")
    again = comma and head.casefold() in words.REPHRASING
    return bool(again) and opens_like_a_question(rest) and len(rest.split()) > 2 * _FRAGMENT


def _sets_up(sentence: str) -> bool:
    """Tell a sentence that only prepares for a question."""
    return _opens_with(sentence, words.SETTING_UP)


def _opens_with(sentence: str, phrases: AbstractSet[str]) -> bool:
    head = sentence.casefold().replace(",", "")
    return any(head.startswith(phrase + " ") for phrase in phrases)


def _without_fillers(sentence: str) -> str:
    """Take off what is said before the words that matter: "Okay, so, ..."."""
    plain = sentence.strip().strip('“”"')
    leading = words.LEADING_ON.match(plain)
    plain = plain[leading.end() :] if leading else plain
    while plain:
        head, comma, rest = plain.partition(",")
        if head.strip(_ENDS).casefold() not in words.FILLERS:
            return plain
        if comma and head.casefold() in _CONNECTING:
            return plain
        plain = rest.strip()
    return ""
