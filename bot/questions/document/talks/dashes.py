"""Talks in which a dash begins each turn, and nobody says who speaks: "— What is ...?"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking, asking
from bot.questions.document.lines import Kind, Page
from bot.questions.document.talks.chats import Talk
from bot.questions.document.talks.spoken import question_in
from bot.questions.document.talks.turns import Turn, spoken_lines, spoken_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DASHES: Final = frozenset("—–―")
_DASH = re.compile(r"[—–―][ \t\u00a0]*(?=[^\s—–―])")
_TITLE = re.compile(r"#{1,6}[ ]|[\[(]?\d{1,2}:\d{2}\b")
_ASKS: Final = "—"
_TELLS: Final = "— —"
"""The names of two who have none: of the one who asks, and of the other."""

_FEWEST: Final = 12
_FEWEST_QUESTIONS: Final = 5
_OPENING: Final = 2
_OFTEN: Final = 0.4
_SHORT: Final = 60
_MOSTLY: Final = 0.8
_ENDS: Final = frozenset(".?!…;,。？！:")


def talk_in_dashes(page: Page) -> tuple[Page, Talk]:
    """Find the turns of an interview of two, and take the dashes off, if one asks and one tells."""
    spans = _spans(page)
    if not spans or not _is_announced(page, spans[:_OPENING][-1][1]):
        return page, Talk()
    lines = list(page.lines)
    for first, _ in spans:
        lines[first] = _DASH.sub("", lines[first], count=1)
    clean = replace(page, lines=tuple(lines))
    turns = _in_turn(clean, spans)
    return (clean, Talk(turns, _ASKS)) if _is_an_interview(clean, turns) else (page, Talk())


def _is_announced(page: Page, end: int) -> bool:
    """Tell whether the title, or the first of what is said, speaks of an interview."""
    said = "\n".join(page.lines[:end]).casefold()
    return any(subject in said for subject in words.SUBJECT_OF_INTERVIEWS)


def _in_turn(page: Page, spans: Sequence[tuple[int, int]]) -> tuple[Turn, ...]:
    """Say who of two speaks: who is asked answers, and who was answered goes on to ask.

    Only a remark and the next question may both be said by the one who asks.
    """
    turns: list[Turn] = []
    asked = False
    for first, end in spans:
        asks = _asks(page, Turn(_ASKS, first, end))
        replied = not turns or turns[-1].speaker == _TELLS
        speaker = _ASKS if replied or (asks and not asked) else _TELLS
        turns.append(Turn(speaker, first, end))
        asked = asks and speaker == _ASKS
    return tuple(turns)


def _is_an_interview(page: Page, turns: Sequence[Turn]) -> bool:
    """Tell a talk from a list: one asks often, and the other says more than is asked."""
    askers = [turn for turn in turns if turn.speaker == _ASKS]
    others = [turn for turn in turns if turn.speaker == _TELLS]
    asked = sum(_asks(page, turn) for turn in askers)
    asked_back = sum(_asks(page, turn) for turn in others)
    often = asked >= max(_FEWEST_QUESTIONS, _OFTEN * len(askers))
    return often and asked > 2 * asked_back and _length(page, others) > _length(page, askers)


def _asks(page: Page, turn: Turn) -> bool:
    asks = asking(spoken_words(page, turn)) is not Asking.NO
    return asks or bool(question_in(spoken_lines(page, turn)))


def _length(page: Page, turns: Sequence[Turn]) -> int:
    return sum(len(line) for turn in turns for line in page.lines[turn.first : turn.end])


def _spans(page: Page) -> list[tuple[int, int]]:
    """Return the first line of each turn, and the line after its last, if most words are said so.

    What stands between as a title ends a turn; other paragraphs go on with it.
    """
    first = [n for n, line in enumerate(page.lines) if line[:1] in _DASHES and _begins(page, n)]
    if len(first) < _FEWEST:
        return []
    openings = list(_other_paragraphs(page, first[0]))
    titles = [n for n in openings if _is_a_title(page, n)]
    if len(first) < _MOSTLY * (len(first) + len(openings) - len(titles)):
        return []
    stops = sorted({*first, *titles, len(page)})
    following = dict(pairwise(stops))
    return [(number, following[number]) for number in first]


def _begins(page: Page, number: int) -> bool:
    return page.kinds[number] is Kind.WORDS and _DASH.match(page.lines[number]) is not None


def _other_paragraphs(page: Page, start: int) -> Iterator[int]:
    """Yield the lines that open paragraphs without a dash, below the first that has one."""
    for number in range(start, len(page)):
        words = page.kinds[number] is Kind.WORDS and page.blank(number - 1)
        if words and not _begins(page, number):
            yield number


def _is_a_title(page: Page, number: int) -> bool:
    """Tell a title between turns from a paragraph with which a turn goes on."""
    line = page.lines[number].strip()
    if _TITLE.match(line):
        return True
    below = number + 1
    while below < len(page) and page.blank(below):
        below += 1
    alone = below > number + 1 and below < len(page) and _begins(page, below)
    return alone and len(line) <= _SHORT and line[-1] not in _ENDS
