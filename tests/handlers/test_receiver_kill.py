"""A receiver in a process of its own, killed and restarted in front of the sandbox."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.sandbox import Sandbox

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator

ROOT = Path(__file__).parents[2]
PROGRAM = """
import asyncio, random, signal, sys
from datetime import UTC, datetime
from telegram import Bot
from bot.handlers.lanes import Handled
from bot.handlers.receiver import Receiver
from bot.handlers.request import AiohttpRequest

url, token, hangs = sys.argv[1:]

async def handle(update):
    print("begun", update.message.text, flush=True)
    if update.message.text == hangs:
        await asyncio.Event().wait()
    print("done", update.message.text, flush=True)
    return Handled.DONE

async def main():
    polls, others = AiohttpRequest(), AiohttpRequest()
    bot = Bot(token, f"{url}/bot", request=others, get_updates_request=polls)
    async with bot:
        receiver = Receiver(
            bot, polls, handle, allowed_updates=["message"],
            now=lambda: datetime.now(UTC), jitter=random.random,
        )
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, receiver.stop)
        print((await receiver.run()).name, flush=True)

asyncio.run(main())
"""


@asynccontextmanager
async def receiver(sandbox: Sandbox, hangs: str = "") -> AsyncIterator[Process]:
    """Start the program, which hangs at one text; kill it at the end."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PROGRAM, sandbox.url, sandbox.token, hangs),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def prints(process: Process, *lines: str) -> None:
    """Wait for lines, which may come in any order."""
    assert process.stdout is not None
    async with asyncio.timeout(30):
        printed = [(await process.stdout.readline()).decode().strip() for _ in lines]
    assert sorted(printed) == sorted(lines)


async def test_killed_while_handling_begins_again() -> None:
    async with Sandbox() as sandbox:
        await sandbox.person("Ann").says("one")
        await sandbox.person("Ben").says("two")
        async with receiver(sandbox, hangs="one") as process:
            await prints(process, "begun one", "begun two", "done two")
            process.kill()

        async with receiver(sandbox) as process:
            await prints(process, "begun one", "done one", "begun two", "done two")


async def test_terminated_receiver_leaves_nothing_to_repeat() -> None:
    async with Sandbox() as sandbox:
        await sandbox.person("Ann").says("one")
        async with receiver(sandbox) as process:
            await prints(process, "begun one", "done one")
            process.send_signal(signal.SIGTERM)
            await prints(process, "ASKED")

        await sandbox.person("Ann").says("two")
        async with receiver(sandbox) as process:
            await prints(process, "begun two", "done two")


async def test_two_that_just_started_do_not_coexist() -> None:
    async with Sandbox() as sandbox, receiver(sandbox) as first:
        await sandbox.person("Ann").says("one")
        await prints(first, "begun one", "done one")

        async with receiver(sandbox):
            await prints(first, "CONFLICT")
