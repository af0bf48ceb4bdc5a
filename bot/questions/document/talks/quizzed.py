"""Questions with which a program closes its turns, and how they are answered and judged.

People ask a program to examine them. It then asks at the end of each of its turns, the person
answers in the next, and the program judges that before it asks again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking, asking
from bot.questions.document.lines import Kind
from bot.questions.document.talks.spoken import question_in
from bot.questions.document.talks.talk import is_small_talk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.questions.document.lines import Page
    from bot.questions.document.talks.turns import Turn

_LABEL = re.compile(
    r"[\W_]*(?:第[ ]?[\d一二三四五六七八九十]{1,3}[ ]?(?:道?题|个问题)"
    r"|(?P<word>[^\W\d_]{1,12})[ ]?(?:[#№][ ]?)?\d{1,3}(?:[ ]?(?:/|of|из|de)[ ]?\d{1,3})?)"
    r"[)\]*_ ]*[:.)：、—–-]?[*_ ]*(?P<rest>.*)"
)
_ADDED = re.compile(r"[ \t]*[-*(]*[ \t]*(?:\*\*)?[(]?[A-Fa-fА-Еа-е][.)、．]")
_HEADING = re.compile(r"#{1,6} ")
_FEW: Final = 2
_LONGEST: Final = 20
_TYPED: Final = 4
_BRIEF: Final = 60
_SIGNS: Final = " *_"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is asked: its words and lines, and the lines that answer it, or judge how it was.

    Nothing but an answer stands in the ``reply``. ``summary`` are the lines below the last of them
    that sum up how somebody did.
    """

    question: str
    lines: tuple[int, ...]
    reply: Turn | None
    answer_lines: tuple[int, ...]
    summary: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Closing:
    """The question at the end of a turn; ``added`` are the code and the choices below it."""

    question: str
    lines: list[int]
    added: list[int]
    numbered: bool


def quizzes(page: Page, turns: Sequence[Turn]) -> tuple[Exchange, ...]:
    """Return what programs ask at the end of their turns, if they were told to, or number it."""
    closings = _closings(page, turns)
    numbered = sum(closing.numbered for closing in closings.values())
    if not any(closing.numbered is False for closing in closings.values()) and numbered < _FEW:
        return ()
    return tuple(_quiz(page, turns, closings, i) for i in closings)


def _closings(page: Page, turns: Sequence[Turn]) -> dict[int, _Closing]:
    """Return the question that closes a turn, by the place of the turn."""
    found: dict[int, _Closing] = {}
    wanted = False
    for i, turn in enumerate(turns):
        if turn.speaker.casefold() in words.MACHINES:
            closing = _closing(page, turn, wanted=wanted and not _asks(page, turns[i + 1 : i + 2]))
            if closing:
                found[i] = closing
        else:
            said = "\n".join(page.lines[turn.first : min(turn.end, turn.first + _LONGEST)])
            wanted = wanted or bool(words.WANTS_A_QUIZ.search(said))
    return found


def _asks(page: Page, turns: Iterable[Turn]) -> bool:
    return any(question_in([page.lines[n] for n in _said(page, turn)]) for turn in turns)


def _said(page: Page, turn: Turn) -> list[int]:
    kinds = {Kind.WORDS, Kind.CODE}
    return [n for n in range(turn.first, turn.end) if page.kinds[n] in kinds]


def _closing(page: Page, turn: Turn, *, wanted: bool) -> _Closing | None:
    """Read the end of a turn as a question: one with a number, or, if wanted, the last words."""
    said = _said(page, turn)
    while said and page.kinds[said[-1]] is Kind.WORDS and _is_talk(page.lines[said[-1]]):
        said.pop()
    numbered = [n for n in said[-_LONGEST:] if _label(page, n) is not None]
    if len(numbered) == 1:
        return _numbered(page, [n for n in said if n >= numbered[0]])
    if not wanted or numbered:
        return None
    added = list(reversed(list(takewhile(lambda n: _is_added(page, n), reversed(said)))))
    last = _last_paragraph(page, said[: len(said) - len(added)])
    question = question_in([page.lines[n].strip(_SIGNS) for n in last])
    if not question or is_small_talk(question):
        return None
    return _Closing(question, last, added, numbered=False)


