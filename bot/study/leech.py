"""Leeches: questions that are forgotten again and again. They are announced, never taken away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.study.memory import Grade

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from bot.questions.model import Question
    from bot.study.memory import Memory

FIRST = 8
"""Lapses after which a question is announced for the first time, as in Anki."""

EVERY = 4
"""Lapses after which it is announced again: half as many, as in Anki."""

MOST_NAMED = 3
"""Points that are named as those left out most."""


@dataclass(frozen=True, slots=True)
class Leech:
    """A question that was forgotten ``lapses`` times; ``missed`` are the points left out most.

    ``can_split`` tells whether it has points to be asked one at a time, and is not yet.
    """

    prompt_id: int
    question: Question
    lapses: int
    missed: tuple[str, ...] = ()
    can_split: bool = False


def announced(outcomes: Mapping[Grade, Memory], grade: Grade) -> int | None:
    """Tell the lapses that a grade is the moment to announce: the 8th, 12th, 16th and so on.

    ``outcomes`` are what each grade would have left. None when it is no such moment.
    """
    before, after = outcomes[Grade.GOOD].lapses, outcomes[grade].lapses
    is_due = after >= FIRST and (after - FIRST) % EVERY == 0
    return after if after > before and is_due else None


def most_missed(ticked: Iterable[Collection[int]], points: int) -> tuple[int, ...]:
    """List the key points that were left out most often, by their place from 0.

    ``ticked`` are those that were said each time.
    """
    missed = Counter(n for said in ticked for n in range(points) if n not in said)
    worst = sorted(missed, key=lambda n: (-missed[n], n))
    return tuple(worst[:MOST_NAMED])
