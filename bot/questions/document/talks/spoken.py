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
    opens_with_a_request,
    sentences,
)
from bot.questions.document.talks.talk import is_small_talk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_ITEM = re.compile(r"(?:[-*•+]|\d{1,2}[.)])[ \t]")
_FEW: Final = 2
_WIDE: Final = 90
_FRAGMENT: Final = 5
_NEXT: Final = 3
_LEADING: Final = 8
_LETTERS: Final = 2
_COMMA: Final = 12
_NEAR: Final = 60
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
    said = _without_a_wish(said)
    parts = _without_moving_on(
        [part for sentence in sentences(said) if (part := _without_fillers(sentence))]
    )
    parts = _without_remarks(parts)
    if not parts or _is_one_word(parts) or _only_checks(parts[-1]):
        return ""
    first = 0
    leaning = _leans(parts[-1])
    for place, part in enumerate(parts[: -2 if leaning else -1]):
        if _is_only_said(part):
            first = place + 1
    parts = _without_moving_on(parts[first:])
    first = 0
    if words.TALK_ABOUT_THE_TALK.search(" ".join(parts[first:])):
        return ""
    for place, part in enumerate(parts[first + 1 :], first + 1):
        if _begins_anew(part):
            first = place
            parts[place] = part.partition(",")[2].strip()
    return ("" if is_unspaced(parts[first]) else " ").join(parts[first:])


def _without_a_wish(said: str) -> str:
    """Take off that somebody wants to be asked next: "..., and then quiz me"."""
    wish = words.WANTS_A_QUIZ.search(said)
    if wish is None:
        return said
    before = said[: wish.start()]
    leading = words.LEADING_TO_A_QUIZ.search(before[-_NEAR:])
    return before[: len(before) - len(leading[0])] if leading else before


def _without_moving_on(parts: list[str]) -> list[str]:
    """Take off the short sentences that lead on to a question: "Next one.", "Let's move on."."""
    first = 0
    leaning = bool(parts) and _leans(parts[-1])
    for place, (part, below) in enumerate(pairwise(parts), 1):
        if leaning and place == len(parts) - 1 and _length(part) > _NEXT:
            break
        leads = (
            is_small_talk(part)
            or words.TALK_ABOUT_THE_TALK.search(part)
            or words.MOVING_ON.search(part)
            or words.REACTIONS.search(part)
        )
        asks = asking(part) is not Asking.NO and not words.LET_US.match(part)
        if not leads or asks or _length(part) > _LEADING:
            break
        if _asking(below) is not Asking.NO or sets_up(below) or leaning:
            first = place
    return parts[first:]


def _without_remarks(parts: list[str]) -> list[str]:
    """Take off a few words behind a question: "Take your time.", "No, not kidding, go."."""
    last = len(parts)
    while (
        last > 1 and _asking(parts[last - 1]) is Asking.NO and _length(parts[last - 1]) < _LEADING
    ):
        last -= 1
        if asking(parts[last - 1]) is Asking.MARKED:
            return parts[:last]
    return parts


def _is_only_said(sentence: str) -> bool:
    """Tell a sentence before a question that is no part of it."""
    if _opens_with(sentence, words.EXAMPLES) or _wants_a_nod(sentence):
        return True
    if asking(sentence) is Asking.MARKED or sets_up(sentence) or opens_with_a_request(sentence):
        return False
    return _length(sentence) > _FRAGMENT


def _leans(question: str) -> bool:
    """Tell a question that asks nothing without the sentence before it: "Why?"."""
    return bool(words.LEANING.fullmatch(question))


def _wants_a_nod(sentence: str) -> bool:
    """Tell a situation of which somebody only wants to hear that it may be so: "..., right?"."""
    return sets_up(sentence) and bool(words.CHECKS.search(sentence))


def _length(part: str) -> int:
    """Count words; scripts without spaces write two letters for most."""
    return len(part) // _LETTERS if is_unspaced(part) else len(part.split())


def _is_one_word(parts: list[str]) -> bool:
    """Tell ``Ready?`` from a question; scripts without spaces write more in a word."""
    alone = len(parts) == 1 and len(parts[0].split()) == 1
    return alone and not is_unspaced(parts[0])


def _only_checks(last: str) -> bool:
    """Tell whether somebody asks nothing, or only to be told that they are right."""
    return _asking(last) is Asking.NO or bool(words.CHECKS.search(last))


def _asking(part: str) -> Asking:
    """Judge a sentence that may go on from the one before: "and why is that"."""
    if _compares(part):
        return Asking.OPENS
    first, _, rest = part.partition(" ")
    return max(asking(part), asking(rest) if first.casefold() in _GOING_ON else Asking.NO)


def _compares(part: str) -> bool:
    """Tell a few words that put two things side by side: "Liveness versus readiness."."""
    return len(part.split()) <= _LEADING and bool(words.COMPARING.search(part))


def _begins_anew(sentence: str) -> bool:
    """Tell whether a question is put again in other words: "Like, what are ...?"."""
    head, comma, rest = sentence.partition(",")
    again = comma and head.casefold() in words.REPHRASING
    return bool(again) and opens_like_a_question(rest) and len(rest.split()) > 2 * _FRAGMENT


def sets_up(sentence: str) -> bool:
    """Tell a sentence that opens the situation a question is about."""
    return _opens_with(sentence, words.SITUATIONS)


def _opens_with(sentence: str, phrases: AbstractSet[str]) -> bool:
    head = sentence.casefold().replace(",", "")
    if is_unspaced(head):
        return any(head.startswith(phrase) for phrase in phrases)
    return any(head.startswith(phrase + " ") for phrase in phrases)


def _without_fillers(sentence: str) -> str:
    """Take off what is said before the words that matter: "Okay, so, ..."."""
    plain = sentence.strip().strip('“”"')
    leading = words.LEADING_ON.match(plain)
    plain = plain[leading.end() :] if leading else plain
    while plain:
        head, comma, rest = _at_a_comma(plain)
        if not _is_filler(head.strip(_ENDS).casefold()):
            return _without_sounds(plain)
        if comma and head.casefold() in _CONNECTING:
            return plain
        plain = rest.strip()
    return ""


def _is_filler(head: str) -> bool:
    """Tell words that say nothing, one by one or together: "well, okay"."""
    return head in words.FILLERS or all(one in words.FILLERS | words.SOUNDS for one in head.split())


def _at_a_comma(text: str) -> tuple[str, str, str]:
    """Part words at the first comma, of whichever script."""
    return text.partition("，" if "，" in text[:_COMMA] else ",")


def _without_sounds(plain: str) -> str:
    """Take off fillers that nobody wrote a comma behind: "yeah ok how would you ..."."""
    leading = words.NEXT_COMES.match(plain)
    if leading and opens_like_a_question(plain[leading.end() :]):
        return plain[leading.end() :]
    rest = plain
    while rest:
        first, _, rest = rest.partition(" ")
        if first.casefold().strip(_ENDS) not in words.SOUNDS:
            break
        if opens_like_a_question(rest) or rest.partition(" ")[0].casefold() in _GOING_ON:
            plain = rest
    return plain
