"""A day by plan never holds more than was agreed, and keeps what it has promised."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions.model import QuestionId
from bot.study import agenda, memory
from bot.study.memory import Grade, Memory
from bot.study.target import Capacity, Preparation, Target

TODAY = date(2026, 11, 21)
GRADES = st.sampled_from(list(Grade))


def remembered(grade: Grade, ago: int) -> Memory:
    day = TODAY - timedelta(days=ago)
    return memory.outcomes(None, day, others_left=False)[grade]


MEMORIES = st.dictionaries(
    st.integers(0, 39).map(lambda n: QuestionId(f"q{n}")),
    st.builds(remembered, GRADES, st.integers(1, 30)),
)


def preparation(memories: dict[QuestionId, Memory], ahead: int, a_day: int) -> Preparation:
    weights = {QuestionId(f"q{n}"): 1.0 for n in range(40)}
    target = Target(TODAY + timedelta(days=ahead), TODAY, weights)
    return Preparation(target, memories, Capacity(a_day), TODAY)


@given(MEMORIES, st.integers(0, 30), st.integers(1, 12))
@settings(deadline=None)
def test_no_day_holds_more_than_fits(
    memories: dict[QuestionId, Memory], ahead: int, a_day: int
) -> None:
    day = agenda.towards([preparation(memories, ahead, a_day)], set())

    assert day
    assert len(day.planned) == len(set(day.planned)) <= a_day
    assert not (day.is_the_day and day.planned)


@given(MEMORIES, st.integers(2, 20), st.integers(1, 5))
@settings(deadline=None)
def test_what_was_promised_for_today_is_asked_first(
    memories: dict[QuestionId, Memory], ahead: int, a_day: int
) -> None:
    promised = {
        id_: memory.brought_forward(known, max(TODAY, known.last_day + timedelta(days=1)))
        for id_, known in memories.items()
    }
    due = {
        id_
        for id_, known in promised.items()
        if memory.is_brought_forward(known) and known.due_day <= TODAY
    }

    day = agenda.towards([preparation(promised, ahead, a_day)], set())

    assert day
    assert len(due.intersection(day.planned)) == min(len(due), a_day)


@given(MEMORIES, st.integers(2, 20), st.integers(1, 5), GRADES)
@settings(deadline=None)
def test_no_date_is_promised_that_is_full_or_too_late(
    memories: dict[QuestionId, Memory], ahead: int, a_day: int, grade: Grade
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    full = {id_: memory.brought_forward(known, tomorrow) for id_, known in memories.items()}
    prepared = preparation(full, ahead, a_day)
    day = agenda.towards([prepared], set())
    assert day
    asked = QuestionId("q39")
    graded = memory.outcomes(full.get(asked), TODAY, others_left=False)[grade]

    again = agenda.again_on(day, asked, graded)

    waiting = [id_ for id_, known in full.items() if known.due_day == tomorrow and id_ != asked]
    left = [i for i in waiting if i not in day.planned and memory.is_brought_forward(full[i])]
    if again is not None:
        assert TODAY < again < min(prepared.target.on, graded.due_day)
        assert (again - TODAY).days > len(left) // a_day


@given(MEMORIES, st.sampled_from([3, 5, 7]), st.none() | st.just(TODAY + timedelta(days=2)))
def test_a_return_asks_all_that_waits_once_and_in_even_parts(
    memories: dict[QuestionId, Memory], days: int, on: date | None
) -> None:
    waiting, by = dict(memories), TODAY + timedelta(days=days - 1)
    parts = []
    for number in range(days):
        today = TODAY + timedelta(days=number)
        part = agenda.coming_back(waiting, 0, today, by, on).planned
        parts.append(part)
        for each in part:
            del waiting[each]

    sizes = [len(part) for part in parts[: 2 if on else days]]
    assert not waiting
    assert max(sizes) - min(sizes) <= 1


def test_a_return_counts_what_was_done_today() -> None:
    waiting = {QuestionId(f"q{n}"): remembered(Grade.GOOD, 20) for n in range(7)}

    day = agenda.coming_back(waiting, 2, TODAY, TODAY + timedelta(days=2), None)

    assert len(day.planned) == 1  # of nine, three a day


def test_a_gap_is_three_planned_days_or_twice_the_daily_number() -> None:
    every, monday_only = frozenset(range(7)), frozenset({0})
    last = TODAY - timedelta(days=4)

    assert agenda.is_gap({last}, every, 5, 10, TODAY)
    assert not agenda.is_gap({last + timedelta(days=1)}, every, 5, 10, TODAY)
    assert not agenda.is_gap({last}, monday_only, 5, 10, TODAY)
    assert agenda.is_gap({TODAY - timedelta(days=1)}, every, 21, 10, TODAY)
    assert not agenda.is_gap({last}, every, 0, 10, TODAY)
    assert not agenda.is_gap(set(), every, 50, 10, TODAY)


@given(GRADES, GRADES, st.integers(1, 60), st.integers(1, 60))
def test_what_a_plan_has_moved_goes_back_exactly(
    first: Grade, second: Grade, later: int, early: int
) -> None:
    known = memory.outcomes(None, TODAY, others_left=False)[first]
    day = known.last_day + timedelta(days=later)
    own = memory.outcomes(known, day, others_left=False)[second]
    moved = memory.brought_forward(own, day + timedelta(days=early))

    assert memory.on_its_own(moved) == own
    assert memory.is_brought_forward(moved) == (moved != own)
