"""From "What time is it for you?", or a city, to an IANA zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, time


@dataclass(frozen=True, slots=True)
class LocalTime:
    """A time that clocks show somewhere; usual when many people live by it."""

    time: time
    usual: bool


@dataclass(frozen=True, slots=True)
class ZoneChoice:
    """A zone that has a local time, with its most populous city."""

    zone: str
    city: str
    country: str


@dataclass(frozen=True, slots=True)
class Place:
    """What a typed place was taken for, and its zone."""

    name: str
    country: str
    zone: str


def local_times(now: datetime) -> tuple[LocalTime, ...]:
    """List the times that clocks show in the world now."""
    raise NotImplementedError


def zones_at(now: datetime, local: time) -> tuple[ZoneChoice, ...]:
    """List the zones whose clocks show a time now."""
    raise NotImplementedError


def find_place(text: str) -> tuple[Place, ...]:
    """Find the places that a typed city, zone or offset may mean."""
    raise NotImplementedError


def parse_time(text: str) -> time | None:
    """Read a typed time of day."""
    raise NotImplementedError
