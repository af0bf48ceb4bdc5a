"""Parts that many tests share: a small bank, and a database of either kind."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import NullPool, create_engine, make_url, text

from bot.questions import bank as banks
from bot.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL

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


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database, which tests copy: migrating it anew takes far longer."""
    path = tmp_path_factory.mktemp("migrated") / "test.db"
    opened = Database(f"sqlite:///{path}")
    opened.migrate()
    opened.close()
    return path


@pytest.fixture(scope="session")
def migrated_on_postgres() -> Iterator[URL]:
    """A migrated PostgreSQL database, which tests take as their template."""
    server = os.environ.get("BOT_TEST_POSTGRES")
    if not server:
        reason = "BOT_TEST_POSTGRES names no PostgreSQL server"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with _created(make_url(server)) as url:
        opened = Database(url.render_as_string(hide_password=False))
        opened.migrate()
        opened.close()
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty, migrated database: SQLite always, PostgreSQL when a server is named."""
    if request.param == "sqlite":
        path = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "test.db")
        opened = Database(f"sqlite:///{path}")
        yield opened
        opened.close()
    else:
        template: URL = request.getfixturevalue("migrated_on_postgres")
        with _created(template, like=f"TEMPLATE {template.database}") as url:
            opened = Database(url.render_as_string(hide_password=False))
            yield opened
            opened.close()


@contextmanager
def _created(server: URL, like: str = "") -> Iterator[URL]:
    """Create a database of a name of its own beside those of a server, and drop it at the end."""
    name = f"hotseat_{uuid4().hex}"
    administrator = create_engine(
        server.set(database="postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool
    )
    with administrator.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} {like}"))
    try:
        yield server.set(database=name)
    finally:
        with administrator.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
