"""What clocks show in the world at an instant, and where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.study.zones.cities import inhabited

if TYPE_CHECKING:
    from collections.abc import Iterator

USUAL = 300_000
"""People in listed cities from which on a local time is offered at once."""

TOLERANCE = timedelta(minutes=7)
"""How far a watch may be off: less than half the quarter of an hour that two zones may differ."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A time, in whole minutes, that clocks show somewhere; usual when many people live by it."""

    time: time
    usual: bool


@dataclass(frozen=True, slots=True)
class ZoneChoice:
    """A zone with a certain local time, and its most populous city."""

    zone: str
    city: str
    country: str


def local_times(now: datetime) -> tuple[LocalTime, ...]:
    """List the distinct times that clocks show in the world now, in order of the clock."""
    people: Counter[time] = Counter()
    for zone, local in _clocks(now):
        people[local.time()] += inhabited()[zone].population
    return tuple(LocalTime(local, people[local] >= USUAL) for local in sorted(people))


def zones_at(now: datetime, local: time) -> tuple[ZoneChoice, ...]:
    """List the zones whose clocks show a time now, the most populous first.

    The time may be some minutes off, by a watch or by a button that was shown a while ago; the
    nearest offset counts, none when it is further away than the tolerance.
    """
    apart = {zone: _apart(clock, local) for zone, clock in _clocks(now)}
    nearest = min(apart.values())
    if nearest > TOLERANCE:
        return ()
    return tuple(_choice(zone) for zone, distance in apart.items() if distance == nearest)


def _clocks(now: datetime) -> Iterator[tuple[str, datetime]]:
    for name, zone in _zones().items():
        yield name, now.astimezone(zone).replace(tzinfo=None, fold=0, second=0, microsecond=0)


def _apart(clock: datetime, local: time) -> timedelta:
    ahead = (clock - datetime.combine(clock, local.replace(tzinfo=None))) % _DAY
    return min(ahead, _DAY - ahead)


def _choice(zone: str) -> ZoneChoice:
    city = inhabited()[zone].city
    return ZoneChoice(zone, city.name, city.country)


@cache
def _zones() -> dict[str, ZoneInfo]:
    return {name: ZoneInfo(name) for name in inhabited()}
