"""Everything there is in the sandbox: who, what was said, what waits, and what time it is."""

from __future__ import annotations

import secrets
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from bot.sandbox.chats import Account, Chat, ChatKind, File, Message, Query
from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.feed import Feed
from bot.sandbox.store import Shelf, Store
from bot.sandbox.updates import Update, Updates

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from bot.sandbox.inline import InlineQuery

FIRST_PERSON = 5_000_000_001
"""Above 2**32, as the ids of new accounts are."""


class World:
    """The state of the sandbox; every change goes through here and is told to the feed."""

    def __init__(self, bot: Account, path: Path | None = None) -> None:
        self.bot = bot
        self.feed = Feed()
        self.clock = SandboxClock()
        self._store = Store(path)
        self.accounts: Shelf[int, Account] = Shelf("accounts", Account, self._store)
        self.chats: Shelf[int, Chat] = Shelf("chats", Chat, self._store)
        self.messages: Shelf[int, Message] = Shelf("messages", Message, self._store)
        self.files: Shelf[str, File] = Shelf("files", File, self._store)
        self.queries: Shelf[str, Query] = Shelf("queries", Query, self._store)
        self.settings: Shelf[str, object] = Shelf("settings", object, self._store)
        self._waiting: Shelf[int, Update] = Shelf("updates", Update, self._store)
        self.inline: dict[str, InlineQuery] = {}
        """Inline queries; nobody asks for those of an earlier run."""
        self.knows_rich = True
        """Whether this server has rich messages, which older ones do not have."""
        self.updates = Updates(self._waiting, self.settings)
        self._by_chat: defaultdict[int, list[int]] = defaultdict(list)
        self.updates.on_confirm = lambda: self.feed.tell("confirmed")

    def open(self) -> None:
        """Bring back what was kept; raise DamagedStateError if the file makes no sense."""
        self._store.open()
        for shelf in self._shelves:
            shelf.load()
        messages = self.messages.values()
        for message in messages:
            self._by_chat[message.chat].append(message.id)
        self.feed.ordinal = max((message.change for message in messages), default=0)
        seconds = cast("float", self.settings.get("clock_offset") or 0.0)
        self.clock.advance(timedelta(seconds=seconds))
        now = self.clock.now()
        # The machine's own clock may have been set back since.
        self.clock.advance(max([timedelta(0), *(message.at - now for message in messages)]))

    def close(self) -> None:
        """Let go of the state file."""
        self._store.close()

    def clear(self) -> None:
        """Forget everybody and all that was said.

        The time, the bot's own settings and the counters stay: no id is ever used twice.
        """
        for shelf in self._shelves:
            if shelf is not self.settings:
                shelf.clear()
        self._by_chat.clear()
        self.feed.tell("cleared")

    def jump_to(self, when: datetime) -> None:
        """Move the clock ahead."""
        self.clock.jump_to(when)
        self.settings["clock_offset"] = self.clock.offset.total_seconds()
        self.feed.tell("clock")

    def account(self, number: int) -> Account:
        """Return a person or the bot."""
        return self.bot if number == self.bot.id else self.accounts[number]

    def add_account(self, account: Account) -> Account:
        """Let a person join, who has a chat with the bot, still empty."""
        self.accounts[account.id] = account
        self.chats[account.id] = Chat(id=account.id)
        self.feed.tell("people")
        return account

    def next_account_id(self) -> int:
        """Return an id nobody has."""
        return max(self.accounts, default=FIRST_PERSON - 1) + 1

    def next_message_id(self) -> int:
        """Use up the id of the next message; they count through all chats, as on Telegram."""
        number = cast("int", self.settings.get("last_message") or 0) + 1
        self.settings["last_message"] = number
        return number

    def put(self, message: Message) -> Message:
        """Let a message appear or change."""
        if message.id not in self.messages:
            self._by_chat[message.chat].append(message.id)
        placed = replace(message, change=self.feed.ordinal + 1)
        self.messages[message.id] = placed
        self.feed.tell("message", message.chat, {"id": message.id})
        return placed

    def put_chat(self, chat: Chat) -> Chat:
        """Let a chat appear or change."""
        self.chats[chat.id] = chat
        self.feed.tell("chat", chat.id)
        return chat

    def put_file(self, *, name: str, mime: str, content: bytes) -> File:
        """Keep a file under an id of its own."""
        file = File(id=secrets.token_urlsafe(30), name=name, mime=mime, content=content)
        self.files[file.id] = file
        return file

    def put_query(self, query: Query) -> Query:
        """Let a tap appear or be answered."""
        placed = replace(query, change=self.feed.ordinal + 1)
        self.queries[query.id] = placed
        self.feed.tell("query", query.person, {"id": query.id})
        return placed

    def writable(self, number: int) -> Chat:
        """Return a chat the bot may write to; raise ApiError if there is none."""
        chat = self.chats.get(number)
        if chat is None or (chat.kind is ChatKind.PRIVATE and not chat.started):
            raise bad_request("chat not found")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        return chat

    def messages_in(self, chat: int) -> tuple[Message, ...]:
        """Return every message of a chat, deleted ones too, oldest first."""
        return tuple(self.messages[number] for number in self._by_chat[chat])

    @property
    def _shelves(self) -> tuple[Shelf[int, object] | Shelf[str, object], ...]:
        shelves = (self.accounts, self.chats, self.messages, self.files)
        return cast(
            "tuple[Shelf[int, object], ...]",
            (*shelves, self.queries, self.settings, self._waiting),
        )
