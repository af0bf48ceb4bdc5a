from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from bot.study.progress import EARNED_BY, MOST_FREEZES, Streak, streak, week

TODAY = date(2026, 11, 21)  # a Saturday
A_DAY = timedelta(days=1)
WEEKDAYS = frozenset(range(5))


def ago(*days: int) -> set[date]:
    return {TODAY - each * A_DAY for each in days}


def test_answers_on_days_in_a_row_are_a_streak() -> None:
    assert streak(ago(0, 1, 2), TODAY).days == 3


def test_streak_stays_while_today_is_open() -> None:
    assert streak(ago(1, 2, 3), TODAY).days == 3


def test_nobody_begins_with_a_freeze() -> None:
    assert streak(ago(2, 3), TODAY) == Streak(0)
    assert streak(set(), TODAY) == Streak(0)


def test_five_days_earn_a_freeze() -> None:
    assert streak(ago(*range(EARNED_BY - 1)), TODAY).freezes == 0
    assert streak(ago(*range(EARNED_BY)), TODAY).freezes == 1


def test_two_freezes_are_held_at_most() -> None:
    assert streak(ago(*range(40)), TODAY).freezes == MOST_FREEZES


def test_missed_day_uses_a_freeze_by_itself() -> None:
    kept = streak(ago(0, 1, 3, 4, 5, 6, 7), TODAY)

    assert (kept.days, kept.freezes, kept.frozen) == (7, 0, (TODAY - 2 * A_DAY,))


def test_third_missed_day_in_a_row_ends_the_longest_streak() -> None:
    long = range(4, 30)

    assert streak(ago(*long), TODAY - A_DAY) == Streak(
        26, 0, (TODAY - 3 * A_DAY, TODAY - 2 * A_DAY)
    )
    assert streak(ago(*long), TODAY) == Streak(0)


def test_new_streak_begins_without_the_freezes_of_the_old() -> None:
    assert streak(ago(0, *range(5, 30)), TODAY) == Streak(1)


def test_frozen_day_earns_nothing() -> None:
    kept = streak(ago(0, 2, 3, 4, 5, 6), TODAY)

    assert (kept.days, kept.freezes) == (6, 0)


def test_days_without_a_daily_question_are_never_missed() -> None:
    on_weekdays = {TODAY - n * A_DAY for n in range(1, 13) if (TODAY - n * A_DAY).weekday() < 5}
    kept = streak(on_weekdays, TODAY, WEEKDAYS)

    assert (kept.days, kept.frozen) == (len(on_weekdays), ())


def test_answer_on_a_free_day_counts() -> None:
    assert streak(ago(0, 1), TODAY, WEEKDAYS).days == 2


def test_days_off_are_never_missed() -> None:
    assert streak(ago(0, 4), TODAY, off=ago(1, 2, 3)).days == 2
    assert streak(ago(0, 4), TODAY, off=ago(1, 2)).days == 1


def test_answers_of_days_to_come_do_not_count() -> None:
    assert streak(ago(-2, -1, 0), TODAY).days == 1


@given(st.sets(st.integers(-3, 60)), st.sets(st.integers(0, 6)))
def test_streak_is_exact_whatever_was_missed(days: set[int], weekdays: set[int]) -> None:
    graded = ago(*days)
    told = streak(graded, TODAY, weekdays)

    assert 0 <= told.freezes <= MOST_FREEZES
    assert told.days <= len(graded)
    assert all(day not in graded and day.weekday() in weekdays for day in told.frozen)
    assert len(told.frozen) + told.freezes <= told.days // EARNED_BY


def test_freeze_is_earned_only_while_there_is_room_for_it() -> None:
    fourteen_days, one_day = range(5, 19), [3]

    assert streak(ago(*fourteen_days, *one_day), TODAY).days == 0
    assert streak(ago(*fourteen_days, 19, *one_day), TODAY).days == 0


@given(st.sets(st.integers(0, 40)), st.integers(0, 40))
@example(days={*range(5, 19), 3}, another=19)
def test_one_more_answer_never_harms(days: set[int], another: int) -> None:
    assert streak(ago(*days, another), TODAY).days >= streak(ago(*days), TODAY).days


@given(st.sets(st.integers(0, 40)))
def test_streak_of_every_day_without_a_gap_needs_no_freeze(days: set[int]) -> None:
    plain = next((n for n in range(42) if n not in days and n > 0), 42)
    in_a_row = sum(n in days for n in range(plain))

    assert streak(ago(*days), TODAY).days >= in_a_row


def test_week_begins_on_monday() -> None:
    assert week(ago(0, 2, 5, 6), TODAY, 3).done == 3


def test_goal_is_met_by_as_many_days() -> None:
    assert not week(ago(0, 2), TODAY, 3).is_met
    assert week(ago(0, 2, 5), TODAY, 3).is_met


def test_weeks_in_a_row_are_those_before_this_one() -> None:
    last, before = ago(7, 8, 9), ago(14, 15, 16)

    assert week(last | before, TODAY, 3).weeks == 2
    assert week(before, TODAY, 3).weeks == 0
    assert week(last | ago(14, 15), TODAY, 3).weeks == 1


def test_days_to_come_do_not_meet_a_goal() -> None:
    assert week(ago(0, -1), TODAY, 2).done == 1


def test_no_goal_is_met_by_no_week() -> None:
    assert week(ago(7), TODAY, 0).weeks == 0
