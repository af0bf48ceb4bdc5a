"""Lines that hold a question and what answers it: where the one ends and the other begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import ends_with_a_mark, is_unspaced
from bot.questions.document.brackets import part_at_answers, part_at_hints, take_off_a_remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.drafts import Draft

_DASHES: Final = "-–—:"
_DASHED = re.compile(r"(.{3,160}?)\s[-–—]\s(\S.*)")
_ARROW = re.compile(r"(.{3,200}?)[ \t]+(?:[→⟶➜➔➡]\ufe0f?|[=-]>)[ \t]+(\S.*)")
_ARROW_SIGN = re.compile(r"[→⟶➜➔➡]|[=-]>")
_ARROW_FIRST = re.compile(r"(?:[→⟶➜➔➡]\ufe0f?|[=-]>)[ \t]+")
_SEVERAL: Final = 3
_SHORT: Final = 50
_RARELY: Final = 0.1
_STATEMENT_ENDS: Final = frozenset(".。!！")


def part(drafts: Sequence[Draft]) -> None:
    """Part what is asked from what answers it on the same line, as the document does it."""
    for draft in drafts:
        take_off_a_remark(draft)
    part_at_answers(drafts)
    _part_at_dashes(drafts)
    _part_at_arrows(drafts)
    part_at_hints(drafts)
    _join_what_nobody_answers(drafts)


def _part_at_dashes(drafts: Sequence[Draft]) -> None:
    """Take off the dash before answers; where it is the habit, part lines that do not ask, too."""
    dashed = [draft for draft in drafts if draft.tail and draft.tail[0] in _DASHES]
    for draft in dashed:
        draft.tail = draft.tail[1:].lstrip()
    if len(dashed) < _SEVERAL:
        return
    for draft in drafts:
        match = None if draft.tail or draft.answer_lines else _DASHED.fullmatch(draft.question)
        if match and _answers(match):
            draft.question, draft.tail = match[1], match[2]


def _answers(dashed: re.Match[str]) -> bool:
    """Tell an answer behind a dash from words inside brackets, and from those that still ask."""
    inside = dashed[1].count("(") > dashed[1].count(")")
    asks = ends_with_a_mark(dashed[2]) or words.OUTRIGHT.match(dashed[2])
    return not (inside or asks)


def _part_at_arrows(drafts: Sequence[Draft]) -> None:
    """Take off the arrow before answers; where it is the habit, part lines that do not ask, too."""
    led = [draft for draft in drafts if draft.tail and _ARROW_FIRST.match(draft.tail)]
    for draft in led:
        draft.tail = _ARROW_FIRST.sub("", draft.tail)
    all_of_them = "\n".join(draft.question for draft in drafts)
    inside = [
        (draft, match)
        for draft in (drafts if _ARROW_SIGN.search(all_of_them) else ())
        if not draft.tail and (match := _arrow_in(draft.question)) and _parts(match)
    ]
    asking = len(led) + sum(ends_with_a_mark(match[1]) for _, match in inside)
    habit = len(led) + len(inside)
    for draft, match in inside if habit >= _SEVERAL and 2 * asking >= habit else ():
        draft.question, draft.tail = match[1].rstrip(), match[2]


def _arrow_in(question: str) -> re.Match[str] | None:
    """Look for the sign before the costlier search for what it parts."""
    return _ARROW.fullmatch(question) if _ARROW_SIGN.search(question) else None


def _parts(arrow: re.Match[str]) -> bool:
    """Tell an arrow before an answer from one in code, or in words that still ask."""
    return arrow[1].count("`") % 2 == 0 and not ends_with_a_mark(arrow[2])


def _join_what_nobody_answers(drafts: Sequence[Draft]) -> None:
    """Give a question the words behind its mark that do not answer it.

    They go on asking where hardly any question has an answer; and where hardly any has words behind
    its mark, if an answer stands below.
    """
    tails = [draft for draft in drafts if draft.tail]
    answered = sum(bool(draft.answer_lines) for draft in drafts)
    if len(tails) > _RARELY * len(drafts):
        return
    for draft in tails:
        asks = answered <= _RARELY * len(drafts) or _heads_its_answer(draft)
        if asks and draft.tail[0].isalnum() and draft.tail[-1] not in _STATEMENT_ENDS:
            space = "" if is_unspaced(draft.tail) else " "
            draft.question = f"{draft.question}{space}{draft.tail}"
            draft.tail = ""


def _heads_its_answer(draft: Draft) -> bool:
    """Tell a few words behind a question mark, with an answer below them."""
    return bool(draft.answer_lines) and len(draft.tail) <= _SHORT and ":" not in draft.tail
