"""A person with the app in their hand, for tests that read like what people do."""

from __future__ import annotations

import asyncio
import mimetypes
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from bot.sandbox import acts, inline
from bot.sandbox.chats import ButtonKind, MediaKind, Message
from bot.sandbox.parameters import Upload

if TYPE_CHECKING:
    from bot.sandbox.chats import Account, Button, Chat, Entity, Object, Query
    from bot.sandbox.inline import Choice, InlineQuery
    from bot.sandbox.world import World

PATIENCE = timedelta(seconds=20)
"""How long a person waits for the bot, unless a test says otherwise."""

Found = TypeVar("Found")
Sought = str | Callable[[Message], bool]


class Person:
    """One person; what they do reaches the bot as updates."""

    def __init__(self, world: World, number: int) -> None:
        self._world = world
        self._mark = 0
        self.id = number
        self.clipboard = ""
        """What the last tap on a copying button left."""

    @property
    def account(self) -> Account:
        """Who this is."""
        return self._world.accounts[self.id]

    @property
    def chat(self) -> Chat:
        """The chat of this person and the bot."""
        return self._world.chats[self.id]

    @property
    def messages(self) -> tuple[Message, ...]:
        """The chat as it stands, both sides, oldest first."""
        return tuple(message for message in self.history if not message.deleted)

    @property
    def history(self) -> tuple[Message, ...]:
        """The chat with the deleted messages too."""
        return self._world.messages_in(self.id)

    @property
    def received(self) -> tuple[Message, ...]:
        """What the bot's messages say now, oldest first."""
        return tuple(message for message in self.messages if message.sender != self.id)

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes and alerts that taps were answered with, oldest first."""
        mine = (query for query in self._world.queries.values() if query.person == self.id)
        return tuple(q.answer.text for q in mine if q.answer and q.answer.text)

    async def says(
        self,
        text: str,
        *,
        reply_to: Message | None = None,
        formatted: tuple[Entity, ...] = (),
        chat: Chat | None = None,
    ) -> Message:
        """Write something, in the own chat with the bot or in a group; return what was sent last.

        What is too long for one message goes out as several, as from an app.
        """
        self._look_ahead()
        reply = reply_to.id if reply_to else None
        draft = acts.Draft(text=text, entities=formatted, reply_to=reply)
        return acts.say(self._world, self.id, chat or self.chat, draft)

    async def edits(self, message: Message, text: str) -> Message:
        """Change an own message."""
        self._look_ahead()
        return acts.edit(self._world, message, text)

    async def taps(
        self, label: str, *, on: Message | None = None, within: timedelta = PATIENCE
    ) -> Query | None:
        """Tap a button: of one message as it was seen, or of the newest that has such a label.

        The label may be cut short, like ``Good`` for ``Good · 2 days``. Only buttons with
        callback data lead to a Query.
        """
        message, button = await self._until(
            lambda: _button(label, (on,) if on else self.received), within, f"a button {label!r}"
        )
        self._look_ahead()
        if button.kind is ButtonKind.COPY:
            self.clipboard = button.value
        return acts.press(self._world, self.id, message, button)

    async def forwards(self, text: str, *, written_by: str = "Somebody") -> Message:
        """Pass on what somebody else wrote."""
        self._look_ahead()
        draft = acts.Draft(text=text, forwarded_from=written_by)
        return acts.say(self._world, self.id, self.chat, draft)

    async def sends_document(
        self, name: str, content: bytes, *, mime: str = "", caption: str = ""
    ) -> Message:
        """Send a file."""
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return self._sends(MediaKind.DOCUMENT, Upload(name, mime, content), caption=caption)

    def opens(self, message: Message) -> bytes:
        """Open the file of a message."""
        assert message.media
        return self._world.files[message.media.file].content

    async def sends_photo(self, content: bytes, *, caption: str = "") -> Message:
        """Send a picture."""
        return self._sends(MediaKind.PHOTO, _upload(MediaKind.PHOTO, content), caption=caption)

    async def sends_voice(
        self, length: timedelta = timedelta(seconds=3), *, kind: MediaKind = MediaKind.VOICE
    ) -> Message:
        """Send a voice message, a round video or a recording."""
        details: Object = {"duration": round(length.total_seconds())}
        if kind is MediaKind.VIDEO_NOTE:
            details["length"] = 384
        return self._sends(kind, _upload(kind, b"OggS"), details=details)

    async def sends_sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        sticker = _upload(MediaKind.STICKER, b"RIFF")
        look: Object = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        details = look | {"type": "regular", "emoji": emoji}
        return self._sends(MediaKind.STICKER, sticker, details=details)

    async def asks_inline(
        self, words: str, *, offset: str = "", within: timedelta = PATIENCE
    ) -> InlineQuery:
        """Type words after the bot's name in some chat, and wait for what is offered."""
        self._look_ahead()
        asked = inline.ask(self._world, self.id, words, offset)

        def answered() -> InlineQuery | None:
            query = self._world.inline[asked.id]
            return None if query.choices is None else query

        return await self._until(answered, within, f"choices for {words!r}")

    def posts(self, choice: Choice, *, chat: Chat | None = None) -> Message:
        """Choose what was offered, so that it is posted in a chat."""
        self._look_ahead()
        return inline.post(self._world, self.id, chat or self.chat, choice)

    async def blocks(self) -> None:
        """Block the bot."""
        self._look_ahead()
        acts.block(self._world, self.id, blocked=True)

    async def unblocks(self) -> None:
        """Let the bot write again."""
        self._look_ahead()
        acts.block(self._world, self.id, blocked=False)

    async def sees(self, sought: Sought, *, within: timedelta = PATIENCE) -> Message:
        """Wait for a message of the bot, new or changed since this person last did something.

        It is named by a part of its text or by a condition. Raises AssertionError with a
        transcript if it does not come in time.
        """
        name = repr(sought) if isinstance(sought, str) else "a certain message"
        return await self._until(lambda: self._new(sought), within, name)

    async def is_told(self, part: str = "", *, within: timedelta = PATIENCE) -> str:
        """Wait for a note or alert that contains a part, since the last act; return all of it."""
        return await self._until(lambda: self._new_note(part), within, f"a note {part!r}")

    async def until(self, condition: Callable[[], bool], *, within: timedelta = PATIENCE) -> None:
        """Wait until a condition holds; it is looked at after every event."""
        await self._until(lambda: condition() or None, within, "a condition")

    def transcript(self) -> str:
        """Return the chat as plain text, for messages of failing tests."""
        return "\n".join(_line(message, self.id) for message in self.messages)

    def _sends(
        self, kind: MediaKind, file: Upload, *, caption: str = "", details: Object | None = None
    ) -> Message:
        self._look_ahead()
        return acts.send(self._world, self.id, kind, file, caption=caption, details=details)

    def _look_ahead(self) -> None:
        self._mark = self._world.feed.ordinal

    def _new(self, sought: Sought) -> Message | None:
        def fits(message: Message) -> bool:
            return sought in message.text if isinstance(sought, str) else sought(message)

        fresh = (message for message in reversed(self.received) if message.change > self._mark)
        return next((message for message in fresh if fits(message)), None)

    def _new_note(self, part: str) -> str | None:
        for query in reversed(self._world.queries.values()):
            fresh = query.person == self.id and query.change > self._mark
            if fresh and query.answer and part in query.answer.text:
                return query.answer.text
        return None

    async def _until(self, look: Callable[[], Found | None], within: timedelta, name: str) -> Found:
        try:
            async with asyncio.timeout(within.total_seconds()):
                return await self._world.feed.until(look)
        except TimeoutError:
            seconds = within.total_seconds()
            chat = self.transcript() or "(nothing)"
            raise AssertionError(f"Waited {seconds:g} s for {name}; the chat:\n{chat}") from None


def _upload(kind: MediaKind, content: bytes) -> Upload:
    name, mime = acts.FILE_NAMES[kind]
    return Upload(name, mime, content)


def _button(label: str, shown: tuple[Message, ...]) -> tuple[Message, Button] | None:
    choices = [(message, button) for message in reversed(shown) for button in message.buttons]
    for fits in (str.__eq__, str.startswith):
        for message, button in choices:
            if fits(button.label, label):
                return message, button
    return None


def _line(message: Message, person: int) -> str:
    side = ">" if message.sender == person else "<"
    media = f"[{message.media.kind} {message.media.name}] " if message.media else ""
    rows = "".join(f"\n    [{'] ['.join(row)}]" for row in message.labels)
    return f"{side} {media}{message.text}{rows}"
