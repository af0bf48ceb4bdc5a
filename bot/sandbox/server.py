"""The sandbox itself: starts and stops everything, and gives tests their people."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from aiohttp import web

from bot.sandbox import acts, events, page
from bot.sandbox.bot_api import BotApi, Call
from bot.sandbox.chats import Account, Chat, ChatKind
from bot.sandbox.control import Control
from bot.sandbox.guard import guard
from bot.sandbox.people import People
from bot.sandbox.person import Person
from bot.sandbox.webhook import FIRST_PAUSE, Webhook
from bot.sandbox.world import World

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime, timedelta
    from pathlib import Path
    from types import TracebackType

    from bot.sandbox.clock import SandboxClock
    from bot.sandbox.faults import Faults
    from bot.sandbox.flood import Flood

TOKEN = "1234567890:AAF1-the-token-of-the-sandbox"  # noqa: S105 - it opens nothing but the sandbox
LARGEST_UPLOAD = 52_000_000
"""Bytes of one request; a file may have 50 MB."""


@dataclass(slots=True)
class Hooks:
    """What the program that embeds the sandbox wants to be asked and told."""

    on_jump: Callable[[], Awaitable[None] | None] | None = None
    """The clock has moved ahead."""
    on_start_over: Callable[[], Awaitable[None] | None] | None = None
    """Everybody and everything said has been forgotten."""
    next_morning: Callable[[int], Awaitable[datetime]] | None = None
    """When should a person's next morning be? Without it: at nine in the browser's zone."""


class Sandbox:
    """A local Telegram: ``async with Sandbox() as sandbox`` serves it at ``sandbox.url``."""

    def __init__(  # noqa: PLR0913 - each has a good default
        self,
        *,
        token: str = TOKEN,
        host: str = "127.0.0.1",
        port: int = 0,
        name: str = "Sandbox",
        username: str = "sandbox_bot",
        state: Path | None = None,
        hooks: Hooks | None = None,
        webhook_pause: timedelta = FIRST_PAUSE,
    ) -> None:
        bot = Account(
            id=int(token.partition(":")[0]), first_name=name, username=username, is_bot=True
        )
        self.token = token
        self.hooks = hooks or Hooks()
        self.world = World(bot, state)
        self._host, self._port = host, port
        self._api = BotApi(self.world, token)
        self._webhook = Webhook(self.world, webhook_pause)
        self._people: dict[int, Person] = {}
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Serve; raise OSError if the port is taken, DamagedStateError for a bad state file."""
        try:
            await self._start()
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """End every request and let go of the port and the state file."""
        self._api.closing.set()
        self.world.feed.tell(events.CLOSING)
        self.world.updates.interrupt()
        await self._webhook.stop()
        if self._runner:
            await self._runner.cleanup()
        self.world.close()

    @property
    def url(self) -> str:
        """The address of the page, and what stands before ``/bot<token>``."""
        return f"http://{self._host}:{self._port}"

    @property
    def clock(self) -> SandboxClock:
        """The time of the sandbox, once it is started."""
        return self.world.clock

    @property
    def calls(self) -> tuple[Call, ...]:
        """What the bot has called, oldest first."""
        return self._api.calls

    @property
    def faults(self) -> Faults:
        """The trouble that waits for the bot."""
        return self._api.faults

    @property
    def flood(self) -> Flood:
        """The limits on sending; set ``flood.limits`` to switch them on."""
        return self._api.flood

    def person(
        self,
        first_name: str = "Tester",
        *,
        number: int | None = None,
        language_code: str = "en",
        username: str = "",
    ) -> Person:
        """Return the person of that name (or id), who joins if there is none."""
        for account in self.world.accounts.values():
            if account.id == number or (number is None and account.first_name == first_name):
                return self._people.setdefault(account.id, Person(self.world, account.id))
        account = Account(
            id=number or self.world.next_account_id(),
            first_name=first_name,
            language_code=language_code,
            username=username,
        )
        self.world.add_account(account)
        self._people[account.id] = Person(self.world, account.id)
        return self._people[account.id]

    def group(self, title: str, *people: Person) -> Chat:
        """Open a group of people and the bot; the first of them has invited it."""
        number = -1_000_001 - sum(place.id < 0 for place in self.world.chats.values())
        members = tuple(person.id for person in people)
        chat = Chat(id=number, kind=ChatKind.GROUP, title=title, members=members, started=True)
        acts.add_to_group(self.world, chat, by=members[0])
        return chat

    async def jump_to(self, when: datetime) -> None:
        """Move the clock ahead and let the embedding program act on it at once."""
        self.world.jump_to(when)
        await _told(self.hooks.on_jump)

    async def start_over(self) -> None:
        """Forget everybody and all that was said."""
        self.world.clear()
        self._people.clear()
        await _told(self.hooks.on_start_over)

    async def _start(self) -> None:
        self.world.open()
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self._webhook.start()

    def _application(self) -> web.Application:
        application = web.Application(
            client_max_size=LARGEST_UPLOAD, middlewares=[guard(self._host)]
        )
        application.add_routes(self._api.routes())
        application.add_routes([*page.routes(), *People(self).routes(), *Control(self).routes()])
        return application


async def _told(hook: Callable[[], Awaitable[None] | None] | None) -> None:
    outcome = hook() if hook else None
    if inspect.isawaitable(outcome):
        await outcome
