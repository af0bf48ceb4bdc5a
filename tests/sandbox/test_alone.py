"""The sandbox as a program of its own, for tests and for other bots."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from bot.sandbox import RemoteSandbox

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path


@asynccontextmanager
async def running(*arguments: str) -> AsyncIterator[tuple[Process, str]]:
    """Run the program; yield it and the address it prints."""
    program = (sys.executable, "-m", "bot.sandbox", "--port", "0", *arguments)
    process = await asyncio.create_subprocess_exec(*program, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    line = (await process.stdout.readline()).decode()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert found, line
    try:
        yield process, found.group()
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Whoever runs tests in the background ignores interrupts, and so would the program."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
async def test_interrupt_ends_it_quietly() -> None:
    async with running() as (process, _):
        process.send_signal(signal.SIGINT)

        assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_nothing_is_lost_when_killed(tmp_path: Path) -> None:
    state = ("--state", str(tmp_path / "state.db"))
    async with running(*state) as (process, url), RemoteSandbox(url) as sandbox:
        await (await sandbox.person()).says("/start")
        process.kill()
        await process.wait()

    async with running(*state) as (_, url), RemoteSandbox(url) as sandbox:
        (said,) = await (await sandbox.person()).messages()
        assert said.text == "/start"


async def test_damaged_state_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_bytes(b"no database" * 100)
    program = (sys.executable, "-m", "bot.sandbox", "--state", str(tmp_path / "state.db"))
    process = await asyncio.create_subprocess_exec(*program, stderr=asyncio.subprocess.PIPE)
    _, complaint = await process.communicate()

    assert process.returncode == 1
    assert complaint.count(b"\n") == 1
