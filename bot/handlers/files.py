"""Files of learners: fetched from Telegram within limits, whatever their message says of them."""

from __future__ import annotations

import enum
import logging
from typing import TYPE_CHECKING, cast

from telegram.error import BadRequest, TelegramError

from bot.questions.draft import LARGEST

if TYPE_CHECKING:
    from telegram import Bot

    from bot.handlers.request import AiohttpRequest

log = logging.getLogger(__name__)


class Unfetched(enum.Enum):
    """Why a file is not here."""

    TOO_LARGE = enum.auto()
    FAILED = enum.auto()  # the network, or Telegram no longer has it


async def fetch(bot: Bot, file_id: str) -> bytes | Unfetched:
    """Fetch a file of at most ``LARGEST`` bytes into memory; nothing is written anywhere."""
    try:
        file = await bot.get_file(file_id)
        if not file.file_path or (file.file_size or 0) > LARGEST:
            return Unfetched.TOO_LARGE if file.file_path else Unfetched.FAILED
        request = cast("AiohttpRequest", bot.request)
        content = await request.download(file.file_path, most=LARGEST)
    except BadRequest as error:
        return Unfetched.TOO_LARGE if "too big" in error.message.lower() else Unfetched.FAILED
    except TelegramError as error:
        log.warning("A file could not be fetched: %s", error)
        return Unfetched.FAILED
    return Unfetched.TOO_LARGE if content is None else content
