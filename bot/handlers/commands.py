"""Every command of the private chat, and what it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.handlers import (
    draft,
    interview,
    interviewer,
    learner,
    marks,
    mock,
    notes,
    practice,
    progress,
    reports,
    search,
    setup,
    talk,
    topics,
    tracks,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from telegram import Update

    from bot.handlers.context import Context, Desk


def _command(
    use: Callable[[Desk, int], Coroutine[Any, Any, None]],
) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    async def handle(update: Update, context: Context) -> None:
        assert update.effective_user
        await use(context.bot_data, update.effective_user.id)

    return handle


async def _start(update: Update, context: Context) -> None:
    """Welcome somebody, or do what the link is for that has led here."""
    assert update.effective_user
    desk, who, link = context.bot_data, update.effective_user.id, (context.args or [""])[0]
    if not await interviewer.invited(desk, who, link):
        await setup.start(desk, who, link=link)


async def _interview(update: Update, context: Context) -> None:
    assert update.message
    await interview.asked(context.bot_data, update.message, update.update_id)


async def _search(update: Update, context: Context) -> None:
    assert update.message
    await search.asked(context.bot_data, update.message)


async def _undo(update: Update, context: Context) -> None:
    assert update.effective_user
    await practice.undo_last(context.bot_data, update.effective_user.id, update.update_id)


async def _redo(update: Update, context: Context) -> None:
    assert update.effective_user
    await practice.redo_last(context.bot_data, update.effective_user.id, update.update_id)


async def _import(update: Update, context: Context) -> None:
    """Read the notes that follow the command, or ask for them."""
    desk, message = context.bot_data, update.message
    assert message
    if context.args:
        await draft.text_sent(desk, message, fresh=True)
    else:
        await draft.ask_for_notes(desk, message.chat_id)


async def _help(update: Update, context: Context) -> None:
    """Say what the bot can do, or how it suggests grades."""
    assert update.effective_user
    about_grades = [word.lower() for word in context.args or []] == ["grading"]
    show = learner.help_grading if about_grades else learner.help_
    await show(context.bot_data, update.effective_user.id)


async def _reports(update: Update, context: Context) -> None:
    """List the reports for an owner; for others there is no such command."""
    desk, message = context.bot_data, update.message
    assert message
    if message.chat_id in desk.owners:
        await reports.everything(desk, message.chat_id)
    else:
        await talk.unknown_command(desk, message)


_SIMPLE: dict[str, Callable[[Desk, int], Coroutine[Any, Any, None]]] = {
    "next": practice.next_question,
    "topics": topics.topics,
    "track": tracks.track,
    "mock": mock.mock,
    "daily": learner.daily,
    "pace": learner.pace,
    "notes": notes.notebooks,
    "starred": marks.starred,
    "hidden": marks.hidden,
    "progress": progress.progress,
    "pause": learner.pause,
    "resume": learner.resume,
    "stop": learner.stop,
    "forget": learner.forget,
}

COMMANDS: dict[str, Callable[[Update, Context], Coroutine[Any, Any, None]]] = {
    **{name: _command(use) for name, use in _SIMPLE.items()},
    "start": _start,
    "interview": _interview,
    "search": _search,
    "undo": _undo,
    "redo": _redo,
    "import": _import,
    "help": _help,
    "reports": _reports,
}
