"""The engine, its transactions and its schema: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlmodel import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection

_MIGRATIONS = Path(__file__).parent / "migrations"
_POOL = 8
_BUSY_TIMEOUT_MS = 10_000
_BY_HAND = {"isolation_level": None}
"""The driver leaves BEGIN to us."""


class DatabaseUnusableError(Exception):
    """The database cannot be used; the message says why and what to do, on one line."""


class Database:
    """One database: transactions on it, and its schema brought up to date."""

    def __init__(self, url: str) -> None:
        """Prepare an engine; nothing is opened yet. Raises DatabaseUnusableError if it is none."""
        self.engine = _engine(url)

    @property
    def writers(self) -> int:
        """Threads that may write at once: SQLite has a single writer."""
        return 1 if self.engine.dialect.name == "sqlite" else _POOL

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give a session whose work is committed as a whole, or not at all."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def answers(self) -> bool:
        """Tell whether the database answers a trivial query."""
        try:
            with self.engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        except SQLAlchemyError:
            return False
        return True

    def migrate(self) -> None:
        """Bring the schema up to date. Raises DatabaseUnusableError when that cannot be done."""
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        try:
            _make_folder(self.engine)
            with self.engine.begin() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        except CommandError as error:
            known = ScriptDirectory.from_config(config).get_current_head()
            message = (
                f"The database was made by a newer version of Hotseat (this one knows {known}). "
                "Update Hotseat, or name another database in BOT_DATABASE_URL."
            )
            raise DatabaseUnusableError(message) from error
        except DBAPIError as error:
            raise DatabaseUnusableError(self._sentence(error.orig or error)) from error
        except OSError as error:
            raise DatabaseUnusableError(self._sentence(error)) from error

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    def _sentence(self, error: BaseException) -> str:
        where = self.engine.url.render_as_string(hide_password=True)
        why = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        return f"The database {where} cannot be used: {why}. Check BOT_DATABASE_URL and the disk."


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            engine = create_engine(parsed, hide_parameters=True, connect_args=_BY_HAND)
            event.listen(engine, "connect", _tune_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
            return engine
        return create_engine(parsed, hide_parameters=True, pool_size=_POOL, pool_pre_ping=True)
    except (ArgumentError, ImportError, SQLAlchemyError) as error:
        message = (
            "BOT_DATABASE_URL is not a database this bot knows. Write for example "
            "sqlite:///var/hotseat.db or postgresql+psycopg://user:password@host/name."
        )
        raise DatabaseUnusableError(message) from error


def _tune_sqlite(connection: Connection, _record: object) -> None:
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_TIMEOUT_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: object) -> None:
    """Take the write lock at once, so that two processes never deadlock half-way."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]


def _make_folder(engine: Engine) -> None:
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
