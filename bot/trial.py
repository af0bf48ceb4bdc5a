"""``python -m bot try``: the very same bot, on a local stand-in for Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot import logs
from bot.app import Hotseat
from bot.coach import learner, nudge
from bot.sandbox import TOKEN, DamagedStateError, Hooks, Sandbox
from bot.settings import ANY_PORT, given
from bot.storage.database import Database, DatabaseUnusableError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from bot.questions.bank import Bank


async def serve(bank: Bank, folder: Path, port: int) -> str | None:
    """Serve the bot and its chat page until interrupted; give the reason if that cannot be."""
    logs.configure("WARNING", TOKEN)
    hooks = Hooks()
    try:
        database = Database(f"sqlite:///{folder}/try.db")
        database.migrate()
        sandbox = Sandbox(port=port, name="Hotseat", state=folder / "try-chat.db", hooks=hooks)
        await sandbox.start()
    except (DatabaseUnusableError, DamagedStateError) as error:
        return f"{error} To begin anew, delete the files try* in {folder}."
    except OSError as error:
        return f"Port {port} cannot be used: {error.strerror}. Try --port {port + 1}."
    try:
        await _live(sandbox, hooks, bank, database)
    finally:
        await sandbox.stop()
    return None


async def _live(sandbox: Sandbox, hooks: Hooks, bank: Bank, database: Database) -> None:
    settings = given(token=SecretStr(TOKEN), api_url=sandbox.url, port=ANY_PORT)
    bot = Hotseat(settings, bank, database, now=sandbox.clock.now)

    async def forget_everybody() -> None:
        await bot.run_use_case(learner.forget_everybody)

    async def next_morning(learner_id: int) -> datetime:
        return await bot.run_use_case(nudge.next_morning, learner_id)

    hooks.on_jump = bot.tick
    hooks.on_start_over = forget_everybody
    hooks.next_morning = next_morning
    print(f"Hotseat is ready: open {sandbox.url} (Ctrl+C stops it).", flush=True)
    await bot.run()
