"""Reads ``reply_markup`` as Telegram's server does."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.sandbox.chats import Button, ButtonKind, Keyboard
from bot.sandbox.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sandbox.chats import Object

DATA_LIMIT = 64
"""Bytes of callback data."""

_ROW, _TOTAL, _COPY = 12, 300, 256
_STYLES = ("primary", "success", "danger")
_MAY_BE_EMPTY = (ButtonKind.SWITCH, ButtonKind.SWITCH_HERE)
_FAULT = "can't parse inline keyboard button: "


def inline_keyboard(markup: object) -> Keyboard:
    """Return the rows of an inline keyboard; empty for any other kind of markup.

    Raises ApiError where Telegram refuses. Its server drops in silence buttons
    without a label, and what goes beyond 12 in a row or 300 in all.
    """
    if markup is None:
        return ()
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" must be an Array of Arrays')
    return tuple(row for row in _cut(rows) if row)


def plain(keyboard: Keyboard) -> Object:
    """Write a keyboard as the Bot API does."""
    return {"inline_keyboard": [[_plain_button(button) for button in row] for row in keyboard]}


def _cut(rows: list[list[object]]) -> Iterator[tuple[Button, ...]]:
    room = _TOTAL
    for row in rows:
        parsed = (_button(raw) for raw in row)
        buttons = tuple(islice((b for b in parsed if b.label), min(_ROW, room)))
        room -= len(buttons)
        yield buttons


def _button(raw: object) -> Button:
    if not isinstance(raw, dict):
        raise bad_request(f"{_FAULT}expected an Object")
    label = raw.get("text")
    if not isinstance(label, str):
        raise bad_request(f'{_FAULT}can\'t find field "text"')
    style = raw.get("style", "")
    if style and style not in _STYLES:
        raise bad_request(f"{_FAULT}invalid button style specified")
    return _checked(Button(label, *_action(raw), style=str(style)))


def _action(raw: Object) -> tuple[ButtonKind, str]:
    for kind in ButtonKind:
        value = raw.get(kind.value)
        if kind in (ButtonKind.COPY, ButtonKind.WEB_APP) and isinstance(value, dict):
            value = value.get("text", value.get("url"))
        if isinstance(value, str) and (value or kind in _MAY_BE_EMPTY):
            return kind, value
    raise bad_request(f"{_FAULT}Text buttons are unallowed in the inline keyboard")


def _checked(button: Button) -> Button:
    size = len(button.value.encode())
    if button.kind is ButtonKind.CALLBACK and size > DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.kind is ButtonKind.COPY and len(button.value) > _COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if button.kind is ButtonKind.URL and not _is_link(button.value):
        raise bad_request(f"inline keyboard button URL '{button.value}' is invalid: Wrong HTTP URL")
    return button


def _is_link(address: str) -> bool:
    link = urlsplit(address if "://" in address else f"http://{address}")
    host = link.hostname or ""
    return link.scheme == "tg" or (link.scheme in ("http", "https", "ton") and "." in host)


def _plain_button(button: Button) -> Object:
    wrapped = {ButtonKind.COPY: "text", ButtonKind.WEB_APP: "url"}.get(button.kind)
    value = {wrapped: button.value} if wrapped else button.value
    style: Object = {"style": button.style} if button.style else {}
    return {"text": button.label, button.kind.value: value, **style}
