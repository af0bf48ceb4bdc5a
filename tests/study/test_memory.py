from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.study.memory import DEFAULTS, Grade, Memory, as_json, from_json, outcomes, retrievability

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


@pytest.mark.parametrize(
    ("told", "stability", "difficulty", "due_in", "recalled"),
    [
        ("0 good", 2.3065, 2.118103970459016, 2, 0.7743669167614039),
        ("0 again, 0 good", 0.24668918777567272, 6.402115069296838, 1, 0.5645917320155327),
        ("0 hard, 1 good", 4.546029441066125, 5.102286904192293, 6, 0.837573037660592),
        ("0 good, 2 good, 11 easy", 77.10745326192749, 1.0, 90, 0.9817140253965368),
        (
            "0 easy, 8 again, 0 good, 1 hard",
            *(2.7610841610153165, 8.003773029157445, 12, 0.7916368973165782),
        ),
        (
            "0 again, 1 again, 1 good, 3 hard",
            *(1.9268644122677336, 9.183783983413289, 7, 0.7568963560905551),
        ),
    ],
)
def test_defaults_lead_where_they_always_did(
    told: str, stability: float, difficulty: float, due_in: int, recalled: float
) -> None:
    words = [each.split() for each in told.split(", ")]

    memory, day = lived([(Grade(grade), int(later)) for later, grade in words])

    assert (memory.stability, memory.difficulty) == (stability, difficulty)
    assert memory.due_day == DAY + timedelta(days=due_in)
    assert retrievability(memory, day + timedelta(days=10)) == recalled


@given(GRADES)
def test_named_defaults_are_the_defaults(history: list[tuple[Grade, int]]) -> None:
    memory, day = lived(history)
    later = day + timedelta(days=3)

    assert outcomes(memory, later, others_left=True, parameters=DEFAULTS) == outcomes(
        memory, later, others_left=True
    )


def test_own_parameters_change_labels_and_recall() -> None:
    memory, day = lived([(Grade.GOOD, 0)])
    later = day + timedelta(days=2)
    forgetful = (*DEFAULTS[:8], DEFAULTS[8] - 0.7, *DEFAULTS[9:20], 0.3)

    usual = outcomes(memory, later, others_left=True)[Grade.GOOD]
    own = outcomes(memory, later, others_left=True, parameters=forgetful)[Grade.GOOD]

    assert own.due_day < usual.due_day
    tomorrow = later + timedelta(days=1)
    assert retrievability(memory, tomorrow, forgetful) < retrievability(memory, tomorrow)
