"""The versions of the schema: what a database has, and how it gets another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData
from sqlmodel import SQLModel

from bot.storage import tables  # noqa: F401 - the tables register themselves

if TYPE_CHECKING:
    from sqlalchemy import Connection

NEWEST = "head"
_MIGRATIONS = Path(__file__).parent / "migrations"
_VERSION_TABLE = "alembic_version"


def upgrade(connection: Connection, version: str = NEWEST) -> None:
    """Bring the schema to a version, in the transaction of the connection.

    Raises CommandError when the schema has, or shall have, a version that is not known here.
    """
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def version_of(connection: Connection) -> str | None:
    """Tell which version the schema has; None when there is none."""
    return MigrationContext.configure(connection).get_current_revision()


def versions() -> tuple[str, ...]:
    """Name the versions that are known here, the newest first."""
    script = ScriptDirectory.from_config(_config())
    return tuple(each.revision for each in script.walk_revisions())


def ours(connection: Connection) -> MetaData:
    """Read our tables as they are in the database, whatever version they have."""
    there = MetaData()
    there.reflect(connection, only=lambda name, _: name in SQLModel.metadata.tables)
    return there


def drop(connection: Connection) -> None:
    """Take our tables away with all that is in them; others stay."""
    there = ours(connection)
    there.reflect(connection, only=lambda name, _: name == _VERSION_TABLE)
    there.drop_all(connection)


def orphans(connection: Connection) -> tuple[str, ...]:
    """Name the tables with rows that refer to none; PostgreSQL does not let any in."""
    if connection.dialect.name != "sqlite":
        return ()
    found = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return tuple(sorted({row[0] for row in found}))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config
