"""Screens out: the one place that knows what Telegram's errors mean."""

from __future__ import annotations

import asyncio
import contextlib
import enum
import logging
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from telegram import LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.handlers.rendering import entities, keyboard
from bot.handlers.request import surely_not_sent
from bot.study.voice import Kind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

    from telegram import Bot, CallbackQuery, InlineQuery, InlineQueryResult, Message

    from bot.screens.screen import Screen
    from bot.study.voice import Voice

log = logging.getLogger(__name__)

LONGEST_WAIT = timedelta(seconds=3)
"""How long an update waits for Telegram's flood limit: slow ones hold up everybody's updates."""

_PAUSES = tuple(timedelta(seconds=seconds) for seconds in (0.3, 1))
"""Pauses before a request is made again that has not reached Telegram."""

_TYPING = timedelta(seconds=4)
"""A little less than apps show it for."""


class Outcome(enum.Enum):
    """What is known of a request after trying."""

    SENT = enum.auto()
    UNKNOWN = enum.auto()  # it may have taken effect, and must not be repeated blindly
    NOT_SENT = enum.auto()
    UNREACHABLE = enum.auto()  # the person has blocked the bot or is gone
    GONE = enum.auto()  # the message is no longer there
    REFUSED = enum.auto()  # Telegram does not take this picture or sound


_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

_MEANINGS = {
    "message is not modified": Outcome.SENT,
    "query is too old": Outcome.SENT,
    "message to edit not found": Outcome.GONE,
    "message can't be edited": Outcome.GONE,
    "message to delete not found": Outcome.GONE,
    "message can't be deleted": Outcome.GONE,
    "message_id_invalid": Outcome.GONE,
    "chat not found": Outcome.UNREACHABLE,
    "user not found": Outcome.UNREACHABLE,
    "peer_id_invalid": Outcome.UNREACHABLE,
}
"""Refusals that are facts; any other one is a bug of ours."""


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
        self._quiet_until: dict[int, float] = {}

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
        if not patient and self._must_be_quiet(chat_id):
            return Sent(Outcome.NOT_SENT)
        message: list[Message] = []

        async def call() -> None:
            message.append(await self._send(chat_id, screen, _reply(reply_to)))

        outcome = await self._attempt(call, chat_id, patient=patient, repeat=surely_not_sent)
        return Sent(outcome, message[0].message_id if message else None)

    async def send_file(self, chat_id: int, name: str, content: bytes) -> Outcome:
        """Send a file."""

        async def call() -> None:
            await self._bot.send_document(
                chat_id, content, filename=name, disable_content_type_detection=True
            )

        return await self._attempt(call, chat_id, patient=True, repeat=surely_not_sent)

    async def send_photo(self, chat_id: int, photo: bytes | str, screen: Screen) -> Sent:
        """Send a picture, or one that Telegram knows by its id, with a screen as its caption."""
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
            outcome = await self._attempt(call, chat_id, patient=True, repeat=surely_not_sent)
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
            return await self._attempt(call, chat_id, patient=True, repeat=surely_not_sent)
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
        return await self._change(
            chat_id,
            lambda: self._bot.edit_message_text(
                screen.text.text,
                chat_id,
                message_id,
                entities=entities(screen.text),
                reply_markup=keyboard(screen),
                link_preview_options=_NO_PREVIEW,
            ),
        )

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

    async def _send(
        self, chat_id: int, screen: Screen, reply: ReplyParameters | None = None
    ) -> Message:
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
        outcome = await self._attempt(call, chat_id, patient=True, repeat=lambda _: True)
        return outcome is not Outcome.GONE

    async def _attempt(
        self,
        call: Callable[[], Awaitable[object]],
        chat_id: int,
        *,
        patient: bool,
        repeat: Callable[[TelegramError], bool],
    ) -> Outcome:
        """Make a request, again after a pause where that is right, and say what is known."""
        for pause in (*_PAUSES, None):
            try:
                await call()
            except RetryAfter as error:
                wait = self._keep_quiet(chat_id, error)
                if pause is None or not patient or wait > LONGEST_WAIT:
                    return Outcome.NOT_SENT
            except TelegramError as error:
                outcome = _meaning(error)
                if outcome is not Outcome.NOT_SENT and not _is_passing(error):
                    return outcome
                if pause is None or not repeat(error):
                    return outcome
                wait = pause
            else:
                return Outcome.SENT
            await asyncio.sleep(wait.total_seconds())
        return Outcome.NOT_SENT

    def _must_be_quiet(self, chat_id: int) -> bool:
        until = self._quiet_until.get(chat_id)
        return until is not None and until > asyncio.get_running_loop().time()

    def _keep_quiet(self, chat_id: int, error: RetryAfter) -> timedelta:
        """Note until when Telegram wants nothing more for a chat; tell how long that is."""
        wait = cast("timedelta", error.retry_after)  # PTB_TIMEDELTA is set by our request
        now = asyncio.get_running_loop().time()
        self._quiet_until = {c: t for c, t in self._quiet_until.items() if t > now}
        self._quiet_until[chat_id] = now + wait.total_seconds()
        return wait


def _reply(message_id: int | None) -> ReplyParameters | None:
    """Name the message that is answered, which may be gone by now."""
    if message_id is None:
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)


def _is_passing(error: TelegramError) -> bool:
    """Tell whether it was the network or Telegram's own trouble, not a refusal."""
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)


def _meaning(error: TelegramError) -> Outcome:
    """Tell what an error says of the request. Raises it when it is a bug of ours."""
    if isinstance(error, Forbidden):
        return Outcome.UNREACHABLE
    if _is_passing(error):
        return Outcome.NOT_SENT if surely_not_sent(error) else Outcome.UNKNOWN
    text = error.message.lower()  # PTB changes the case of what Telegram says
    for sentence, meaning in _MEANINGS.items():
        if sentence in text:
            return meaning
    raise error
