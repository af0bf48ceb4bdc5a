"""Friends who rehearse for an interview: any of them asks, and another answers.

They ask in passing, in few words and without a mark, and joke between question and answer. So a
question counts if it asks for knowledge, and one that only may ask counts if it is answered.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import ends_with_a_mark, is_wordy, opens_like_a_question
from bot.questions.document.lines import Kind, looks_like_code
from bot.questions.document.talks.quizzed import Exchange
from bot.questions.document.talks.spoken import question_in
from bot.questions.document.talks.talk import is_small_talk, only_listens
from bot.questions.document.talks.turns import spoken_lines, spoken_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.questions.document.lines import Page
    from bot.questions.document.talks.turns import Turn

_NAME = r"[^\s,，、]{1,30}(?:[ ][^\s,，、]{1,30})?"
_SEVERAL_NAMES = re.compile(
    rf"(?:{_NAME}, ){{1,6}}{_NAME},? (?:and|or|vs|y|e|o|и|или) {_NAME}"
    r"|[^\s，。、]{1,20}(?:、[^\s，。、]{1,20}){1,5}(?:和|与|跟)[^\s，。、]{1,20}"
)
_VERSUS = re.compile(r"\S\s(?:vs\.?|versus)\s\S", re.IGNORECASE)
_PARTS = re.compile(r"[,:，：][ ]?")
_LATE_WORDS: Final = 12
_FEWEST: Final = 3
_FEW: Final = 2
_ADDED: Final = 24
_SAID: Final = 10
_EXPLAINED: Final = 60
_BRIEF: Final = 40


@dataclass(slots=True)
class _Asked:
    """A question as the talk goes on below it."""

    turn: Turn
    question: str
    surely: bool
    answers: list[Turn] = field(default_factory=list)
    passed: bool = False
    over: bool = False


def rehearsed(page: Page, turns: Sequence[Turn]) -> tuple[Exchange, ...]:
    """Return what friends ask one another, if several questions ask for knowledge."""
    asked = [one for one in _asked(page, turns) if one.surely or one.answers or one.passed]
    often = Counter(one.turn.speaker for one in asked)
    asked = [one for one in asked if often[one.turn.speaker] >= _FEW]
    surely = sum(one.surely for one in asked)
    answered = sum(bool(one.answers) for one in asked)
    if surely < _FEWEST or _FEW * min(surely, answered) < len(asked):
        return ()
    return tuple(_exchange(page, one) for one in asked)


def _asked(page: Page, turns: Iterable[Turn]) -> Iterator[_Asked]:
    """Yield the questions in order, each with the turns that answer it."""
    last: _Asked | None = None
    before: Turn | None = None
    for turn in turns:
        said = spoken_words(page, turn)
        lines = _told(page, turn)
        question = _question(lines) if lines else ""
        waiting = last and not (last.answers or last.over) and last.turn.speaker != turn.speaker
        if question and not (waiting and not ends_with_a_mark(question)):
            if last:
                yield last
            last = _Asked(turn, question, surely=_asks_surely(question))
        elif last and not last.over and said:
            _hear(page, last, turn, before)
        before = turn if said else before
    if last:
        yield last


def _told(page: Page, turn: Turn) -> list[str]:
    """Return what somebody says above the code that they show."""
    lines = spoken_lines(page, turn)
    while len(lines) > 1 and _is_code(lines[-1]):
        lines.pop()
    return lines


def _is_code(line: str) -> bool:
    return looks_like_code(line) or not line[0].isalnum()


def _question(lines: Sequence[str]) -> str:
    """Return what is asked: a question, a request, things to compare, or things to explain."""
    question = question_in(lines)
    plain = ends_with_a_mark(question) and words.WITHOUT_ACCENTS.match(question)
    if question and (plain or opens_like_a_question(question) or _asks_surely(question)):
        return question
    line = lines[0]
    if len(lines) > 1 or len(line.split()) > _LATE_WORDS or words.PASSES_BY.search(line):
        return ""
    late = any(opens_like_a_question(part) for part in _PARTS.split(line)[1:])
    compares = _VERSUS.search(line) or _SEVERAL_NAMES.fullmatch(line)
    return line if late or compares or words.ASKED_LATE.search(line) else ""


def _asks_surely(question: str) -> bool:
    about_code = words.ABOUT_CODE.search(question)
    return bool(about_code or words.KNOWLEDGE.search(question) or _VERSUS.search(question))


def _hear(page: Page, last: _Asked, turn: Turn, before: Turn | None) -> None:
    """Take a turn as an answer, as more of it, or as what is said beside it."""
    said = spoken_words(page, turn)
    if words.LAUGHTER.match(said) or not any(c.isalnum() for c in said):
        return
    if _ends(said, last, turn):
        last.over = True
    elif last.answers:
        goes_on = last.answers[-1] is before and before.speaker == turn.speaker
        if _adds(said) or (goes_on and not _is_talk(said)):
            last.answers.append(turn)
    elif turn.speaker == last.turn.speaker:
        if last.passed and is_wordy(said, _EXPLAINED):
            last.answers.append(turn)
    elif said.strip(" .!…").casefold() in words.PASSES:
        last.passed = True
    elif not (_is_talk(said) or ends_with_a_mark(said)) and (last.surely or is_wordy(said, _SAID)):
        last.answers.append(turn)


def _ends(said: str, last: _Asked, turn: Turn) -> bool:
    """Tell thanks, and what is asked by the way once nobody need ask what was meant."""
    settled = last.answers or last.passed or turn.speaker == last.turn.speaker
    by_the_way = settled and ends_with_a_mark(said) and is_wordy(said, _SAID)
    thanks = words.THANKS.search(said) and not is_wordy(said, _BRIEF)
    return bool(by_the_way or thanks)


def _is_talk(said: str) -> bool:
    return only_listens(said) or (is_small_talk(said) and not is_wordy(said, _BRIEF))


def _adds(said: str) -> bool:
    """Tell what somebody adds to an answer: "+ the cache", "and the other one is ..."."""
    return bool(words.ADDING.match(said)) and is_wordy(said, _ADDED)


def _exchange(page: Page, asked: _Asked) -> Exchange:
    """Put code into the question, or above the answer if ``finishing`` knows what it is there."""
    lines = _lines(page, asked.turn)
    answer = [n for turn in asked.answers for n in _lines(page, turn)]
    own = len(_told(page, asked.turn))
    if words.ABOUT_CODE.search(asked.question):
        return Exchange(asked.question, tuple(lines[:own]), None, (*lines[own:], *answer))
    question = " ".join([asked.question, *(page.lines[n].strip() for n in lines[own:])])
    return Exchange(question, tuple(lines), None, tuple(answer))


def _lines(page: Page, turn: Turn) -> list[int]:
    return [n for n in range(turn.first, turn.end) if page.kinds[n] is Kind.WORDS]
