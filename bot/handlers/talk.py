"""What people type and send instead of tapping, understood in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import learner, practice
from bot.handlers import aftermath, draft, interview, marks, notes, reports, requests, search, voice
from bot.handlers import learner as settings
from bot.handlers import practice as practising
from bot.handlers.sets import Asked
from bot.screens import wording
from bot.screens.nudge import push_line
from bot.screens.practice import kept, line
from bot.screens.requests import with_meant
from bot.study.learner import Awaiting
from bot.study.requests import Unsure, Word, exact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Message

    from bot.handlers.context import Desk
    from bot.study.learner import Profile
    from bot.study.prompt import Prompt
    from bot.study.requests import Request

_ALWAYS = {
    *(Word.NEXT, Word.ANSWER, Word.REPEAT, Word.SKIP, Word.UNDO, Word.STOP),
    *(Word.THANKS, Word.HELLO, Word.OK),
}
"""Words that are never what the bot has asked to be typed."""


async def heard(desk: Desk, message: Message, update_id: int) -> None:
    """Take a text: an import, a known word, something asked for, an answer, or none of these."""
    learner_id, text = message.chat_id, message.text or ""
    if is_import(message):
        await draft.text_sent(desk, message)
        return
    word = exact(text)
    if word in _ALWAYS:
        await requests.obey(desk, learner_id, [word], Asked(update_id, message.message_id))
        return
    profile = await desk.run(learner.listen, learner_id)
    if profile.settled_by == update_id:  # it has come twice, and was no answer the first time
        await _settled(desk, message, profile)
    elif not await _awaited(desk, message, profile, update_id):
        await _request_or_answer(desk, message, profile, update_id)


async def _settled(desk: Desk, message: Message, profile: Profile) -> None:
    """Say again what became of a text that was awaited."""
    learner_id = message.chat_id
    if profile.settled_as in {Awaiting.NOTE_ANSWER, Awaiting.NOTEBOOK_NAME}:
        await desk.delivery.send(learner_id, line(wording.NOTES_KEPT, go_on=True))
    elif profile.settled_as in {Awaiting.INTERVIEW, Awaiting.A_DAY}:
        await interview.show(desk, learner_id)
    elif profile.settled_as is Awaiting.INTERVIEW_TOLD:
        await aftermath.told_again(desk, learner_id)
    elif profile.settled_as is Awaiting.SEARCH:
        await search.show(desk, message)
    elif profile.settled_as in {Awaiting.PLACE, Awaiting.REPORT, Awaiting.REPORT_ANSWER}:
        await reports.send_answers(desk)
        await desk.delivery.send(learner_id, line(wording.NOTED, go_on=True))
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
        case Awaiting.INTERVIEW | Awaiting.A_DAY:
            return await interview.typed(desk, message, profile, update_id)
        case Awaiting.INTERVIEW_TOLD:
            await aftermath.told(desk, message, update_id)
        case Awaiting.SEARCH:
            await search.typed(desk, message, update_id=update_id)
        case Awaiting.PLACE:
            await marks.place_typed(desk, message, update_id)
        case Awaiting.REPORT:
            await reports.report_typed(desk, message, update_id)
        case Awaiting.REPORT_ANSWER:
            await reports.answer_typed(desk, message, update_id)
        case awaiting:
            return await settings.typed(desk, learner_id, text, awaiting, update_id=update_id)
    return True


async def _request_or_answer(
    desk: Desk, message: Message, profile: Profile, update_id: int
) -> None:
    """Do what a text asks for, or take it as an answer to the open question, or search for it."""
    learner_id = message.chat_id
    if await interview.mentioned(desk, message, update_id):
        return
    said = await requests.reading(desk, learner_id, message.text or "", update_id=update_id)
    asked = Asked(update_id, message.message_id)
    unknown = _is_unknown(said.requests, message.text or "")
    if said.requests and not unknown:
        await requests.obey(desk, learner_id, said.requests, asked)
        return
    prompt = await _answered(desk, message, update_id)
    if prompt:
        meant = with_meant(kept(prompt, changed=False), said.instead, message.message_id)
        await practising.answered(desk, learner_id, prompt, meant)
    elif profile.awaiting:
        await desk.delivery.send(learner_id, settings.not_that(profile.awaiting))
    elif await search.found(desk, learner_id, message.text or ""):
        await search.show(desk, message)
    elif unknown:
        await requests.obey(desk, learner_id, said.requests, asked)
    else:
        await desk.delivery.send(learner_id, line(wording.NOT_UNDERSTOOD, go_on=True))


def _is_unknown(said: Sequence[Request], text: str) -> bool:
    """Tell whether a text is one word that the bank does not have; one's own notes may."""
    doubts = [request for request in said if isinstance(request, Unsure) and not request.choices]
    return bool(doubts) and len(doubts) == len(said) and len(text.split()) == 1


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
        await practising.answered(desk, message.chat_id, prompt, kept(prompt, changed=True))


async def sent_something(desk: Desk, message: Message, update_id: int) -> None:
    """Read a file; say what can be done with a picture or a sticker; a caption may be an answer."""
    if message.document:
        await draft.document_sent(desk, message)
        return
    said = voice.voice_of(message)
    if said:
        await voice.spoken(desk, message, said, update_id)
        return
    if is_import(message) and message.caption:
        await draft.text_sent(desk, message)
        return
    prompt = await _answered(desk, message, update_id) if message.caption else None
    if prompt:
        await practising.answered(desk, message.chat_id, prompt, kept(prompt, changed=False))
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
