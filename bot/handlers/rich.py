"""Telegram's rich messages, in which tables and formulas are drawn: for who was seen to see them.

PTB does not know them yet. They are sent as blocks, in which nothing needs escaping, and a server
that does not take them is known by its refusal: then the same screen goes out as text.
"""

from __future__ import annotations

import itertools
import logging
import re
from typing import TYPE_CHECKING, Any

from telegram import Message
from telegram.error import BadRequest, EndPointNotFound

from bot.handlers.rendering import keyboard
from bot.screens.screen import Formula, Style, Styled, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from telegram import Bot, ReplyParameters
    from telegram.error import TelegramError

    from bot.screens.screen import Part, Screen, Span

log = logging.getLogger(__name__)

Object = dict[str, Any]

REFUSALS = (BadRequest, EndPointNotFound)
"""What a server answers that does not take a rich message; a time-out is none of these."""

_OLD = ("message text is empty", "rich message must be non-empty")
"""How a server answers that does not know the parameter, or not its blocks."""

_STYLES = {
    Style.BOLD: "bold",
    Style.ITALIC: "italic",
    Style.STRIKETHROUGH: "strikethrough",
    Style.SPOILER: "spoiler",
    Style.CODE: "code",
}
_APART = (Style.PRE, Style.QUOTE)
_PARAGRAPH = re.compile(r"[^\n].*?(?=\s*\n\n|\s*\Z)", re.DOTALL)


class RichMessages:
    """Sends and changes messages in their rich form, while the server is not known to refuse it."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self.known = True
        """Until the server says that it has no such thing; then only a test of it asks again."""

    async def send(
        self, chat_id: int, screen: Screen, reply: ReplyParameters | None = None
    ) -> Message:
        """Send a screen in its rich form; raises one of ``REFUSALS`` when it is refused."""
        message: Message = await self._bot.do_api_request(
            "sendRichMessage",
            api_kwargs=_given(
                chat_id=chat_id,
                rich_message=payload(screen.parts),
                reply_markup=keyboard(screen),
                reply_parameters=reply,
            ),
            return_type=Message,
        )
        self.known = True
        return message

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> None:
        """Change a message into the rich form of a screen; raises as ``send`` does."""
        await self._bot.edit_message_text(
            None,  # type: ignore[arg-type]  # left out of the request
            chat_id,
            message_id,
            reply_markup=keyboard(screen),
            api_kwargs={"rich_message": payload(screen.parts)},
        )

    def refused(self, error: TelegramError) -> None:
        """Remember a server that has no rich messages; note what else one does not like."""
        if isinstance(error, EndPointNotFound) or error.message.lower() in _OLD:
            self.known = False
            log.warning("This Telegram server has no rich messages: tables stay text")
        else:
            log.error("Telegram refused a rich message: %s", error.message)


def payload(parts: Sequence[Part]) -> Object:
    """Write parts as the rich message that Telegram is sent."""
    return {"blocks": [block for part in parts for block in _blocks(part)]}


def _given(**values: object) -> Object:
    return {name: value for name, value in values.items() if value is not None}


def _blocks(part: Part) -> Iterator[Object]:
    match part:
        case Table():
            yield _table(part)
        case Formula(source):
            yield {"type": "mathematical_expression", "expression": source}
        case Styled():
            yield from _text_blocks(part)


def _table(table: Table) -> Object:
    """Write a table; one without titles has no header."""
    titles = [table.header] if any(map(len, table.header)) else []
    header = [_row(row, table.alignments, is_header=True) for row in titles]
    rows = [_row(row, table.alignments, is_header=False) for row in table.rows]
    return {"type": "table", "cells": header + rows, "is_bordered": True, "is_compact": True}


def _row(cells: Iterable[Styled], alignments: Iterable[str], *, is_header: bool) -> list[Object]:
    shared: Object = {"valign": "top"} | ({"is_header": True} if is_header else {})
    return [
        {"text": _rich_text(cell), "align": align, **shared}
        for cell, align in zip(cells, alignments, strict=True)
    ]


def _text_blocks(text: Styled) -> Iterator[Object]:
    """Write code and quotations as blocks of their own, and paragraphs between them."""
    at = 0
    apart = sorted((s for s in text.spans if s.style in _APART), key=lambda span: span.start)
    for span in apart:
        if span.start < at:
            continue
        yield from _paragraphs(text.cut(at, span.start))
        yield _block(span, text.cut(span.start, span.end))
        at = span.end
    yield from _paragraphs(text.cut(at, len(text)))


def _block(span: Span, inside: Styled) -> Object:
    if span.style is Style.QUOTE:
        return {"type": "blockquote", "blocks": list(_paragraphs(inside))}
    language = {"language": span.detail} if span.detail else {}
    return {"type": "pre", "text": inside.text, **language}


def _paragraphs(text: Styled) -> Iterator[Object]:
    for found in _PARAGRAPH.finditer(text.text):
        if found[0].strip():
            yield {"type": "paragraph", "text": _rich_text(text.cut(*found.span()))}


def _rich_text(text: Styled) -> str | list[str | Object]:
    """Write text as runs, each in all its styles, one within another."""
    spans = [span for span in text.spans if span.style not in _APART]
    if not spans:
        return text.text
    ends = {0, len(text), *(at for span in spans for at in (span.start, span.end))}
    return [
        _run(text.text[start:end], [s for s in spans if s.start <= start and end <= s.end])
        for start, end in itertools.pairwise(sorted(ends))
    ]


def _run(text: str, spans: Sequence[Span]) -> str | Object:
    run: str | Object = text
    for span in spans:
        if span.style is Style.LINK:
            run = {"type": "url", "text": run, "url": span.detail}
        else:
            run = {"type": _STYLES[span.style], "text": run}
    return run
