"""Updates by long polling, confirmed only when their work is done.

PTB's own Updater confirms a batch by asking for the next one, before it is handled: a crash
then loses taps and typed answers.
"""

from __future__ import annotations

import asyncio
import enum
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from telegram.error import Conflict, InvalidToken, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.handlers.backlog import Backlog
from bot.handlers.lanes import Handled, Lanes, lane_of, limited, read
from bot.handlers.outage import Backoff, Outage, reach

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from telegram import Bot, Update
    from telegram.request import BaseRequest

    from bot.handlers.lanes import Handle

_log = logging.getLogger(__name__)


class Stopped(enum.Enum):
    """Why the receiver no longer polls."""

    ASKED = enum.auto()
    CONFLICT = enum.auto()
    """Another process polls for this bot."""
    INVALID_TOKEN = enum.auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long the receiver waits for what."""

    poll: timedelta = timedelta(seconds=30)
    """For news, at Telegram's end (which allows 50 seconds)."""
    margin: timedelta = timedelta(seconds=10)
    """For the answer beyond that; then the connection counts as stalled."""
    settle: timedelta = timedelta(milliseconds=50)
    """Between polls while work is under way."""
    repeat: timedelta = timedelta(milliseconds=600)
    """Between polls with the same offset: within 500 ms Telegram shows one update only."""
    limit: timedelta = timedelta(seconds=60)
    """For the work of one update."""
    grace: timedelta = timedelta(seconds=20)
    """For work under way when asked to stop."""
    fresh: timedelta = timedelta(seconds=30)
    """After the start: a conflict this early means that another process was here before."""
    backoff: Backoff = field(default_factory=Backoff)
    tries: int = 20
    """For an update that has to come again; ten minutes with the usual back-off."""


