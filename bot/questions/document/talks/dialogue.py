"""Questions asked aloud: a turn that asks, and the turns that answer it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import (
    Asking,
    asking,
    ends_with_a_mark,
    is_wordy,
    sentences,
)
from bot.questions.document.beginnings import Beginning, Style
from bot.questions.document.drafts import Cut, Draft
from bot.questions.document.lines import Kind
from bot.questions.document.others import Other
from bot.questions.document.talks.spoken import question_in
from bot.questions.document.talks.talk import is_small_talk, only_listens
from bot.questions.document.talks.turns import Turn, spoken_lines, spoken_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.lines import Page
    from bot.questions.document.talks.chats import Talk
    from bot.questions.document.talks.quizzed import Exchange

_ITEM = re.compile(r"[ \t]*(?:[-*•+]|\d{1,2}[.)])[ \t]+(\S.*)")
_FEW: Final = 2
_SEVERAL: Final = 3
_OPENING_WORDS: Final = 3
_SHORT: Final = 320
_BRIEF: Final = 6
_LETTERS: Final = 6
_SAID: Final = frozenset({Other.PROSE, Other.SMALL_TALK, Other.HEADING})
_FINISHED: Final = '.!?。！？…:;`"”»*|>'


def converse(page: Page, talk: Talk, cut: Cut) -> Cut:
    """Add the questions that were asked aloud to those found in what was said."""
    if talk.asker:
        cut = _with_what_was_asked(page, talk, cut)
    elif len({turn.speaker for turn in talk.turns}) > 1:
        cut = _without(cut, _asked_by_the_way(talk, cut))
    examined = [_examined(exchange) for exchange in talk.exchanges]
    for exchange in talk.exchanges:
        for number in (*exchange.lines, *exchange.answer_lines):
            cut.other.pop(number, None)
    return Cut(sorted(cut.drafts + examined, key=lambda one: one.question_lines[0]), cut.other)


def _examined(exchange: Exchange) -> Draft:
    """Return what a program or a member of a group asked, with how it was answered."""
    draft = _asked_aloud(exchange.lines, exchange.question)
    draft.answer_lines = list(exchange.answer_lines)
    return draft


def _with_what_was_asked(page: Page, talk: Talk, cut: Cut) -> Cut:
    """Add what the one who asks says, each question with the turns that answer it."""
    drafts = _without_echoes(page, talk, _without_asides(page, talk, cut))
    asked = [draft.question_lines[0] for draft in drafts]
    asked_back: set[int] = set()
    last: Draft | None = None
    recorded = len({turn.speaker for turn in talk.turns}) <= _FEW
    for turn, reply in _exchanges(talk):
        end = _first_within(reply, asked) if reply else None
        said = spoken_words(page, turn)
        question = question_in(spoken_lines(page, turn))
        back = bool(reply and question and _asks_back(page, reply))
        if reply and back:
            _name(page, cut, reply)
            asked_back.update(range(reply.first, reply.end))
            end = None
        lines = _reply_lines(page, cut, reply, end or reply.end) if reply and not back else []
        own = end is not None and (not lines or _wants_questions(question, reply))
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
        elif last and lines and not question and recorded and _is_cut_off(page, last):
            _go_on(page, cut, last, lines)
        elif last and lines and _lets_go_on(page, last, said):
            _add(cut, last, lines)
        elif own:
            last = None
    drafts += _all_listed(page, talk, cut)
    drafts = [draft for draft in drafts if draft.question_lines[0] not in asked_back]
    return Cut(drafts, cut.other)


def _wants_questions(question: str, reply: Turn | None) -> bool:
    """Tell a wish for questions, to which a program answers with questions, from one of them."""
    program = reply is not None and reply.speaker.casefold() in words.MACHINES
    return program and bool(words.OF_ASKING.search(question))


def _first_within(reply: Turn, asked: Sequence[int]) -> int | None:
    """Return the first of some ascending lines that stands in a reply."""
    place = bisect_left(asked, reply.first)
    return asked[place] if place < len(asked) and asked[place] < reply.end else None


def _without_asides(page: Page, talk: Talk, cut: Cut) -> Cut:
    """Leave out what a program seems to ask while it answers: titles, and points of a list."""
    programs, within = _machines(talk), _by_turn(talk, cut)
    dropped: list[Draft] = []
    for i, (turn, reply) in enumerate(pairwise(talk.turns), 1):
        if turn.speaker != talk.asker or reply.speaker not in programs or i not in within:
            continue
        lines = spoken_lines(page, turn)
        wanted = words.OF_ASKING.search(" ".join(lines)) or _is_a_list(within[i])
        if question_in(lines) and not wanted:
            dropped += within[i]
    return _without(cut, dropped)


def _asked_by_the_way(talk: Talk, cut: Cut) -> list[Draft]:
    """Return what is asked alone in a turn in plain words, where nobody examines anybody."""
    return [
        drafts[0]
        for drafts in _by_turn(talk, cut).values()
        if len(drafts) == 1
        and drafts[0].beginning.bare
        and not words.EXPLAINING.search(drafts[0].question)
    ]


def _by_turn(talk: Talk, cut: Cut) -> dict[int, list[Draft]]:
    """Return the drafts of each turn, by the place of the turn."""
    within: dict[int, list[Draft]] = defaultdict(list)
    starts = [turn.first for turn in talk.turns]
    for draft in cut.drafts:
        within[bisect_right(starts, draft.question_lines[0]) - 1].append(draft)
    return within


def _without(cut: Cut, dropped: Sequence[Draft]) -> Cut:
    """Make prose of some drafts."""
    for draft in dropped:
        cut.other |= dict.fromkeys((*draft.question_lines, *draft.answer_lines), Other.PROSE)
    gone = {draft.beginning.line for draft in dropped}
    return Cut([draft for draft in cut.drafts if draft.beginning.line not in gone], cut.other)


def _is_a_list(drafts: Sequence[Draft]) -> bool:
    """Tell questions that somebody listed from those by which an answer is told."""
    marked = sum(draft.beginning.asks is Asking.MARKED for draft in drafts)
    listed = [one for one in drafts if one.beginning.number or one.beginning.label]
    return len(listed) >= _SEVERAL or marked > _SEVERAL + 1


def _without_echoes(page: Page, talk: Talk, cut: Cut) -> list[Draft]:
    """Leave out the questions that those who answer ask by the way, in plain words."""
    others = {talk.asker, *_machines(talk)}
    replies = [turn for turn in talk.turns if turn.speaker not in others]
    said = {n for turn in replies if spoken_lines(page, turn) for n in range(turn.first, turn.end)}
    kept = []
    for draft in cut.drafts:
        if draft.beginning.bare and draft.beginning.line in said:
            cut.other |= dict.fromkeys((*draft.question_lines, *draft.answer_lines), Other.PROSE)
        else:
            kept.append(draft)
    return kept


def _machines(talk: Talk) -> set[str]:
    """Return the speakers that are programs."""
    names = {turn.speaker for turn in talk.turns}
    return {name for name in names if name.casefold() in words.MACHINES}


def _all_listed(page: Page, talk: Talk, cut: Cut) -> list[Draft]:
    """Return what the one who asks lists, and take its lines from what is only said."""
    turns = [turn for turn in talk.asked() if not question_in(spoken_lines(page, turn))]
    drafts = [draft for turn in turns for draft in _listed(page, turn)]
    for draft in drafts:
        cut.other.pop(draft.beginning.line, None)
    return drafts


def _listed(page: Page, turn: Turn) -> list[Draft]:
    """Return what a turn lists item by item, if most of it asks: nobody answers it at once."""
    items = [
        (n, match[1])
        for n in range(turn.first, turn.end)
        if page.kinds[n] is Kind.WORDS and (match := _ITEM.fullmatch(page.lines[n]))
    ]
    asking_items = sum(asking(text) is not Asking.NO for _, text in items)
    if len(items) < _FEW or 2 * asking_items < len(items):
        return []
    style = Style("", "", bold=False, column=0)
    return [
        Draft(Beginning(n, style, text=text), None, (), text, question_lines=[n])
        for n, text in items
    ]


def _lets_go_on(page: Page, last: Draft, said: str) -> bool:
    """Tell whether somebody only listens, or tells the other who asked whether to go on."""
    if not last.answer_lines or words.AGAIN.search(said):
        return True
    brief = ends_with_a_mark(page.lines[last.answer_lines[-1]]) and len(said.split()) <= _BRIEF
    return (brief or only_listens(said)) and not words.THANKS.search(said)


def _asks_back(page: Page, reply: Turn) -> bool:
    """Tell a reply that only asks what is meant."""
    said = spoken_words(page, reply)
    return (
        len(said) < _SHORT
        and len(sentences(said)) == 1
        and asking(said) is Asking.MARKED
        and words.ASKING_BACK.search(said) is not None
    )


def _exchanges(talk: Talk) -> list[tuple[Turn, Turn | None]]:
    """Pair each turn of the asker with the one that follows it."""
    replies = {one.reply.first for one in talk.exchanges if one.reply}
    turns = _joined([turn for turn in talk.turns if turn.first not in replies])
    return [(turn, _reply(turns, i, talk.asker)) for i, turn in _asked(turns, talk.asker)]


def _asked(turns: Sequence[Turn], asker: str | None) -> list[tuple[int, Turn]]:
    return [(i, turn) for i, turn in enumerate(turns) if turn.speaker == asker]


def _reply(turns: Sequence[Turn], i: int, asker: str | None) -> Turn | None:
    """Return what all others say until the one who asks speaks again."""
    others = list(takewhile(lambda turn: turn.speaker != asker, turns[i + 1 :]))
    return Turn(others[0].speaker, others[0].first, others[-1].end) if others else None


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
    return _asked_aloud(lines, question)


def _asked_aloud(lines: Sequence[int], question: str) -> Draft:
    beginning = Beginning(lines[0], Style("", "", bold=False, column=0), text=question)
    return Draft(beginning, None, (), question, question_lines=list(lines))


def _reply_lines(page: Page, cut: Cut, reply: Turn, end: int) -> list[int]:
    """Return the lines of a reply, up to a question of its own, without the talk at its ends."""
    lines = [
        n
        for n in range(reply.first, end)
        if page.kinds[n] is not Kind.TABLE and cut.other.get(n) in _SAID
    ]
    is_talk = _is_talk if reply.speaker.casefold() in words.MACHINES else _is_brief_talk
    while lines and page.kinds[lines[-1]] is Kind.WORDS and is_talk(page.lines[lines[-1]]):
        lines.pop()
    while lines and is_talk(page.lines[lines[0]]) and len(lines) > 1:
        lines.pop(0)
    alone = len(lines) == 1
    return (
        []
        if alone and is_talk(page.lines[lines[0]]) and not _says_more(page.lines[lines[0]])
        else lines
    )


def _is_talk(line: str) -> bool:
    wordless = not any(c.isalnum() for c in line)
    return wordless or (len(line) < _SHORT and is_small_talk(line))


def _says_more(line: str) -> bool:
    """Tell a line that begins as talk and goes on with something to say."""
    rest = " ".join(sentences(line)[1:])
    return not is_small_talk(rest) and is_wordy(rest, 2 * _BRIEF * _LETTERS)


def _is_brief_talk(line: str) -> bool:
    """Tell talk from an answer of somebody who begins with it: "Sure, so it is a ..."."""
    return _is_talk(line) and not is_wordy(line, _BRIEF * _LETTERS)


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
