"""What the page shows, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox import identity, rendering, rich
from bot.sandbox.chats import ButtonKind

if TYPE_CHECKING:
    from bot.sandbox.chats import Button, Media, Message, Object, Query
    from bot.sandbox.world import World

_SNIPPET = 80


def about(world: World, person: int) -> Object:
    """Show everything around the messages: the bot, the people, the time."""
    account, chat = world.accounts[person], world.chats[person]
    language = account.language_code
    return {
        "bot": {
            "name": identity.wording(world, "name", language) or world.bot.first_name,
            "username": world.bot.username,
            "description": identity.wording(world, "description", language),
            "commands": identity.commands_for(world, language),
        },
        "person": {
            "id": person,
            "name": account.first_name,
            "started": chat.started,
            "blocked": chat.blocked,
        },
        "people": [{"id": a.id, "name": a.first_name} for a in world.accounts.values()],
        "now": world.clock.now().isoformat(),
    }


def chat(world: World, person: int) -> list[Object]:
    """Show every message that is there, oldest first."""
    shown = (said for said in world.messages_in(person) if not said.deleted)
    return [message(world, said, person) for said in shown]


def message(world: World, said: Message, person: int) -> Object:
    """Show one message."""
    return {
        "id": said.id,
        "change": said.change,
        "mine": said.sender == person,
        "at": said.at.isoformat(),
        "edited": said.edited_at is not None,
        "text": said.text,
        "html": rich.html(said.rich) or rendering.html(said.text, said.entities),
        "media": _media(said.media) if said.media else None,
        "reply": _reply(world, said, person),
        "forwarded": said.forwarded_from,
        "keyboard": [[_button(button) for button in row] for row in said.keyboard],
    }


def answer(query: Query) -> Object:
    """Show what a tap was answered with."""
    answered = query.answer
    return {
        "id": query.id,
        "text": answered.text if answered else "",
        "alert": bool(answered and answered.alert),
    }


def _media(media: Media) -> Object:
    return {
        "kind": media.kind,
        "name": media.name,
        "size": media.size,
        "url": f"/sandbox/files/{media.file}",
        **media.details,
    }


def _reply(world: World, said: Message, person: int) -> Object | None:
    other = world.messages.get(said.reply_to or 0)
    if other is None:
        return None
    name = world.account(other.sender).first_name
    words = other.text or (other.media.name if other.media else "")
    return {"id": other.id, "name": name, "mine": other.sender == person, "text": words[:_SNIPPET]}


def _button(button: Button) -> Object:
    opens = button.value if button.kind is not ButtonKind.CALLBACK else ""
    return {"label": button.label, "kind": button.kind, "value": opens, "style": button.style}
