"""Work elsewhere: it returns, or it is ended, and the bot goes on either way."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from bot import workers
from bot.questions.document import Reading
from bot.workers import Failure, WorkError

SOON = timedelta(seconds=1)


def sum_of(first: int, second: int) -> int:
    return first + second


def environment() -> dict[str, str]:
    return dict(os.environ)


def print_and_return(words: str) -> str:
    print(words)  # noqa: T201 - what it is about
    return words


def loop_for_ever() -> None:
    while True:
        pass


def loop_whatever_happens(pipe: str) -> None:
    """Say who works, and hold the pipe open for as long as the process lives."""
    with Path(pipe).open("w", encoding="ascii") as telling:
        print(os.getpid(), file=telling, flush=True)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        while True:
            with contextlib.suppress(BaseException):
                signal.pause()


def take_memory() -> int:
    return len([bytes(2**20) for _ in range(2**16)])


def kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise KeyError("of no use")


def give(size: int) -> bytes:
    return bytes(size)


def span(seconds: float) -> tuple[float, float]:
    began = time.monotonic()
    time.sleep(seconds)
    return began, time.monotonic()


def exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def pipe(tmp_path: Path) -> str:
    os.mkfifo(tmp_path / "pipe")
    return str(tmp_path / "pipe")


async def test_work_returns_its_result() -> None:
    assert await workers.run(sum_of, 2, 3) == 5


async def test_large_values_go_both_ways() -> None:
    assert await workers.run(len, bytes(20_000_000)) == 20_000_000
    assert await workers.run(give, 20_000_000) == bytes(20_000_000)


async def test_prints_do_not_spoil_the_result() -> None:
    assert await workers.run(print_and_return, "words") == "words"


async def test_work_knows_no_setting_of_the_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456789:secret")

    known = await workers.run(environment)

    assert isinstance(known, dict)
    assert "BOT_TOKEN" not in known


async def test_a_bug_in_the_function_is_raised_with_its_trace() -> None:
    with pytest.raises(WorkError, match=r"in fail(.|\n)*KeyError: 'of no use'"):
        await workers.run(fail)


async def test_endless_work_is_ended() -> None:
    assert await workers.run(loop_for_ever, limit=SOON) is Failure.TOO_LONG


async def test_work_that_catches_everything_is_ended_too(pipe: str) -> None:
    working = asyncio.create_task(workers.run(loop_whatever_happens, pipe, limit=3 * SOON))
    with await asyncio.to_thread(open, pipe, encoding="ascii") as told:
        pid = int(await asyncio.to_thread(told.readline))

        assert await working is Failure.TOO_LONG
        assert not exists(pid)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the limit needs Linux")
async def test_work_has_only_so_much_memory() -> None:
    assert await workers.run(take_memory) is Failure.TOO_LARGE


async def test_a_process_killed_by_the_system_is_told_apart() -> None:
    assert await workers.run(kill_itself) is Failure.DIED


async def test_no_more_work_at_once_than_agreed() -> None:
    calls = [workers.run(span, 0.2) for _ in range(workers.AT_ONCE + 2)]

    spans = [done for done in await asyncio.gather(*calls) if isinstance(done, tuple)]

    assert len(spans) == len(calls)
    for began, _ in spans:
        assert sum(first <= began < last for first, last in spans) <= workers.AT_ONCE


async def test_the_loop_goes_on_meanwhile() -> None:
    working = asyncio.create_task(workers.run(loop_for_ever, limit=SOON))
    turns = 0
    while not working.done():
        await asyncio.sleep(0)
        turns += 1

    assert turns >= 20


async def test_a_cancelled_call_leaves_no_process(pipe: str) -> None:
    working = asyncio.create_task(workers.run(loop_whatever_happens, pipe))
    with await asyncio.to_thread(open, pipe, encoding="ascii") as told:
        pid = int(await asyncio.to_thread(told.readline))

        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working

        assert not exists(pid)
    assert await workers.run(sum_of, 1, 1) == 2


async def test_a_process_outlives_a_killed_owner_by_little(pipe: str) -> None:
    program = (
        "import asyncio; from datetime import timedelta; from bot import workers;"
        "from tests.test_workers import loop_whatever_happens as work;"
        f"asyncio.run(workers.run(work, {pipe!r}, limit=timedelta(seconds=3)))"
    )
    path = os.pathsep.join(sys.path)
    owner = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program), env={**os.environ, "PYTHONPATH": path}
    )
    with await asyncio.to_thread(open, pipe, encoding="ascii") as told:
        assert await asyncio.to_thread(told.readline)
        owner.kill()
        await owner.wait()

        async with asyncio.timeout(30):
            assert await asyncio.to_thread(told.read) == ""


async def test_a_document_is_read_elsewhere() -> None:
    reading = await workers.run(workers.read_document, b"## What is a lock?\n\nA guard.\n", "a.md")

    assert isinstance(reading, Reading)
    assert [found.answer for found in reading.questions] == ["A guard."]


async def test_what_is_no_document_is_a_problem_of_the_reading() -> None:
    reading = await workers.run(workers.read_document, b"\x89PNG\r\n\x1a\n", "a.md")

    assert isinstance(reading, Reading)
    assert len(reading.problems) == 1
