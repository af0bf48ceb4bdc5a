"""What every update passes first: whether its sender may use the bot, and whether it is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import ApplicationHandlerStop

from bot.coach import arrival
from bot.screens import wording
from bot.screens.practice import line

if TYPE_CHECKING:
    from telegram import Update

    from bot.handlers.context import Context


async def guard(update: Update, context: Context) -> None:
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


async def once(update: Update, context: Context) -> None:
    """Leave alone what has come before and is done; what was put off has to be done still."""
    desk, user = context.bot_data, update.effective_user
    put_off = update.update_id in desk.postponed
    desk.postponed.discard(update.update_id)
    if user is None or update.inline_query or put_off:
        return
    if await desk.run(arrival.is_over, user.id, update.update_id):
        if update.callback_query:
            await desk.delivery.answer(update.callback_query)
        raise ApplicationHandlerStop
