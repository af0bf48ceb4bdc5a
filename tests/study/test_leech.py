from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.study.leech import announced, most_missed
from bot.study.memory import Grade, Memory, outcomes

DAY = date(2026, 11, 21)


def after(lapses: int) -> Memory:
    return Memory(5, 5, DAY - timedelta(days=30), DAY, reviews=40, lapses=lapses)


@pytest.mark.parametrize(
    ("before", "said"), [(6, None), (7, 8), (8, None), (10, None), (11, 12), (15, 16), (19, 20)]
)
def test_every_fourth_lapse_from_the_eighth_is_announced(before: int, said: int | None) -> None:
    left = outcomes(after(before), DAY, others_left=True)

    assert announced(left, Grade.AGAIN) == said


@pytest.mark.parametrize("grade", [Grade.HARD, Grade.GOOD, Grade.EASY])
def test_only_forgetting_is_announced(grade: Grade) -> None:
    assert announced(outcomes(after(8), DAY, others_left=True), grade) is None


def test_second_again_of_a_day_is_no_lapse() -> None:
    failed = outcomes(after(7), DAY, others_left=True)[Grade.AGAIN]

    assert announced(outcomes(failed, DAY, others_left=True), Grade.AGAIN) is None


def test_points_left_out_most_come_first() -> None:
    assert most_missed([{0}, {0, 1}, {0, 3}], 5) == (2, 4, 1)


def test_what_was_always_said_is_not_named() -> None:
    assert most_missed([{0, 1}, {0, 1}], 2) == ()
    assert most_missed([], 3) == ()


@given(st.lists(st.sets(st.integers(0, 4))), st.integers(0, 5))
def test_no_more_are_named_than_there_are(ticked: list[set[int]], points: int) -> None:
    named = most_missed(ticked, points)

    assert len(named) == len(set(named)) <= 3
    assert all(0 <= place < points for place in named)
