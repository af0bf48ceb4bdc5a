"""Brings updates to the bot's webhook, in order within a chat, again and again until accepted."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import aiohttp

from bot.sandbox.fetching import webhook

if TYPE_CHECKING:
    from bot.sandbox.updates import Update
    from bot.sandbox.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(seconds=60)
PATIENCE = aiohttp.ClientTimeout(total=60)


class Webhook:
    """Delivers whatever waits as long as a webhook is set."""

    def __init__(self, world: World, pause: timedelta = FIRST_PAUSE) -> None:
        self._world = world
        self._pause = pause
        self._couriers: dict[int, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None

    def start(self) -> None:
        """Deliver from now on."""
        self._session = aiohttp.ClientSession(timeout=PATIENCE)
        self._world.updates.on_push = self._dispatch
        self._dispatch()

    async def stop(self) -> None:
        """Leave what waits to the next start."""
        self._world.updates.on_push = lambda: None
        for courier in [*self._couriers.values()]:
            courier.cancel()
        await asyncio.gather(*self._couriers.values(), return_exceptions=True)
        if self._session:
            await self._session.close()

    def _dispatch(self) -> None:
        """Put a courier on every chat that has something waiting and none on the way."""
        if webhook(self._world) is None:
            return
        for update in self._world.updates.waiting.values():
            if update.chat not in self._couriers:
                self._couriers[update.chat] = asyncio.create_task(self._carry(update.chat))

    async def _carry(self, chat: int) -> None:
        try:
            while update := self._next(chat):
                await self._deliver(update)
        finally:
            del self._couriers[chat]

    def _next(self, chat: int) -> Update | None:
        if webhook(self._world) is None:
            return None
        waiting = self._world.updates.waiting.values()
        return next((update for update in waiting if update.chat == chat), None)

    async def _deliver(self, update: Update) -> None:
        pause = self._pause
        while (target := webhook(self._world)) and update.id in self._world.updates.waiting:
            if await self._post(update, target):
                self._world.updates.done(update.id)
                return
            await asyncio.sleep(pause.total_seconds())
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _post(self, update: Update, target: dict[str, str]) -> bool:
        assert self._session
        headers = {SECRET_HEADER: target["secret"]} if target["secret"] else {}
        try:
            sending = self._session.post(target["url"], json=update.plain(), headers=headers)
            async with sending as response:
                return response.ok
        except (aiohttp.ClientError, TimeoutError):
            return False