def _is_talk(line: str) -> bool:
    """Tell talk from a question that begins with it: "Sure! Let's begin. What is ...?"."""
    question = question_in([line]) if is_small_talk(line) else line
    return not question or is_small_talk(question)


def _label(page: Page, number: int) -> str | None:
    """Return what follows the label of a question and its number, or None without one."""
    line = page.lines[number]
    match = _LABEL.fullmatch(line) if page.kinds[number] is Kind.WORDS else None
    if match is None or (match["word"] and match["word"].casefold() not in words.QUESTION_LABELS):
        return None
    return match["rest"]


def _numbered(page: Page, lines: list[int]) -> _Closing | None:
    """Read a question below its label, to the end of the turn, if nothing answers it there."""
    label = _label(page, lines[0]) or ""
    own = [lines[0]]
    for number in lines[1:]:
        together = not any(page.blank(n) for n in range(own[-1] + 1, number))
        if _is_added(page, number) or not (together or len(own) == 1 > len(label.strip(_SIGNS))):
            break
        own.append(number)
    added = lines[len(own) :]
    if not all(_is_added(page, n) for n in added):
        return None
    question = " ".join([label, *(page.lines[n].strip() for n in own[1:])]).strip()
    whole = question.strip(_SIGNS)
    return _Closing(question if "**" in whole else whole, own, added, numbered=True)


def _is_added(page: Page, number: int) -> bool:
    """Tell code and choices below a question."""
    return page.kinds[number] is Kind.CODE or bool(_ADDED.match(page.lines[number]))


def _last_paragraph(page: Page, said: Sequence[int]) -> list[int]:
    lines: list[int] = []
    for number in reversed(said):
        if page.kinds[number] is not Kind.WORDS or (lines and number + 1 != lines[0]):
            break
        lines.insert(0, number)
    return lines if len(lines) <= _TYPED else lines[-1:]


def _quiz(page: Page, turns: Sequence[Turn], closings: dict[int, _Closing], i: int) -> Exchange:
    closing = closings[i]
    reply = next(iter(turns[i + 1 : i + 2]), None)
    if reply is None or _asks(page, [reply]):
        return Exchange(closing.question, tuple(closing.lines), None, tuple(closing.added))
    answered = [n for n in _said(page, reply) if not _passes(page.lines[n])]
    verdict, rest = _verdict(page, turns, closings, i + 2)
    answer = (*closing.added, *answered, *verdict)
    summary = tuple(rest if _sums_up(page, rest) else ())
    return Exchange(closing.question, tuple(closing.lines), reply, answer, summary)


def _passes(line: str) -> bool:
    return line.strip(" .!…").casefold() in words.PASSES


def _verdict(
    page: Page, turns: Sequence[Turn], closings: dict[int, _Closing], i: int
) -> tuple[list[int], list[int]]:
    """Return how a program judges what was answered, and what it says below another title."""
    if i >= len(turns):
        return [], []
    end = closings[i].lines[0] if i in closings else turns[i].end
    lines: list[int] = []
    for number in range(turns[i].first, end):
        title = page.kinds[number] is Kind.SEPARATOR or _HEADING.match(page.lines[number])
        if title and lines:
            end = number
            break
        if page.kinds[number] in {Kind.WORDS, Kind.CODE}:
            lines.append(number)
    while lines and _leads_on(page.lines[lines[-1]]):
        lines.pop()
    below = () if i in closings else range(end, turns[i].end)
    return lines, [n for n in below if page.kinds[n] is Kind.WORDS]


def _sums_up(page: Page, lines: Sequence[int]) -> bool:
    """Tell the score at the end of a quiz from another subject."""
    return any(words.SCORES.search(page.lines[n]) for n in lines[:1])


def _leads_on(line: str) -> bool:
    """Tell the last words before the next question: "Ready for the next one?"."""
    brief = len(line) < _BRIEF
    moving = brief and words.MOVING_ON.search(line) and asking(line) is not Asking.OPENS
    return is_small_talk(line) or bool(moving or (brief and words.CLOSINGS.search(line)))
