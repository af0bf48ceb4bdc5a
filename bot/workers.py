"""Work that may take too long or too much memory, in processes that can be killed.

Each call gets a fresh interpreter (0.2 to 0.4 s with the reader of documents on two busy cores):
the bot has threads, so a fork of it would be unsafe, and a server of forks would keep its memory
for ever. The process does the limits to itself, too, so that none outlives a bot that was killed.
"""

from __future__ import annotations

import asyncio
import contextlib
import enum
import os
import pickle
import resource
import signal
import sys
import traceback
from asyncio.subprocess import PIPE, Process
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, TypeVarTuple, cast
from weakref import WeakKeyDictionary

from bot.questions import document
from bot.questions.document import Problem, Reading

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable, Mapping

    from bot.questions.document import Way

R = TypeVar("R")
Ts = TypeVarTuple("Ts")

LIMIT: Final = timedelta(seconds=10)
AT_ONCE: Final = max(1, (os.cpu_count() or 1) // 2)
"""How many work at a time, so that the bot keeps a core; the others queue."""

GROWTH: Final = 300 * 2**20
"""Bytes of memory that the work may take beyond the interpreter and its modules."""

_PATIENCE: Final = timedelta(seconds=2)
"""How much later than its owner a process ends itself."""

_turns: WeakKeyDictionary[AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


class Failure(enum.Enum):
    """Why there is no result, though nothing is wrong with the bot."""

    TOO_LONG = enum.auto()
    TOO_LARGE = enum.auto()
    """It needed more memory than it may have."""

    DIED = enum.auto()
    """Something killed the process: the system, short of memory, or a crash of the interpreter."""


class WorkError(Exception):
    """The function raised, which is a bug in it; the message is its traceback."""


async def run(function: Callable[[*Ts], R], *args: *Ts, limit: timedelta = LIMIT) -> R | Failure:
    """Run a function of a module on plain values elsewhere, for at most ``limit`` of its turn.

    Function, arguments and result are pickled. Whatever happens, a cancellation too, the process
    is gone at the end. Raises WorkError when the function raises.
    """
    work = pickle.dumps((limit + _PATIENCE, function, args))
    async with _turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE)):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", "from bot.workers import serve; serve()"),
            stdin=PIPE,
            stdout=PIPE,
            env=_environment(os.environ),
            start_new_session=True,  # Ctrl+C in a terminal is for the bot alone
        )
        try:
            async with asyncio.timeout(limit.total_seconds()):
                answer, _ = await process.communicate(work)
        except TimeoutError:
            return Failure.TOO_LONG
        finally:
            await _end(process)
    return cast("R | Failure", _result(answer))


def read_document(data: bytes, name: str, way: Way | None = None) -> Reading:
    """Read the questions of a document as it came; what is no text is a problem of the reading."""
    text = document.decode(data)
    if isinstance(text, Problem):
        return Reading(problems=(text,))
    return document.read(text, name=name, way=way)


def _environment(variables: Mapping[str, str]) -> dict[str, str]:
    """Keep what an interpreter needs to find our modules; the settings of the bot stay with it."""
    kept = {name: value for name, value in variables.items() if not name.startswith("BOT_")}
    return kept | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}


async def _end(process: Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.communicate()


def _result(answer: bytes) -> object:
    try:
        raised, value = pickle.loads(answer)  # noqa: S301 - written by our own process
    except (EOFError, pickle.UnpicklingError):
        return Failure.DIED
    if raised:
        raise WorkError(value)
    return value


def serve() -> None:
    """Be the process: do the work that standard input brings, and answer on standard output."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # a print must not spoil the answer
    limit, function, args = pickle.load(sys.stdin.buffer)  # noqa: S301 - our parent wrote it
    signal.setitimer(signal.ITIMER_REAL, limit.total_seconds())
    _limit_memory()
    with answers:
        answers.write(_answer(function, args))


def _answer(function: Callable[..., object], args: tuple[object, ...]) -> bytes:
    try:
        return pickle.dumps((False, function(*args)))
    except MemoryError:
        return pickle.dumps((False, Failure.TOO_LARGE))
    except Exception:  # noqa: BLE001 - whatever it was, the parent raises it
        return pickle.dumps((True, traceback.format_exc()))


def _limit_memory() -> None:
    """Set a limit to the address space where the system tells how much there is (Linux)."""
    with contextlib.suppress(FileNotFoundError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + GROWTH
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
