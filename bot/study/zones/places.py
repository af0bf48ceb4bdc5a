"""A typed city, country, zone or offset -> the places it may mean."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.study.zones import cities
from bot.study.zones.iana import canonical
from bot.study.zones.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.study.zones.cities import City

LONGEST = 40
"""Letters of the longest text that is taken for a place and not for a sentence."""
MOST = 6
"""Places that one name may mean."""
OVERWHELMING = 20
"""How many times more populous the first place is when another is not worth asking about."""

_FAMOUS = 500_000
"""People of a city that is guessed from a typing error: every small town would be too many."""
_CLOSE = 0.86
"""Likeness that one letter too many or too few has, one wrong letter only in a long name."""
_MISTYPED = range(5, 20)
_SHORTEST_NAME = 6
_ENGLISH = {"change", "changing", "colon", "haiku", "joining", "pruning", "settle"}
"""Words that are one letter away from a famous city, as far as a large vocabulary shows."""
_SHORT = {
    "uae": "united arab emirates",
    "uk": "united kingdom",
    "us": "united states",
    "usa": "united states",
}
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?", re.IGNORECASE)
_TURNED = {"+": "-", "-": "+"}  # Etc/GMT-3 lies east of Greenwich, where people say UTC+3
_FIXED = re.compile(r"Etc/GMT([+-])(\d+)")
_FRACTIONS = {
    "-9:30": "Pacific/Marquesas",
    "-3:30": "America/St_Johns",
    "+3:30": "Asia/Tehran",
    "+4:30": "Asia/Kabul",
    "+5:30": "Asia/Kolkata",
    "+5:45": "Asia/Kathmandu",
    "+6:30": "Asia/Yangon",
    "+8:45": "Australia/Eucla",
    "+9:30": "Australia/Adelaide",
    "+10:30": "Australia/Lord_Howe",
    "+12:45": "Pacific/Chatham",
}


@dataclass(frozen=True, slots=True)
class Place:
    """What a text may mean: a place with its country, empty for a bare offset, and its zone."""

    name: str
    country: str
    zone: str


def find_place(text: str) -> tuple[Place, ...]:
    """Find what a text may mean as a place, the most populous first; nothing for a sentence.

    Understood are cities in many spellings and with small typing errors, also followed by a comma
    and the country; countries; IANA's zones; and offsets. A whole hour such as UTC+3 becomes the
    zone of that fixed offset. Another offset, such as +5:30, becomes the most populous zone that
    has it as its standard time.
    """
    typed = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").strip()
    if not typed or len(typed) > LONGEST:
        return ()
    return (
        _offset(typed)
        or _places(_cities(typed))
        or _places(cities.cities_of(_country(typed)))
        or _zone(typed)
        or _places(_mistyped(plain(typed)))
    )


def _cities(typed: str) -> Sequence[City]:
    whole = _spelt(plain(typed))
    name, comma, country = typed.rpartition(",")
    if whole or not comma:
        return whole
    where = _country(country)
    return [city for city in cities.cities_spelt(plain(name)) if city.country == where]


def _spelt(key: str) -> Sequence[City]:
    """Find cities by spelling; a nickname is no match beside a bigger city of that very name."""
    found = cities.cities_spelt(key)
    named = max((city.population for city in found if plain(city.name) == key), default=-1)
    return [city for city in found if plain(city.name) == key or city.population > named]


def _country(typed: str) -> str:
    name = typed.strip().casefold()
    return cities.countries().get(_SHORT.get(name, name), "")


def _places(found: Iterable[City]) -> tuple[Place, ...]:
    distinct: dict[tuple[str, str], City] = {}
    for city in found:
        distinct.setdefault((city.zone, city.country), city)
    shown = list(distinct.values())[:MOST]
    least = shown[0].population / OVERWHELMING if shown else 0
    return tuple(Place(c.name, c.country, c.zone) for c in shown if c.population >= least)


def _offset(typed: str) -> tuple[Place, ...]:
    found = _OFFSET.fullmatch(typed)
    if not found:
        return ()
    sign, hours, minutes = found[1], int(found[2]), int(found[3] or 0)
    if minutes:
        return _fraction(f"{sign}{hours}:{minutes}")
    return _zone(f"Etc/GMT{_TURNED[sign]}{hours}" if hours else "UTC")


def _fraction(offset: str) -> tuple[Place, ...]:
    zone = _FRACTIONS.get(offset)
    if zone is None:
        return ()
    return (Place(f"UTC{offset}", cities.inhabited()[zone].city.country, zone),)


def _zone(typed: str) -> tuple[Place, ...]:
    zone = canonical(typed)
    if zone is None:
        return ()
    if zone in cities.inhabited():
        return _places([cities.inhabited()[zone].city])
    fixed = _FIXED.fullmatch(zone)
    name = f"UTC{_TURNED[fixed[1]]}{fixed[2]}" if fixed else zone.rpartition("/")[2]
    return (Place(name, "", zone),)


def _mistyped(key: str) -> Sequence[City]:
    if len(key) not in _MISTYPED or not key.isascii() or not key.isalpha() or key in _ENGLISH:
        return ()
    lengths = range(max(len(key) - 1, _SHORTEST_NAME), len(key) + 2)
    names = cities.names_like(key[0], lengths, _FAMOUS)
    close = difflib.get_close_matches(key, names, n=1, cutoff=_CLOSE)
    return _spelt(close[0]) if close else ()
