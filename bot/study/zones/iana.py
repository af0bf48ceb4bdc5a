"""Names of time zones as IANA's database has them, and what became of the old ones."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from bot.study.zones.cities import inhabited

if TYPE_CHECKING:
    from collections.abc import Mapping


def canonical(name: str) -> str | None:
    """Give the zone that a name in any case stands for today, None when there is no such name.

    A zone that some country lives by keeps its name, even where the database links it to a
    neighbour's: Europe/Amsterdam is no old name of Europe/Brussels.
    """
    return _names().get(name.strip().replace(" ", "_").casefold())


@cache
def _names() -> Mapping[str, str]:
    text = (files("tzdata") / "zoneinfo/tzdata.zi").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if line[:2] in {"Z ", "L "}]
    zones = {row[1]: row[1] for row in rows if row[0] == "Z"}
    links = {row[2]: row[1] for row in rows if row[0] == "L"}
    own = {name: name for name in inhabited()}
    return {name.casefold(): zone for name, zone in (zones | links | own).items()}
