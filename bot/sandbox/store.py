"""What survives a restart: shelves of values, written through to one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.sandbox.errors import DamagedStateError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from typing_extensions import TypeForm

Key = TypeVar("Key", int, str)
Value = TypeVar("Value")

_TABLE = """
CREATE TABLE IF NOT EXISTS kept (
    shelf TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (shelf, key)
) WITHOUT ROWID
"""


class Store:
    """A file of values, or (without a path) nothing but memory."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def open(self) -> None:
        """Open or create the file; raise DamagedStateError if it is not one of ours."""
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self._path, isolation_level=None)
        try:
            # A killed process must lose nothing; a power cut may.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_TABLE)
        except sqlite3.DatabaseError as error:
            connection.close()
            raise self.damaged() from error
        self._connection = connection

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def rows(self, shelf: str) -> list[tuple[str, bytes]]:
        """Return what one shelf holds, as keys and values in JSON."""
        if self._connection is None:
            return []
        select = "SELECT key, value FROM kept WHERE shelf = ?"
        try:
            return self._connection.execute(select, (shelf,)).fetchall()
        except sqlite3.DatabaseError as error:
            raise self.damaged() from error

    def put(self, shelf: str, key: str, value: bytes) -> None:
        """Keep a value in place of an earlier one."""
        if self._connection is not None:
            self._connection.execute("REPLACE INTO kept VALUES (?, ?, ?)", (shelf, key, value))

    def drop(self, shelf: str, key: str) -> None:
        """Forget a value."""
        if self._connection is not None:
            delete = "DELETE FROM kept WHERE shelf = ? AND key = ?"
            self._connection.execute(delete, (shelf, key))

    def empty(self, shelf: str) -> None:
        """Forget all values of a shelf."""
        if self._connection is not None:
            self._connection.execute("DELETE FROM kept WHERE shelf = ?", (shelf,))

    @property
    def keeps(self) -> bool:
        """Whether anything is written at all."""
        return self._connection is not None

    def damaged(self) -> DamagedStateError:
        """Say what is wrong with the file and what to do."""
        return DamagedStateError(
            f"The sandbox cannot read its state file {self._path}: delete it to start over."
        )


class Shelf(Generic[Key, Value]):
    """Values of one kind by key: a dictionary that writes through to the store."""

    def __init__(self, name: str, kind: TypeForm[Value], store: Store) -> None:
        self._name = name
        self._codec: TypeAdapter[Value] = TypeAdapter(kind)
        self._store = store
        self._values: dict[Key, Value] = {}

    def load(self) -> None:
        """Read what the store kept; raise DamagedStateError if it makes no sense."""
        try:
            rows = [(json.loads(key), value) for key, value in self._store.rows(self._name)]
            self._values = {key: self._codec.validate_json(value) for key, value in sorted(rows)}
        except (ValidationError, ValueError, TypeError) as error:
            raise self._store.damaged() from error

    def __getitem__(self, key: Key) -> Value:
        return self._values[key]

    def __setitem__(self, key: Key, value: Value) -> None:
        self._values[key] = value
        if self._store.keeps:
            self._store.put(self._name, json.dumps(key), self._codec.dump_json(value))

    def __delitem__(self, key: Key) -> None:
        del self._values[key]
        self._store.drop(self._name, json.dumps(key))

    def __contains__(self, key: Key) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[Key]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: Key) -> Value | None:
        """Return a value, or None."""
        return self._values.get(key)

    def values(self) -> list[Value]:
        """Return all values, oldest key first."""
        return list(self._values.values())

    def clear(self) -> None:
        """Forget everything."""
        self._values.clear()
        self._store.empty(self._name)
