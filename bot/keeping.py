"""``python -m bot export``, ``backup``, ``restore``: data out, and safely back, as JSON Lines."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager, nullcontext
from typing import IO, TYPE_CHECKING, Any

from bot import writing
from bot.storage import archive
from bot.storage.archive import BackupUnusableError, NotEmptyError, UnknownLearnerError
from bot.storage.database import Database, DatabaseUnusableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


class KeepingError(Exception):
    """Nothing has changed; the message says why, and what to do, on one line."""


def export(url: str, file: Path | None, learner: int | None, *, replacing: bool = False) -> str:
    """Write all rows, or those of one learner, to a file or standard output; say how many.

    Raises KeepingError.
    """
    with _opened(url, file, unless_there=not replacing) as database:
        values = archive.dump(database) if learner is None else archive.personal(database, learner)
        rows = (value for value in values if "table" in value)
        with writing.replacing(file) if file else nullcontext(sys.stdout) as out:
            number = _write(out, rows)
    return f"{number} rows are in {file}." if file else ""


def backup(url: str, file: Path, *, replacing: bool = False) -> str:
    """Write everything of one moment, the bot may go on meanwhile; say how many rows there are.

    Raises KeepingError.
    """
    with (
        _opened(url, file, unless_there=not replacing) as database,
        writing.replacing(file) as out,
    ):
        head_and_end = 2
        number = _write(out, archive.dump(database)) - head_and_end
    return f"{number} rows are in {file}."


def restore(url: str, file: Path, *, replacing: bool = False) -> str:
    """Put a backup in the place of what is stored, as a whole; say how many rows it has.

    Raises KeepingError.
    """
    with (
        _opened(url, file) as database,
        file.open(encoding="utf-8", newline="\n") as lines,
    ):
        number = archive.restore(database, _values(lines), replacing=replacing)
    return f"{number} rows are restored."


@contextmanager
def _opened(url: str, file: Path | None, *, unless_there: bool = False) -> Iterator[Database]:
    """Open a database; raise KeepingError for whatever goes wrong with it or with the file."""
    if unless_there and file and file.exists():
        raise KeepingError(f"{file} is there already. Add --replace to write over it.")
    try:
        database = Database(url)
        try:
            yield database
        finally:
            database.close()
    except (DatabaseUnusableError, BackupUnusableError) as error:
        raise KeepingError(str(error)) from error
    except UnknownLearnerError as error:
        raise KeepingError("There is no learner of this id.") from error
    except NotEmptyError as error:
        sentence = "The database is not empty. Add --replace to put the backup in its place."
        raise KeepingError(sentence) from error
    except BrokenPipeError:
        raise  # nobody reads our output any more, which is no fault
    except OSError as error:
        raise KeepingError(f"{file} cannot be used: {error.strerror}.") from error


def _write(out: IO[str], values: Iterable[dict[str, Any]]) -> int:
    number = 0
    for value in values:
        print(json.dumps(value, ensure_ascii=False), file=out)
        number += 1
    return number


def _values(lines: IO[str]) -> Iterator[Any]:
    number = 1
    try:
        for line in lines:
            yield json.loads(line)
            number += 1
    except UnicodeDecodeError as error:
        raise BackupUnusableError("This is no backup of Hotseat: it is no text.") from error
    except (ValueError, RecursionError) as error:
        what = "This is no backup of Hotseat" if number == 1 else "The backup is damaged"
        raise BackupUnusableError(f"{what}: line {number} is not JSON.") from error
