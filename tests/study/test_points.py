from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.study.memory import Grade
from bot.study.points import beginning, suggested
from bot.study.prompt import Help

ORDER = list(Grade)


@pytest.mark.parametrize(
    ("ticked", "points", "grade"),
    [
        (5, 5, Grade.EASY),
        (4, 5, Grade.GOOD),
        (3, 5, Grade.GOOD),
        (2, 5, Grade.HARD),
        (1, 5, Grade.AGAIN),
        (0, 5, Grade.AGAIN),
        (1, 1, Grade.EASY),
        (0, 1, Grade.AGAIN),
        (1, 2, Grade.HARD),
        (2, 3, Grade.GOOD),
        (1, 3, Grade.HARD),
        (2, 7, Grade.AGAIN),
    ],
)
def test_more_points_suggest_a_better_grade(ticked: int, points: int, grade: Grade) -> None:
    assert suggested(ticked, points) is grade


@pytest.mark.parametrize(
    ("used", "grade"),
    [
        ((), Grade.EASY),
        ((Help.HINT,), Grade.GOOD),
        ((Help.OUTLINE,), Grade.HARD),
        ((Help.HINT, Help.OUTLINE), Grade.HARD),
    ],
)
def test_help_caps_what_is_suggested(used: tuple[Help, ...], grade: Grade) -> None:
    assert suggested(5, 5, used) is grade


def test_who_was_led_from_point_to_point_is_suggested_good_at_best() -> None:
    assert suggested(5, 5, cued=True) is Grade.GOOD
    assert suggested(1, 5, cued=True) is Grade.AGAIN
    assert suggested(5, 5, (Help.OUTLINE,), cued=True) is Grade.HARD


def test_help_never_lifts_a_grade() -> None:
    assert suggested(0, 5, (Help.HINT,)) is Grade.AGAIN


def test_no_points_suggest_nothing() -> None:
    with pytest.raises(ValueError, match="without key points"):
        suggested(0, 0)


@given(points=st.integers(1, 9), used=st.sets(st.sampled_from(Help)))
def test_one_point_more_is_never_worse(points: int, used: set[Help]) -> None:
    grades = [ORDER.index(suggested(ticked, points, used)) for ticked in range(points + 1)]

    assert grades == sorted(grades)


@given(st.text(max_size=90))
def test_beginning_is_shorter_than_the_point(point: str) -> None:
    words = point.split()

    assert beginning(point) == point if len(words) <= 1 else beginning(point) != point
