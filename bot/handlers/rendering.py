"""Screens as Telegram's objects: entities for the text, an inline keyboard for the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot.screens import actions
from bot.screens.screen import CopyText

if TYPE_CHECKING:
    from bot.screens.screen import Button, Screen, Span, Styled


def entities(text: Styled) -> list[MessageEntity]:
    """Turn spans into Telegram's entities, whose offsets count UTF-16 units."""
    units = _utf16_offsets(text.text)
    return [_entity(span, units) for span in text.spans]


def keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    """Turn rows of buttons into an inline keyboard."""
    rows = [[_button(button) for button in row] for row in screen.rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if isinstance(button.action, CopyText):
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.action.text))
    return InlineKeyboardButton(button.label, callback_data=actions.pack(button.action))


def _entity(span: Span, units: list[int]) -> MessageEntity:
    offset = units[span.start]
    length = units[span.end] - offset
    if span.style == MessageEntity.PRE:
        return MessageEntity(span.style, offset, length, language=span.detail or None)
    return MessageEntity(span.style, offset, length, url=span.detail or None)


def _utf16_offsets(text: str) -> list[int]:
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if ord(character) > 0xFFFF else 1))  # noqa: PLR2004
    return offsets
