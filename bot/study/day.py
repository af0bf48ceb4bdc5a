"""The learner's study day: it begins at four in the morning, wherever they are."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

ROLLOVER = time(4)
"""Local time at which a study day begins: who practises past midnight is still in yesterday."""


def study_day(now: datetime, zone: ZoneInfo) -> date:
    """Name the study day that an instant belongs to."""
    local = now.astimezone(zone)
    return local.date() - timedelta(days=local.time() < ROLLOVER)


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Turn a wall-clock time into an instant, in UTC.

    A time that a change of clocks skips moves forward by what was skipped; of a time that
    occurs twice the first one counts.
    """
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)
