"""People, chats and messages as the Bot API writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox import entities, keyboards
from bot.sandbox.chats import ChatKind, MediaKind

if TYPE_CHECKING:
    from datetime import datetime

    from bot.sandbox.chats import Account, Chat, Media, Message, Object, Query
    from bot.sandbox.world import World


def stamp(when: datetime) -> int:
    """Write a time as the Bot API does: in whole seconds of Unix time."""
    return int(when.timestamp())


def user(account: Account) -> Object:
    """Write a User."""
    optional = {
        "last_name": account.last_name,
        "username": account.username,
        "language_code": account.language_code,
    }
    known: Object = {"id": account.id, "is_bot": account.is_bot, "first_name": account.first_name}
    return known | {name: value for name, value in optional.items() if value}


def chat(world: World, place: Chat) -> Object:
    """Write a Chat."""
    if place.kind is ChatKind.GROUP:
        return {"id": place.id, "type": "group", "title": place.title}
    names = user(world.accounts[place.id])
    names.pop("is_bot")
    names.pop("language_code", None)
    return names | {"type": "private"}


def message(world: World, said: Message, *, nested: bool = False) -> Object:
    """Write a Message; a nested one leaves out what it replies to."""
    body: Object = {
        "message_id": said.id,
        "from": user(world.account(said.sender)),
        "chat": chat(world, world.chats[said.chat]),
        "date": stamp(said.at),
    }
    if said.edited_at:
        body["edit_date"] = stamp(said.edited_at)
    if said.via_bot:
        body["via_bot"] = user(world.bot)
    if said.forwarded_from:
        body["forward_origin"] = _origin(said)
    answered = world.messages.get(said.reply_to or 0)
    if answered and not nested:
        body["reply_to_message"] = message(world, answered, nested=True)
    body |= _content(said)
    if said.keyboard:
        body["reply_markup"] = keyboards.plain(said.keyboard)
    return body


def callback_query(world: World, tap: Query) -> Object:
    """Write a CallbackQuery."""
    said = world.messages[tap.message]
    return {
        "id": tap.id,
        "from": user(world.account(tap.person)),
        "message": message(world, said),
        "chat_instance": str(said.chat * 7919),
        "data": tap.data,
    }


def _origin(said: Message) -> Object:
    return {
        "type": "hidden_user",
        "sender_user_name": said.forwarded_from,
        "date": stamp(said.at),
    }


def _content(said: Message) -> Object:
    if said.rich:
        return {"rich_message": {"blocks": list(said.rich)}}
    words, spans = ("caption", "caption_entities") if said.media else ("text", "entities")
    body = _media(said.media) if said.media else {}
    if said.text:
        body[words] = said.text
    if said.entities:
        body[spans] = entities.plain(said.entities)
    return body


def _media(media: Media) -> Object:
    file: Object = {
        "file_id": media.file,
        "file_unique_id": media.file[-12:],
        "file_size": media.size,
        **media.details,
    }
    if media.kind is MediaKind.PHOTO:
        return {"photo": [file]}
    if media.kind in {MediaKind.DOCUMENT, MediaKind.AUDIO}:
        file |= {"file_name": media.name, "mime_type": media.mime}
    if media.kind is MediaKind.VOICE:
        file |= {"mime_type": media.mime}
    return {media.kind.value: file}


def membership(world: World, place: Chat, *, by: int, old: str, new: str) -> Object:
    """Write a ChatMemberUpdated about the bot itself."""
    until: dict[str, Object] = {"kicked": {"until_date": 0}}
    before, after = (
        {"user": user(world.bot), "status": status} | until.get(status, {}) for status in (old, new)
    )
    return {
        "chat": chat(world, place),
        "from": user(world.account(by)),
        "date": stamp(world.clock.now()),
        "old_chat_member": before,
        "new_chat_member": after,
    }
