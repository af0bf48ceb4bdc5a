"""What people type and send instead of tapping, understood in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import learner, practice
from bot.handlers import learner as settings
from bot.handlers import practice as practising
from bot.screens import wording
from bot.screens.nudge import push_line
from bot.screens.phrases import Phrase, understood
from bot.screens.practice import line

if TYPE_CHECKING:
    from telegram import Message

    from bot.handlers.context import Desk
    from bot.study.prompt import Prompt

_REPLIES = {
    Phrase.THANKS: wording.THANKS,
    Phrase.HELLO: wording.HELLO,
    Phrase.OK: wording.OK,
}


async def heard(desk: Desk, message: Message, update_id: int) -> None:
    """Take a text: an import, a known word, something asked for, an answer, or none of these."""
    learner_id, text = message.chat_id, message.text or ""
    if is_import(message):
        await desk.delivery.send(learner_id, line(wording.IMPORT_LATER))
        return
    phrase = understood(text)
    if phrase:
        await _obey(desk, learner_id, phrase, update_id)
        return
    profile = await desk.run(learner.profile, learner_id)
    if profile.settled_by == update_id:  # it has come twice, and was no answer the first time
        await desk.delivery.send(learner_id, push_line(profile))
        return
    if profile.awaiting and await settings.typed(
        desk, learner_id, text, profile.awaiting, update_id=update_id
    ):
        return
    prompt = await _answered(desk, message, update_id)
    if prompt:
        await practising.answered(desk, learner_id, prompt, changed=False)
    elif profile.awaiting:
        await desk.delivery.send(learner_id, settings.not_that(profile.awaiting))
    else:
        await desk.delivery.send(learner_id, line(wording.NOT_UNDERSTOOD, go_on=True))


async def edited(desk: Desk, message: Message) -> None:
    """Take the new text of a message that was part of an answer."""
    prompt = await desk.run(
        practice.change_answer,
        message.chat_id,
        text=message.text or message.caption or "",
        message_id=message.message_id,
    )
    if prompt:
        await practising.answered(desk, message.chat_id, prompt, changed=True)


async def sent_something(desk: Desk, message: Message, update_id: int) -> None:
    """Say what can be done with a picture, a sticker or a file; a caption may be an answer."""
    if message.document or is_import(message):
        await desk.delivery.send(message.chat_id, line(wording.IMPORT_LATER, go_on=True))
        return
    prompt = await _answered(desk, message, update_id) if message.caption else None
    if prompt:
        await practising.answered(desk, message.chat_id, prompt, changed=False)
    else:
        await desk.delivery.send(message.chat_id, line(wording.ONLY_TEXT, go_on=True))


async def unknown_command(desk: Desk, message: Message) -> None:
    """Say that a command does not exist."""
    await desk.delivery.send(message.chat_id, line(wording.UNKNOWN_COMMAND, go_on=True))


def is_import(message: Message) -> bool:
    """Tell whether a message brings somebody's notes: a forward, or a reply to the command."""
    original = message.reply_to_message
    return bool(message.forward_origin) or bool(
        original and (original.text or "").startswith("/import")
    )


async def _answered(desk: Desk, message: Message, update_id: int) -> Prompt | None:
    return await desk.run(
        practice.answer,
        message.chat_id,
        text=message.text or message.caption or "",
        message_id=message.message_id,
        update_id=update_id,
    )


async def _obey(desk: Desk, learner_id: int, phrase: Phrase, update_id: int) -> None:
    match phrase:
        case Phrase.NEXT:
            await practising.next_question(desk, learner_id)
        case Phrase.SKIP:
            await practising.skip_open(desk, learner_id, update_id)
        case Phrase.UNDO:
            await practising.undo_last(desk, learner_id, update_id)
        case Phrase.STOP:
            await practising.stop(desk, learner_id)
        case Phrase.ANSWER:
            if not await practising.reveal_open(desk, learner_id):
                await practising.next_question(desk, learner_id)
        case Phrase.REPEAT:
            await practising.next_question(desk, learner_id)
        case _:
            waiting = await desk.run(practice.current, learner_id)
            reply = f"{_REPLIES[phrase]} {wording.OPEN_QUESTION}" if waiting else _REPLIES[phrase]
            await desk.delivery.send(learner_id, line(reply, go_on=True))
