"""Which handler takes which update; who may use the bot is asked once, before all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram import ChatMember, Update
from telegram.ext import (
    ApplicationHandlerStop,
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
    practice,
    reports,
    requests,
    search,
    sets,
    setup,
    sheet,
    talk,
    topics,
    tracks,
)
from bot.screens import actions, wording
from bot.screens.practice import line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

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
_COMMANDS: dict[str, Callable[[Desk, int], Coroutine[Any, Any, None]]] = {
    "next": practice.next_question,
    "topics": topics.topics,
    "track": tracks.track,
    "mock": mock.mock,
    "daily": learner.daily,
    "pace": learner.pace,
    "notes": notes.notebooks,
    "starred": marks.starred,
    "hidden": marks.hidden,
    "progress": learner.progress,
    "pause": learner.pause,
    "resume": learner.resume,
    "stop": learner.stop,
    "forget": learner.forget,
}

_TAPPED: tuple[Callable[[Desk, CallbackQuery, actions.Action], Awaitable[bool]], ...] = (
    topics.tapped,
    interview.tapped,
    sets.tapped,
    requests.tapped,
    search.tapped,
    mock.tapped,
    debrief.tapped,
    interviewer.tapped,
    learner.tapped,
    draft.tapped,
    notes.tapped,
    reports.tapped,
)
"""Who may know what a button asks for, in the order in which they are asked."""


def register(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Attach every handler, in the order in which they are asked."""
    new = filters.UpdateType.MESSAGE
    application.add_handler(TypeHandler(Update, _guard), group=-1)
    application.add_handler(MessageHandler(filters.COMMAND & ~_PRIVATE & new, _in_group))
    for name, use in _COMMANDS.items():
        application.add_handler(CommandHandler(name, _command(use), _PRIVATE & new))
    application.add_handler(CommandHandler("start", _start, _PRIVATE & new))
    application.add_handler(CommandHandler("interview", _interview, _PRIVATE & new))
    application.add_handler(CommandHandler("search", _search, _PRIVATE & new))
    application.add_handler(CommandHandler("undo", _undo, _PRIVATE & new))
    application.add_handler(CommandHandler("redo", _redo, _PRIVATE & new))
    application.add_handler(CommandHandler("import", _import, _PRIVATE & new))
    application.add_handler(CommandHandler("help", _help, _PRIVATE & new))
    application.add_handler(CommandHandler("reports", _reports, _PRIVATE & new))
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


async def _guard(update: Update, context: Context) -> None:
    """Let nobody in who is not on the list, if there is one."""
    desk, user = context.bot_data, update.effective_user
    if not desk.allowed or (user and user.id in desk.allowed):
        return
    chat = update.effective_chat
    if update.callback_query:
        await desk.delivery.answer(update.callback_query, wording.NOT_ALLOWED)
    elif update.inline_query:
        await desk.delivery.answer_inline(update.inline_query, ())
    elif update.message and chat and chat.type == chat.PRIVATE:
        await desk.delivery.send(chat.id, line(wording.NOT_ALLOWED))
    raise ApplicationHandlerStop


def _command(
    use: Callable[[Desk, int], Coroutine[Any, Any, None]],
) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    async def handle(update: Update, context: Context) -> None:
        assert update.effective_user
        await use(context.bot_data, update.effective_user.id)

    return handle


async def _undo(update: Update, context: Context) -> None:
    assert update.effective_user
    await practice.undo_last(context.bot_data, update.effective_user.id, update.update_id)


async def _redo(update: Update, context: Context) -> None:
    assert update.effective_user
    await practice.redo_last(context.bot_data, update.effective_user.id, update.update_id)


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


async def _inline(update: Update, context: Context) -> None:
    assert update.inline_query
    await inline.asked(context.bot_data, update.inline_query, context.bot.username)


async def _nothing(_update: Update, _context: Context) -> None:
    """Leave alone what a person has posted by way of a bot: nobody has typed it."""


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
    for stepped in (practice.tapped, marks.tapped, leech.tapped):
        if action and await stepped(desk, query, action, update):
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
