"""The bot as a process of its own, started, stopped and killed as on a server."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from bot.sandbox import Person, Sandbox
from bot.storage.database import Database
from bot.storage.tables import PromptRow
from tests.conftest import AREAS, ROOT, content_file

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

TOKEN = "1234567890:AAF1-the-token-of-the-crash-tests"
PATIENCE = timedelta(seconds=40)


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Machine:
    """A machine on which the bot's process can be killed and started again."""

    url: str
    folder: Path
    variables: dict[str, str] = field(default_factory=dict)
    process: asyncio.subprocess.Process | None = None
    sandbox: Sandbox = field(default_factory=Sandbox)
    log: str = ""
    """Everything that the bot has written to standard error."""
    written: asyncio.Condition = field(default_factory=asyncio.Condition)
    reading: asyncio.Task[None] | None = None

    @property
    def database(self) -> str:
        return f"{self.folder}/bot.db"

    async def start(self) -> None:
        """Start the process; its standard error goes to a file."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
        settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": self.url,
            "BOT_DATABASE_URL": f"sqlite:///{self.database}",
            "BOT_CONTENT": f"{self.folder}/content",
            "BOT_PORT": str(free_port()),
            "PYTHONPATH": f"{ROOT}:{kept.get('PYTHONPATH', '')}",
        }
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=self.folder,
            env=kept | settings | self.variables,
            stderr=asyncio.subprocess.PIPE,
        )
        assert self.process.stderr
        self.reading = asyncio.create_task(self._read(self.process.stderr))

    async def logs(self, words: str) -> None:
        """Wait until the bot has written these words to standard error."""
        async with asyncio.timeout(PATIENCE.total_seconds()), self.written:
            await self.written.wait_for(lambda: words in self.log)

    async def _read(self, stderr: asyncio.StreamReader) -> None:
        async for line in stderr:
            async with self.written:
                self.log += line.decode()
                self.written.notify_all()

    async def kill(self) -> None:
        """Kill the process as a power cut would."""
        assert self.process
        if self.process.returncode is None:
            self.process.kill()
        await self.ended()

    async def stop(self) -> int:
        """Ask the process to stop and return its exit code."""
        assert self.process
        self.process.terminate()
        return await self.ended()

    async def ended(self) -> int:
        """Wait for the end of the process and of its log; return its exit code."""
        assert self.process
        assert self.reading
        async with asyncio.timeout(PATIENCE.total_seconds()):
            await self.reading
            return await self.process.wait()

    async def restart_when(self, phone: Person, method: str) -> None:
        """Kill the bot while a call of its hangs, and start it again."""
        await phone.until(lambda: self.hangs_in(method), within=PATIENCE)
        await self.kill()
        self.sandbox.faults.clear()
        await self.start()

    def hangs_in(self, method: str) -> bool:
        """Tell whether a call of the bot's is not answered."""
        return any(call.method == method and not call.status for call in self.sandbox.calls)

    def rows(self) -> list[PromptRow]:
        """Read every prompt from the database, oldest first."""
        database = Database(f"sqlite:///{self.database}")
        with database.transaction() as session:
            return list(session.exec(select(PromptRow).order_by(col(PromptRow.id))))


def write_bank(folder: Path) -> None:
    """Write a small bank into a folder."""
    for area in AREAS:
        name, text = content_file(area, "Basics", 3)
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@asynccontextmanager
async def running(machine: Machine) -> AsyncIterator[Machine]:
    """Run the bot on a machine; it never outlives the test."""
    await machine.start()
    try:
        yield machine
    finally:
        await machine.kill()


@pytest.fixture
async def machine(tmp_path: Path) -> AsyncIterator[Machine]:
    """A machine on which the bot has just been started."""
    write_bank(tmp_path)
    async with (
        Sandbox(token=TOKEN) as sandbox,
        running(Machine(sandbox.url, tmp_path, sandbox=sandbox)) as started,
    ):
        yield started
