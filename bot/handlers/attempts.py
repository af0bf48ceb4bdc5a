"""Requests to Telegram, tried again where that is right: the one place that knows its errors."""

from __future__ import annotations

import asyncio
import enum
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.handlers.request import surely_not_sent

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LONGEST_WAIT = timedelta(seconds=3)
"""How long an update waits for Telegram's flood limit: slow ones hold up everybody's updates."""

_PAUSES = tuple(timedelta(seconds=seconds) for seconds in (0.3, 1))
"""Pauses before a request is made again that has not reached Telegram."""


class Outcome(enum.Enum):
    """What is known of a request after trying."""

    SENT = enum.auto()
    UNKNOWN = enum.auto()  # it may have taken effect, and must not be repeated blindly
    NOT_SENT = enum.auto()
    UNREACHABLE = enum.auto()  # the person has blocked the bot or is gone
    GONE = enum.auto()  # the message is no longer there
    REFUSED = enum.auto()  # Telegram does not take this picture, sound or table


_MEANINGS = {
    "message is not modified": Outcome.SENT,
    "query is too old": Outcome.SENT,
    "message to edit not found": Outcome.GONE,
    "message can't be edited": Outcome.GONE,
    "message to delete not found": Outcome.GONE,
    "message can't be deleted": Outcome.GONE,
    "message_id_invalid": Outcome.GONE,
    "chat not found": Outcome.UNREACHABLE,
    "user not found": Outcome.UNREACHABLE,
    "peer_id_invalid": Outcome.UNREACHABLE,
}
"""Refusals that are facts; any other one is a bug of ours."""


class Attempts:
    """Makes requests, and keeps quiet towards a chat for as long as Telegram wants it."""

    def __init__(self) -> None:
        self._quiet_until: dict[int, float] = {}

    async def make(
        self,
        call: Callable[[], Awaitable[object]],
        chat_id: int,
        *,
        patient: bool,
        repeat: Callable[[TelegramError], bool],
    ) -> Outcome:
        """Make a request, again after a pause where that is right, and say what is known."""
        for pause in (*_PAUSES, None):
            try:
                await call()
            except RetryAfter as error:
                wait = self._keep_quiet(chat_id, error)
                if pause is None or not patient or wait > LONGEST_WAIT:
                    return Outcome.NOT_SENT
            except TelegramError as error:
                outcome = _meaning(error)
                if outcome is not Outcome.NOT_SENT and not _is_passing(error):
                    return outcome
                if pause is None or not repeat(error):
                    return outcome
                wait = pause
            else:
                return Outcome.SENT
            await asyncio.sleep(wait.total_seconds())
        return Outcome.NOT_SENT

    def must_be_quiet(self, chat_id: int) -> bool:
        """Tell whether Telegram wants nothing more for a chat just now."""
        until = self._quiet_until.get(chat_id)
        return until is not None and until > asyncio.get_running_loop().time()

    def _keep_quiet(self, chat_id: int, error: RetryAfter) -> timedelta:
        """Note until when Telegram wants nothing more for a chat; tell how long that is."""
        wait = cast("timedelta", error.retry_after)  # PTB_TIMEDELTA is set by our request
        now = asyncio.get_running_loop().time()
        self._quiet_until = {c: t for c, t in self._quiet_until.items() if t > now}
        self._quiet_until[chat_id] = now + wait.total_seconds()
        return wait


def _is_passing(error: TelegramError) -> bool:
    """Tell whether it was the network or Telegram's own trouble, not a refusal."""
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)


def _meaning(error: TelegramError) -> Outcome:
    """Tell what an error says of the request. Raises it when it is a bug of ours."""
    if isinstance(error, Forbidden):
        return Outcome.UNREACHABLE
    if _is_passing(error):
        return Outcome.NOT_SENT if surely_not_sent(error) else Outcome.UNKNOWN
    meaning = fact(error)
    if meaning is None:
        raise error
    return meaning


def fact(error: TelegramError) -> Outcome | None:
    """Tell what a refusal says of the chat or the message; None when it is about the request."""
    text = error.message.lower()  # PTB changes the case of what Telegram says
    return next((meaning for sentence, meaning in _MEANINGS.items() if sentence in text), None)
