"""Every Bot API method the stand-in knows, by its name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.sandbox import fetching, identity, inline, media, messages, taps
from bot.sandbox.errors import ApiError
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World

if TYPE_CHECKING:
    from collections.abc import Mapping

Method = Callable[[World, Parameters], Awaitable[object]]

_FAMILIES = (fetching, identity, inline, media, messages, taps)
_METHODS: Mapping[str, tuple[str, Method]] = {
    name.lower(): (name, method) for family in _FAMILIES for name, method in family.METHODS.items()
}


def find(name: str) -> tuple[str, Method]:
    """Return a method and its exact name (case does not matter); raise ApiError if unknown."""
    try:
        return _METHODS[name.lower()]
    except KeyError:
        raise ApiError(404, "Not Found: method not found") from None
