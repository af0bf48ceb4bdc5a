"""What Telegram's server makes of a text and its entities before it shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.sandbox.chats import Entity
from bot.sandbox.detection import found_in
from bot.sandbox.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MESSAGE_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100
"""Entities shown of one message; the server drops the rest in silence."""

_ASTRAL = 0x10000
_FARTHEST = 1_000_000
_SPACES = {code: " " for code in range(32) if code not in (ord("\n"), ord("\r"))}
_DETAILS = ("url", "language", "user", "custom_emoji_id", "unix_time", "date_time_format")


def parse(raw: object) -> tuple[Entity, ...]:
    """Read a JSON array of MessageEntity; raise ApiError if it is none."""
    if raw is None:
        return ()
    if not isinstance(raw, list):
        raise bad_request("can't parse entities: expected an Array")
    return tuple(_parse_one(item) for item in raw)


def units(text: str) -> int:
    """Count the UTF-16 units of a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cleaned(text: str, entities: Iterable[Entity]) -> tuple[str, tuple[Entity, ...]]:
    """Return text and entities as the server stores them; raise ApiError on bad bounds.

    Control characters become spaces, outer whitespace goes, entities over nothing go, and
    commands, mentions and addresses in plain text become entities of their own.
    """
    ordered = sorted((e for e in entities if e.length > 0), key=lambda e: (e.offset, -e.length))
    starts = _starts(text)
    for entity in ordered:
        _check_bounds(entity, starts)
    text, ordered = _without_returns(text, ordered)
    text = text.translate(_SPACES)
    ordered = [e for e in (_narrowed(entity, text) for entity in ordered) if e.length > 0]
    text, ordered = _trimmed(text, ordered)
    shown = sorted([*ordered, *found_in(text, ordered)], key=lambda e: (e.offset, -e.length))
    return text, tuple(shown[:ENTITY_LIMIT])


def plain(entities: Sequence[Entity]) -> list[dict[str, object]]:
    """Write entities as the Bot API does."""
    return [{"type": e.kind, "offset": e.offset, "length": e.length, **e.details} for e in entities]


def slices(text: str, entity: Entity) -> slice:
    """Turn the bounds of an entity into those of a Python string."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    start = len(encoded[: 2 * entity.offset].decode("utf-16-le", "surrogatepass"))
    stop = len(encoded[: 2 * entity.end].decode("utf-16-le", "surrogatepass"))
    return slice(start, stop)


def _parse_one(item: object) -> Entity:
    if not isinstance(item, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    kind, offset, length = item.get("type"), item.get("offset"), item.get("length")
    if not isinstance(kind, str):
        raise bad_request("can't parse MessageEntity: can't find field \"type\"")
    if not isinstance(offset, int) or not isinstance(length, int):
        raise bad_request("can't parse MessageEntity: offset and length must be Numbers")
    for name, number in (("offset", offset), ("length", length)):
        if not 0 <= number <= _FARTHEST:
            raise bad_request(f"receive an entity with incorrect {name} {number}")
    return Entity(kind, offset, length, {k: item[k] for k in _DETAILS if item.get(k)})


def _starts(text: str) -> dict[int, int]:
    """Map the UTF-16 offset of each character, and of the end, to its offset in bytes."""
    starts, unit, byte = {}, 0, 0
    for character in text:
        starts[unit] = byte
        unit += 1 + (ord(character) >= _ASTRAL)
        byte += len(character.encode("utf-8", "surrogatepass"))
    starts[unit] = byte
    return starts


def _check_bounds(entity: Entity, starts: dict[int, int]) -> None:
    last = next(reversed(starts))
    if entity.offset > last:
        raise bad_request(
            f"entity begins after the end of the text at UTF-16 offset {entity.offset}"
        )
    if entity.offset not in starts:
        byte = starts[entity.offset + 1]
        raise bad_request(f"entity begins in a middle of a UTF-16 symbol at byte offset {byte}")
    beginning = f"entity beginning at UTF-16 offset {entity.offset} ends"
    if entity.end > last:
        raise bad_request(f"{beginning} after the end of the text at UTF-16 offset {entity.end}")
    if entity.end not in starts:
        byte = starts[entity.end + 1]
        raise bad_request(f"{beginning} in a middle of a UTF-16 symbol at byte offset {byte}")


def _without_returns(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    if "\r" not in text:
        return text, entities
    kept = []
    for entity in entities:
        part = slices(text, entity)
        before, within = text.count("\r", 0, part.start), text.count("\r", part.start, part.stop)
        kept.append(replace(entity, offset=entity.offset - before, length=entity.length - within))
    return text.replace("\r", ""), kept


def _narrowed(entity: Entity, text: str) -> Entity:
    """Let an entity begin at its first character that shows."""
    covered = text[slices(text, entity)]
    if not covered.strip(" \n"):
        return replace(entity, length=0)
    blank = len(covered) - len(covered.lstrip(" \n"))
    return replace(entity, offset=entity.offset + blank, length=entity.length - blank)


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    text = text.rstrip(" \n")
    last = units(text)
    cut = len(text) - len(text.lstrip(" \n"))
    clipped = [replace(e, length=min(e.length, last - e.offset)) for e in entities]
    return text[cut:], [replace(e, offset=e.offset - cut) for e in clipped]
