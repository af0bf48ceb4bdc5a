"""The engine, its transactions and its schema: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from alembic.util.exc import CommandError
from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlmodel import Session

from bot.storage import schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection as SqliteConnection

    from sqlalchemy import Connection

_POOL = 8
_BUSY_TIMEOUT_MS = 10_000
_BY_HAND = {"isolation_level": None}
"""The driver leaves BEGIN to us."""

_READING: Final[dict[str, dict[str, Any]]] = {
    "sqlite": {"only_reads": True},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
"""What makes a transaction read one moment."""


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
        with self.writing() as connection:
            schema.upgrade(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose work, the schema's too, is committed as a whole or not at all.

        Raises DatabaseUnusableError when that cannot be.
        """
        with self._explained():
            _make_folder(self.engine)
            with self.engine.connect() as connection, _unreferenced(connection), connection.begin():
                yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Give a connection that reads one moment of the database, and holds nobody up.

        Raises DatabaseUnusableError when there is nothing to read.
        """
        with self._explained():
            if not _exists(self.engine):
                message = f"There is no database {self._where}. Check BOT_DATABASE_URL."
                raise DatabaseUnusableError(message)
            with self.engine.connect() as connection:
                yield connection.execution_options(**_READING[self.engine.dialect.name])

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Raise DatabaseUnusableError, which says what to do, for what goes wrong within."""
        try:
            yield
        except CommandError as error:
            known, *_ = schema.versions()
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

    @property
    def _where(self) -> str:
        return self.engine.url.render_as_string(hide_password=True)

    def _sentence(self, error: BaseException) -> str:
        why = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        sentence = f"The database {self._where} cannot be used: {why}."
        return f"{sentence} Check BOT_DATABASE_URL and the disk."


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


def _tune_sqlite(connection: SqliteConnection, _record: object) -> None:
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={_BUSY_TIMEOUT_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once, so that two processes never deadlock half-way."""
    reads = connection.get_execution_options().get("only_reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


@contextmanager
def _unreferenced(connection: Connection) -> Iterator[None]:
    """Let tables be made anew with rows that others refer to: SQLite would take it for an orphan.

    It does not listen within a transaction, so this is around one.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def _file_of(engine: Engine) -> Path | None:
    file = engine.url.database
    on_disk = engine.dialect.name == "sqlite" and file and file != ":memory:"
    return Path(file) if on_disk and file else None


def _make_folder(engine: Engine) -> None:
    file = _file_of(engine)
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)


def _exists(engine: Engine) -> bool:
    file = _file_of(engine)
    return file is None or file.exists()
