"""The cities of the world, kept as the bytes of their file, which is its own index.

A row is sought by its spelling, `|spelling|`, and read when it is found: less than a megabyte is
held, and a look-up takes well below a millisecond.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class City:
    """A city, how many people live there, and the zone they live by."""

    name: str
    country: str
    population: int
    zone: str


@dataclass(frozen=True, slots=True)
class Inhabited:
    """The people of all listed cities of a zone, and the most populous of these cities."""

    population: int
    city: City


def cities_spelt(spelling: str) -> tuple[City, ...]:
    """Find the cities with a plain spelling, the most populous first."""
    return tuple(_found(f"|{spelling}|".encode())) if spelling else ()


def cities_of(country: str) -> tuple[City, ...]:
    """Find the cities of a country, the most populous first."""
    return tuple(_found(f"\t{country}\t".encode())) if country else ()


def names_like(initial: str, lengths: range, least: int) -> list[str]:
    """List the plain names of cities with at least so many people, by first letter and length."""
    text = _rows()
    shortest, longest = lengths[0] - 1, lengths[-1] - 1
    like = re.compile(rf"\t(\d+)\t[^\t]+\t\|({initial}[a-z]{{{shortest},{longest}}})\|".encode())
    return [name.decode() for people, name in like.findall(text) if int(people) >= least]


@cache
def countries() -> Mapping[str, str]:
    """Map the name of every country, in lower case, to its usual form."""
    return {zone.city.country.casefold(): zone.city.country for zone in inhabited().values()}


@cache
def inhabited() -> Mapping[str, Inhabited]:
    """Map every zone to its people and its most populous city, the most populous zone first."""
    zones: dict[str, Inhabited] = {}
    for line in _rows().splitlines()[1:]:
        city = _city(line)
        before = zones.get(city.zone, Inhabited(0, city))
        zones[city.zone] = Inhabited(before.population + city.population, before.city)
    return dict(sorted(zones.items(), key=lambda zone: -zone[1].population))


def _found(needle: bytes) -> Iterator[City]:
    text = _rows()
    at = text.find(needle)
    while at >= 0:
        end = text.find(b"\n", at)
        yield _city(text[text.rfind(b"\n", 0, at) + 1 : end])
        at = text.find(needle, end)


def _city(line: bytes) -> City:
    name, country, population, zone, _ = line.decode().split("\t")
    return City(name, country, int(population), zone)


@cache
def _rows() -> bytes:
    text = (files("bot.study.zones") / "cities.tsv").read_bytes()
    return text[text.index(b"\n", text.rindex(b"\n#") + 1) :]
