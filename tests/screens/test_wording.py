from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.screens import wording
from bot.study.memory import Grade

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "1 d"), (8, "8 d"), (99, "99 d"), (163, "5 mo"), (497, "1.4 y")],
)
def test_intervals_are_short(days: int, said: str) -> None:
    assert wording.interval(days) == said


def test_date_names_its_weekday() -> None:
    assert wording.day(date(2026, 11, 24), TODAY) == "Tue 24 Nov"


def test_date_of_another_year_names_it() -> None:
    assert wording.day(date(2027, 1, 2), TODAY) == "Sat 2 Jan 2027"


def test_grade_says_when_it_comes_again() -> None:
    assert (
        wording.graded(Grade.GOOD, on=TODAY, due=date(2026, 11, 24)) == "Good. Again on Tue 24 Nov."
    )
    assert "comes back today" in wording.graded(Grade.AGAIN, on=TODAY, due=TODAY)


def test_next_push_is_in_the_learners_time() -> None:
    at = datetime(2026, 11, 24, 8, tzinfo=UTC)

    assert (
        wording.next_push(at, ZoneInfo("Europe/Berlin")) == "Next: Tue 24 Nov, 09:00 (your time)."
    )
