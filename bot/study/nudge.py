"""When the daily question is due: slots of a learner's own wall-clock time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.study.day import instant

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

EVENING = time(21)
"""Local time after which a missed question is left for the next slot."""

SHORTEST_OPENING = timedelta(hours=1)
REST_AFTER_ACT = timedelta(minutes=15)
"""A daily question does not interrupt someone who has just done something."""

PATIENCE = 3
"""Unanswered days in a row after which the bot asks once whether to go on."""

MOST_AT_ONCE = 10
"""Questions that may follow one another when the daily time comes."""

DAYS_AHEAD = 60
"""Days in which a free slot is looked for; so many are never taken."""

ALL_WEEK = frozenset(range(7))
SUNDAY = frozenset({6})


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a learner wants to be asked: a wall-clock time, and weekdays (Monday is 0)."""

    at: time
    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class Slot:
    """One occasion for a daily question: a calendar date and time, open for a while.

    ``day`` and ``at`` name it, whatever the clocks do; ``opens`` and ``closes`` are instants.
    """

    day: date
    at: time
    opens: datetime
    closes: datetime

    def is_open(self, now: datetime) -> bool:
        """Tell whether the question of this slot may still be sent."""
        return self.opens <= now < self.closes


def slot_on(day: date, at: time, zone: ZoneInfo) -> Slot:
    """Describe the slot of a calendar date, open until the evening or for at least an hour."""
    opens = instant(day, at, zone)
    closes = max(instant(day, EVENING, zone), opens + SHORTEST_OPENING)
    return Slot(day, at, opens, closes)


def slot_opened_at(opens: datetime, schedule: Schedule, zone: ZoneInfo) -> Slot:
    """Find the slot again of which only the opening was kept."""
    return slot_on(opens.astimezone(zone).date(), schedule.at, zone)


def next_slot(after: datetime, schedule: Schedule, zone: ZoneInfo) -> Slot | None:
    """Find the first slot that opens later than an instant; None when no weekday is chosen."""
    return next(slots(after, schedule, zone), None)


def slots(after: datetime, schedule: Schedule, zone: ZoneInfo) -> Iterator[Slot]:
    """Name the slots that open later than an instant, as far ahead as is looked."""
    today = after.astimezone(zone).date()
    for ahead in range(-1, DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        slot = slot_on(day, schedule.at, zone)
        if day.weekday() in schedule.weekdays and slot.opens > after:
            yield slot
