"""``@bot words`` in any chat: questions to choose from, and what is posted there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from bot.handlers import search
from bot.handlers.rendering import entities
from bot.screens.inline import Post, post

if TYPE_CHECKING:
    from telegram import InlineQuery

    from bot.handlers.context import Desk

A_PAGE: Final = 20
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def asked(desk: Desk, query: InlineQuery, username: str) -> None:
    """Offer questions of the bank, and of the asker's own notes, to be posted."""
    found = await search.found(desk, query.from_user.id, query.query)
    start = int(query.offset) if query.offset.isascii() and query.offset.isdigit() else 0
    shown = found[start : start + A_PAGE]
    following = str(start + A_PAGE) if len(found) > start + A_PAGE else ""
    results = [_result(post(question), username) for question in shown]
    await desk.delivery.answer_inline(query, results, following)


def _result(found: Post, username: str) -> InlineQueryResultArticle:
    address = f"https://t.me/{username}" + (f"?start={found.link}" if found.link else "")
    return InlineQueryResultArticle(
        id=found.id,
        title=found.title,
        description=found.about,
        input_message_content=InputTextMessageContent(
            found.text.text, entities=entities(found.text), link_preview_options=_NO_PREVIEW
        ),
        reply_markup=InlineKeyboardMarkup.from_button(
            InlineKeyboardButton(found.label, url=address)
        ),
    )
