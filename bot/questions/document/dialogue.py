"""Questions asked aloud: a turn that asks, and the turns that answer it."""

from __future__ import annotations

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
from bot.questions.document.beginnings import Beginning, Style
from bot.questions.document.drafts import Cut, Draft
from bot.questions.document.lines import Kind
from bot.questions.document.others import Other
from bot.questions.document.talk import is_small_talk, only_listens
from bot.questions.document.turns import Turn, spoken_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.lines import Page
    from bot.questions.document.turns import Talk

_FRAGMENT: Final = 5
_LEADING: Final = 8
_OPENING_WORDS: Final = 3
_SHORT: Final = 320
_ENDS: Final = " .!?…。"
_CONNECTING: Final = frozenset({"so", "then", "and", "but"})
_SAID: Final = frozenset({Other.PROSE, Other.SMALL_TALK, Other.HEADING})
_FINISHED: Final = '.!?。！？…:;`"”»*|>'


def converse(page: Page, talk: Talk, cut: Cut) -> Cut:
    """Add the questions that were asked aloud to those found in what was said."""
    if not talk.asker:
        return cut
    asked = [draft.question_lines[0] for draft in cut.drafts]
    drafts = list(cut.drafts)
    asked_back: set[int] = set()
    last: Draft | None = None
    for turn, reply in _exchanges(talk):
        end = next((n for n in asked if reply and reply.first <= n < reply.end), None)
        said = spoken_words(page, turn)
        question = spoken_question(said)
        back = bool(reply and question and _asks_back(page, reply))
        if reply and back:
            _name(page, cut, reply)
            asked_back.update(range(reply.first, reply.end))
            end = None
        lines = _reply_lines(page, cut, reply, end or reply.end) if reply and not back else []
        own = end is not None and not lines
        _name(page, cut, turn)
        if question and not own:
            last = _draft(page, turn, question)
            last.answer_lines = lines
            if lines or reply is None or back:
                drafts.append(last)
                for number in (*last.question_lines, *lines):
                    cut.other.pop(number, None)
            else:
                last = None
        elif last and lines and not question and _is_cut_off(page, last):
            _go_on(page, cut, last, lines)
        elif last and lines and (not last.answer_lines or _only_listens(said)):
            _add(cut, last, lines)
        elif own:
            last = None
    drafts = [draft for draft in drafts if draft.question_lines[0] not in asked_back]
    return Cut(sorted(drafts, key=lambda draft: draft.question_lines[0]), cut.other)


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
        if statement or _sets_up(part):
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
        leads = is_small_talk(part) or words.TALK_ABOUT_THE_TALK.search(part)
        if not leads or asking(part) is not Asking.NO or len(part.split()) > _LEADING:
            break
        if asking(below) is Asking.MARKED or opens_like_a_question(below):
            first = place
    return parts[first:]


def _only_listens(said: str) -> bool:
    """Tell whether somebody only shows that they listen; thanks end it."""
    return only_listens(said) and not words.THANKS.search(said)


def _asks_back(page: Page, reply: Turn) -> bool:
    """Tell a reply that only asks what is meant."""
    said = spoken_words(page, reply)
    return (
        len(said) < _SHORT
        and len(sentences(said)) == 1
        and asking(said) is Asking.MARKED
        and words.ASKING_BACK.search(said) is not None
    )


def _is_one_word(parts: list[str]) -> bool:
    """Tell ``Ready?`` from a question; scripts without spaces write more in a word."""
    alone = len(parts) == 1 and len(parts[0].split()) == 1
    return alone and not is_unspaced(parts[0])


def _only_checks(last: str) -> bool:
    """Tell whether somebody asks nothing, or only to be told that they are right."""
    return asking(last) is Asking.NO or bool(words.CHECKS.search(last))


