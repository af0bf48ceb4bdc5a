"""A typed time of day, in the ways people write one."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

NOON = 12

_NAMED = {"noon": time(NOON), "midnight": time()}
_TIME = re.compile(
    r"(?:(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?h?|(?P<hours>\d{1,2})(?P<minutes>\d\d))"
    r"\s*(?:(?P<half>[ap])\.?m\.?)?"
)


def parse_time(text: str) -> time | None:
    """Read a time of day such as 07:30, 7.30 pm, 7pm, 19, 730, 7h30 or noon; None for others."""
    typed = unicodedata.normalize("NFKC", text).strip().casefold()
    found = _TIME.fullmatch(typed)
    if not found:
        return _NAMED.get(typed)
    hour = int(found["hour"] or found["hours"])
    return _time(hour, int(found["minute"] or found["minutes"] or 0), found["half"])


def _time(hour: int, minute: int, half: str | None) -> time | None:
    if half and not 1 <= hour <= NOON:
        return None
    if half:
        hour = hour % NOON + NOON * (half == "p")
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004
