"""The composition root: the only module that knows every concrete part."""

from __future__ import annotations

import asyncio
import enum
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random, SystemRandom
from signal import SIGINT, SIGTERM
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from telegram.error import InvalidToken
from telegram.ext import Application, ApplicationBuilder, ContextTypes, ExtBot

from bot import content
from bot.coach.transaction import Cause, Visit
from bot.handlers import fitting, introduction, mock, nudge, routes
from bot.handlers.context import Desk
from bot.handlers.delivery import Delivery
from bot.handlers.lanes import Handled
from bot.handlers.lookup import Lookup
from bot.handlers.outage import Backoff, Outage, reach
from bot.handlers.pacing import Bucket, Pacer
from bot.handlers.pictures import Album
from bot.handlers.receiver import Receiver, Stopped
from bot.handlers.request import AiohttpRequest
from bot.handlers.webhook import Health, PortTakenError, Webhook, announce, serving
from bot.storage import renaming

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Update

    from bot.questions.bank import Bank
    from bot.settings import Settings
    from bot.storage.database import Database

log = logging.getLogger(__name__)

_CAUSE: ContextVar[Cause | None] = ContextVar("cause", default=None)
"""The update whose work is being done, for every transaction that it leads to."""

P = ParamSpec("P")
R = TypeVar("R")

TICK = timedelta(minutes=1)
GRACE = timedelta(seconds=20)
"""How long work under way may take when the bot is asked to stop."""

PUSHES_A_SECOND = 20
"""Leaves a third of Telegram's limit to the people who chat."""


class Ended(enum.Enum):
    """Why the bot has stopped."""

    ASKED = enum.auto()
    CONFLICT = enum.auto()
    INVALID_TOKEN = enum.auto()
    PORT_TAKEN = enum.auto()


