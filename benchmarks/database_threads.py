"""Grades a second by how the database is reached, and how long each way holds the loop up.

A grade reads a prompt, takes it by compare-and-set, stores a memory and inserts a step, in one
transaction on a fresh database; 32 learners grade at once. SQLite has one writer, PostgreSQL
(when BOT_TEST_POSTGRES names a server) four.

    python benchmarks/database_threads.py [--quick]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from datetime import UTC, date, datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import create_engine, event, insert, make_url, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.storage.database import Database
from bot.storage.tables import Learner, MemoryRow, PromptRow, Step
from bot.study.prompt import PromptState

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    Work = Callable[[int], None]
    Grade = Callable[[int], Awaitable[None]]
    Way = Callable[[Database], AbstractAsyncContextManager[Grade]]

NOW, DAY = datetime(2026, 1, 1, tzinfo=UTC), date(2026, 1, 1)
MEMORY: dict[str, Any] = {
    "stability": 2.3,
    "difficulty": 5.0,
    "last_day": DAY,
    "due_day": DAY,
    "reviews": 1,
}
TAKEN: dict[str, Any] = {"state": PromptState.GRADED, "grade": "good", "closed_at": NOW}
STEP: dict[str, Any] = {
    "kind": "grade",
    "before": {"memory": None},
    "after": {"grade": "good"},
    "at": NOW,
}
AT_ONCE = 32
NEEDED = {True: ("greenlet", "aiosqlite"), False: ("greenlet",)}
WRITERS = {"sqlite": 1, "postgresql": 4}


def taking(number: int) -> Any:  # noqa: ANN401 - a statement, whatever its type parameters
    """Take a prompt if nobody else has."""
    free = col(PromptRow.id) == number, col(PromptRow.state) == PromptState.REVEALED
    return update(PromptRow).where(*free).values(TAKEN)


def by_objects(session: Session, number: int) -> None:
    """Grade as the ORM does it."""
    prompt = session.get_one(PromptRow, number)
    session.execute(taking(number), execution_options={"synchronize_session": False})
    learner, question = prompt.learner_id, prompt.question_id
    memory = session.get(MemoryRow, (learner, question))
    memory = memory or MemoryRow(learner_id=learner, question_id=question)
    memory.sqlmodel_update(MEMORY)
    session.add_all([memory, Step(learner_id=number, prompt_id=number, **STEP)])


def by_statements(connection: Connection, number: int) -> None:
    """Grade with Core statements."""
    wanted = select(col(PromptRow.learner_id), col(PromptRow.question_id))
    learner, question = connection.execute(wanted.where(col(PromptRow.id) == number)).one()
    connection.execute(taking(number))
    row = {"learner_id": learner, "question_id": question, "lapses": 0, "hidden": False, **MEMORY}
    made = {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name].insert(MemoryRow)
    key = ["learner_id", "question_id"]
    connection.execute(made.values(row).on_conflict_do_update(index_elements=key, set_=MEMORY))
    step = {"learner_id": learner, "prompt_id": number, "undone": False, **STEP}
    connection.execute(insert(Step).values(step))


def object_work(database: Database) -> Work:
    """Grade in a transaction of the ORM."""

    def work(number: int) -> None:
        with database.transaction() as session:
            by_objects(session, number)

    return work


def statement_work(database: Database) -> Work:
    """Grade in a transaction of Core statements."""

    def work(number: int) -> None:
        with database.engine.begin() as connection:
            by_statements(connection, number)

    return work


@asynccontextmanager
async def in_threads(work: Callable[[Database], Work], database: Database) -> AsyncIterator[Grade]:
    """Grade in as many threads as may write."""
    with ThreadPoolExecutor(WRITERS[database.engine.dialect.name]) as pool:
        loop, grade = asyncio.get_running_loop(), work(database)
        yield lambda number: loop.run_in_executor(pool, grade, number)


@asynccontextmanager
async def in_loop(database: Database) -> AsyncIterator[Grade]:
    """Use ORM sessions in the event loop itself."""
    work = object_work(database)

    async def grade(number: int) -> None:
        work(number)
        await asyncio.sleep(0)

    yield grade


@asynccontextmanager
async def by_asyncio(database: Database) -> AsyncIterator[Grade]:
    """Use SQLAlchemy's asyncio layer."""
    from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine  # noqa: PLC0415 - optional

    url, writers = database.engine.url, WRITERS[database.engine.dialect.name]
    if database.engine.dialect.name == "sqlite":
        url = url.set(drivername="sqlite+aiosqlite")
    engine = create_async_engine(url, pool_size=writers, max_overflow=0)
    if database.engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", tune)

    async def grade(number: int) -> None:
        async with AsyncSession(engine) as session, session.begin():
            await session.run_sync(by_objects, number)

    yield grade
    await engine.dispose()


