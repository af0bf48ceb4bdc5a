from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.questions.model import QuestionId
from bot.study.memory import Memory
from bot.study.progress import DAYS_AHEAD, WEEKS, Coming, calendar, coming
from bot.study.target import Capacity, Preparation, Target, showings

TODAY = date(2026, 11, 21)  # a Saturday
A_DAY = timedelta(days=1)


def due(ahead: int) -> Memory:
    return Memory(5, 5, TODAY - 30 * A_DAY, TODAY + ahead * A_DAY)


def preparation(unseen: int, days: int, a_day: int = 5) -> Preparation:
    weights = {QuestionId(f"q{n}"): 1.0 for n in range(unseen)}
    return Preparation(Target(TODAY + days * A_DAY, TODAY, weights), {}, Capacity(a_day), TODAY)


def test_calendar_has_fourteen_weeks_from_monday_to_sunday() -> None:
    weeks = calendar([], TODAY)

    assert len(weeks) == WEEKS
    assert {len(week) for week in weeks} == {7}


def test_calendar_counts_the_reviews_of_each_day() -> None:
    monday = TODAY - 5 * A_DAY
    weeks = calendar([TODAY, TODAY, monday, monday - A_DAY], TODAY)

    assert weeks[-1] == (1, 0, 0, 0, 0, 2, None)
    assert weeks[-2] == (0, 0, 0, 0, 0, 0, 1)


@given(st.lists(st.integers(0, 200)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_calendar_holds_all_of_its_days_and_nothing_else(ago: list[int], today: date) -> None:
    weeks = calendar([today - each * A_DAY for each in ago], today)
    days = [count for week in weeks for count in week]

    assert days[-7:].count(None) == days.count(None) == 6 - today.weekday()
    shown = WEEKS * 7 - 6 + today.weekday()
    assert sum(count or 0 for count in days) == sum(each < shown for each in ago)


def test_each_day_tells_what_falls_due() -> None:
    days = coming([due(0), due(3), due(3), due(13), due(14)], TODAY)

    assert len(days) == DAYS_AHEAD
    assert [each.due for each in days] == [1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert days[3] == Coming(TODAY + 3 * A_DAY, due=2)


def test_what_is_overdue_comes_today() -> None:
    assert coming([due(-9), due(-1), due(0)], TODAY)[0].due == 3


def test_plan_tells_what_is_shown_for_the_first_time() -> None:
    days = coming([], TODAY, preparation(unseen=12, days=10))

    assert sum(each.new for each in days) == 12
    assert [each.new for each in days][:6] == [2] * 6


def test_what_has_no_place_in_a_plan_waits() -> None:
    days = coming([due(-1)] * 7 + [due(4)], TODAY, preparation(unseen=6, days=4, a_day=4))

    assert [each.new for each in days][:4] == [2, 2, 2, 0]
    assert [each.due for each in days][:6] == [2, 2, 2, 1, 0, 1]


def test_past_interview_plans_nothing() -> None:
    assert all(each.new == 0 for each in coming([], TODAY, preparation(5, days=-3)))
    assert all(each.new == 0 for each in coming([], TODAY, preparation(5, days=0)))


@given(st.integers(0, 80), st.integers(1, 40), st.integers(1, 9))
def test_showings_fit_their_days(unseen: int, days: int, a_day: int) -> None:
    shown = showings(preparation(unseen, days, a_day))

    assert sum(shown.values()) == min(unseen, days * a_day)
    assert all(0 <= number <= a_day for number in shown.values())
    assert all(TODAY <= day < TODAY + days * A_DAY for day in shown)
