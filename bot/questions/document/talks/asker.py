"""Who of those who speak in a chat does the asking."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.asking import Asking, asking
from bot.questions.document.talks.spoken import question_in
from bot.questions.document.talks.turns import spoken_lines, spoken_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.lines import Page
    from bot.questions.document.talks.turns import Turn

_FEWEST: Final = 2
_SEVERAL: Final = 4
_TWO: Final = 2
_OFTEN: Final = 0.4
_SOMETIMES: Final = 0.3
_OPENING: Final = 3


def is_practice(page: Page, turns: Sequence[Turn]) -> bool:
    """Tell whether the beginning of a talk speaks of interviews."""
    before = "\n".join(page.lines[: turns[:_OPENING][-1].end])
    return bool(words.PRACTISING.search(before))


def asks_for_knowledge(page: Page, turns: Sequence[Turn], asker: str) -> bool:
    """Tell a talk to learn by from one about the day's work."""
    if is_practice(page, turns):
        return True
    asked = [
        question
        for turn in turns
        if turn.speaker == asker and (question := question_in(spoken_lines(page, turn)))
    ]
    knowledge = sum(words.KNOWLEDGE.search(question) is not None for question in asked)
    program = any(turn.speaker.casefold() in words.MACHINES for turn in turns)
    return knowledge >= max(1 if program else _FEWEST, _OFTEN * len(asked))


def asker_of(page: Page, turns: Sequence[Turn]) -> str | None:
    """Return the speaker whose turns are short and ask, if somebody else's are not."""
    asked: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    asks = [_asks(page, turn) for turn in turns]
    for turn, asking_now, asking_next in zip(turns, asks, [*asks, False][1:], strict=True):
        spoken[turn.speaker] += 1
        if asking_now and not (asking_next and turn.speaker.casefold() in words.MACHINES):
            asked[turn.speaker] += 1
            marked[turn.speaker] += _marks(spoken_words(page, turn))
    if len(spoken) < _TWO:
        return None
    ranked = sorted(spoken, key=lambda speaker: (-asked[speaker], spoken[speaker]))
    first, second = ranked[0], ranked[1]
    surely = marked[first] >= _FEWEST or asked[first] >= _SEVERAL
    enough = surely and asked[first] >= _OFTEN * spoken[first]
    return first if enough and asked[first] > 2 * asked[second] else None


def person_of(page: Page, turns: Sequence[Turn], fewest: int) -> str | None:
    """Return the one who talks to a program, if they ask it something in many of their turns."""
    others = [turn for turn in turns if turn.speaker.casefold() not in words.MACHINES]
    if len(others) == len(turns) or len({turn.speaker for turn in others}) != 1:
        return None
    asked = sum(bool(question_in(spoken_lines(page, turn))) for turn in others)
    enough = asked >= max(fewest, _SOMETIMES * len(others))
    return others[0].speaker if enough else None


def _asks(page: Page, turn: Turn) -> bool:
    asks = asking(spoken_words(page, turn)) is not Asking.NO
    return asks or bool(question_in(spoken_lines(page, turn)))


def _marks(said: str) -> bool:
    return "?" in said or "？" in said


def swapped(page: Page, turns: list[Turn]) -> tuple[str | None, list[Turn]]:
    """Find where two who practise swap, and call who asks after that as who asks before it."""
    spoken = Counter(turn.speaker for turn in turns)
    if len(spoken) < _TWO:
        return None, turns
    (first, _), (second, _) = spoken.most_common(_TWO)
    side = {first: 1, second: -1}
    signs = [
        side.get(turn.speaker, 0) * (_asks(page, turn) + _marks(spoken_words(page, turn)))
        for turn in turns
    ]
    sums = list(accumulate(signs))
    swap = max(reversed(range(len(turns))), key=lambda n: abs(2 * sums[n] - sums[-1])) + 1
    asker, other = asker_of(page, turns[:swap]), asker_of(page, turns[swap:])
    if {asker, other} != {first, second}:
        return None, turns
    names = {first: second, second: first}
    after = [replace(t, speaker=names.get(t.speaker, t.speaker)) for t in turns[swap:]]
    return asker, [*turns[:swap], *after]
