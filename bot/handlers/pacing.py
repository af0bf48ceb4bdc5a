"""How fast pushes may go out, so that Telegram never has to slow down the people who chat.

Own lines rather than aiolimiter: it would need the same wrapper for the bound on how many are
under way, and a test cannot give it a clock.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


class Bucket:
    """A token bucket: ``burst`` at once, then ``per_second``; pure, the time is an argument."""

    def __init__(self, per_second: float, burst: int = 1) -> None:
        """Start full."""
        self._interval = 1 / per_second
        self._slack = (burst - 1) * self._interval
        self._next = float("-inf")

    def take(self, now: float) -> float:
        """Take a token at ``now``, in seconds of any steady clock; return how long to wait."""
        due = max(self._next, now - self._slack)
        self._next = due + self._interval
        return max(0.0, due - now)


class Pacer:
    """Lets sends through one by one: ``async with pacer: await send()``.

    At most ``at_once`` are inside. A send that Telegram puts off (RetryAfter) has to leave
    and come back later: one that waits inside keeps its place from the others.
    """

    def __init__(
        self,
        bucket: Bucket,
        *,
        at_once: int = 8,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Read and sleep seconds; ``now`` never goes back."""
        self._bucket = bucket
        self._places = asyncio.Semaphore(at_once)
        self._now = now
        self._sleep = sleep

    async def __aenter__(self) -> Self:
        await self._places.acquire()
        try:
            await self._sleep(self._bucket.take(self._now()))
        except BaseException:  # cancelled while waiting: the place must not be lost
            self._places.release()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        self._places.release()
