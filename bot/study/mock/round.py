"""A round as a value: how far it has come, and what comes next."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from bot.questions.model import Level
from bot.study.mock.setup import Mode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.questions.model import QuestionId
    from bot.study.mock.setup import Length, Setup

DEEPEST = 2
"""Follow-ups that may come one after another."""

WALKED_AWAY = timedelta(minutes=20)
"""Who takes longer for one answer has left the round for a while: no more than this counts."""

NUDGE = 1.5
"""The share of the suggested time after which a real interviewer would look at the clock."""

_SUGGESTED = {
    Level.JUNIOR: timedelta(minutes=2),
    Level.MIDDLE: timedelta(minutes=3),
    Level.SENIOR: timedelta(minutes=4),
}
_USUAL = _SUGGESTED[Level.MIDDLE]


class Stage(enum.StrEnum):
    """How far a round has come; the last two are its ends."""

    INVITED = "invited"  # it waits for a friend, and for the candidate's yes
    ASKING = "asking"
    DEBRIEF = "debrief"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more comes."""
        return self in {Stage.DONE, Stage.DROPPED}


class Answered(enum.StrEnum):
    """How a question of a round was answered."""

    WRITTEN = "written"  # typed or recorded
    ALOUD = "aloud"
    PASSED = "passed"


class Clarity(enum.StrEnum):
    """How clearly an answer was put, by the learner's own mark."""

    UNCLEAR = "1"
    FAIR = "2"
    CLEAR = "3"


class Band(enum.StrEnum):
    """What a score means, in words."""

    NOT_YET = "not yet"
    ON_THE_WAY = "on the way"
    SOLID = "solid"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question of a round and what came of it; ``depth`` counts follow-ups from 0.

    ``knew`` tells whether the answer was such that an interviewer would dig deeper.
    """

    question_id: QuestionId
    depth: int = 0
    answered: bool = False
    knew: bool = False
    graded: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask another question, as planned or as a follow-up to the one before."""

    question_id: QuestionId
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Go:
    """Go on with a question that was put already, by its place from 0."""

    place: int


class Halt(enum.Enum):
    """Why no question comes next."""

    PLAN_MORE = enum.auto()  # the plan is through, and time is left
    END = enum.auto()


Next: TypeAlias = Ask | Go | Halt


@dataclass(frozen=True, slots=True)
class Round:
    """A round under way: what was planned, what was asked, and the time that answers took."""

    mode: Mode
    length: Length
    plan: Sequence[QuestionId]
    exchanges: Sequence[Exchange] = ()
    took: timedelta = timedelta()

    @property
    def is_over_time(self) -> bool:
        """Tell whether no new question is to be begun."""
        return self.length.time is not None and self.took >= self.length.time

    @property
    def may_follow_up(self) -> bool:
        """Tell whether a follow-up may come: on half of the questions at most, and two deep."""
        if not self.exchanges or self.is_over_time:
            return False
        last, asked = self.exchanges[-1], sum(each.depth > 0 for each in self.exchanges)
        return last.knew and last.depth < DEEPEST and asked < (len(self.plan) + 1) // 2

    def next(self, follow_up: QuestionId | None = None) -> Next:
        """Tell what comes next while questions are asked.

        An answer ends a question of a real round, a grade one of a practice round. A follow-up
        comes where it may; without one the plan goes on until it, or the time, is through.
        """
        real = self.mode is Mode.REAL
        for place, each in enumerate(self.exchanges):
            if not (each.answered if real else each.graded):
                return Go(place)
        if follow_up and self.may_follow_up:
            return Ask(follow_up, self.exchanges[-1].depth + 1)
        if self.is_over_time:
            return Halt.END
        asked = {each.question_id for each in self.exchanges}
        planned = next((id_ for id_ in self.plan if id_ not in asked), None)
        if planned:
            return Ask(planned)
        return Halt.PLAN_MORE if self.length.time else Halt.END

    def next_to_grade(self) -> Go | Halt:
        """Tell what comes next once everything was asked."""
        open_ = (n for n, each in enumerate(self.exchanges) if each.answered and not each.graded)
        place = next(open_, None)
        return Halt.END if place is None else Go(place)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a round a prompt stands, for who looks at it.

    ``number`` counts the planned questions from 1; ``of`` is None where time is what counts,
    and ``left`` is then how much of it was left when the question was put.
    """

    round_id: int
    exchange_id: int
    mode: Mode
    stage: Stage
    number: int
    of: int | None
    depth: int
    suggested: timedelta
    left: timedelta | None = None
    clarity: Clarity | None = None
    interviewer: bool = False
    answered: Answered | None = None


def suggested_time(level: Level | None) -> timedelta:
    """Suggest how long an answer to a question of a level may take, thinking included."""
    return _SUGGESTED[level] if level else _USUAL


def nudge_after(level: Level | None) -> timedelta:
    """Tell after how long a gentle word about the time is due."""
    return NUDGE * suggested_time(level)


def spent(before: timedelta, since: datetime | None, now: datetime) -> timedelta:
    """Add the time since an answer was begun, or gone on with, to what it had taken before.

    A clock that was put back adds nothing, and an absence no more than ``WALKED_AWAY``.
    """
    if since is None:
        return before
    return before + min(max(now - since, timedelta()), WALKED_AWAY)


@dataclass(frozen=True, slots=True)
class Standing:
    """A round that is on, for who asks how it stands.

    ``to_grade`` counts what was answered and not graded yet. ``friend`` tells whether somebody
    has agreed to be the interviewer, ``secret`` is what the link to them ends in.
    """

    round_id: int
    setup: Setup
    about: str
    stage: Stage
    answered: int
    to_grade: int
    secret: str | None = None
    friend: bool = False
