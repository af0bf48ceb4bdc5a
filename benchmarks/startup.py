"""How long ``python -m bot run`` takes to its first poll, and how much memory it idles in.

Measured from outside, on the whole bank and a fresh database, with Telegram's stand-in in this
process. The bounds that we promise: 3 seconds, 120 MiB.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.sandbox import Sandbox  # noqa: E402 - the path comes first

TOKEN = "1234567890:AAF1-the-token-of-the-benchmarks"  # noqa: S105 - it opens only the sandbox
RUNS = 3
IDLE_SECONDS = 5.0


async def measure(folder: str) -> tuple[float, float]:
    """Start the bot once; return seconds to the first poll and MiB when idle."""
    async with Sandbox(token=TOKEN) as sandbox:
        environment = os.environ | {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": sandbox.url,
            "BOT_DATABASE_URL": f"sqlite:///{folder}/bot.db",
            "BOT_PORT": "18081",
            "BOT_LOG_LEVEL": "WARNING",
        }
        started = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=ROOT, env=environment
        )
        await sandbox.person().until(
            lambda: any(call.method == "deleteWebhook" for call in sandbox.calls)
        )
        seconds = time.perf_counter() - started
        await sandbox.person().says("/next")
        await sandbox.person().sees(lambda message: bool(message.labels))
        await asyncio.sleep(IDLE_SECONDS)
        mebibytes = resident(process.pid)
        process.terminate()
        await process.wait()
    return seconds, mebibytes


def resident(process_id: int) -> float:
    """Read the resident memory of a process, in MiB."""
    for line in Path(f"/proc/{process_id}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError(process_id)


def main() -> None:
    """Print a line for each start."""
    print("start  seconds to poll  MiB idle")
    for run in range(1, RUNS + 1):
        with tempfile.TemporaryDirectory() as folder:
            seconds, mebibytes = asyncio.run(measure(folder))
        print(f"{run:>5}  {seconds:>15.2f}  {mebibytes:>8.0f}")


if __name__ == "__main__":
    main()
