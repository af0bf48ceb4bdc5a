from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.study.nudge import ALL_WEEK, Schedule, next_slot, slot_on, slot_opened_at

BERLIN = ZoneInfo("Europe/Berlin")
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"]
).map(ZoneInfo)
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))
SCHEDULES = st.builds(Schedule, TIMES, st.frozensets(st.integers(0, 6), min_size=1))


def test_wall_clock_stays_through_dst() -> None:
    nine = Schedule(time(9), ALL_WEEK)
    before = datetime(2026, 3, 28, 12, tzinfo=UTC)

    slot = next_slot(before, nine, BERLIN)

    assert slot
    assert slot.opens == datetime(2026, 3, 29, 7, tzinfo=UTC)


def test_repeated_time_fires_once() -> None:
    schedule = Schedule(time(2, 30), ALL_WEEK)
    first = slot_on(date(2026, 10, 25), time(2, 30), BERLIN)

    following = next_slot(first.opens, schedule, BERLIN)

    assert following
    assert following.day == date(2026, 10, 26)


def test_chosen_weekdays_only() -> None:
    saturday = datetime(2026, 11, 21, 12, tzinfo=UTC)

    slot = next_slot(saturday, Schedule(time(9), frozenset({2})), BERLIN)

    assert slot
    assert slot.day == date(2026, 11, 25)


def test_no_weekday_no_slot() -> None:
    assert (
        next_slot(datetime(2026, 11, 21, tzinfo=UTC), Schedule(time(9), frozenset()), BERLIN)
        is None
    )


def test_slot_closes_in_the_evening() -> None:
    slot = slot_on(date(2026, 11, 21), time(9), BERLIN)

    assert slot.is_open(datetime(2026, 11, 21, 20, 59, tzinfo=BERLIN))
    assert not slot.is_open(datetime(2026, 11, 21, 21, 0, tzinfo=BERLIN))


def test_late_slot_stays_open_an_hour() -> None:
    slot = slot_on(date(2026, 11, 21), time(23, 30), BERLIN)

    assert slot.closes - slot.opens == timedelta(hours=1)


@given(MOMENTS, SCHEDULES, ZONES)
def test_next_slot_is_later_and_found_again(
    now: datetime, schedule: Schedule, zone: ZoneInfo
) -> None:
    slot = next_slot(now, schedule, zone)

    assert slot
    assert slot.opens > now
    assert slot.day.weekday() in schedule.weekdays
    assert slot_opened_at(slot.opens, schedule, zone) == slot


@given(MOMENTS, SCHEDULES, ZONES)
def test_slots_of_a_year_have_distinct_days(
    now: datetime, schedule: Schedule, zone: ZoneInfo
) -> None:
    days = []
    for _ in range(30):
        slot = next_slot(now, schedule, zone)
        assert slot
        days.append(slot.day)
        now = slot.opens

    assert days == sorted(set(days))
