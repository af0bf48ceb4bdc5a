"""Parts that many tests share: a small bank, and a database of either kind."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from bot.questions import bank as banks
from bot.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.bank import Bank

ROOT = Path(__file__).parent.parent
AREAS = ("Python", "Django", "Kafka")
LEVELS = ("junior", "middle", "senior")


def content_file(area: str, topic: str, questions: int) -> tuple[str, str]:
    """Write a content file whose questions and answers name themselves."""
    slug = f"{area}-{topic}".lower()
    parts = [f"---\ntopic: {topic}\narea: {area}\nsummary: About {topic}.\n---\n"]
    for number in range(1, questions + 1):
        level = LEVELS[(number - 1) % 3]
        parts.append(
            f"## What is {area} {topic} {number}?\n"
            f"<!-- id: {slug}-{number} · level: {level} · tags: test -->\n\n"
            f"The answer to {area} {topic} {number}.\n\n### Key points\n- One\n- Two\n- Three\n"
        )
    return f"{area.lower()}/{topic.lower()}.md", "\n".join(parts)


@pytest.fixture(scope="session")
def bank() -> Bank:
    """A bank of three areas, two topics each, three questions each."""
    files = [content_file(area, topic, 3) for area in AREAS for topic in ("Basics", "Traps")]
    built, problems = banks.build(files)
    assert not problems
    return built


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty, migrated database: SQLite always, PostgreSQL when a server is named."""
    if request.param == "sqlite":
        opened = Database(f"sqlite:///{tmp_path}/test.db")
        opened.migrate()
        yield opened
        opened.close()
    else:
        yield from _on_postgres()


def _on_postgres() -> Iterator[Database]:
    server = os.environ.get("BOT_TEST_POSTGRES")
    if not server:
        reason = "BOT_TEST_POSTGRES names no PostgreSQL server"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    name = f"hotseat_{uuid4().hex}"
    administrator = create_engine(server, isolation_level="AUTOCOMMIT")
    with administrator.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    opened = Database(str(administrator.url.set(database=name)))
    opened.migrate()
    yield opened
    opened.close()
    with administrator.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    administrator.dispose()
