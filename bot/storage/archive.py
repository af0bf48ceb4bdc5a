"""All that is stored as plain values, and back: a backup of one kind of database fits the other.

A backup is a head, a value for every row, and an end; each can be written as one line of JSON.
Bytes are base64, moments are in UTC. Tables are read from the database itself, so that a backup
of an earlier version is restored as that version, and brought up to date then.
"""

from __future__ import annotations

import base64
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import JSON, select
from sqlalchemy.exc import IntegrityError, StatementError

from bot.storage import counters, schema
from bot.storage.database import DatabaseUnusableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Column, ColumnElement, Connection, MetaData, Table

    from bot.storage.database import Database

FORMAT: Final = 1
_KIND: Final = "hotseat-backup"
_AT_ONCE: Final = 500
_OWNER: Final = "learner"


class BackupUnusableError(Exception):
    """A backup cannot be restored; the message says why."""


class NotEmptyError(Exception):
    """The database that a backup should go to holds something already."""


class UnknownLearnerError(Exception):
    """Nobody of this id is stored."""


def dump(database: Database) -> Iterator[dict[str, Any]]:
    """Give everything of one moment, while others may go on writing.

    Raises DatabaseUnusableError when it cannot be read.
    """
    with database.snapshot() as connection:
        version = _version(connection)
        there = schema.ours(connection)
        yield {
            "kind": _KIND,
            "format": FORMAT,
            "version": version,
            "counters": counters.read(connection, there),
        }
        rows = 0
        for table in there.sorted_tables:
            for row in _rows(connection, table):
                yield row
                rows += 1
        yield {"rows": rows}


def personal(database: Database, learner_id: int) -> Iterator[dict[str, Any]]:
    """Give everything that belongs to one learner.

    Raises UnknownLearnerError, and DatabaseUnusableError when it cannot be read.
    """
    with database.snapshot() as connection:
        _version(connection)
        there = schema.ours(connection)
        everybody = there.tables[_OWNER]
        if not connection.execute(select(everybody).where(everybody.c.id == learner_id)).first():
            raise UnknownLearnerError
        for table in there.sorted_tables:
            belongs = _belongs(table, learner_id)
            if belongs is not None:
                yield from _rows(connection, table, belongs)


def restore(database: Database, backup: Iterable[Any], *, replacing: bool = False) -> int:
    """Put a backup in the place of what the database holds, as a whole; return how many rows.

    Raises BackupUnusableError for what is no backup, or not a whole one, NotEmptyError unless
    the database is empty or shall be replaced, DatabaseUnusableError when it cannot be written.
    Nothing has changed then.
    """
    values = iter(backup)
    head = _head(next(values, None))
    with database.writing() as connection:
        if not replacing and _holds_something(connection):
            raise NotEmptyError
        schema.drop(connection)
        schema.upgrade(connection, head["version"])
        there = schema.ours(connection)
        rows = _insert(connection, there, values)
        for table in schema.orphans(connection):
            raise BackupUnusableError(f"The rows of '{table}' contradict others: some are missing.")
        counters.go_on(connection, there, head["counters"])
        schema.upgrade(connection)
    return rows


def _version(connection: Connection) -> str:
    version = schema.version_of(connection)
    if version is None:
        raise DatabaseUnusableError("The database holds nothing of Hotseat yet.")
    if version not in schema.versions():
        message = f"The database has version {version}, which is not known here. Update Hotseat."
        raise DatabaseUnusableError(message)
    return version


def _rows(
    connection: Connection, table: Table, belongs: ColumnElement[bool] | None = None
) -> Iterator[dict[str, Any]]:
    """Give the rows of a table in the order of their key, which is that of their making."""
    query = select(table).order_by(*table.primary_key.columns)
    query = query if belongs is None else query.where(belongs)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query).mappings():
        yield {
            "table": table.name,
            "row": {name: _plain(value) for name, value in row.items()},
        }


def _belongs(table: Table, learner_id: int) -> ColumnElement[bool] | None:
    """Say which rows of a table are a learner's: by a key of theirs, or of what is theirs."""
    if table.name == _OWNER:
        return table.c.id == learner_id
    keys = sorted(table.foreign_keys, key=lambda key: key.column.table.name != _OWNER)
    for key in keys:
        above = _belongs(key.column.table, learner_id)
        if above is not None:
            return key.parent.in_(select(key.column).where(above))
    return None


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)  # SQLite keeps no zone
        return aware.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date | time) else value


def _read(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 - the same
    """Turn a plain value into what a column takes. Raises TypeError or ValueError."""
    if value is None or isinstance(column.type, JSON):
        return value
    kind = column.type.python_type
    if kind is bytes:
        return base64.b64decode(value, validate=True)
    if kind is datetime:
        moment = datetime.fromisoformat(value)
        return moment if getattr(column.type, "timezone", False) else moment.replace(tzinfo=None)
    if kind in {date, time}:
        return kind.fromisoformat(value)
    if not isinstance(value, (int, float) if kind is float else kind):
        raise TypeError(f"{kind.__name__} expected")
    return value


def _head(value: Any) -> dict[str, Any]:  # noqa: ANN401 - the first line of any file
    if not isinstance(value, dict) or value.get("kind") != _KIND:
        raise BackupUnusableError("This is no backup of Hotseat.")
    if value.get("format") != FORMAT or value.get("version") not in schema.versions():
        message = "The backup was made by a newer version of Hotseat. Update Hotseat."
        raise BackupUnusableError(message)
    numbers = value.get("counters")
    if not isinstance(numbers, dict) or not all(isinstance(n, int) for n in numbers.values()):
        raise BackupUnusableError("Line 1 of the backup is damaged: it has no counters.")
    return value


def _holds_something(connection: Connection) -> bool:
    tables = schema.ours(connection).sorted_tables
    return any(connection.execute(select(table).limit(1)).first() for table in tables)


def _insert(connection: Connection, there: MetaData, values: Iterator[Any]) -> int:
    """Insert rows as they come, parents before children, and return how many."""
    pending: list[dict[str, Any]] = []
    table: Table | None = None
    for rows, value in enumerate(values):
        if isinstance(value, dict) and "rows" in value:
            _flush(connection, table, pending)
            if value["rows"] != rows or next(values, None) is not None:
                raise BackupUnusableError("The backup is not whole: some rows are missing.")
            return rows
        owner, row = _row(there, rows + 2, value)
        if owner is not table or len(pending) == _AT_ONCE:
            _flush(connection, table, pending)
        table = owner
        pending.append(row)
    raise BackupUnusableError("The backup is not whole: its end is missing.")


def _row(there: MetaData, line: int, value: Any) -> tuple[Table, dict[str, Any]]:  # noqa: ANN401
    try:
        table = there.tables[value["table"]]
        return table, {name: _read(table.c[name], each) for name, each in value["row"].items()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        message = f"Line {line} of the backup is damaged: {type(error).__name__} {error}."
        raise BackupUnusableError(message) from error


def _flush(connection: Connection, table: Table | None, pending: list[dict[str, Any]]) -> None:
    if table is None or not pending:
        return
    try:
        connection.execute(table.insert(), pending)
    except (IntegrityError, StatementError) as error:
        why = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise BackupUnusableError(f"The rows of '{table.name}' contradict: {why}.") from error
    pending.clear()
