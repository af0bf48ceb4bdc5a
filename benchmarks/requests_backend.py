"""Messages a second through PTB's Bot, by what carries its requests.

A local server in a process of its own stands in for Telegram; each way of sending runs in a
fresh process against it. Needs openssl for the TLS column.

    python benchmarks/requests_backend.py [--quick]
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import ssl
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest, HTTPXRequest

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.handlers.request import AiohttpRequest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

PROCESSES = multiprocessing.get_context("spawn")
BACKENDS = ("httpx", "httpx-aiohttp", "aiohttp")
NAMES = "-addext subjectAltName=IP:127.0.0.1"
MEGABYTE = bytes(1 << 20)
USER = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "a_bot"}
MESSAGE = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "ok"}


@dataclass(frozen=True, slots=True)
class Case:
    """One column: how many send at once, how long the server takes, and what is sent."""

    at_once: int
    round_trip: float = 0
    tls: bool = False
    upload: bool = False

    def __str__(self) -> str:
        extra = " TLS" * self.tls + " 1 MB" * self.upload
        return f"{self.at_once} x {self.round_trip * 1000:.0f} ms{extra}"


CASES = (
    *(Case(at_once, delay) for delay in (0, 0.05) for at_once in (1, 32, 512)),
    Case(32, tls=True),
    Case(8, upload=True),
)


async def serve(ready: Connection, key: Path, public: Path) -> None:
    """Answer every request like Telegram would, after the delay that its path names."""

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        await asyncio.sleep(float(request.match_info["delay"]))
        result = USER if request.path.endswith("getMe") else MESSAGE
        return web.json_response({"ok": True, "result": result})

    application = web.Application(client_max_size=1 << 22)
    application.router.add_post("/{delay}/{method:.*}", answer)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(public, key)
    for context in (None, tls):
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context, backlog=1024).start()
    ready.send([address[1] for address in runner.addresses])
    await asyncio.Event().wait()


def run_server(ready: Connection, key: Path, public: Path) -> None:
    """Serve until the process is ended."""
    asyncio.run(serve(ready, key, public))


@contextmanager
def telegram(folder: Path) -> Iterator[list[int]]:
    """Run the server; give its ports: plain, TLS."""
    key, public = folder / "key.pem", folder / "public.pem"
    command = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost {NAMES}"
    written = [*command.split(), "-keyout", str(key), "-out", str(public)]
    subprocess.run(written, check=True, capture_output=True)  # noqa: S603 - nothing from outside
    os.environ["SSL_CERT_FILE"] = str(public)  # the clients trust it
    mine, its = PROCESSES.Pipe()
    server = PROCESSES.Process(target=run_server, args=(its, key, public), daemon=True)
    server.start()
    yield mine.recv()
    server.terminate()
    server.join()


def backend(name: str, connections: int) -> BaseRequest:
    """Make the transport of that name. Raises ImportError when it is not installed."""
    limits: dict[str, Any] = {"read_timeout": 30.0, "pool_timeout": 30.0, "connect_timeout": 30.0}
    if name == "httpx":
        return HTTPXRequest(connections, **limits)
    if name == "httpx-aiohttp":
        transport = import_module("httpx_aiohttp").AiohttpTransport()
        return HTTPXRequest(connections, **limits, httpx_kwargs={"transport": transport})
    return AiohttpRequest(connections=connections)


async def messages_a_second(name: str, base: str, case: Case, span: float) -> tuple[float, int]:
    """Send for ``span`` seconds; return the rate of messages answered, and how many failed."""
    bot = Bot("1:a", base_url=base, request=backend(name, case.at_once))
    sent = failed = 0
    async with bot:
        start = time.perf_counter()

        async def send() -> None:
            nonlocal sent, failed
            while time.perf_counter() < start + span:
                try:
                    if case.upload:
                        await bot.send_document(1, MEGABYTE)
                    else:
                        await bot.send_message(1, "What is the GIL, and when does it hurt?")
                    sent += 1
                except TelegramError:
                    failed += 1

        await asyncio.gather(*(send() for _ in range(case.at_once)))
        return sent / (time.perf_counter() - start), failed


def measure(name: str, ports: list[int], case: Case, span: float, result: Connection) -> None:
    """Send down the pipe what one backend does in one case; nothing when it is not installed."""
    scheme, port = ("https", ports[1]) if case.tls else ("http", ports[0])
    base = f"{scheme}://127.0.0.1:{port}/{case.round_trip}/bot"
    with suppress(ImportError):
        result.send(asyncio.run(messages_a_second(name, base, case, span)))


def cell(name: str, ports: list[int], case: Case, span: float) -> tuple[float, int] | None:
    """Measure in a fresh process, so that no backend inherits another's connections."""
    mine, its = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=measure, args=(name, ports, case, span, its))
    process.start()
    its.close()
    found: tuple[float, int] | None = None
    with suppress(EOFError):
        found = mine.recv()
    process.join()
    return found


def main() -> None:
    """Print the table: a row a case, a column a backend, each with its ratio to the first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a fifth of the time")
    span = 0.5 if parser.parse_args().quick else 2.5
    print("messages a second".ljust(22) + "".join(f"{name:>24}" for name in BACKENDS))
    with tempfile.TemporaryDirectory() as folder, telegram(Path(folder)) as ports:
        for case in CASES:
            cells = [cell(name, ports, case, span) for name in BACKENDS]
            base = cells[0][0] if cells[0] else 0
            print(str(case).ljust(22) + "".join(shown(found, base) for found in cells))


def shown(found: tuple[float, int] | None, base: float) -> str:
    """Write one cell: the rate, its ratio, and failures if there were any."""
    if found is None:
        return f"{'not installed':>24}"
    rate, failed = found
    ratio = f" ({rate / base:.1f}x)" if base else ""
    return f"{rate:.0f}{ratio}{f' {failed} failed' if failed else ''}".rjust(24)


if __name__ == "__main__":
    main()
