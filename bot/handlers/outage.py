"""What to do while Telegram cannot be reached: wait ever longer, and say so once."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waits that double from ``first`` to ``longest``."""

    first: timedelta = timedelta(seconds=1)
    longest: timedelta = timedelta(seconds=30)

    def delay(self, failures: int, jitter: float) -> timedelta:
        """Return the wait after so many failures in a row, shortened by up to half.

        ``jitter`` lies between 0 and 1, drawn anew each time, so that many bots do not
        come back at once.
        """
        doublings = min(failures - 1, 32)
        return min(self.first * (1 << doublings), self.longest) * (1 - jitter / 2)


class Outage:
    """Counts failures in a row: a warning at the first, a line when it is over."""

    def __init__(self, backoff: Backoff, jitter: Callable[[], float]) -> None:
        """Wait as ``backoff`` says, with a draw from ``jitter`` each time."""
        self._backoff = backoff
        self._jitter = jitter
        self._failures = 0

    def failed(self, error: Exception) -> timedelta:
        """Note a failure and return how long to wait before the next attempt."""
        self._failures += 1
        if self._failures == 1:
            reason = str(error) or type(error).__name__
            _log.warning("A request to Telegram failed; trying until it succeeds. (%s)", reason)
        if isinstance(error, RetryAfter):
            return _asked_wait(error)
        return self._backoff.delay(self._failures, self._jitter())

    def over(self) -> None:
        """Note a success."""
        if self._failures:
            _log.info("Telegram answers again, after %d failed requests.", self._failures)
        self._failures = 0


async def reach(call: Callable[[], Awaitable[T]], outage: Outage) -> T:
    """Repeat a call until Telegram answers it. Raises what Telegram answers by way of refusal."""
    while True:
        try:
            result = await call()
        except BadRequest:
            raise
        except (NetworkError, RetryAfter) as error:
            delay = outage.failed(error)
        else:
            outage.over()
            return result
        await asyncio.sleep(delay.total_seconds())


def _asked_wait(error: RetryAfter) -> timedelta:
    asked = error.retry_after
    return asked if isinstance(asked, timedelta) else timedelta(seconds=asked)
