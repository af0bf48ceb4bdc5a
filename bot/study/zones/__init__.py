"""From "What time is it for you?", or a typed city, to an IANA time zone.

``clocks``      tells what times it is in the world, and where;
``places``      finds what a typed place means: a city, country, zone or offset;
``typed_time``  reads a typed time of day;
``cities``      holds the cities of the world, ``spelling`` their one plain spelling,
                and ``iana`` the names of zones.
"""

from bot.study.zones.clocks import LocalTime, ZoneChoice, local_times, zones_at
from bot.study.zones.places import Place, find_place
from bot.study.zones.typed_time import parse_time

__all__ = [
    "LocalTime",
    "Place",
    "ZoneChoice",
    "find_place",
    "local_times",
    "parse_time",
    "zones_at",
]
