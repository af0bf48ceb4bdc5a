"""The real bot over HTTP against the sandbox, spoken to as a person would."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from bot.app import Hotseat
from bot.sandbox import Hooks, Message, Person, Sandbox
from bot.settings import ANY_PORT, given
from bot.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from pathlib import Path

    from bot.questions.bank import Bank

START = timedelta(days=1)


@dataclass
class Stage:
    """A sandbox and a bot that can be restarted on the same database."""

    sandbox: Sandbox
    bank: Bank
    folder: Path
    hooks: Hooks

    @asynccontextmanager
    async def bot(self, *allowed: int, owners: Iterable[int] = ()) -> AsyncIterator[Hotseat]:
        """Run the bot for a while, for everybody or for some."""
        database = Database(f"sqlite:///{self.folder}/bot.db")
        database.migrate()
        hotseat = Hotseat(
            given(
                token=SecretStr(self.sandbox.token),
                api_url=self.sandbox.url,
                allowed_users=frozenset(allowed),
                owners=frozenset(owners),
                port=ANY_PORT,
            ),
            self.bank,
            database,
            now=self.sandbox.clock.now,
            chance=Random(7),
        )
        self.hooks.on_jump = hotseat.tick
        running = asyncio.create_task(hotseat.run(signals=False))
        try:
            yield hotseat
        finally:
            self.hooks.on_jump = None
            hotseat.stop()
            await running


@pytest.fixture
async def stage(bank: Bank, tmp_path: Path) -> AsyncIterator[Stage]:
    """A sandbox without a bot."""
    hooks = Hooks()
    async with Sandbox(hooks=hooks) as sandbox:
        noon = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0) + START
        await sandbox.jump_to(noon)
        yield Stage(sandbox, bank, tmp_path, hooks)


@pytest.fixture
async def phone(stage: Stage) -> AsyncIterator[Person]:
    """A person in a private chat with a bot that runs."""
    async with stage.bot():
        yield stage.sandbox.person()


async def set_up(phone: Person, zone: str = "") -> None:
    """Answer the first questions in the quickest way, with or without a zone."""
    await phone.says("/start")
    await phone.sees("Which level")
    await phone.taps("All levels")
    await phone.sees("Which areas")
    await phone.taps("All areas")
    await phone.sees("What time is it")
    if zone:
        await phone.says(zone)
    else:
        await phone.taps("Skip")
    await phone.sees("What is")


def asks(message: Message) -> bool:
    """Tell whether a message puts a question that is not revealed yet."""
    return message.labels[:1] == (("Show answer",),) and ("Skip today", "Hide") in message.labels


async def answer(phone: Person, grade: str) -> None:
    """Look at the answer of the open question and grade it."""
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    await phone.taps(grade)