def _begins_anew(sentence: str) -> bool:
    """Tell whether a question is put again in other words: "Like, what are ...?"."""
    head, comma, rest = sentence.partition(",")
    again = comma and head.casefold() in words.REPHRASING
    return bool(again) and opens_like_a_question(rest) and len(rest.split()) > 2 * _FRAGMENT


def _sets_up(sentence: str) -> bool:
    head = sentence.casefold().replace(",", "")
    return any(head.startswith(phrase + " ") for phrase in words.SETTING_UP)


def _without_fillers(sentence: str) -> str:
    """Take off what is said before the words that matter: "Okay, so, ..."."""
    plain = sentence.strip().strip('“”"')
    while plain:
        head, comma, rest = plain.partition(",")
        if head.strip(_ENDS).casefold() not in words.FILLERS:
            return plain
        if comma and head.casefold() in _CONNECTING:
            return plain
        plain = rest.strip()
    return ""


def _exchanges(talk: Talk) -> list[tuple[Turn, Turn | None]]:
    """Pair each turn of the asker with the one that follows it."""
    turns = _joined(talk.turns)
    return [
        (turn, turns[i + 1] if i + 1 < len(turns) and turns[i + 1].speaker != talk.asker else None)
        for i, turn in enumerate(turns)
        if turn.speaker == talk.asker
    ]


def _joined(turns: Sequence[Turn]) -> list[Turn]:
    """Join the turns in which one speaker goes on, as recordings divide them at each breath."""
    joined: list[Turn] = []
    for turn in turns:
        if joined and joined[-1].speaker == turn.speaker and joined[-1].end == turn.first:
            joined[-1] = Turn(turn.speaker, joined[-1].first, turn.end)
        else:
            joined.append(turn)
    return joined


def _name(page: Page, cut: Cut, turn: Turn) -> None:
    for number in range(turn.first, turn.end):
        if page.kinds[number] is Kind.WORDS:
            cut.other[number] = Other.SMALL_TALK


def _draft(page: Page, turn: Turn, question: str) -> Draft:
    lines = [n for n in range(turn.first, turn.end) if page.kinds[n] is Kind.WORDS]
    beginning = Beginning(lines[0], Style("", "", bold=False, column=0), text=question)
    return Draft(beginning, None, (), question, question_lines=lines)


def _reply_lines(page: Page, cut: Cut, reply: Turn, end: int) -> list[int]:
    """Return the lines of a reply, up to a question of its own, without the talk at its ends."""
    lines = [
        n
        for n in range(reply.first, end)
        if page.kinds[n] is not Kind.TABLE and cut.other.get(n) in _SAID
    ]
    while lines and _is_talk(page.lines[lines[-1]]):
        lines.pop()
    while lines and _is_talk(page.lines[lines[0]]) and len(lines) > 1:
        lines.pop(0)
    return [] if len(lines) == 1 and _is_talk(page.lines[lines[0]]) else lines


def _is_talk(line: str) -> bool:
    wordless = not any(c.isalnum() for c in line)
    return wordless or (len(line) < _SHORT and is_small_talk(line))


def _is_cut_off(page: Page, draft: Draft) -> bool:
    return (
        bool(draft.answer_lines)
        and page.lines[draft.answer_lines[-1]].rstrip()[-1:] not in _FINISHED
    )


def _go_on(page: Page, cut: Cut, draft: Draft, lines: list[int]) -> None:
    """Continue an answer that broke off, or replace it by one that begins in the same way."""
    opening = page.lines[draft.answer_lines[0]].split()[:_OPENING_WORDS]
    if page.lines[lines[0]].split()[:_OPENING_WORDS] == opening:
        cut.other |= dict.fromkeys(draft.answer_lines, Other.CUT_OFF)
        draft.answer_lines = []
    _add(cut, draft, lines)


def _add(cut: Cut, draft: Draft, lines: list[int]) -> None:
    draft.answer_lines = draft.answer_lines + lines
    for number in lines:
        cut.other.pop(number, None)
