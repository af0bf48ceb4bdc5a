"""The last resort: what went wrong is logged, and said once, without a traceback."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sqlalchemy.exc import InterfaceError, OperationalError
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.screens import wording
from bot.screens.practice import line

if TYPE_CHECKING:
    from bot.handlers.context import Context

log = logging.getLogger(__name__)

_PASSING = (OperationalError, InterfaceError, TimeoutError)
"""The database is away or its disk is full: the work was not done and can be done later."""


async def failed(update: object, context: Context) -> None:
    """Note an update whose work can be repeated; apologise for any other failure.

    No other handler has the update then: it may be one that was about to be left alone.
    """
    desk, error = context.bot_data, context.error
    if not isinstance(update, Update):
        log.error("Work of the clock has failed", exc_info=error)
        return
    if isinstance(error, _PASSING):
        log.warning("The work of update %s is postponed: %s", update.update_id, error)
        desk.postponed.add(update.update_id)
        raise ApplicationHandlerStop
    log.error("The work of update %s has failed", update.update_id, exc_info=error)
    await _apologise(update, context)
    raise ApplicationHandlerStop


async def _apologise(update: Update, context: Context) -> None:
    chat = update.effective_chat
    if chat is None or chat.type != chat.PRIVATE:
        return
    try:
        await context.bot_data.delivery.send(chat.id, line(wording.SORRY, go_on=True))
    except TelegramError:
        log.warning("The apology could not be sent either")
