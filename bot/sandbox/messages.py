"""The methods that send, change and delete messages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.sandbox import entities, html_mode, keyboards, rich, wire
from bot.sandbox.chats import Message
from bot.sandbox.errors import ApiError, bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.sandbox.chats import Entity, Media, Object
    from bot.sandbox.methods import Method
    from bot.sandbox.parameters import Parameters
    from bot.sandbox.world import World

RAW_LIMIT = 1 << 15
"""Bytes of text that the server looks at."""

_THINGS = ("photo", "video", "voice", "video_note", "document")
_ACTIONS = frozenset(
    {"typing", "choose_sticker", "find_location"}
    | {f"{act}_{thing}" for act in ("record", "upload") for thing in _THINGS}
)


async def send_message(world: World, call: Parameters) -> Object:
    """Send a text."""
    chat = world.writable(call.whole("chat_id"))
    text, spans = _styled(call, "text", "entities", entities.MESSAGE_LIMIT)
    return posted(world, call, chat.id, text=text, spans=spans)


async def send_rich_message(world: World, call: Parameters) -> Object:
    """Send a message in blocks, such as tables."""
    if not world.knows_rich:
        raise ApiError(404, "Not Found: method not found")
    chat = world.writable(call.whole("chat_id"))
    blocks = rich.read(call)
    return posted(world, call, chat.id, text=rich.plain(blocks), blocks=blocks)


def posted(  # noqa: PLR0913 - a message has that many parts
    world: World,
    call: Parameters,
    chat: int,
    *,
    text: str = "",
    spans: tuple[Entity, ...] = (),
    blocks: rich.Blocks = (),
    media: Media | None = None,
) -> Object:
    """Let a message of the bot appear, with the keyboard and the reply that the call names."""
    keyboard = keyboards.inline_keyboard(call.parsed("reply_markup"))
    message = Message(
        id=0,
        chat=chat,
        sender=world.bot.id,
        at=world.clock.now(),
        text=text,
        entities=spans,
        rich=blocks,
        media=media,
        keyboard=keyboard,
        reply_to=_reply_to(world, call, chat),
    )
    return wire.message(world, world.put(replace(message, id=world.next_message_id())))


async def edit_message_text(world: World, call: Parameters) -> Object:
    """Put another text and keyboard in place of a message's."""
    message = _editable(world, call)
    if "rich_message" in call and world.knows_rich:
        blocks = rich.read(call)
        return _edited(world, message, call, text=rich.plain(blocks), blocks=blocks)
    text, spans = _styled(call, "text", "entities", entities.MESSAGE_LIMIT, editing=True)
    if message.media:
        raise bad_request("there is no text in the message to edit")
    return _edited(world, message, call, text=text, spans=spans)


async def edit_message_caption(world: World, call: Parameters) -> Object:
    """Put another caption under a file."""
    message = _editable(world, call)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    text, spans = caption(call)
    return _edited(world, message, call, text=text, spans=spans)


async def edit_message_reply_markup(world: World, call: Parameters) -> Object:
    """Put another keyboard in place of a message's, or none."""
    message = _editable(world, call)
    same, blocks = message.entities, message.rich
    return _edited(world, message, call, text=message.text, spans=same, blocks=blocks)


async def delete_message(world: World, call: Parameters) -> bool:
    """Take a message away."""
    message = _found(world, call.whole("chat_id"), call.whole("message_id"), "delete")
    world.put(replace(message, deleted=True))
    return True


async def delete_messages(world: World, call: Parameters) -> bool:
    """Take several messages away; those that are gone already do not matter."""
    chat = world.writable(call.whole("chat_id"))
    numbers = call.parsed("message_ids")
    for number in numbers if isinstance(numbers, list) else []:
        message = world.messages.get(number)
        if message and message.chat == chat.id:
            world.put(replace(message, deleted=True))
    return True


async def send_chat_action(world: World, call: Parameters) -> bool:
    """Show what the bot is doing."""
    chat = world.writable(call.whole("chat_id"))
    action = call.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.feed.tell("action", chat.id, {"action": action})
    return True


METHODS: Mapping[str, Method] = {
    "sendMessage": send_message,
    "sendRichMessage": send_rich_message,
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "sendChatAction": send_chat_action,
}


def caption(call: Parameters) -> tuple[str, tuple[Entity, ...]]:
    """Return the caption of a file, which may be missing."""
    if not call.text("caption"):
        return "", ()
    return _styled(call, "caption", "caption_entities", entities.CAPTION_LIMIT)


def _styled(
    call: Parameters, name: str, spans: str, limit: int, *, editing: bool = False
) -> tuple[str, tuple[Entity, ...]]:
    raw = call.text(name)
    if not raw:
        raise bad_request("message text is empty")
    if len(raw.encode("utf-8", "surrogatepass")) > RAW_LIMIT:
        raise bad_request("text is too long")
    text, shown = entities.cleaned(*_read(call, raw, spans))
    if not text and name == "text":
        raise bad_request("text must be non-empty")
    if len(text) > limit:
        long = "message is too long" if name == "text" else "message caption is too long"
        raise bad_request("MESSAGE_TOO_LONG" if editing else long)
    return text, shown


def _read(call: Parameters, raw: str, spans: str) -> tuple[str, tuple[Entity, ...]]:
    mode = call.text("parse_mode").lower()
    if mode == "html":
        return html_mode.parsed(raw)
    if mode in ("markdown", "markdownv2"):
        raise bad_request("the sandbox reads entities and HTML, not Markdown")
    if mode:
        raise bad_request("unsupported parse_mode")
    return raw, entities.parse(call.parsed(spans))


def _reply_to(world: World, call: Parameters, chat: int) -> int | None:
    reply = call.parsed("reply_parameters")
    named = reply if isinstance(reply, dict) else {"message_id": call.whole("reply_to_message_id")}
    number = int(named.get("message_id") or 0)
    if not number:
        return None
    message = world.messages.get(number)
    if message and message.chat == chat and not message.deleted:
        return number
    if named.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def _found(world: World, chat: int, number: int, purpose: str) -> Message:
    place = world.chats.get(chat)
    if place is None or not place.started:
        raise bad_request("chat not found")
    message = world.messages.get(number)
    if message is None or message.chat != chat or message.deleted:
        raise bad_request(f"message to {purpose} not found")
    return message


def _editable(world: World, call: Parameters) -> Message:
    message = _found(world, call.whole("chat_id"), call.whole("message_id"), "edit")
    if message.sender != world.bot.id or message.forwarded_from:
        raise bad_request("message can't be edited")
    return message


def _edited(  # noqa: PLR0913 - a message has that many parts
    world: World,
    message: Message,
    call: Parameters,
    *,
    text: str,
    spans: tuple[Entity, ...] = (),
    blocks: rich.Blocks = (),
) -> Object:
    keyboard = keyboards.inline_keyboard(call.parsed("reply_markup"))
    changed = replace(message, text=text, entities=spans, rich=blocks, keyboard=keyboard)
    if changed == message:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    if (text, spans, blocks) != (message.text, message.entities, message.rich):
        changed = replace(changed, edited_at=world.clock.now())
    return wire.message(world, world.put(changed))
