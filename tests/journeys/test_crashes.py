"""The bot as a process of its own, killed at the worst moments: nothing is lost or done twice."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlmodel import col, select

from bot.sandbox import FaultKind, Message, Person, Sandbox
from bot.storage.database import Database
from bot.storage.tables import Learner, PromptRow
from tests.conftest import AREAS, content_file
from tests.journeys.stage import set_up

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

TOKEN = "1234567890:AAF1-the-token-of-the-crash-tests"  # noqa: S105 - it opens only the sandbox
PATIENCE = timedelta(seconds=20)


@dataclass
class Machine:
    """A machine on which the bot's process can be killed and started again."""

    sandbox: Sandbox
    folder: Path
    process: asyncio.subprocess.Process | None = None

    @property
    def database(self) -> str:
        return f"{self.folder}/bot.db"

    async def start(self) -> None:
        environment = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
        environment |= {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": self.sandbox.url,
            "BOT_DATABASE_URL": f"sqlite:///{self.database}",
            "BOT_CONTENT": f"{self.folder}/content",
            "BOT_PORT": "18080",
        }
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=environment
        )

    async def kill(self) -> None:
        assert self.process
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        assert self.process
        self.process.terminate()
        return await self.process.wait()

    async def restart_when(self, phone: Person, method: str) -> None:
        """Kill the bot while a call of its hangs, and start it again."""
        await phone.until(lambda: self._hangs_in(method), within=PATIENCE)
        await self.kill()
        self.sandbox.faults.clear()
        await self.start()

    def _hangs_in(self, method: str) -> bool:
        return any(call.method == method and not call.status for call in self.sandbox.calls)

    def rows(self) -> list[PromptRow]:
        database = Database(f"sqlite:///{self.database}")
        with database.transaction() as session:
            return list(session.exec(select(PromptRow).order_by(col(PromptRow.id))))


@pytest.fixture
async def machine(tmp_path: Path) -> AsyncIterator[Machine]:
    for area in AREAS:
        name, text = content_file(area, "Basics", 3)
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    async with Sandbox(token=TOKEN) as sandbox:
        started = Machine(sandbox, tmp_path)
        await started.start()
        yield started
        await started.kill()


async def revealed(machine: Machine) -> Person:
    """A person who looks at an answer and has not graded it yet."""
    phone = machine.sandbox.person()
    await set_up(phone, "Europe/Berlin")
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    return phone


def asks(message: Message) -> bool:
    return "Show answer" in message.labels[0] if message.labels else False


def due_now(machine: Machine, phone: Person) -> None:
    """Let the learner be somewhere where it is noon, with a daily question due since eleven."""
    now = datetime.now(UTC)
    shift = now.hour - 12
    zone = f"Etc/GMT{shift:+d}" if shift else "Etc/UTC"
    database = Database(f"sqlite:///{machine.database}")
    with database.transaction() as session:
        learner = session.get_one(Learner, phone.id)
        learner.zone = zone
        learner.push_at = time(11)
        learner.next_push_at = now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
        learner.acted_at = now - timedelta(hours=2)
        session.add(learner)


def grades(machine: Machine) -> list[str | None]:
    return [row.grade for row in machine.rows() if row.state == "graded"]


@pytest.mark.parametrize("kind", [FaultKind.HANG, FaultKind.HANG_AFTER])
async def test_killed_around_sending_after_a_grade(machine: Machine, kind: FaultKind) -> None:
    phone = await revealed(machine)
    before = len(phone.received)
    machine.sandbox.faults.add(method="sendMessage", kind=kind)

    await phone.taps("Good")
    await machine.restart_when(phone, "sendMessage")

    await phone.sees(asks, within=PATIENCE)
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    assert grades(machine) == ["good"]
    assert len(phone.received) - before == (1 if kind is FaultKind.HANG else 2)


async def test_killed_while_a_tap_is_handled(machine: Machine) -> None:
    phone = await revealed(machine)
    writer = sqlite3.connect(machine.database, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    polls = len(machine.sandbox.calls)

    await phone.taps("Good")
    await phone.until(
        lambda: any(call.method == "getUpdates" for call in machine.sandbox.calls[polls:]),
        within=PATIENCE,
    )
    await machine.kill()
    writer.execute("ROLLBACK")
    writer.close()
    assert grades(machine) == []
    await machine.start()

    await phone.sees("Good. Again on", within=PATIENCE)
    assert grades(machine) == ["good"]


async def test_killed_after_keeping_a_typed_answer(machine: Machine) -> None:
    phone = machine.sandbox.person()
    await set_up(phone)
    machine.sandbox.faults.add(method="sendMessage", kind=FaultKind.HANG)

    await phone.says("My own words")
    await machine.restart_when(phone, "sendMessage")

    await phone.sees("Noted", within=PATIENCE)
    assert [part["text"] for part in machine.rows()[-1].own_answer] == ["My own words"]


@pytest.mark.parametrize("kind", [FaultKind.HANG, FaultKind.HANG_AFTER])
async def test_killed_around_sending_a_push(machine: Machine, kind: FaultKind) -> None:
    phone = machine.sandbox.person()
    await set_up(phone)
    await phone.says("stop")
    await phone.sees("Stopped")
    await machine.stop()
    due_now(machine, phone)
    machine.sandbox.faults.add(method="sendMessage", kind=kind, chat=phone.id)
    before, expected = len(phone.received), 1 if kind is FaultKind.HANG else 2

    await machine.start()
    await machine.restart_when(phone, "sendMessage")

    await phone.until(lambda: len(phone.received) - before == expected, within=PATIENCE)
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    assert len([row for row in machine.rows() if row.slot_day]) == 1
    assert len(phone.received) - before == expected


async def test_asked_to_stop_it_finishes_and_repeats_nothing(machine: Machine) -> None:
    phone = await revealed(machine)

    await phone.taps("Good")
    code = await machine.stop()
    sent = len(phone.received)
    await machine.start()
    await phone.says("/help")
    await phone.sees("/next")

    assert code == 0
    assert grades(machine) in ([], ["good"])
    assert len(phone.received) <= sent + 4
