"""Who is there and what was said: people, chats, messages, files and taps as plain values."""

import enum
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

Object = dict[str, object]
"""A JSON object as the Bot API writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One Telegram user, a person or the bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False


class ChatKind(enum.StrEnum):
    """The kinds of chat the stand-in knows."""

    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A person's chat with the bot (its id is the person's), or a group the bot is in."""

    id: int
    kind: ChatKind = ChatKind.PRIVATE
    title: str = ""
    members: tuple[int, ...] = ()
    started: bool = False
    """Whether the bot may write here: a person has to write first."""
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A style over a stretch of text, counted in UTF-16 units as the Bot API does."""

    kind: str
    offset: int
    length: int
    details: dict[str, object] = field(default_factory=dict)
    """What only some kinds have: the ``url`` of a link, the ``language`` of code."""

    @property
    def end(self) -> int:
        """The offset just behind the stretch."""
        return self.offset + self.length


class ButtonKind(enum.StrEnum):
    """What a tap on an inline button does; in the order in which Telegram looks for it."""

    URL = "url"
    CALLBACK = "callback_data"
    WEB_APP = "web_app"
    COPY = "copy_text"
    SWITCH = "switch_inline_query"
    SWITCH_HERE = "switch_inline_query_current_chat"


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: its label and what a tap does."""

    label: str
    kind: ButtonKind
    value: str
    """The callback data, the address, or the text to copy."""
    style: str = ""


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An uploaded file, kept whole."""

    __pydantic_config__: ClassVar[dict[str, str]] = {
        "ser_json_bytes": "base64",
        "val_json_bytes": "base64",
    }
    id: str
    name: str
    mime: str
    content: bytes

    @property
    def path(self) -> str:
        """Where getFile says it can be fetched."""
        return f"files/{self.id}"


class MediaKind(enum.StrEnum):
    """What a message can carry beside text; the names of the Bot API's fields."""

    DOCUMENT = "document"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"
    STICKER = "sticker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A file in a message, and how it is shown."""

    kind: MediaKind
    file: str
    """The id of the file."""
    name: str
    mime: str
    size: int
    details: dict[str, object] = field(default_factory=dict)
    """What only some kinds have: width and height, seconds, an emoji."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message as it stands now."""

    id: int
    chat: int
    sender: int
    at: datetime
    text: str = ""
    """The text, or the caption of its media, or what the blocks of a rich message say."""
    entities: tuple[Entity, ...] = ()
    rich: tuple[Object, ...] = ()
    """The blocks of a rich message, as they came."""
    media: Media | None = None
    keyboard: Keyboard = ()
    reply_to: int | None = None
    forwarded_from: str = ""
    """The name of whoever wrote it first, if it was forwarded."""
    via_bot: bool = False
    """Whether its sender has chosen it among what the bot had offered."""
    edited_at: datetime | None = None
    deleted: bool = False
    change: int = 0
    """The ordinal of its last change among all that ever happened in the sandbox."""

    @property
    def labels(self) -> tuple[tuple[str, ...], ...]:
        """What the buttons say, row by row."""
        return tuple(tuple(button.label for button in row) for row in self.keyboard)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, in reading order."""
        return tuple(button for row in self.keyboard for button in row)

    def parts(self, kind: str) -> tuple[str, ...]:
        """Return the stretches of text that have one kind of entity, such as ``pre``."""
        units = self.text.encode("utf-16-le")
        return tuple(
            units[2 * entity.offset : 2 * entity.end].decode("utf-16-le")
            for entity in self.entities
            if entity.kind == kind
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot answered a tap with."""

    text: str = ""
    alert: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One tap on a button that carries callback data."""

    id: str
    person: int
    message: int
    data: str
    at: datetime
    answer: Answer | None = None
    change: int = 0
