"""What is stored comes out whole, and goes back into either kind of database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete, insert, text
from sqlmodel import SQLModel

from bot.storage import archive, learners, schema
from bot.storage.archive import BackupUnusableError, NotEmptyError, UnknownLearnerError
from bot.storage.database import Database, DatabaseUnusableError
from bot.storage.tables import Learner, PromptRow
from tests.storage.rows import NOW, fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANN, BEN = 5_000_000_001, 5_000_000_002
TABLES = SQLModel.metadata
FIRST_RELEASE = "0001"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Database]:
    """A second database, which is not there yet."""
    database = Database(f"sqlite:///{tmp_path}/deep/other.db")
    yield database
    database.close()


def filled(database: Database) -> list[dict[str, Any]]:
    """Fill a database and dump it, by way of JSON as a file would."""
    database.migrate()
    with database.engine.begin() as connection:
        fill(connection, (ANN, BEN))
    return dumped(database)


def dumped(database: Database) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(value)) for value in archive.dump(database)]


def test_every_table_comes_out(database: Database) -> None:
    head, *rows, end = filled(database)

    assert head["version"] == schema.versions()[0]
    assert {row["table"] for row in rows} == set(TABLES.tables)
    assert end == {"rows": 2 * len(TABLES.tables)}


def test_a_backup_goes_into_a_new_file(database: Database, other: Database) -> None:
    backup = filled(database)

    assert archive.restore(other, backup) == 2 * len(TABLES.tables)

    assert dumped(other) == backup


def test_a_backup_of_a_file_goes_into_either_kind(database: Database, other: Database) -> None:
    backup = filled(other)

    archive.restore(database, backup)

    assert dumped(database) == backup
    with database.transaction() as session:
        assert session.get_one(Learner, ANN).joined_at == NOW


def test_the_schema_is_as_good_as_new(database: Database, other: Database) -> None:
    archive.restore(database, filled(other))

    database.migrate()
    with database.transaction() as session:
        learners.join(session, ANN + 5, NOW)
        assert len(learners.everybody(session)) == 3


def test_a_number_that_was_given_is_not_given_again(database: Database, other: Database) -> None:
    filled(database)
    with database.engine.begin() as connection:
        fill_prompts = {"learner_id": ANN, "question_id": "q", "state": "graded", "new": True}
        dates = {"study_day": NOW.date(), "asked_at": NOW, "origin": "asked", "own_answer": []}
        new = insert(PromptRow).values(fill_prompts | dates | {"delivery": "sent"})
        given = connection.execute(new.returning(PromptRow.id)).scalar_one()  # type: ignore[call-overload]
        connection.execute(delete(PromptRow).where(PromptRow.id == given))

    archive.restore(other, dumped(database))

    with other.engine.begin() as connection:
        next_one = connection.execute(new.returning(PromptRow.id)).scalar_one()  # type: ignore[call-overload]
    assert next_one > given


def test_a_database_that_holds_something_is_replaced_only_when_asked(database: Database) -> None:
    backup = filled(database)
    with database.transaction() as session:
        learners.join(session, ANN + 5, NOW)
    before = dumped(database)

    with pytest.raises(NotEmptyError):
        archive.restore(database, backup)
    assert dumped(database) == before

    archive.restore(database, backup, replacing=True)
    assert dumped(database) == backup


def test_the_bot_may_write_while_a_backup_is_made(database: Database) -> None:
    filled(database)
    rows = archive.dump(database)
    next(rows)

    with database.transaction() as session:
        learners.join(session, ANN + 5, NOW)

    ids = [row["row"]["id"] for row in rows if row.get("table") == "learner"]
    assert ids == [ANN, BEN]


def test_an_earlier_version_is_brought_up_to_date(database: Database, other: Database) -> None:
    with database.engine.begin() as connection:
        schema.drop(connection)
        schema.upgrade(connection, FIRST_RELEASE)
        fill(connection, (ANN,))
    backup = dumped(database)
    assert backup[0]["version"] == FIRST_RELEASE

    archive.restore(other, backup)

    head, *rows, _ = dumped(other)
    assert head["version"] == schema.versions()[0]
    assert len(rows) == len(backup) - 2


def test_tables_of_others_stay(database: Database, other: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("CREATE TABLE strangers (id INTEGER)"))
        connection.execute(text("INSERT INTO strangers VALUES (7)"))

    archive.restore(database, filled(other), replacing=True)

    assert "strangers" not in {row.get("table") for row in dumped(database)}
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT id FROM strangers")).scalars().all() == [7]


def damaged(backup: list[dict[str, Any]], how: str) -> list[Any]:
    if how == "no end":
        return backup[:-1]
    if how == "a row less":
        return [*backup[:-2], backup[-1]]
    if how == "something after the end":
        return [*backup, backup[1]]
    first, learner, *rest = backup
    wrong: dict[str, Any] = {
        "no backup": [{"a": 1}, learner, *rest],
        "nothing": [],
        "newer": [first | {"version": "9999"}, learner, *rest],
        "newer form": [first | {"format": 2}, learner, *rest],
        "no counters": [first | {"counters": None}, learner, *rest],
        "unknown table": [first, learner | {"table": "stranger"}, *rest],
        "unknown column": [first, learner | {"row": {"stranger": 1}}, *rest],
        "wrong value": [first, learner | {"row": learner["row"] | {"joined_at": "never"}}, *rest],
        "wrong type": [first, learner | {"row": learner["row"] | {"id": "one"}}, *rest],
        "twice": [first, learner, learner, *rest],
        "an orphan": [first, *rest[:-1], {"rows": len(rest) - 1}],
        "no row": [first, "learner", *rest],
    }
    return list(wrong[how])


DAMAGES = {
    "nothing": "This is no backup of Hotseat.",
    "no backup": "This is no backup of Hotseat.",
    "newer": "newer version of Hotseat",
    "newer form": "newer version of Hotseat",
    "no counters": "Line 1 of the backup is damaged",
    "no end": "its end is missing",
    "a row less": "some rows are missing",
    "something after the end": "not whole",
    "unknown table": "Line 2 of the backup is damaged",
    "unknown column": "Line 2 of the backup is damaged",
    "wrong value": "Line 2 of the backup is damaged",
    "wrong type": "Line 2 of the backup is damaged",
    "no row": "Line 2 of the backup is damaged",
    "twice": "The rows of 'learner' contradict",
    "an orphan": "contradict",
}


def test_a_damaged_backup_changes_nothing(database: Database, other: Database) -> None:
    backup = filled(other)
    with database.transaction() as session:
        learners.join(session, ANN + 5, NOW)
    before = dumped(database)

    for how, said in DAMAGES.items():
        with pytest.raises(BackupUnusableError, match=said):
            archive.restore(database, damaged(backup, how), replacing=True)

        assert dumped(database) == before, how


def test_a_learner_gets_all_that_is_theirs_and_nothing_else(database: Database) -> None:
    filled(database)

    rows = list(archive.personal(database, ANN))

    assert {row["table"] for row in rows} == set(TABLES.tables)
    assert len(rows) == len(TABLES.tables)
    assert str(BEN) not in json.dumps(rows)


def test_an_unknown_learner_is_said_to_be_none(database: Database) -> None:
    with pytest.raises(UnknownLearnerError):
        list(archive.personal(database, ANN))


def test_a_database_that_is_not_there_is_not_made(other: Database) -> None:
    with pytest.raises(DatabaseUnusableError, match="There is no database"):
        dumped(other)

    with other.writing() as connection:
        assert schema.version_of(connection) is None
    with pytest.raises(DatabaseUnusableError, match="holds nothing of Hotseat yet"):
        dumped(other)
