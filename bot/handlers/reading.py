"""What people send, read in a process of its own, so that other people's taps go on."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from telegram import Message

from bot import workers
from bot.coach import draft
from bot.handlers.files import Unfetched, fetch
from bot.handlers.parcels import Parcel
from bot.handlers.pasting import joined, part_of
from bot.questions.draft import LARGEST
from bot.screens import notes as screens
from bot.study.notes import Original
from bot.study.upload import read_upload, ways_of
from bot.workers import Failure

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping

    from telegram import CallbackQuery, Document

    from bot.handlers.context import Desk
    from bot.handlers.pasting import Part
    from bot.questions.document import Way
    from bot.screens.screen import Screen

PATIENCE: Final = timedelta(seconds=40)
"""How long a document may be fetched, wait for others and be read; an update has a minute."""

Read: TypeAlias = "Parcel | Screen"
"""What was read, or why it was not."""


async def read_again(desk: Desk, query: CallbackQuery, number: int) -> Read:
    """Read what a preview replies to: after a restart nothing else of it is left."""
    preview = query.message if isinstance(query.message, Message) else None
    sent = preview.reply_to_message if preview else None
    if sent is None or sent.message_id != number:  # the last of several parts is not enough
        return screens.gone_screen()
    if sent.document:
        return await read_document(desk, sent, sent.document)
    return await read_parts(desk, sent.chat_id, number, {number: part_of(sent)})


async def read_document(desk: Desk, message: Message, document: Document) -> Read:
    """Fetch and read a document, unless it is too large or of a kind that is not read."""
    name, size = document.file_name or "", document.file_size or 0
    refused = screens.refused(name, size)
    if refused:
        return refused
    content = await fetch(message.get_bot(), document.file_id)
    if isinstance(content, Unfetched):
        too_large = content is Unfetched.TOO_LARGE
        return screens.too_large_screen(name) if too_large else screens.unfetched_screen(name)
    return await read(desk, message.chat_id, message.message_id, Original(content, name))


async def read_parts(
    desk: Desk, learner_id: int, first: int, parts: Mapping[int, Part], way: Way | None = None
) -> Read:
    """Read a text that has come in messages, of which ``first`` names the whole."""
    content = joined(parts).encode("utf-8", "replace")
    if len(content) > LARGEST:
        return screens.too_large_screen("")
    found = await read(desk, learner_id, first, Original(content), way)
    return replace(found, parts=parts) if isinstance(found, Parcel) else found


async def read(
    desk: Desk, learner_id: int, number: int, original: Original, way: Way | None = None
) -> Read:
    """Read an original, in the way its owner has chosen, and compare it with what they have."""
    stored = await desk.run(draft.stored, learner_id)
    upload = await workers.run(read_upload, number, original, stored, way)
    if isinstance(upload, Failure):
        return screens.unreadable_screen(original.file_name)
    return Parcel(upload.draft, original, upload.version)


async def ways(parcel: Parcel) -> Mapping[Way, int]:
    """Count what would be asked of a parcel in each way; nothing where that takes too long."""
    found = await workers.run(ways_of, parcel.original)
    return {} if isinstance(found, Failure) else found


async def in_time(desk: Desk, learner_id: int, reading: Awaitable[Read]) -> Read:
    """Wait for a reading, and show that the bot is at work."""
    async with desk.delivery.typing(learner_id):
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                return await reading
        except TimeoutError:
            return screens.busy_screen()
