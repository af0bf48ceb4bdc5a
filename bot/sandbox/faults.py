"""Trouble on demand: the next calls of a method fail the way Telegram and networks do."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import timedelta

from bot.sandbox.errors import ApiError, forbidden, too_many_requests

ANY = "*"
"""Stands for every method."""


class FaultKind(enum.StrEnum):
    """The ways in which a call can fail."""

    FLOOD = "flood"  # 429 with retry_after
    BLOCKED = "blocked"  # 403
    BAD_REQUEST = "bad_request"  # 400
    SERVER = "server"  # 500
    HANG = "hang"  # no answer, no effect
    HANG_AFTER = "hang_after"  # no answer, though it took effect
    DROP = "drop"  # the connection breaks, no effect
    DROP_AFTER = "drop_after"  # the connection breaks, though it took effect


TAKES_EFFECT = frozenset({FaultKind.HANG_AFTER, FaultKind.DROP_AFTER})
HANGS = frozenset({FaultKind.HANG, FaultKind.HANG_AFTER})


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to fail."""

    kind: FaultKind
    wait: timedelta = timedelta(seconds=1)
    """What a FLOOD asks for."""

    @property
    def error(self) -> ApiError | None:
        """What the call is answered with; None if it is not answered."""
        return {
            FaultKind.FLOOD: too_many_requests(self.wait),
            FaultKind.BLOCKED: forbidden("bot was blocked by the user"),
            FaultKind.BAD_REQUEST: ApiError(400, "Bad Request: fault on demand"),
            FaultKind.SERVER: ApiError(500, "Internal Server Error: restart"),
        }.get(self.kind)


class Faults:
    """The faults that wait for their calls, in order."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, int | None, Fault]] = []

    def add(
        self,
        *,
        method: str = ANY,
        kind: FaultKind,
        times: int = 1,
        wait: timedelta = timedelta(seconds=1),
        chat: int | None = None,
    ) -> None:
        """Let the next calls of a method fail, all of them or those about one chat."""
        self._waiting += [(method.lower(), chat, Fault(FaultKind(kind), wait))] * times

    def clear(self) -> None:
        """Let everything work again."""
        self._waiting.clear()

    def take(self, method: str, chat: int) -> Fault | None:
        """Use up the next fault that is meant for a call, if any is."""
        for index, (name, place, fault) in enumerate(self._waiting):
            if name in (ANY, method.lower()) and place in (None, chat):
                del self._waiting[index]
                return fault
        return None
