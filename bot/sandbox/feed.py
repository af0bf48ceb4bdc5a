"""Tells whoever listens what has just happened: open pages, and tests that wait for something."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.sandbox.chats import Object

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, in one chat or (None) for everybody."""

    kind: str
    chat: int | None
    body: Object


class Feed:
    """The order of events, and who hears of them."""

    def __init__(self) -> None:
        self.ordinal = 0
        self._listeners: set[asyncio.Queue[Event]] = set()
        self._changed = asyncio.Event()

    def tell(self, kind: str, chat: int | None = None, body: Object | None = None) -> None:
        """Let everybody who listens or waits know of an event."""
        for listener in self._listeners:
            listener.put_nowait(Event(kind, chat, body or {}))
        self.ordinal += 1
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    @contextmanager
    def listen(self) -> Iterator[asyncio.Queue[Event]]:
        """Hear every event from now on."""
        queue: asyncio.Queue[Event] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield queue
        finally:
            self._listeners.discard(queue)

    async def until(self, look: Callable[[], Found | None]) -> Found:
        """Wait until a look at the world finds something."""
        while (found := look()) is None:
            await self._changed.wait()
        return found
