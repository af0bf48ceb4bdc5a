"""Which handler takes which update; who has sent it, and whether it is new, is asked before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import ChatMember, Update
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.coach import nudge
from bot.handlers import (
    debrief,
    door,
    draft,
    errors,
    inline,
    interview,
    interviewer,
    learner,
    leech,
    marks,
    mock,
    notes,
    progress,
    reports,
    requests,
    search,
    sets,
    sheet,
    tables,
    talk,
    taps,
    topics,
)
from bot.handlers.commands import COMMANDS
from bot.screens import actions, wording
from bot.screens.practice import line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import CallbackQuery
    from telegram.ext import Application

    from bot.handlers.context import Context, Desk

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
)
"""What we ask Telegram for, named at every start: what is left out keeps an older setting."""

_PRIVATE = filters.ChatType.PRIVATE

_TAPPED: tuple[Callable[[Desk, CallbackQuery, actions.Action], Awaitable[bool]], ...] = (
    topics.tapped,
    interview.tapped,
    search.tapped,
    mock.tapped,
    debrief.tapped,
    interviewer.tapped,
    learner.tapped,
    tables.tapped,
    progress.tapped,
    draft.tapped,
    notes.tapped,
    reports.tapped,
)
"""Who may know what a button asks for, in the order in which they are asked."""

_ONCE = (taps.tapped, marks.tapped, leech.tapped, sets.tapped, requests.tapped)
"""Those before them, who do what a button asks for once for an update."""


def register(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Attach every handler, in the order in which they are asked."""
    new = filters.UpdateType.MESSAGE
    application.add_handler(TypeHandler(Update, door.guard), group=-2)
    application.add_handler(TypeHandler(Update, door.once), group=-1)
    application.add_handler(MessageHandler(filters.COMMAND & ~_PRIVATE & new, _in_group))
    for name, obey in COMMANDS.items():
        application.add_handler(CommandHandler(name, obey, _PRIVATE & new))
    application.add_handler(CallbackQueryHandler(_tapped))
    application.add_handler(InlineQueryHandler(_inline))
    application.add_handler(MessageHandler(filters.VIA_BOT, _nothing))
    application.add_handler(MessageHandler(filters.COMMAND & _PRIVATE & new, _unknown_command))
    application.add_handler(MessageHandler(filters.TEXT & _PRIVATE & new, _heard))
    application.add_handler(
        MessageHandler(_PRIVATE & new & ~filters.StatusUpdate.ALL, _sent_something)
    )
    application.add_handler(MessageHandler(_PRIVATE & filters.UpdateType.EDITED_MESSAGE, _edited))
    application.add_handler(ChatMemberHandler(_member, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(errors.failed)


async def _inline(update: Update, context: Context) -> None:
    assert update.inline_query
    await inline.asked(context.bot_data, update.inline_query, context.bot.username)


async def _nothing(_update: Update, _context: Context) -> None:
    """Leave alone what a person has posted by way of a bot: nobody has typed it."""


async def _in_group(update: Update, context: Context) -> None:
    """Point to the private chat; only a command that was meant for this bot is answered."""
    message = update.message
    assert message
    if (message.text or "").partition("@")[2].partition(" ")[0] in {"", context.bot.username}:
        await context.bot_data.delivery.send(
            message.chat_id, line(wording.group_line(context.bot.username))
        )


async def _tapped(update: Update, context: Context) -> None:
    query, desk = update.callback_query, context.bot_data
    assert query
    action = actions.parse(query.data or "")
    for once in _ONCE:
        if action and await once(desk, query, action, update):
            return
    for tapped in _TAPPED:
        if action and await tapped(desk, query, action):
            return
    await desk.delivery.answer(query, wording.OLD_BUTTON)
    if query.message:
        await desk.delivery.strip(query.from_user.id, query.message.message_id)


async def _heard(update: Update, context: Context) -> None:
    assert update.message
    await talk.heard(context.bot_data, update.message, update.update_id)


async def _edited(update: Update, context: Context) -> None:
    assert update.edited_message
    await talk.edited(context.bot_data, update.edited_message)


async def _sent_something(update: Update, context: Context) -> None:
    assert update.message
    await talk.sent_something(context.bot_data, update.message, update.update_id)


async def _unknown_command(update: Update, context: Context) -> None:
    assert update.message
    await talk.unknown_command(context.bot_data, update.message)


async def _member(update: Update, context: Context) -> None:
    """Note who blocks the bot, and who takes it back."""
    change = update.my_chat_member
    if change is None or change.chat.type != change.chat.PRIVATE:
        return
    gone = change.new_chat_member.status == ChatMember.BANNED
    act = nudge.unreachable if gone else nudge.reachable
    await context.bot_data.run(act, change.chat.id)
    if gone:
        await sheet.leave(context.bot_data, change.chat.id)
