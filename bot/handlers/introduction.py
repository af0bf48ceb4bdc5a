"""How the bot introduces itself on Telegram: its name, descriptions and command menu."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import BotCommand
from telegram.error import TelegramError

from bot.screens import wording
from bot.screens.learner import COMMANDS

if TYPE_CHECKING:
    from telegram import Bot

log = logging.getLogger(__name__)


async def introduce(bot: Bot) -> None:
    """Set what has changed since the last start; a refusal is no reason not to work.

    Telegram allows few changes of a name a day, so nothing is set that is already there.
    """
    for what, change in (
        ("name", _name),
        ("description", _description),
        ("short description", _short_description),
        ("commands", _commands),
    ):
        try:
            await change(bot)
        except TelegramError as error:
            log.warning("Telegram did not take the %s: %s", what, error)


async def _name(bot: Bot) -> None:
    if (await bot.get_my_name()).name != wording.BOT_NAME:
        await bot.set_my_name(wording.BOT_NAME)


async def _description(bot: Bot) -> None:
    if (await bot.get_my_description()).description != wording.DESCRIPTION:
        await bot.set_my_description(wording.DESCRIPTION)


async def _short_description(bot: Bot) -> None:
    if (await bot.get_my_short_description()).short_description != wording.SHORT_DESCRIPTION:
        await bot.set_my_short_description(wording.SHORT_DESCRIPTION)


async def _commands(bot: Bot) -> None:
    commands = tuple(BotCommand(name, what) for name, what in COMMANDS)
    if await bot.get_my_commands() != commands:
        await bot.set_my_commands(commands)
