"""Texts of messages as Markdown: Telegram's apps take marks off as they are typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from telegram import MessageEntity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from telegram import Message

_FULL: Final = 4096
"""Characters of a message; an app cuts a longer text into several, between any two."""

_COMMAND: Final = re.compile(r"^/import(?:@\w+)?\s*")
_MARKS: Final = {MessageEntity.BOLD: ("**", "**"), MessageEntity.CODE: ("`", "`")}


@dataclass(frozen=True, slots=True)
class Part:
    """What one message brings of a text, and what stands between it and the next."""

    text: str
    glue: str


def part_of(message: Message) -> Part:
    """Read one message of a text that may go on in the next."""
    words = message.text or message.caption or ""
    if message.forward_origin:
        return Part(markdown_of(message), "\n\n")
    return Part(markdown_of(message), "" if len(words) >= _FULL else "\n")


def joined(parts: Mapping[int, Part]) -> str:
    """Join parts in the order of their messages."""
    in_order = [parts[number] for number in sorted(parts)]
    return "".join(part.text + part.glue for part in in_order)


def markdown_of(message: Message) -> str:
    """Return a text with its bold type, code and links as Markdown, without the command."""
    text = (message.text or message.caption or "").encode("utf-16-le")
    inserted: list[tuple[int, int, int, str]] = []
    for number, entity in enumerate(message.entities or message.caption_entities):
        start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
        opening, closing = _marks(entity, text[start:end].decode("utf-16-le", "replace"))
        inserted += [(start, 1, number, opening), (end, 0, -number, closing)]  # inner ends first
    parts, done = [], 0
    for place, _, _, mark in sorted(inserted):
        parts += [text[done:place].decode("utf-16-le", "replace"), mark]
        done = place
    parts.append(text[done:].decode("utf-16-le", "replace"))
    return _COMMAND.sub("", "".join(parts))


def _marks(entity: MessageEntity, words: str) -> tuple[str, str]:
    """Return what stands before and after a stretch in Markdown."""
    if entity.type == MessageEntity.PRE:
        return f"```{entity.language or ''}\n", "\n```"
    if entity.type == MessageEntity.TEXT_LINK:
        return "[", f"]({entity.url})"
    if "\n" in words or words != words.strip():
        return "", ""  # such marks would not close
    return _MARKS.get(entity.type, ("", ""))
