"""Telegram's limits on how fast a bot may send; its own figures are not published."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from datetime import timedelta

from bot.sandbox.errors import too_many_requests

WINDOW = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class FloodLimits:
    """How many messages may go out within a second, in all and to one chat."""

    overall: int = 30
    chat: int = 20
    wait: timedelta = timedelta(seconds=3)
    """What the refusal asks for."""


class Flood:
    """Counts what was sent; refuses what comes too fast once limits are set."""

    def __init__(self, limits: FloodLimits | None = None) -> None:
        self.limits = limits
        self._sent: deque[tuple[float, int]] = deque()

    def admit(self, method: str, chat: int) -> None:
        """Count one call; raise ApiError if it is one too many."""
        if self.limits is None or not _counts(method):
            return
        now = time.monotonic()
        while self._sent and now - self._sent[0][0] > WINDOW.total_seconds():
            self._sent.popleft()
        here = sum(place == chat for _, place in self._sent)
        if len(self._sent) >= self.limits.overall or here >= self.limits.chat:
            raise too_many_requests(self.limits.wait)
        self._sent.append((now, chat))


def _counts(method: str) -> bool:
    return method.startswith(("send", "edit")) and method != "sendChatAction"
