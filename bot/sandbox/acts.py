"""What people do in their chats, and the updates the bot gets of it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.sandbox import detection, entities, wire
from bot.sandbox.chats import ButtonKind, ChatKind, MediaKind, Message, Query
from bot.sandbox.media import media_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sandbox.chats import Button, Chat, Entity, Media, Object
    from bot.sandbox.parameters import Upload
    from bot.sandbox.world import World

FILE_NAMES = {
    MediaKind.PHOTO: ("photo.jpg", "image/jpeg"),
    MediaKind.VOICE: ("voice.ogg", "audio/ogg"),
    MediaKind.VIDEO_NOTE: ("round.mp4", "video/mp4"),
    MediaKind.AUDIO: ("recording.mp3", "audio/mpeg"),
    MediaKind.STICKER: ("sticker.webp", "image/webp"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message before it is sent."""

    text: str = ""
    entities: tuple[Entity, ...] = ()
    media: Media | None = None
    reply_to: int | None = None
    forwarded_from: str = ""


def say(world: World, person: int, chat: Chat, draft: Draft) -> Message:
    """Write a text; what is too long for one message goes out as several, as from an app."""
    for part in _split(draft.text):
        words, spans = entities.cleaned(part, draft.entities)
        said = post(world, person, chat, replace(draft, text=words, entities=spans))
    return said


def post(world: World, person: int, chat: Chat, draft: Draft) -> Message:
    """Let one message appear; raise ValueError if the person has blocked the bot."""
    if chat.blocked:
        raise ValueError("Whoever has blocked the bot has to unblock it before writing.")
    if not chat.started:
        world.put_chat(replace(chat, started=True))
    said = Message(
        id=world.next_message_id(),
        chat=chat.id,
        sender=person,
        at=world.clock.now(),
        text=draft.text,
        entities=draft.entities,
        media=draft.media,
        reply_to=draft.reply_to,
        forwarded_from=draft.forwarded_from,
    )
    said = world.put(said)
    if chat.kind is ChatKind.PRIVATE or _concerns_bot(world, said):
        world.updates.push("message", chat.id, wire.message(world, said))
    return said


def send(  # noqa: PLR0913 - a file has that many parts
    world: World,
    person: int,
    kind: MediaKind,
    file: Upload,
    *,
    caption: str = "",
    details: Object | None = None,
) -> Message:
    """Send a file to the bot."""
    kept = world.put_file(name=file.name, mime=file.mime, content=file.content)
    words, spans = entities.cleaned(caption, ())
    draft = Draft(text=words, entities=spans, media=media_of(kind, kept, details))
    return post(world, person, world.chats[person], draft)


def edit(world: World, message: Message, text: str) -> Message:
    """Change an own message."""
    words, spans = entities.cleaned(text, ())
    now = world.clock.now()
    edited = world.put(replace(message, text=words, entities=spans, edited_at=now))
    world.updates.push("edited_message", edited.chat, wire.message(world, edited))
    return edited


def press(world: World, person: int, message: Message, button: Button) -> Query | None:
    """Tap a button; only one with callback data reaches the bot."""
    if button.kind is not ButtonKind.CALLBACK:
        return None
    query = Query(
        id=str(secrets.randbelow(9 * 10**18) + 10**18),
        person=person,
        message=message.id,
        data=button.value,
        at=world.clock.now(),
    )
    query = world.put_query(query)
    world.updates.push("callback_query", message.chat, wire.callback_query(world, query))
    return query


def block(world: World, person: int, *, blocked: bool) -> None:
    """Block the bot, or let it write again."""
    chat = world.chats[person]
    if chat.blocked == blocked:
        return
    chat = world.put_chat(replace(chat, blocked=blocked))
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    body = wire.membership(world, chat, by=person, old=old, new=new)
    world.updates.push("my_chat_member", person, body)


def add_to_group(world: World, chat: Chat, *, by: int) -> None:
    """Open a group that the bot is in."""
    world.put_chat(chat)
    body = wire.membership(world, chat, by=by, old="left", new="member")
    world.updates.push("my_chat_member", chat.id, body)


def _concerns_bot(world: World, said: Message) -> bool:
    """Apply the privacy mode that bots have in groups."""
    replied = world.messages.get(said.reply_to or 0)
    if replied and replied.sender == world.bot.id:
        return True
    name = f"@{world.bot.username}".lower()
    found = [said.text[entities.slices(said.text, e)] for e in detection.found_in(said.text)]
    return any(w.lower().endswith(name) or (w[0] == "/" and "@" not in w) for w in found)


def _split(text: str) -> Iterator[str]:
    if not text.strip():
        raise ValueError("The apps do not send a message without text.")
    for start in range(0, len(text), entities.MESSAGE_LIMIT):
        yield text[start : start + entities.MESSAGE_LIMIT]
