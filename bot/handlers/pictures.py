"""The pictures of an answer: uploaded once, then known to Telegram by their ids."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.coach import practice
from bot.handlers.attempts import Outcome
from bot.screens import wording
from bot.screens.answer import picture_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.screens.actions import SendPicture
    from bot.screens.screen import Screen

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Album:
    """How the pictures of the bank are read, and what Telegram calls those that it has."""

    read: Callable[[str], bytes]
    """Reads a picture by its path in the content folder. Raises OSError."""

    known: dict[str, str] = field(default_factory=dict)


async def send(desk: Desk, query: CallbackQuery, action: SendPicture) -> None:
    """Send the pictures of a question, each with what it shows in words."""
    learner_id = query.from_user.id
    turn = await desk.run(practice.look, learner_id, action.prompt)
    question = turn.prompt and turn.prompt.question
    if not (turn.prompt and question and question.pictures):
        known = wording.NOT_IN_FILE if turn.prompt else wording.NOT_YOURS
        await desk.delivery.answer(query, known)
        return
    await desk.delivery.answer(query)
    for picture in question.pictures:
        await _send(desk, learner_id, picture.path, picture_screen(turn.prompt, picture))


async def _send(desk: Desk, learner_id: int, path: str, screen: Screen) -> None:
    """Send one picture; only its words where it cannot be read or Telegram does not take it."""
    known = desk.album.known
    if path in known:
        sent = await desk.delivery.send_photo(learner_id, known[path], screen)
        if sent.outcome is not Outcome.REFUSED:
            return
        del known[path]
    try:
        content = await asyncio.to_thread(desk.album.read, path)
    except OSError:
        log.exception("A picture of the bank cannot be read: %s", path)
        await desk.delivery.send(learner_id, screen)
        return
    sent = await desk.delivery.send_photo(learner_id, content, screen)
    if sent.file_id:
        known[path] = sent.file_id
    elif sent.outcome is Outcome.REFUSED:
        await desk.delivery.send(learner_id, screen)
