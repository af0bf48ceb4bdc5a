from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.study.memory import Grade, Memory, as_json, from_json, outcomes, retrievability

DAY = date(2026, 11, 21)
GRADES = st.lists(st.tuples(st.sampled_from(Grade), st.integers(0, 40)), min_size=1, max_size=12)


def intervals(memory: Memory | None, day: date, *, others_left: bool = True) -> dict[Grade, int]:
    after = outcomes(memory, day, others_left=others_left)
    return {grade: (known.due_day - day).days for grade, known in after.items()}


def lived(history: list[tuple[Grade, int]]) -> tuple[Memory, date]:
    memory, day = None, DAY
    for grade, later in history:
        day += timedelta(days=later)
        memory = outcomes(memory, day, others_left=True)[grade]
    assert memory
    return memory, day


def test_first_intervals() -> None:
    assert intervals(None, DAY) == {Grade.AGAIN: 0, Grade.HARD: 1, Grade.GOOD: 2, Grade.EASY: 8}


def test_again_without_others_is_tomorrow() -> None:
    assert intervals(None, DAY, others_left=False)[Grade.AGAIN] == 1


def test_second_again_of_a_day_is_tomorrow() -> None:
    failed = outcomes(None, DAY, others_left=True)[Grade.AGAIN]

    assert failed.returns_on(DAY)
    assert intervals(failed, DAY)[Grade.AGAIN] == 1


def test_again_may_return_on_each_day() -> None:
    failed = outcomes(None, DAY, others_left=True)[Grade.AGAIN]
    tomorrow = DAY + timedelta(days=1)

    assert intervals(failed, tomorrow)[Grade.AGAIN] == 0


@pytest.mark.parametrize(
    ("grade", "expected"),
    [(Grade.GOOD, [2, 11, 46, 163]), (Grade.HARD, [1, 3, 7, 12]), (Grade.EASY, [8, 66, 397])],
)
def test_repeated_grade_stretches(grade: Grade, expected: list[int]) -> None:
    memory, day, steps = None, DAY, []
    for _ in expected:
        memory = outcomes(memory, day, others_left=True)[grade]
        steps.append((memory.due_day - day).days)
        day = memory.due_day

    assert steps == expected


def test_forgetting_a_known_question_is_a_lapse() -> None:
    known = outcomes(None, DAY, others_left=True)[Grade.GOOD]
    forgotten = outcomes(known, known.due_day, others_left=True)[Grade.AGAIN]

    assert (known.lapses, forgotten.lapses) == (0, 1)


def test_failing_twice_a_day_is_one_lapse() -> None:
    known = outcomes(None, DAY, others_left=True)[Grade.GOOD]
    day = known.due_day
    forgotten = outcomes(known, day, others_left=True)[Grade.AGAIN]

    assert outcomes(forgotten, day, others_left=True)[Grade.AGAIN].lapses == 1


@given(GRADES)
def test_better_grade_never_comes_sooner(history: list[tuple[Grade, int]]) -> None:
    memory, day = lived(history)
    later = day + timedelta(days=3)
    steps = intervals(memory, later)

    assert steps[Grade.AGAIN] <= steps[Grade.HARD] <= steps[Grade.GOOD] <= steps[Grade.EASY]


@given(GRADES)
def test_recall_fades(history: list[tuple[Grade, int]]) -> None:
    memory, day = lived(history)
    chances = [retrievability(memory, day + timedelta(days=ahead)) for ahead in (0, 1, 10, 100)]

    assert chances == sorted(chances, reverse=True)
    assert all(0 <= chance <= 1 for chance in chances)


@given(GRADES)
def test_json_keeps_a_memory(history: list[tuple[Grade, int]]) -> None:
    memory, _ = lived(history)

    assert from_json(as_json(memory)) == memory
