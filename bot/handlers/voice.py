"""Spoken answers over Telegram: kept by what it calls them, and sent again beside the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.coach import practice as practising
from bot.coach import voice
from bot.handlers.attempts import Outcome
from bot.screens import wording
from bot.screens.practice import line, prompt_screen
from bot.screens.voice import kept_screen
from bot.study.voice import Kind, Voice

if TYPE_CHECKING:
    from datetime import timedelta

    from telegram import CallbackQuery, Message

    from bot.handlers.context import Desk
    from bot.screens.actions import SendVoice


def voice_of(message: Message) -> Voice | None:
    """Find the sound in a message: a voice message, a round video or a recording."""
    for kind in Kind:
        sound = getattr(message, kind.value)
        if sound:
            length = cast("timedelta", sound.duration)  # PTB_TIMEDELTA is set by our request
            return Voice(sound.file_id, kind, length, message.message_id)
    return None


async def spoken(desk: Desk, message: Message, said: Voice, update_id: int) -> None:
    """Take a spoken answer; a caption with it is a typed one."""
    learner_id = message.chat_id
    prompt = await desk.run(voice.keep, learner_id, said, update_id=update_id)
    if prompt is None:
        await desk.delivery.send(learner_id, line(wording.NO_OPEN_QUESTION, go_on=True))
        return
    if message.caption:
        prompt = await desk.run(
            practising.answer,
            learner_id,
            text=message.caption,
            message_id=message.message_id,
            update_id=update_id,
        )
        assert prompt
    if prompt.message_id and prompt.outcomes:
        await desk.delivery.edit(learner_id, prompt.message_id, prompt_screen(prompt))
    await desk.delivery.send(learner_id, kept_screen(prompt, said))


async def tapped(desk: Desk, query: CallbackQuery, action: SendVoice) -> None:
    """Send what the learner has said again, in its order."""
    learner_id = query.from_user.id
    turn = await desk.run(practising.look, learner_id, action.prompt)
    voices = turn.prompt.voices if turn.prompt else ()
    await desk.delivery.answer(query, None if voices else wording.NOT_YOURS)
    for said in voices:
        if await desk.delivery.send_sound(learner_id, said) is Outcome.REFUSED:
            above = line(wording.VOICE_ABOVE)
            await desk.delivery.send(learner_id, above, reply_to=said.message_id)
