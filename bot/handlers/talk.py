"""What people type and send instead of tapping, understood in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import learner, practice
from bot.handlers import draft, notes
from bot.handlers import learner as settings
from bot.handlers import practice as practising
from bot.screens import wording
from bot.screens.nudge import push_line
from bot.screens.phrases import Phrase, understood
from bot.screens.practice import line
from bot.study.learner import Awaiting

if TYPE_CHECKING:
    from telegram import Message

    from bot.handlers.context import Desk
    from bot.study.learner import Profile
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
        await draft.text_sent(desk, message)
        return
    phrase = understood(text)
    if phrase:
        await _obey(desk, learner_id, phrase, update_id)
        return
    profile = await desk.run(learner.listen, learner_id)
    if profile.settled_by == update_id:  # it has come twice, and was no answer the first time
        await _settled(desk, learner_id, profile)
    elif not await _awaited(desk, message, profile, update_id):
        await _answer_or_none(desk, message, profile, update_id)


async def _settled(desk: Desk, learner_id: int, profile: Profile) -> None:
    """Say again what became of a text that was awaited."""
    if profile.settled_as in {Awaiting.NOTE_ANSWER, Awaiting.NOTEBOOK_NAME}:
        await desk.delivery.send(learner_id, line(wording.NOTES_KEPT, go_on=True))
    else:
        await desk.delivery.send(learner_id, push_line(profile))


async def _awaited(desk: Desk, message: Message, profile: Profile, update_id: int) -> bool:
    """Take a text that the bot has asked for; False when it is nothing of that kind."""
    learner_id, text = message.chat_id, message.text or ""
    match profile.awaiting:
        case None:
            return False
        case Awaiting.IMPORT:
            await draft.text_sent(desk, message)
        case Awaiting.NOTE_ANSWER | Awaiting.NOTEBOOK_NAME:
            await notes.typed(desk, message, profile, update_id=update_id)
        case awaiting:
            return await settings.typed(desk, learner_id, text, awaiting, update_id=update_id)
    return True


async def _answer_or_none(desk: Desk, message: Message, profile: Profile, update_id: int) -> None:
    """Take a text as an answer to the open question, or say that it was not understood."""
    learner_id = message.chat_id
    prompt = await _answered(desk, message, update_id)
    if prompt:
        await practising.answered(desk, learner_id, prompt, changed=False)
    elif profile.awaiting:
        await desk.delivery.send(learner_id, settings.not_that(profile.awaiting))
    else:
        await desk.delivery.send(learner_id, line(wording.NOT_UNDERSTOOD, go_on=True))


async def edited(desk: Desk, message: Message) -> None:
    """Take the new text of a message that was part of an answer, or of somebody's notes."""
    if message.text and await draft.text_edited(desk, message):
        return
    prompt = await desk.run(
        practice.change_answer,
        message.chat_id,
        text=message.text or message.caption or "",
        message_id=message.message_id,
    )
    if prompt:
        await practising.answered(desk, message.chat_id, prompt, changed=True)


async def sent_something(desk: Desk, message: Message, update_id: int) -> None:
    """Read a file; say what can be done with a picture or a sticker; a caption may be an answer."""
    if message.document:
        await draft.document_sent(desk, message)
        return
    if is_import(message) and message.caption:
        await draft.text_sent(desk, message)
        return
    prompt = await _answered(desk, message, update_id) if message.caption else None
    if prompt:
        await practising.answered(desk, message.chat_id, prompt, changed=False)
    else:
        await desk.delivery.send(message.chat_id, line(wording.ONLY_TEXT, go_on=True))


async def unknown_command(desk: Desk, message: Message) -> None:
    """Say that a command does not exist."""
    await desk.run(learner.leave, message.chat_id)
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
