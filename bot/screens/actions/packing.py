"""How a button travels in Telegram's 64 bytes: its code and fields, joined by colons."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, Any, get_type_hints

from bot.screens.actions import (
    interview,
    leech,
    marks,
    mock,
    notes,
    practice,
    progress,
    reports,
    search,
    sets,
    settings,
    tables,
    topics,
    tracks,
    voice,
)
from bot.screens.actions.action import Action

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA_LIMIT = 64
"""Bytes of callback data that Telegram carries."""

_SEPARATOR = ":"
_LARGEST = 2**63 - 1
_FEATURES = (
    interview,
    *(practice, settings, topics, tracks, notes, sets, search),
    *(marks, leech, reports, voice, mock, progress, tables),
)


def pack(action: Action) -> str:
    """Write an action as callback data. Raises ValueError for one that is too long."""
    values = (_written(getattr(action, field.name)) for field in fields(action))
    data = _SEPARATOR.join((action.code, *values))
    if len(data.encode()) > DATA_LIMIT:
        raise ValueError(f"{len(data.encode())} bytes of callback data: {data}")
    return data


def parse(data: str) -> Action | None:
    """Read callback data; None for what this version does not know."""
    code, *values = data.split(_SEPARATOR)
    kind = _kinds().get(code)
    if kind is None:
        return None
    types = _field_types(kind)
    if len(values) != len(types):
        return None
    try:
        read = [_read(value, kind_of) for value, kind_of in zip(values, types, strict=True)]
        return kind(*read)
    except ValueError:
        return None


@cache
def _kinds() -> Mapping[str, type[Action]]:
    known = (kind for feature in _FEATURES for kind in vars(feature).values())
    actions = (kind for kind in known if isinstance(kind, type) and issubclass(kind, Action))
    return {kind.code: kind for kind in actions if kind is not Action}


def _field_types(kind: type[Action]) -> tuple[Any, ...]:
    hints = _hints(kind.code)
    return tuple(hints[field.name] for field in fields(kind))


@cache
def _hints(code: str) -> Mapping[str, Any]:
    return get_type_hints(_kinds()[code])


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, time):
        return f"{value:%H%M}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _read(value: str, kind: Any) -> object:  # noqa: ANN401 - any type of a field
    if kind is bool:
        return {"0": False, "1": True}[value] if value in {"0", "1"} else _refuse(value)
    if kind is int:
        number = int(value) if value.isascii() and value.isdigit() else _refuse(value)
        return number if number <= _LARGEST else _refuse(value)
    if kind is time:
        return time(int(value[:2]), int(value[2:]))
    if kind is date:
        return date.fromisoformat(value)
    return kind(value)


def _refuse(value: str) -> int:
    raise ValueError(value)
