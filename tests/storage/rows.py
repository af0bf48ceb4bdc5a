"""Rows for every table there is, made from the types of their columns."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, DateTime, insert

from bot.storage import counters, schema

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection, Table

NOW = datetime(2026, 11, 21, 12, 30, 15, 678901, tzinfo=UTC)
VALUES: dict[type, Any] = {
    str: "naïve 🔒\n\u2028 text",
    bytes: bytes(range(256)),
    int: 2**30,
    float: 0.1,
    bool: True,
    date: NOW.date(),
    time: time(9, 30),
}


def fill(connection: Connection, learners: tuple[int, ...]) -> None:
    """Put a row into every table for each learner; the last of several has all NULLs there are."""
    tables = schema.ours(connection)
    for number, learner_id in enumerate(learners, 1):
        bare = len(learners) > 1 and number == len(learners)
        for table in tables.sorted_tables:
            connection.execute(insert(table).values(_row(table, number, learner_id, bare=bare)))
    if connection.dialect.name == "postgresql":  # SQLite has counted along
        counters.go_on(connection, tables, dict.fromkeys(tables.tables, len(learners)))


def _row(table: Table, number: int, learner_id: int, *, bare: bool) -> dict[str, Any]:
    return {
        column.name: None if bare and column.nullable else _value(column, number, learner_id)
        for column in table.columns
    }


def _value(column: Column[Any], number: int, learner_id: int) -> object:
    meant = next((key.column for key in column.foreign_keys), column)
    if meant.primary_key and meant.name == "id":
        return learner_id if meant.table.name == "learner" else number
    if isinstance(column.type, JSON):
        return {"a": [1, None, "é"]}
    if isinstance(column.type, BigInteger):
        return 2**40
    kind = column.type.python_type
    if kind is datetime:
        is_aware = isinstance(column.type, DateTime) and column.type.timezone
        return NOW if is_aware else NOW.replace(tzinfo=None)
    return VALUES[kind]
