"""Reads a text with ``parse_mode=HTML`` as Telegram's server does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from bot.sandbox.chats import Entity
from bot.sandbox.errors import ApiError, bad_request

_TOKEN = re.compile(r"</?[^<>]*>?|&(?:#\d+|#[xX][\da-fA-F]+|lt|gt|amp|quot);|[^<&]+|&")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[^\s<>]*)(?P<attributes>[^<>]*)>")
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_LANGUAGE = "language-"


@dataclass(frozen=True, slots=True)
class _Open:
    name: str
    offset: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reader:
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)


def parsed(markup: str) -> tuple[str, tuple[Entity, ...]]:
    """Return text and entities; raise ApiError with the place of what cannot be read."""
    reader, byte = _Reader(), 0
    for match in _TOKEN.finditer(markup):
        token = match.group()
        if token.startswith("<"):
            _read_tag(reader, token, byte)
        else:
            reader.text += unescape(token) if token.endswith(";") else token
        byte += len(token.encode("utf-8", "surrogatepass"))
    if reader.stack:
        name = reader.stack[-1].name
        raise _failure(f'Can\'t find end tag corresponding to start tag "{name}"')
    return reader.text, tuple(reader.entities)


def _read_tag(reader: _Reader, token: str, byte: int) -> None:
    tag = _TAG.fullmatch(token)
    if tag is None:
        raise _failure(f"Unclosed start tag at byte offset {byte}")
    name = tag["name"].lower()
    if tag["end"]:
        _close(reader, name, byte)
        return
    attributes = {a[0].lower(): a[1] or a[2] or a[3] for a in _ATTRIBUTE.findall(tag["attributes"])}
    if name not in _KINDS:
        raise _failure(f'Unsupported start tag "{name}" at byte offset {byte}')
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _failure(f'Tag "span" must have class "tg-spoiler" at byte offset {byte}')
    reader.stack.append(_Open(name, _units(reader.text), attributes))


def _close(reader: _Reader, name: str, byte: int) -> None:
    if not reader.stack:
        raise _failure(f"Unexpected end tag at byte offset {byte}")
    tag = reader.stack.pop()
    if name and name != tag.name:
        found = f'expected "</{tag.name}>", found "</{name}>"'
        raise _failure(f"Unmatched end tag at byte offset {byte}, {found}")
    length = _units(reader.text) - tag.offset
    entity = _entity(reader, tag, length)
    if entity and length:
        reader.entities.append(entity)


def _entity(reader: _Reader, tag: _Open, length: int) -> Entity | None:
    kind, attributes = _KINDS[tag.name], tag.attributes
    if tag.name == "a":
        link = attributes.get("href") or reader.text[-length:]
        return Entity(kind, tag.offset, length, {"url": unescape(link)})
    if tag.name == "tg-emoji":
        return Entity(kind, tag.offset, length, {"custom_emoji_id": attributes.get("emoji-id", "")})
    if tag.name == "blockquote" and "expandable" in attributes:
        return Entity("expandable_blockquote", tag.offset, length)
    if tag.name == "pre":
        return _pre(reader, tag.offset, length)
    language = attributes.get("class", "") if tag.name == "code" else ""
    known = {"language": language.removeprefix(_LANGUAGE)} if _LANGUAGE in language else {}
    return Entity(kind, tag.offset, length, dict(known))


def _pre(reader: _Reader, offset: int, length: int) -> Entity:
    """Let code that fills a ``pre`` give it its language and go."""
    last = reader.entities[-1] if reader.entities else None
    if last and (last.kind, last.offset, last.length) == ("code", offset, length):
        reader.entities.pop()
        return Entity("pre", offset, length, last.details)
    return Entity("pre", offset, length)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _failure(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
