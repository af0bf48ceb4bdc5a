"""The methods about the bot itself: who it is, its commands, names and descriptions."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, cast

from bot.sandbox import wire
from bot.sandbox.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.sandbox.chats import Object
    from bot.sandbox.methods import Method
    from bot.sandbox.parameters import Parameters
    from bot.sandbox.world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_COMMANDS, _DESCRIPTION = 100, 256


async def get_me(world: World, _call: Parameters) -> Object:
    """Say who the bot is."""
    rights = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return wire.user(world.bot) | rights


async def set_commands(world: World, call: Parameters) -> bool:
    """Put a list of commands into the menu of one scope and language."""
    raw = call.parsed("commands")
    if not isinstance(raw, list) or len(raw) > _COMMANDS:
        raise bad_request("expected an Array of at most 100 BotCommand")
    world.settings[_commands_key(call)] = [_command(item) for item in raw]
    world.feed.tell("commands")
    return True


async def get_commands(world: World, call: Parameters) -> object:
    """Return the list of one scope and language."""
    return world.settings.get(_commands_key(call)) or []


async def delete_commands(world: World, call: Parameters) -> bool:
    """Take a list of commands away."""
    world.settings[_commands_key(call)] = []
    world.feed.tell("commands")
    return True


def commands_for(world: World, language: str) -> list[dict[str, str]]:
    """Return the menu a person sees in a private chat: the most particular list that is set."""
    for scope in ("all_private_chats", "default"):
        for code in (language.partition("-")[0], ""):
            found = world.settings.get(f"commands {scope} {code}")
            if found:
                return cast("list[dict[str, str]]", found)
    return []


def wording(world: World, field: str, language: str = "") -> str:
    """Return a name or description of the bot, in a language if there is one."""
    own = world.settings.get(f"{field} {language.partition('-')[0]}") if language else None
    return str(own or world.settings.get(f"{field} ") or "")


async def set_wording(world: World, call: Parameters, *, field: str, limit: int) -> bool:
    """Set a name or description of the bot in one language."""
    text = call.text(field)
    if len(text) > limit:
        raise bad_request(f"bot {field.replace('_', ' ')} is too long")
    world.settings[f"{field} {call.text('language_code')}"] = text
    world.feed.tell("bot")
    return True


async def get_wording(world: World, call: Parameters, *, field: str) -> Object:
    """Return a name or description of the bot in one language."""
    text = wording(world, field, call.text("language_code"))
    return {field: text or (world.bot.first_name if field == "name" else "")}


async def set_menu_button(world: World, call: Parameters) -> bool:
    """Choose what the button beside the input field does."""
    world.settings[f"menu_button {call.text('chat_id')}"] = call.parsed("menu_button")
    return True


async def get_menu_button(world: World, call: Parameters) -> object:
    """Say what the button beside the input field does."""
    own = world.settings.get(f"menu_button {call.text('chat_id')}")
    return own or world.settings.get("menu_button ") or {"type": "commands"}


async def agree(_world: World, _call: Parameters) -> bool:
    """Accept what means nothing here."""
    return True


METHODS: Mapping[str, Method] = {
    "getMe": get_me,
    "logOut": agree,
    "close": agree,
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setMyName": partial(set_wording, field="name", limit=64),
    "getMyName": partial(get_wording, field="name"),
    "setMyDescription": partial(set_wording, field="description", limit=512),
    "getMyDescription": partial(get_wording, field="description"),
    "setMyShortDescription": partial(set_wording, field="short_description", limit=120),
    "getMyShortDescription": partial(get_wording, field="short_description"),
    "setChatMenuButton": set_menu_button,
    "getChatMenuButton": get_menu_button,
}


def _commands_key(call: Parameters) -> str:
    scope = call.parsed("scope") or {"type": "default"}
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: expected an Object")
    named = scope.pop("type", "default")
    rest = json.dumps(scope, sort_keys=True) if scope else ""
    return f"commands {named}{rest} {call.text('language_code')}"


def _command(raw: object) -> dict[str, str]:
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(raw.get("command", "")).removeprefix("/")
    description = str(raw.get("description", "")).strip()
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= _DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