def utc_now() -> datetime:
    """Tell the time; the one clock of the program."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Hotseat:
    """The bot: its parts wired together, and its life from start to stop."""

    settings: Settings
    bank: Bank
    database: Database
    now: Callable[[], datetime] = utc_now
    chance: Random = field(default_factory=SystemRandom)
    application: Application[Any, Any, Any, Any, Any, Any] = field(init=False)
    desk: Desk = field(init=False)
    _polls: AiohttpRequest = field(init=False)
    _requests: AiohttpRequest = field(init=False)
    _threads: ThreadPoolExecutor = field(init=False)
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._threads = ThreadPoolExecutor(self.database.writers, thread_name_prefix="database")
        self._polls = AiohttpRequest(connections=4)
        self._requests = AiohttpRequest()
        api = self.settings.api_url
        bot = ExtBot(
            self.settings.token.get_secret_value(),
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=self._requests,
            get_updates_request=self._polls,
        )
        self.desk = Desk(
            run=self.run_use_case,
            bank=self.bank,
            delivery=Delivery(bot),
            pacer=Pacer(Bucket(per_second=PUSHES_A_SECOND)),
            now=self.now,
            album=Album(partial(content.picture, self.settings.content)),
            lookup=Lookup(self.bank),
            allowed=self.settings.allowed_users,
            owners=self.settings.owners,
        )
        # PTB's types want a class here; what it asks for is something to call for the value.
        context_types = ContextTypes(bot_data=cast("type[Desk]", lambda: self.desk))
        builder = ApplicationBuilder().bot(bot).updater(None).context_types(context_types)
        self.application = builder.build()
        routes.register(self.application)

    async def run_use_case(
        self, act: Callable[Concatenate[Visit, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a use case in one transaction, in a thread of the database's."""
        cause = _CAUSE.get()

        def work() -> R:
            other_names = self.desk.lookup.synonyms
            with self.database.transaction() as session:
                visit = Visit(session, self.bank, self.now(), self.chance, other_names, cause)
                return act(visit, *args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def run(self, *, signals: bool = True) -> Ended:
        """Serve until asked to stop; what was begun then is finished."""
        if signals:
            for signal in (SIGTERM, SIGINT):
                asyncio.get_running_loop().add_signal_handler(signal, self.stop)
        try:
            with self.database.transaction() as session:
                renaming.rename(session, self.bank.renamed)
            return await self._serve()
        finally:
            self._threads.shutdown()
            self.database.close()

    def stop(self) -> None:
        """Ask the bot to stop."""
        self._stopping.set()

    async def tick(self) -> None:
        """Look at once for daily questions that are due, as after a jump of the clock."""
        await nudge.tick(self.desk)
        await mock.tick(self.desk)

    async def _serve(self) -> Ended:
        async with AsyncExitStack() as stack:
            for requests in (self._requests, self._polls):
                stack.push_async_callback(requests.shutdown)  # also when Telegram is not reached
            try:
                if not await self._reach_telegram():
                    return Ended.ASKED
                stack.push_async_callback(self.application.shutdown)
                await self.application.start()
                stack.push_async_callback(self.application.stop)
                self.desk.lookup.prepare()
                self._start_ticking()
                await stack.enter_async_context(fitting.at_night(self.run_use_case))
                return await (self._by_webhook() if self.settings.webhook_url else self._by_polls())
            except InvalidToken:
                return Ended.INVALID_TOKEN
            except PortTakenError:
                return Ended.PORT_TAKEN

    async def _reach_telegram(self) -> bool:
        """Say hello to Telegram, however long the network takes; False when asked to stop."""
        hello = asyncio.create_task(
            reach(self.application.initialize, Outage(Backoff(), self.chance.random))
        )
        if not await self._done_before_stop(hello):
            hello.cancel()
            return False
        await hello
        await introduction.introduce(self.application.bot)
        name, questions = self.application.bot.username, len(self.bank.questions)
        log.info("I am @%s, with %d questions.", name, questions)
        return True

    async def _by_polls(self) -> Ended:
        receiver = Receiver(
            self.application.bot,
            self._polls,
            self._handle,
            allowed_updates=routes.ALLOWED_UPDATES,
            now=utc_now,
            jitter=self.chance.random,
        )

        def last_poll() -> datetime:
            return receiver.last_success

        health = Health(self._database_answers, now=utc_now, last_poll=last_poll)
        async with serving(*self._address(), health=health):
            polling = asyncio.create_task(receiver.run())
            if not await self._done_before_stop(polling):
                receiver.stop()
            return _ENDS[await polling]

    async def _by_webhook(self) -> Ended:
        assert self.settings.webhook_url
        assert self.settings.webhook_secret
        secret = self.settings.webhook_secret.get_secret_value()
        webhook = Webhook(self.application.bot, self._handle, secret=secret)
        health = Health(self._database_answers, now=utc_now)
        path = self.settings.webhook_path
        async with serving(*self._address(), health=health, path=path, webhook=webhook):
            url = self.settings.webhook_url
            allowed = routes.ALLOWED_UPDATES
            announcing = partial(
                announce, self.application.bot, url=url, secret=secret, allowed_updates=allowed
            )
            announced = asyncio.create_task(
                reach(announcing, Outage(Backoff(), self.chance.random))
            )
            if await self._done_before_stop(announced):
                await announced
                await self._stopping.wait()
            announced.cancel()
            await webhook.stop(GRACE)
        return Ended.ASKED

    async def _done_before_stop(self, task: asyncio.Task[Any]) -> bool:
        stopping = asyncio.create_task(self._stopping.wait())
        await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        return task.done()

    async def _handle(self, update: Update) -> Handled:
        user = update.effective_user
        _CAUSE.set(Cause(update.update_id, user.id) if user else None)
        await self.application.process_update(update)
        return Handled.RETRY if update.update_id in self.desk.postponed else Handled.DONE

    async def _database_answers(self) -> bool:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self.database.answers)

    def _start_ticking(self) -> None:
        assert self.application.job_queue
        self.application.create_task(self.tick())  # an interval's first time is its end
        self.application.job_queue.run_repeating(
            lambda _: self.tick(),
            TICK,
            name="daily questions",
            job_kwargs={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def _address(self) -> tuple[str, int]:
        return self.settings.listen, self.settings.port


_ENDS = {
    Stopped.ASKED: Ended.ASKED,
    Stopped.CONFLICT: Ended.CONFLICT,
    Stopped.INVALID_TOKEN: Ended.INVALID_TOKEN,
}
