"""What every handler works with: typed, and made once in ``app.py``."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram.ext import CallbackContext, ExtBot

from bot.handlers.drawn import Drawn
from bot.handlers.parcels import Parcels

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.coach.transaction import Run
    from bot.handlers.delivery import Delivery
    from bot.handlers.lookup import Lookup
    from bot.handlers.pacing import Pacer
    from bot.handlers.pictures import Album
    from bot.questions.bank import Bank


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts that handlers use, and the updates whose work could not be done for now."""

    run: Run
    bank: Bank
    delivery: Delivery
    pacer: Pacer
    now: Callable[[], datetime]
    album: Album
    lookup: Lookup
    allowed: frozenset[int] = frozenset()
    owners: frozenset[int] = frozenset()
    """Who looks after the reports."""

    parcels: Parcels = field(default_factory=Parcels)
    drawn: Drawn = field(default_factory=Drawn)
    postponed: set[int] = field(default_factory=set)
    ticking: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while daily questions go out: what is on its way must not be sent again."""


Context: TypeAlias = CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Desk]