def tune(connection: Any, _: object) -> None:  # noqa: ANN401 - a driver's own class
    """Set for aiosqlite what bot.storage.database sets for sqlite3."""
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


WAYS: dict[str, Way] = {
    "objects in threads": partial(in_threads, object_work),  # what the bot does
    "objects in the loop": in_loop,
    "objects by asyncio": by_asyncio,
    "statements in threads": partial(in_threads, statement_work),
}


async def worst_stall(stopped: asyncio.Event) -> float:
    """Return the longest time, in seconds, that the loop left a waiting task alone."""
    worst, pause = 0.0, 0.001
    while not stopped.is_set():
        start = time.perf_counter()
        await asyncio.sleep(pause)
        worst = max(worst, time.perf_counter() - start - pause)
    return worst


async def measure(database: Database, way: Way, count: int) -> tuple[float, float]:
    """Grade every prompt once; return grades a second and the worst stall in milliseconds."""
    numbers, stopped = iter(range(1, count + 1)), asyncio.Event()

    async def learner(grade: Grade) -> None:
        for number in numbers:
            await grade(number)

    async with way(database) as grade:
        watching = asyncio.create_task(worst_stall(stopped))
        start = time.perf_counter()
        await asyncio.gather(*(learner(grade) for _ in range(AT_ONCE)))
        rate = count / (time.perf_counter() - start)
        stopped.set()
        return rate, await watching * 1000


def fill(database: Database, count: int) -> None:
    """Give each of so many learners a prompt that is revealed and not yet graded."""
    prompt: dict[str, Any] = {"question_id": "gil", "new": True, "study_day": DAY, "asked_at": NOW}
    with database.transaction() as session:
        for number in range(1, count + 1):
            session.add(Learner(id=number, joined_at=NOW, acted_at=NOW))
        session.flush()
        for number in range(1, count + 1):
            session.add(PromptRow(id=number, learner_id=number, state="revealed", **prompt))


@contextmanager
def fresh(server: str | None) -> Iterator[Database]:
    """Open an empty database: one of its own on the PostgreSQL server, or a SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        url = make_url(server or f"sqlite:///{folder}/grades.db")
        if server:
            url = url.set(database=f"bench_{uuid4().hex}")
            run(server, f"CREATE DATABASE {url.database}")
        database = Database(url.render_as_string(hide_password=False))
        database.migrate()
        yield database
        database.close()
        if server:
            run(server, f"DROP DATABASE {url.database} WITH (FORCE)")


def run(server: str, statement: str) -> None:
    """Run a statement that no transaction may hold."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def main() -> None:
    """Print a table for each database: a row a way, with its ratio to the first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of the grades")
    count = 300 if parser.parse_args().quick else 3000
    servers = {"SQLite": None, "PostgreSQL": os.environ.get("BOT_TEST_POSTGRES")}
    for name, server in servers.items():
        if name == "SQLite" or server:
            print(f"{name:<24}{'grades/s':>10}{'ratio':>8}{'worst stall':>14}")
            table(server, count)


def table(server: str | None, count: int) -> None:
    """Measure every way on one kind of database."""
    base = 0.0
    for name, way in WAYS.items():
        if way is by_asyncio and not all(map(find_spec, NEEDED[server is None])):
            print(f"{name:<24} needs {' and '.join(NEEDED[server is None])}")
            continue
        with fresh(server) as database:
            fill(database, count)
            rate, stall = asyncio.run(measure(database, way, count))
        base = base or rate
        print(f"{name:<24}{rate:>10.0f}{rate / base:>7.2f}x{stall:>11.1f} ms")


if __name__ == "__main__":
    main()
