"""A local stand-in for Telegram: the Bot API over HTTP, and a chat page in the browser."""

from bot.sandbox.bot_api import Call
from bot.sandbox.chats import Button, ButtonKind, Chat, Entity, MediaKind, Message, Query
from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import DamagedStateError
from bot.sandbox.faults import FaultKind
from bot.sandbox.flood import FloodLimits
from bot.sandbox.person import Person
from bot.sandbox.remote import RemotePerson, RemoteSandbox
from bot.sandbox.server import TOKEN, Hooks, Sandbox

__all__ = [
    "TOKEN",
    "Button",
    "ButtonKind",
    "Call",
    "Chat",
    "DamagedStateError",
    "Entity",
    "FaultKind",
    "FloodLimits",
    "Hooks",
    "MediaKind",
    "Message",
    "Person",
    "Query",
    "RemotePerson",
    "RemoteSandbox",
    "Sandbox",
    "SandboxClock",
]