class Receiver:
    """Polls Telegram and hands each update to ``handle``, confirmed when that is done."""

    def __init__(  # noqa: PLR0913 - what one poll depends on
        self,
        bot: Bot,
        polls: BaseRequest,
        handle: Handle,
        *,
        allowed_updates: Sequence[str],
        now: Callable[[], datetime],
        jitter: Callable[[], float],
        timing: Timing = Timing(),
    ) -> None:
        """Poll through ``polls``, which nobody else uses: a stalled poll has it reopened."""
        self._bot = bot
        self._polls = polls
        self._allowed_updates = list(allowed_updates)
        self._now = now
        self._jitter = jitter
        self._timing = timing
        self._handle = limited(handle, timing.limit)
        self._lanes = Lanes(self._persist)
        self._backlog = Backlog()
        self._outage = Outage(timing.backoff, jitter)
        self._moved, self._idle, self._stopping = (asyncio.Event() for _ in range(3))
        self._polling: asyncio.Task[Stopped] | None = None
        self._confirmed = 0
        self._left: set[int] = set()
        self._started = self.last_success = now()

    async def run(self) -> Stopped:
        """Poll until ``stop`` is called or polling is pointless, finish what was begun."""
        self._started = self.last_success = self._now()
        self._polling = asyncio.create_task(self._poll())
        if self._stopping.is_set():
            self._polling.cancel()
        try:
            await asyncio.wait({self._polling})
        finally:
            self._polling.cancel()
        stopped = Stopped.ASKED if self._polling.cancelled() else self._polling.result()
        self._stopping.set()
        await self._lanes.drain(self._timing.grace)
        if stopped is Stopped.ASKED:
            await self._confirm()
        return stopped

    def stop(self) -> None:
        """Fetch no more; ``run`` returns when the work under way is finished and confirmed."""
        self._stopping.set()
        if self._polling is not None:
            self._polling.cancel()

    async def _poll(self) -> Stopped:
        try:
            await reach(self._bot.delete_webhook, self._outage)
            while True:
                await self._round()
        except InvalidToken:
            return Stopped.INVALID_TOKEN
        except Conflict:
            return Stopped.CONFLICT

    async def _round(self) -> None:
        """Fetch once and begin what is new, or wait after a failure."""
        offset = self._backlog.ask()
        try:
            raw_updates = await self._fetch(offset, wait=self._timing.poll)
        except InvalidToken:
            raise
        except (TelegramError, TimeoutError) as error:
            await self._recover(error)
        else:
            self.last_success = self._now()
            self._outage.over()
            for raw in raw_updates:
                self._begin(raw)
            await self._settle(offset)

    async def _fetch(self, offset: int, *, wait: timedelta) -> list[dict[str, Any]]:
        """Call getUpdates past PTB, which would fail on all if it cannot read one of them."""
        parameters = {
            "offset": offset,
            "timeout": wait,
            "allowed_updates": self._allowed_updates,
        }
        data = RequestData([RequestParameter.from_input(*item) for item in parameters.items()])
        async with asyncio.timeout((wait + self._timing.margin).total_seconds()):
            raw_updates = await self._polls.post(
                f"{self._bot.base_url}/getUpdates", data, read_timeout=None
            )
        self._confirmed = offset
        return cast("list[dict[str, Any]]", raw_updates)

    async def _recover(self, error: TelegramError | TimeoutError) -> None:
        """Wait before the next poll. Raises a Conflict that comes right after the start."""
        if isinstance(error, Conflict) and self._now() - self._started < self._timing.fresh:
            raise error
        if isinstance(error, TimedOut | TimeoutError):
            await self._polls.shutdown()
            await self._polls.initialize()
        await asyncio.sleep(self._outage.failed(error).total_seconds())

    def _begin(self, raw: dict[str, Any]) -> None:
        update_id = raw["update_id"]
        if not self._backlog.admit(update_id):
            return
        update = read(raw, self._bot)
        if update is None:
            self._finish(update_id)
            return
        self._idle.clear()
        self._lanes.submit(update).add_done_callback(partial(self._handled, update_id))

    def _handled(self, update_id: int, task: asyncio.Task[Handled]) -> None:
        if not task.cancelled() and task.result() is Handled.DONE:
            self._finish(update_id)

    def _finish(self, update_id: int) -> None:
        before = self._backlog.offset
        self._backlog.finish(update_id)
        if self._backlog.offset != before:
            self._moved.set()
        if self._backlog.empty:
            self._idle.set()

    async def _settle(self, offset: int) -> None:
        """Wait while work is under way: Telegram would repeat those updates at once."""
        if self._backlog.empty:
            return
        await _came(self._idle, within=self._timing.settle)
        if self._backlog.offset == offset:
            self._moved.clear()
            await _came(self._moved, within=self._timing.repeat)

    async def _persist(self, update: Update) -> Handled:
        """Try an update until it is done, often enough, or asked to stop.

        What comes after one that was left waits with it: it must not be done before.
        """
        lane = lane_of(update)
        if lane in self._left:
            return Handled.RETRY
        for failures in range(1, self._timing.tries + 1):
            if await self._handle(update) is Handled.DONE:
                return Handled.DONE
            pause = self._timing.backoff.delay(failures, self._jitter())
            if await _came(self._stopping, within=pause):
                self._left.add(lane)
                return Handled.RETRY
        _log.error("Update %d was given up after %d tries.", update.update_id, failures)
        return Handled.DONE

    async def _confirm(self) -> None:
        """Confirm what was finished since the last poll, so that a restart repeats nothing."""
        if self._backlog.offset == self._confirmed:
            return
        try:
            await self._fetch(self._backlog.offset, wait=timedelta())
        except (TelegramError, TimeoutError) as error:
            _log.warning("The last updates may come again at the next start. (%s)", error)


async def _came(event: asyncio.Event, *, within: timedelta) -> bool:
    try:
        async with asyncio.timeout(within.total_seconds()):
            await event.wait()
    except TimeoutError:
        return False
    return True
