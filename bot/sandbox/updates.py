"""The updates that wait for the bot, and the one long poll that fetches them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, cast

from bot.sandbox.errors import ApiError, conflict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import timedelta

    from bot.sandbox.chats import Object
    from bot.sandbox.store import Shelf

OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
BATCH = 100

_FIRST = 100_000_001


@dataclass(frozen=True, slots=True)
class Update:
    """One thing the bot has not confirmed yet."""

    id: int
    kind: str
    chat: int
    body: dict[str, object]

    def plain(self) -> Object:
        """Write it as the Bot API does."""
        return {"update_id": self.id, self.kind: self.body}


class Updates:
    """The queue of updates; whatever fetches them first confirms the ones before."""

    def __init__(self, waiting: Shelf[int, Update], settings: Shelf[str, object]) -> None:
        self.waiting = waiting
        self.on_push: Callable[[], None] = lambda: None
        self.on_confirm: Callable[[], None] = lambda: None
        self._settings = settings
        self._poll: asyncio.Future[None] | None = None

    def push(self, kind: str, chat: int, body: Object) -> None:
        """Queue an update, if the bot wants this kind."""
        if not self._wanted(kind):
            return
        number = cast("int", self._settings.get("last_update") or _FIRST - 1) + 1
        self._settings["last_update"] = number
        self.waiting[number] = Update(number, kind, chat, body)
        self._wake()
        self.on_push()

    def allow(self, kinds: object) -> None:
        """Choose the kinds of update from now on; None keeps the choice, an empty list resets."""
        if isinstance(kinds, list):
            self._settings["allowed_updates"] = [str(kind) for kind in kinds]

    @property
    def allowed(self) -> list[str]:
        """The kinds the bot chose; empty for the default."""
        return cast("list[str]", self._settings.get("allowed_updates") or [])

    def confirm(self, offset: int) -> None:
        """Forget what lies before an offset; a negative one counts from the end."""
        if offset < 0:
            offset = next(iter([*self.waiting][offset:]), 0)
        for number in [number for number in self.waiting if number < offset]:
            self.done(number)

    def done(self, number: int) -> None:
        """Forget one update, which the bot has accepted."""
        if number in self.waiting:
            del self.waiting[number]
            self.on_confirm()

    async def fetch(self, *, limit: int, patience: timedelta) -> list[Object]:
        """Return the oldest updates, waiting for the first one; ends an older fetch with 409."""
        self.interrupt(conflict(OTHER_POLL))
        if not self.waiting and patience:
            await self._wait(patience)
        limit = limit if 1 <= limit <= BATCH else BATCH
        return [self.waiting[number].plain() for number in islice(self.waiting, limit)]

    @property
    def is_waited_for(self) -> bool:
        """Whether a fetch is under way that waits for something to come."""
        return self._poll is not None and not self._poll.done()

    def interrupt(self, reason: ApiError | None = None) -> None:
        """End a fetch that waits, with an error or empty-handed."""
        if reason is None:
            self._wake()
        elif self._poll is not None and not self._poll.done():
            self._poll.set_exception(reason)

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    async def _wait(self, patience: timedelta) -> None:
        self._poll = poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(patience.total_seconds()):
                await poll
        except TimeoutError:
            return
