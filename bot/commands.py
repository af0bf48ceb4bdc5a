"""What each command of the command line does."""

from __future__ import annotations

import asyncio
import enum
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot import content, importing, parsing
from bot.questions import complete as completeness
from bot.questions import shelving, statistics

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.app import Hotseat
    from bot.questions.bank import Bank
    from bot.questions.document import Way
    from bot.questions.model import Problem

TRY_FOLDER = Path("var")


class Exit(enum.IntEnum):
    """Exit codes."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2


def check(folder: Path, *, complete: bool, stats: bool) -> Exit:
    """Print every problem of a content folder, and what the bank holds if wanted."""
    bank, problems = content.load(folder)
    if complete:
        problems = tuple(sorted((*problems, *completeness.missing(bank))))
    for problem in problems:
        print(_located(folder, problem))
    if stats:
        print(*statistics.describe(statistics.count(bank)), sep="\n")
    print(f"{len(bank.questions)} questions in {len(bank.areas)} areas, {len(problems)} problems.")
    return Exit.PROBLEMS if problems else Exit.DONE


def parse(files: list[str], *, as_json: bool, way: Way | None) -> Exit:
    """Print the questions of any documents, and where every other line went."""
    problems = False
    for file, reading in parsing.read_all(files, way):
        problems = problems or bool(reading.problems)
        if as_json:
            print(parsing.as_json(file, reading))
        else:
            print(*parsing.as_text(file, reading), sep="\n")
    return Exit.PROBLEMS if problems else Exit.DONE


def bring(
    files: list[str], folder: Path, *, area: str | None, replacing: bool, way: Way | None
) -> Exit:
    """Turn documents into content files, and tell what deserves a look."""
    if area is not None and not shelving.is_area(area):
        sentence = f"'{area}' cannot be an area. Choose a shorter or plainer name for --area."
        return _fail(sentence, Exit.USAGE)
    try:
        told = importing.bring(files, folder, area=area, replacing=replacing, way=way)
    except importing.ImportRefusedError as refusal:
        return _fail(str(refusal), Exit.PROBLEMS)
    except OSError as error:
        sentence = f"{folder} cannot be written: {error.strerror}. Nothing was written."
        return _fail(sentence, Exit.PROBLEMS)
    print(*told, sep="\n")
    return Exit.DONE


def export(file: Path | None, *, learner: int | None, replacing: bool) -> Exit:
    """Write what is stored, of one learner if wanted, to a file or standard output."""
    from bot import keeping  # noqa: PLC0415 - the other commands start faster

    return _keep(lambda url: keeping.export(url, file, learner, replacing=replacing))


def backup(file: Path, *, replacing: bool) -> Exit:
    """Write everything that is stored to a file."""
    from bot import keeping  # noqa: PLC0415 - the other commands start faster

    return _keep(lambda url: keeping.backup(url, file, replacing=replacing))


def restore(file: Path, *, replacing: bool) -> Exit:
    """Put a backup in the place of what is stored."""
    from bot import keeping  # noqa: PLC0415 - the other commands start faster

    return _keep(lambda url: keeping.restore(url, file, replacing=replacing))


def _keep(work: Callable[[str], str]) -> Exit:
    """Do something with the database that is set, and say in one line how it went."""
    from bot import keeping, settings  # noqa: PLC0415 - the other commands start faster

    try:
        said = work(settings.read_stored().database_url)
    except settings.SettingsError as error:
        return _fail(str(error), Exit.USAGE)
    except keeping.KeepingError as error:
        return _fail(str(error), Exit.PROBLEMS)
    if said:
        print(said)
    return Exit.DONE


def run() -> Exit:
    """Serve the bot on Telegram until asked to stop."""
    from bot import app, logs, settings  # noqa: PLC0415 - the other commands start faster
    from bot.storage.database import Database, DatabaseUnusableError  # noqa: PLC0415

    try:
        chosen = settings.read()
    except settings.SettingsError as error:
        return _fail(str(error), Exit.USAGE)
    logs.configure(chosen.log_level, chosen.token.get_secret_value())
    bank = _sound_bank(chosen.content)
    if bank is None:
        return Exit.PROBLEMS
    try:
        database = Database(chosen.database_url)
        database.migrate()
    except DatabaseUnusableError as error:
        return _fail(str(error), Exit.PROBLEMS)
    return _serve(app.Hotseat(chosen, bank, database))


def try_out(port: int) -> Exit:
    """Serve the bot to a chat page on this machine, with a database and a clock of its own."""
    from bot import trial  # noqa: PLC0415 - the other commands start faster

    bank = _sound_bank(Path("content"))
    if bank is None:
        return Exit.PROBLEMS
    problem = asyncio.run(trial.serve(bank, TRY_FOLDER, port))
    return _fail(problem, Exit.PROBLEMS) if problem else Exit.DONE


def _serve(bot: Hotseat) -> Exit:
    from bot.app import Ended  # noqa: PLC0415 - the other commands start faster

    sentences = {
        Ended.CONFLICT: (
            "Another process already serves this bot, and Telegram allows one. Stop that one.",
            Exit.PROBLEMS,
        ),
        Ended.INVALID_TOKEN: (
            "Telegram does not know this BOT_TOKEN. Copy it again from @BotFather.",
            Exit.USAGE,
        ),
        Ended.PORT_TAKEN: (
            "The address of BOT_LISTEN and BOT_PORT cannot be used. Choose another BOT_PORT.",
            Exit.PROBLEMS,
        ),
    }
    ended = asyncio.run(bot.run())
    return _fail(*sentences[ended]) if ended in sentences else Exit.DONE


def _sound_bank(folder: Path) -> Bank | None:
    """Read the bank; its problems stop the start."""
    bank, problems = content.load(folder)
    for problem in problems[:20]:
        print(_located(folder, problem), file=sys.stderr)
    if problems:
        print(f"The bank has {len(problems)} problems: python -m bot check", file=sys.stderr)
    return None if problems else bank


def _located(folder: Path, problem: Problem) -> str:
    return str(replace(problem, path=str(folder / problem.path)))


def _fail(sentence: str, code: Exit) -> Exit:
    print(sentence, file=sys.stderr)
    return code
