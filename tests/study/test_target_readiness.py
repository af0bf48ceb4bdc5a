from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.model import QuestionId
from bot.study.memory import Grade, Memory, outcomes, retrievability
from bot.study.target import (
    Capacity,
    Preparation,
    Target,
    raising_most,
    readiness,
    readiness_by,
    spread,
)

DAY = date(2026, 11, 21)
ONE, TWO, THREE, FOUR = (QuestionId(each) for each in ("one", "two", "three", "four"))


def learnt(days_ago: int, grade: Grade = Grade.GOOD) -> Memory:
    return outcomes(None, DAY - timedelta(days=days_ago), others_left=False)[grade]


def preparation(
    weights: dict[QuestionId, float], memories: dict[QuestionId, Memory], days: int = 10
) -> Preparation:
    target = Target(DAY + timedelta(days=days), DAY, weights)
    return Preparation(target, memories, Capacity(5), DAY)


def test_readiness_is_the_weighted_mean_of_recall_on_the_day() -> None:
    known = learnt(3)
    recalled = retrievability(known, DAY + timedelta(days=10))
    ready = readiness(preparation({ONE: 3.0, TWO: 1.0}, {ONE: known}))

    assert (ready.questions, ready.seen, ready.unseen) == (2, 1, 0.4)
    assert ready.recall_of_seen == pytest.approx(recalled)
    assert ready.share == pytest.approx((3 * recalled + 0.4) / 4)


def test_readiness_of_what_was_never_seen_is_the_prior() -> None:
    ready = readiness(preparation({ONE: 1.0}, {}))

    assert (ready.seen, ready.recall_of_seen, ready.share) == (0, None, 0.4)


def test_readiness_is_told_by_part() -> None:
    scope = preparation({ONE: 1.0, TWO: 1.0, THREE: 5.0}, {ONE: learnt(1)})
    parts = readiness_by(scope, {ONE: "python", TWO: "python", THREE: "sql"})

    assert list(parts) == ["python", "sql"]
    assert (parts["python"].questions, parts["python"].seen) == (2, 1)
    assert parts["sql"].share == 0.4


def test_readiness_on_and_after_the_day_is_that_of_the_day() -> None:
    known = {ONE: learnt(2)}

    on_the_day = readiness(preparation({ONE: 1.0}, known, days=0)).share
    assert on_the_day == pytest.approx(retrievability(known[ONE], DAY))
    assert readiness(preparation({ONE: 1.0}, known, days=-1)).share > on_the_day


def test_what_raises_readiness_most_comes_first() -> None:
    known = {ONE: learnt(20, Grade.AGAIN), TWO: learnt(1, Grade.EASY), FOUR: learnt(0)}
    scope = preparation({ONE: 1.0, TWO: 1.0, THREE: 1.0, FOUR: 1.0}, known)
    raised = raising_most(scope)

    assert [each for each, _ in raised] == [THREE, ONE, TWO]
    assert [gain for _, gain in raised] == sorted((gain for _, gain in raised), reverse=True)


def test_a_raise_is_what_readiness_gains_on_average() -> None:
    scope = preparation({ONE: 1.0, TWO: 1.0}, {ONE: learnt(1)})
    shares = {Grade.AGAIN: 0.4, Grade.HARD: 0.2, Grade.GOOD: 0.4}
    after = {grade: {**scope.memories, TWO: learnt(0, grade)} for grade in shares}
    mean = sum(
        share * readiness(preparation(dict(scope.target.weights), after[grade])).share
        for grade, share in shares.items()
    )

    assert dict(raising_most(scope))[TWO] == pytest.approx(mean - readiness(scope).share)


def test_nothing_raises_readiness_once_the_day_has_come() -> None:
    assert raising_most(preparation({ONE: 1.0}, {}, days=0)) == []


def test_weakest_for_the_day_come_back_first() -> None:
    waiting = {ONE: learnt(9, Grade.EASY), TWO: learnt(9, Grade.AGAIN), THREE: learnt(9)}
    days = [DAY + timedelta(days=ahead) for ahead in range(3)]

    assert spread(waiting, days) == {days[0]: (TWO,), days[1]: (THREE,), days[2]: (ONE,)}


def test_weakness_is_that_of_the_day_of_the_interview() -> None:
    firm_but_old = Memory(30, 5, DAY - timedelta(days=30), DAY)
    waiting = {ONE: firm_but_old, TWO: learnt(0, Grade.HARD)}

    assert spread(waiting, [DAY])[DAY] == (ONE, TWO)
    assert spread(waiting, [DAY], on=DAY + timedelta(days=30))[DAY] == (TWO, ONE)


def test_all_comes_back_before_the_interview() -> None:
    waiting = {QuestionId(f"q{number}"): learnt(9) for number in range(7)}
    days = [DAY + timedelta(days=ahead) for ahead in range(5)]
    parts = spread(waiting, days, on=days[2])

    assert [len(parts[day]) for day in days] == [4, 3, 0, 0, 0]


def test_without_days_nothing_is_spread() -> None:
    assert spread({ONE: learnt(9)}, []) == {}


@given(st.integers(0, 60), st.integers(1, 7), st.none() | st.integers(-2, 9))
def test_a_return_is_even_and_loses_nothing(waiting: int, days: int, ahead: int | None) -> None:
    memories = {
        QuestionId(f"q{number}"): learnt(number % 9 + 1, list(Grade)[number % 4])
        for number in range(waiting)
    }
    span = [DAY + timedelta(days=each) for each in range(days)]
    on = None if ahead is None else DAY + timedelta(days=ahead)
    parts = spread(memories, span, on)
    sizes = [len(part) for day, part in parts.items() if on is None or day < on]

    assert sorted(each for part in parts.values() for each in part) == sorted(memories)
    assert max(sizes, default=0) - min(sizes, default=0) <= 1
