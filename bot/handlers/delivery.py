"""Screens out: sent, changed and taken back, whatever Telegram says to it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram import LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError

from bot.handlers.attempts import Attempts, Outcome, fact
from bot.handlers.rendering import entities, keyboard
from bot.handlers.request import surely_not_sent
from bot.handlers.rich import REFUSALS, RichMessages
from bot.study.voice import Kind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from telegram import Bot, CallbackQuery, InlineQuery, InlineQueryResult, Message

    from bot.screens.screen import Screen
    from bot.study.voice import Voice

log = logging.getLogger(__name__)

_TYPING = timedelta(seconds=4)
"""A little less than apps show it for."""


_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Sent:
    """The outcome of sending, with the id of the message when it is known."""

    outcome: Outcome
    message_id: int | None = None
    file_id: str | None = None
    """What Telegram calls the picture that was sent."""


class Delivery:
    """Shows screens in private chats."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._rich = RichMessages(bot)
        self._attempts = Attempts()

    def link(self, start: str) -> str:
        """Write the address that opens the chat with this bot and brings a word along."""
        return f"https://t.me/{self._bot.username}?start={start}"

    async def send(
        self, chat_id: int, screen: Screen, *, patient: bool = True, reply_to: int | None = None
    ) -> Sent:
        """Send a screen as a new message, as a reply if it is about another one.

        A patient sender waits for a flood limit of that chat and tries again; who is not
        patient learns that nothing was sent.
        """
        if not patient and self._attempts.must_be_quiet(chat_id):
            return Sent(Outcome.NOT_SENT)
        message: list[Message] = []

        async def call() -> None:
            message.append(await self._send(chat_id, screen, _reply(reply_to)))

        outcome = await self._attempts.make(call, chat_id, patient=patient, repeat=surely_not_sent)
        return Sent(outcome, message[0].message_id if message else None)

    @property
    def knows_tables(self) -> bool:
        """Whether the server of Telegram is not known to refuse rich messages."""
        return self._rich.known

    async def send_rich(self, chat_id: int, screen: Screen) -> Sent:
        """Send a screen in its rich form only; REFUSED when the server does not take it."""
        message: list[Message] = []

        async def call() -> None:
            message.append(await self._rich.send(chat_id, screen))

        try:
            outcome = await self._attempts.make(call, chat_id, patient=True, repeat=surely_not_sent)
        except REFUSALS as error:
            self._rich.refused(error)
            return Sent(Outcome.REFUSED)
        return Sent(outcome, message[0].message_id if message else None)

    async def send_file(self, chat_id: int, name: str, content: bytes) -> Outcome:
        """Send a file."""

        async def call() -> None:
            await self._bot.send_document(
                chat_id, content, filename=name, disable_content_type_detection=True
            )

        return await self._attempts.make(call, chat_id, patient=True, repeat=surely_not_sent)

    async def send_photo(
        self, chat_id: int, photo: bytes | str, screen: Screen, *, patient: bool = True
    ) -> Sent:
        """Send a picture, or one that Telegram knows by its id, with a screen as its caption."""
        if not patient and self._attempts.must_be_quiet(chat_id):
            return Sent(Outcome.NOT_SENT)
        message: list[Message] = []

        async def call() -> None:
            sent = await self._bot.send_photo(
                chat_id,
                photo,
                caption=screen.text.text,
                caption_entities=entities(screen.text),
                reply_markup=keyboard(screen),
            )
            message.append(sent)

        try:
            outcome = await self._attempts.make(
                call, chat_id, patient=patient, repeat=surely_not_sent
            )
        except BadRequest:
            log.exception("Telegram refused a picture")
            return Sent(Outcome.REFUSED)
        if not message:
            return Sent(outcome)
        return Sent(outcome, message[0].message_id, message[0].photo[-1].file_id)

    async def send_sound(self, chat_id: int, voice: Voice) -> Outcome:
        """Send again what somebody has said; REFUSED when they let nobody send them voices."""
        send: dict[Kind, Callable[[int, str], Awaitable[Message]]] = {
            Kind.VOICE: self._bot.send_voice,
            Kind.VIDEO_NOTE: self._bot.send_video_note,
            Kind.AUDIO: self._bot.send_audio,
        }

        async def call() -> None:
            await send[voice.kind](chat_id, voice.file_id)

        try:
            return await self._attempts.make(call, chat_id, patient=True, repeat=surely_not_sent)
        except BadRequest:
            log.exception("Telegram refused to send a voice again")
            return Outcome.REFUSED

    @asynccontextmanager
    async def typing(self, chat_id: int) -> AsyncIterator[None]:
        """Show that the bot is at work for as long as it is."""
        showing = asyncio.create_task(self._show_typing(chat_id))
        try:
            yield
        finally:
            showing.cancel()

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> bool:
        """Change a message into a screen; False when it is no longer there."""
        return await self._change(chat_id, lambda: self._edit(chat_id, message_id, screen))

    async def show(self, query: CallbackQuery, screen: Screen) -> Sent | None:
        """Change the tapped message into a screen; one that is gone is sent anew."""
        chat_id = query.from_user.id
        if query.message and await self.edit(chat_id, query.message.message_id, screen):
            return None
        return await self.send(chat_id, screen)

    async def strip(self, chat_id: int, message_id: int) -> bool:
        """Take the buttons off a message."""
        return await self._change(
            chat_id,
            lambda: self._bot.edit_message_reply_markup(chat_id, message_id, reply_markup=None),
        )

    async def delete(self, chat_id: int, message_id: int) -> None:
        """Delete a message, or at least take its buttons off."""
        deleted = await self._change(chat_id, lambda: self._bot.delete_message(chat_id, message_id))
        if not deleted:
            await self.strip(chat_id, message_id)

    async def answer(self, query: CallbackQuery, text: str | None = None) -> None:
        """Answer a tap, so that its button stops spinning."""
        await self._change(query.from_user.id, lambda: query.answer(text))

    async def answer_inline(
        self, query: InlineQuery, results: Sequence[InlineQueryResult], next_offset: str = ""
    ) -> None:
        """Answer what somebody types after the bot's name; nobody else is shown the same."""
        await self._change(
            query.from_user.id,
            lambda: query.answer(results, cache_time=0, is_personal=True, next_offset=next_offset),
        )

    async def _show_typing(self, chat_id: int) -> None:
        with contextlib.suppress(TelegramError):
            while True:
                await self._bot.send_chat_action(chat_id, ChatAction.TYPING)
                await asyncio.sleep(_TYPING.total_seconds())

    async def _edit(self, chat_id: int, message_id: int, screen: Screen) -> None:
        if self._is_rich(screen):
            try:
                await self._rich.edit(chat_id, message_id, screen)
            except REFUSALS as error:
                self._refused_rich(error)
            else:
                return
        await self._bot.edit_message_text(
            screen.text.text,
            chat_id,
            message_id,
            entities=entities(screen.text),
            reply_markup=keyboard(screen),
            link_preview_options=_NO_PREVIEW,
        )

    def _is_rich(self, screen: Screen) -> bool:
        return screen.rich and bool(screen.parts) and self._rich.known

    def _refused_rich(self, error: TelegramError) -> None:
        """Go on in text after a refusal of the form; one that any form would meet is raised."""
        if fact(error):
            raise error
        self._rich.refused(error)

    async def _send(
        self, chat_id: int, screen: Screen, reply: ReplyParameters | None = None
    ) -> Message:
        if self._is_rich(screen):
            try:
                return await self._rich.send(chat_id, screen, reply)
            except REFUSALS as error:
                self._refused_rich(error)
        try:
            return await self._bot.send_message(
                chat_id,
                screen.text.text,
                entities=entities(screen.text),
                reply_markup=keyboard(screen),
                link_preview_options=_NO_PREVIEW,
                reply_parameters=reply,
            )
        except BadRequest as error:
            if "entit" not in error.message.lower() or not screen.text.spans:
                raise
            log.exception("Telegram refused the formatting of a message")
            plain = screen.text.text
            return await self._bot.send_message(
                chat_id,
                plain,
                reply_markup=keyboard(screen),
                link_preview_options=_NO_PREVIEW,
                reply_parameters=reply,
            )

    async def _change(self, chat_id: int, call: Callable[[], Awaitable[object]]) -> bool:
        """Make a change that is harmless to make twice; tell whether its object was there."""
        outcome = await self._attempts.make(call, chat_id, patient=True, repeat=lambda _: True)
        return outcome is not Outcome.GONE


def _reply(message_id: int | None) -> ReplyParameters | None:
    """Name the message that is answered, which may be gone by now."""
    if message_id is None:
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)
