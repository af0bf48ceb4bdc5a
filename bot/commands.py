"""What each command of the command line does."""

from __future__ import annotations

import asyncio
import enum
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot import content, parsing
from bot.questions import complete as completeness
from bot.questions import statistics

if TYPE_CHECKING:
    from bot.app import Hotseat
    from bot.questions.bank import Bank
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
        problems = tuple(sorted((*problems, *completeness.missing(bank.questions.values()))))
    for problem in problems:
        print(_located(folder, problem))
    if stats:
        print(*statistics.describe(statistics.count(bank)), sep="\n")
    print(f"{len(bank.questions)} questions in {len(bank.areas)} areas, {len(problems)} problems.")
    return Exit.PROBLEMS if problems else Exit.DONE


def parse(files: list[str], *, as_json: bool) -> Exit:
    """Print the questions of any documents, and where every other line went."""
    problems = False
    for file in files:
        reading = parsing.read(file)
        problems = problems or bool(reading.problems)
        if as_json:
            print(parsing.as_json(file, reading))
        else:
            print(*parsing.as_text(file, reading), sep="\n")
    return Exit.PROBLEMS if problems else Exit.DONE


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
