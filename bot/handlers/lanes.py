"""Updates in order for one learner, side by side for different ones."""

from __future__ import annotations

import asyncio
import enum
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from telegram import Bot, Update

if TYPE_CHECKING:
    from datetime import timedelta

_log = logging.getLogger(__name__)
_COMMON_LANE = 0


class Handled(enum.Enum):
    """What became of an update."""

    DONE = enum.auto()
    """Its work is committed, or will never succeed: Telegram may forget it."""
    RETRY = enum.auto()
    """The database or the disk did not let it be done; it has to come again."""


Handle = Callable[[Update], Awaitable[Handled]]


class Lanes:
    """Runs a handler on updates: those of one learner in the order in which they came.

    How many run at once is bounded where they come from: Telegram shows at most 100
    unconfirmed updates, and opens as many webhook connections as setWebhook allows.
    """

    def __init__(self, handle: Handle) -> None:
        """Run ``handle``, which must not raise (see ``limited``)."""
        self._handle = handle
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._under_way: dict[int, asyncio.Task[Handled]] = {}

    def submit(self, update: Update) -> asyncio.Task[Handled]:
        """Begin an update when its turn comes; one already under way is not begun again."""
        task = self._under_way.get(update.update_id)
        if task is None:
            task = asyncio.create_task(self._in_turn(update))
            self._under_way[update.update_id] = task
            task.add_done_callback(lambda _: self._under_way.pop(update.update_id))
        return task

    async def drain(self, grace: timedelta) -> None:
        """Wait until everything submitted is finished; cancel what is not within the grace."""
        if self._under_way:
            _, late = await asyncio.wait(self._under_way.values(), timeout=grace.total_seconds())
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _in_turn(self, update: Update) -> Handled:
        turn = self._turns.setdefault(lane_of(update), asyncio.Lock())
        async with turn:  # a lock serves those who wait in the order in which they came
            return await self._handle(update)


def lane_of(update: Update) -> int:
    """Name the lane of an update: its user, else its chat, else one that all others share."""
    for origin in (update.effective_user, update.effective_chat):
        if origin is not None:
            return origin.id
    return _COMMON_LANE


def limited(handle: Handle, limit: timedelta) -> Handle:
    """Make a handler that never raises and takes at most ``limit``; a failure counts as done."""

    async def within_limit(update: Update) -> Handled:
        try:
            async with asyncio.timeout(limit.total_seconds()) as scope:
                return await handle(update)
        except Exception:  # noqa: BLE001 - the last resort; nothing may stop the lane
            if scope.expired():
                _log.error("Update %d was given up after %s.", update.update_id, limit)
            else:
                _log.exception("Update %d could not be handled.", update.update_id)
        return Handled.DONE

    return within_limit


def read(raw: dict[str, Any], bot: Bot) -> Update | None:
    """Read one update of Telegram's; None, with a line in the log, when PTB cannot.

    Such an update has to count as finished, or it would come again for ever.
    """
    try:
        return Update.de_json(raw, bot)
    except Exception as error:  # noqa: BLE001 - PTB raises whatever a missing field leads to
        kind = type(error).__name__
        _log.error("Update %s cannot be read (%s) and is left out.", raw.get("update_id"), kind)
        return None
