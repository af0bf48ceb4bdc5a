"""The sandbox's time: real time plus an offset that only grows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class SandboxClock:
    """A clock that can jump ahead, and never goes back."""

    def __init__(self) -> None:
        self._offset = timedelta(0)
        self._latest = datetime.now(UTC)

    @property
    def offset(self) -> timedelta:
        """How far this clock is ahead of real time."""
        return self._offset

    def now(self) -> datetime:
        """Return the sandbox's time, in UTC, never earlier than what was returned before."""
        self._latest = max(self._latest, datetime.now(UTC) + self._offset)
        return self._latest

    def jump_to(self, when: datetime) -> None:
        """Move ahead to an aware datetime; raise ValueError if it has passed."""
        self.advance(when - self.now())

    def advance(self, by: timedelta) -> None:
        """Move ahead; raise ValueError for a step back."""
        if by < timedelta(0):
            raise ValueError(f"It is {self.now():%Y-%m-%d %H:%M} UTC; the clock never goes back.")
        self._offset += by
