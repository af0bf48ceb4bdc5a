"""The numbers that rows get: one that was given is never given again, its row deleted or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection, MetaData


def read(connection: Connection, there: MetaData) -> dict[str, int]:
    """Tell the last number that each table has given."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
        return {name: number for name, number in found if name in there.tables}
    counters = {}
    for table, sequence in _sequences(connection, there):
        query = text(f"SELECT last_value, is_called FROM {sequence}")  # noqa: S608 - PostgreSQL's own
        last = connection.execute(query).one()
        if last.is_called:
            counters[table] = last.last_value
    return counters


def go_on(connection: Connection, there: MetaData, counters: Mapping[str, int]) -> None:
    """Let tables count on from the last numbers they have given."""
    if connection.dialect.name == "sqlite":
        for table in there.tables.keys() & counters.keys():
            number = counters[table]
            values = {"table": table, "number": number}
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), values)
            connection.execute(text("INSERT INTO sqlite_sequence VALUES (:table, :number)"), values)
        return
    for table, sequence in _sequences(connection, there):
        if counters.get(table):
            values = {"sequence": sequence, "number": counters[table]}
            connection.execute(text("SELECT setval(:sequence, :number)"), values)


def _sequences(connection: Connection, there: MetaData) -> Iterator[tuple[str, str]]:
    """Name the sequences of PostgreSQL that number the rows of tables."""
    for table in there.sorted_tables:
        for column in table.primary_key:
            names = {"table": table.name, "column": column.name}
            query = text("SELECT pg_get_serial_sequence(:table, :column)")
            sequence = connection.execute(query, names).scalar()
            if sequence:
                yield table.name, sequence
