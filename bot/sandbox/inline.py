"""Inline mode: words after the bot's name in any chat, choices, and the message of one of them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.sandbox import entities, keyboards, wire
from bot.sandbox.chats import Entity, Keyboard, Message
from bot.sandbox.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.sandbox.chats import Chat, Object
    from bot.sandbox.methods import Method
    from bot.sandbox.parameters import Parameters
    from bot.sandbox.world import World

PATIENCE = timedelta(seconds=15)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_MOST, _ID, _OFFSET = 50, 64, 64
"""Results of one answer; bytes of the id of one; bytes of the next offset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One result that is offered, and the message that it would post."""

    id: str
    title: str
    description: str
    text: str
    entities: tuple[Entity, ...]
    keyboard: Keyboard = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineQuery:
    """What somebody has typed after the bot's name, and what they were offered."""

    id: str
    person: int
    text: str
    offset: str
    at: datetime
    choices: tuple[Choice, ...] | None = None
    next_offset: str = ""
    personal: bool = False
    cache: timedelta = timedelta(seconds=300)
    change: int = 0


def ask(world: World, person: int, text: str, offset: str = "") -> InlineQuery:
    """Type words after the bot's name."""
    number = str(secrets.randbelow(9 * 10**18) + 10**18)
    query = InlineQuery(id=number, person=person, text=text, offset=offset, at=world.clock.now())
    world.inline[number] = query
    body: Object = {
        "id": number,
        "from": wire.user(world.accounts[person]),
        "query": text,
        "offset": offset,
    }
    world.updates.push("inline_query", person, body)
    return query


def post(world: World, person: int, chat: Chat, choice: Choice) -> Message:
    """Choose a result: the person posts its message by way of the bot."""
    said = Message(
        id=world.next_message_id(),
        chat=chat.id,
        sender=person,
        at=world.clock.now(),
        text=choice.text,
        entities=choice.entities,
        keyboard=choice.keyboard,
        via_bot=True,
    )
    said = world.put(said)
    world.updates.push("message", chat.id, wire.message(world, said))
    return said


async def answer_inline_query(world: World, call: Parameters) -> bool:
    """Offer results to who has typed after the bot's name."""
    query = world.inline.get(call.text("inline_query_id"))
    if query is None or query.choices is not None or world.clock.now() - query.at > PATIENCE:
        raise bad_request(TOO_OLD)
    raw = call.parsed("results") or []
    if not isinstance(raw, list):
        raise bad_request("can't parse inline query results: expected an Array")
    if len(raw) > _MOST:
        raise bad_request("RESULTS_TOO_MUCH")
    choices = tuple(_choice(item) for item in raw)
    if len({choice.id for choice in choices}) < len(choices):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(call.text("next_offset").encode()) > _OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    world.inline[query.id] = replace(
        query,
        choices=choices,
        next_offset=call.text("next_offset"),
        personal=call.flag("is_personal"),
        cache=timedelta(seconds=call.whole("cache_time", 300)),
        change=world.feed.ordinal + 1,
    )
    world.feed.tell("inline", query.person, {"id": query.id})
    return True


METHODS: Mapping[str, Method] = {"answerInlineQuery": answer_inline_query}


def _choice(raw: object) -> Choice:
    """Read an article, the only kind of result that is known here."""
    if not isinstance(raw, dict) or raw.get("type") != "article":
        raise bad_request("the sandbox knows no inline query result but an article")
    number, content = str(raw.get("id", "")), raw.get("input_message_content")
    if not 1 <= len(number.encode()) <= _ID:
        raise bad_request("RESULT_ID_INVALID")
    if not raw.get("title"):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    if not isinstance(content, dict) or not content.get("message_text"):
        raise bad_request("MESSAGE_EMPTY")
    spans = entities.parse(content.get("entities"))
    text, shown = entities.cleaned(str(content["message_text"]), spans)
    if len(text) > entities.MESSAGE_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    return Choice(
        id=number,
        title=str(raw["title"]),
        description=str(raw.get("description", "")),
        text=text,
        entities=shown,
        keyboard=keyboards.inline_keyboard(raw.get("reply_markup")),
    )
