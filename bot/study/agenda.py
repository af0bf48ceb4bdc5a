"""What a study day holds by plan: towards an interview, or to come back after a gap."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, Final

from bot.study import memory
from bot.study.interview import planned_days
from bot.study.nudge import ALL_WEEK
from bot.study.target import Standing, asked_again, plan, raising_most, spread, together

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from bot.questions.model import QuestionId
    from bot.study.memory import Grade, Memory
    from bot.study.picking import Asked, Situation
    from bot.study.target import Plan, Preparation

MISSED: Final = 3
"""Planned days in a row without a grade that are a gap."""

WARM_UP: Final = 5
"""Questions of a warm-up on the day itself."""

_MORE: Final = 10
_FEW: Final = 3
"""What waits that is hardly worth a word."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The plans of a day, the nearest date first, and what they ask together, best first.

    With ``back_by`` it is a return: what had waited is spread up to that day, nothing is new.
    """

    today: date
    planned: tuple[QuestionId, ...] = ()
    plans: tuple[tuple[Preparation, Plan], ...] = ()
    back_by: date | None = None

    @property
    def on(self) -> date | None:
        """The nearest interview."""
        return self.plans[0][1].on if self.plans else None

    @property
    def a_day(self) -> int:
        """How many questions the plans may ask a day; none without any."""
        return self.plans[0][0].capacity.questions if self.plans else 0

    @property
    def is_the_day(self) -> bool:
        """Whether an interview is today."""
        return any(planned.standing is Standing.THE_DAY for _, planned in self.plans)

    def without(self, asked: Collection[QuestionId]) -> Agenda:
        """Leave out questions."""
        left = tuple(each for each in self.planned if each not in asked)
        return replace(self, planned=left)


def towards(preparations: Sequence[Preparation], asked: Collection[QuestionId]) -> Agenda | None:
    """Plan a day for one date or several; None without any.

    A question that was promised for today keeps its place; on the day itself nothing is asked.
    """
    if not preparations:
        return None
    nearest_first = sorted(preparations, key=lambda each: each.target.on)
    plans = tuple((each, plan(each)) for each in nearest_first)
    today = nearest_first[0].today
    agenda = Agenda(today, plans=plans)
    capacity, done = nearest_first[0].capacity, nearest_first[0].done
    if agenda.is_the_day or today.weekday() not in capacity.weekdays:
        return agenda
    places = max(0, capacity.questions - done.asked)
    promised = dict.fromkeys(each for one in nearest_first for each in _promised(one, asked))
    chosen = dict.fromkeys((*promised, *together((each for _, each in plans), places)))
    return replace(agenda, planned=tuple(chosen)[:places])


def coming_back(
    waiting: Mapping[QuestionId, Memory], done: int, today: date, by: date, on: date | None
) -> Agenda:
    """Give today's part of what has waited, after so many were done of it today."""
    days = [today + timedelta(days=number) for number in range((by - today).days + 1)]
    usable = [day for day in days if on is None or day < on] or days[:1]
    part = ceil((len(waiting) + done) / len(usable)) - done
    weakest = spread(waiting, [today], on)[today]
    return Agenda(today, weakest[: max(0, part)], back_by=by)


def brought_forward(
    agenda: Agenda | None, question_id: QuestionId, outcomes: Mapping[Grade, Memory]
) -> dict[Grade, Memory]:
    """Let each grade lead to the day on which a plan asks again, where that is earlier."""
    return {
        grade: memory.brought_forward(after, again)
        if agenda
        and not after.returns_on(agenda.today)
        and (again := again_on(agenda, question_id, after))
        else after
        for grade, after in outcomes.items()
    }


def again_on(agenda: Agenda, question_id: QuestionId, graded: Memory) -> date | None:
    """Tell when a plan asks a question again that a grade of today leaves so, if it is earlier.

    A day that is full of what was promised before is passed over, so that all can be kept.
    """
    wanted = [
        (each, day)
        for each, planned in agenda.plans
        if (day := asked_again(each, planned, question_id, graded))
    ]
    if not wanted:
        return None
    promised = _promised_after(agenda, question_id)
    days = (_day_with_room(promised, each, day) for each, day in wanted)
    return min((day for day in days if day and day < graded.due_day), default=None)


def _promised_after(agenda: Agenda, question_id: QuestionId) -> Counter[date]:
    """Count what is promised for each day to come, but for one question."""
    tomorrow = agenda.today + timedelta(days=1)
    return Counter(
        max(tomorrow, known.due_day)
        for each, known in agenda.plans[0][0].memories.items()
        if each != question_id and each not in agenda.planned and memory.is_brought_forward(known)
    )


def _day_with_room(
    promised: Mapping[date, int], preparation: Preparation, wanted: date
) -> date | None:
    """Find the first day from the wanted one with a place for one more promise.

    What has no place on its day waits for the next: what was promised first is asked first.
    """
    waiting, tomorrow = 0, preparation.today + timedelta(days=1)
    for day in planned_days(tomorrow, preparation.target.on, ALL_WEEK):
        waiting += promised.get(day, 0)
        if day.weekday() in preparation.capacity.weekdays:
            if day >= wanted and waiting < preparation.capacity.questions:
                return day
            waiting = max(0, waiting - preparation.capacity.questions)
    return None


def extended(situation: Situation) -> Situation:
    """Offer, when the plan is done, what helps most beyond it; for who has asked for more."""
    if situation.planned is None or situation.planned or not situation.agenda:
        return situation
    asked = [one.question_id for one in situation.today]
    return replace(situation, planned=more(situation.agenda, asked))


def more(agenda: Agenda, asked: Collection[QuestionId]) -> tuple[QuestionId, ...]:
    """Name what helps most beyond the plan; on the day itself the weakest few, to warm up."""
    if not agenda.plans:
        return ()
    preparation = agenda.plans[0][0]
    scope, memories = preparation.target.weights, preparation.memories
    if not agenda.is_the_day:
        best = raising_most(preparation, _MORE + len(asked))
        return tuple(each for each, _ in best if each not in asked)
    seen = [each for each in scope if each in memories]
    w = preparation.assumptions.parameters
    seen.sort(key=lambda each: memory.retrievability(memories[each], agenda.today, w))
    left = WARM_UP - sum(each in scope for each in asked)
    return tuple(each for each in seen if each not in asked)[: max(0, left)]


def is_gap(
    graded: Collection[date], weekdays: Collection[int], waiting: int, a_day: int, today: date
) -> bool:
    """Tell whether somebody is back after a gap, with more than a few questions that wait."""
    last = max((day for day in graded if day < today), default=None)
    if last is None or waiting < _FEW:
        return False
    missed = planned_days(last + timedelta(days=1), today, weekdays)
    return len(missed) >= MISSED or waiting > 2 * a_day


def today_of(asked: Sequence[Asked]) -> dict[QuestionId, bool]:
    """Name what was graded today, each with whether it was new."""
    return {each.question_id: each.new for each in reversed(asked) if each.graded}


def _promised(preparation: Preparation, asked: Collection[QuestionId]) -> list[QuestionId]:
    """List what the plan had said it would ask by today, the longest waiting first."""
    memories, today = preparation.memories, preparation.today
    due = [
        each
        for each in preparation.target.weights
        if (known := memories.get(each))
        and known.due_day <= today
        and each not in asked
        and memory.is_brought_forward(known)
    ]
    return sorted(due, key=lambda each: memories[each].due_day)
