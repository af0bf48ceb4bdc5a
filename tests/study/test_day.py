from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.study.day import instant, study_day

BERLIN = ZoneInfo("Europe/Berlin")
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"]
).map(ZoneInfo)


def test_day_begins_at_four() -> None:
    before = datetime(2026, 11, 21, 3, 59, tzinfo=BERLIN)

    assert study_day(before, BERLIN) == date(2026, 11, 20)
    assert study_day(before + timedelta(minutes=1), BERLIN) == date(2026, 11, 21)


def test_day_is_the_learners_own() -> None:
    now = datetime(2026, 11, 21, 23, tzinfo=UTC)

    assert study_day(now, ZoneInfo("Asia/Tokyo")) == date(2026, 11, 22)
    assert study_day(now, ZoneInfo("America/New_York")) == date(2026, 11, 21)


@given(MOMENTS, ZONES, st.integers(0, 3000))
def test_days_never_go_back(now: datetime, zone: ZoneInfo, minutes: int) -> None:
    assert study_day(now, zone) <= study_day(now + timedelta(minutes=minutes), zone)


def test_skipped_time_moves_forward() -> None:
    assert instant(date(2026, 3, 29), time(2, 30), BERLIN) == datetime(
        2026, 3, 29, 1, 30, tzinfo=UTC
    )


def test_repeated_time_counts_first() -> None:
    assert instant(date(2026, 10, 25), time(2, 30), BERLIN) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )
