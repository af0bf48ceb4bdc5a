"""What people ask for in words: read, and done in the order in which it was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from telegram import Message

from bot.coach import learner, marks, practice
from bot.coach import requests as coach
from bot.handlers import learner as settings
from bot.handlers import mock, sets, topics
from bot.handlers import practice as practising
from bot.screens import actions, pace, wording
from bot.screens import requests as screens
from bot.screens.actions import Part
from bot.screens.answer import View
from bot.screens.practice import can_show, line, not_there
from bot.study.preference import Preference
from bot.study.prompt import Help, PromptState
from bot.study.requests import Pace, Reading, Same, Set, Unsure, Word, read

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import CallbackQuery, Update

    from bot.handlers.context import Desk
    from bot.handlers.sets import Asked
    from bot.study.prompt import Prompt
    from bot.study.requests import Request

_REPLIES = {
    Word.THANKS: wording.THANKS,
    Word.HELLO: wording.HELLO,
    Word.OK: wording.OK,
}
_PARTS = {
    Word.EXAMPLE: Part.EXAMPLE,
    Word.ANOTHER: Part.EXAMPLE,
    Word.SIMPLER: Part.SIMPLER,
    Word.POINTS: Part.POINTS,
    Word.MORE: Part.MORE,
}
_HELPS = {Word.HINT: Help.HINT, Word.OUTLINE: Help.OUTLINE}
_PACES = {
    Pace.SLOWER: (Preference.POINT_BY_POINT, True),
    Pace.POINT_BY_POINT: (Preference.POINT_BY_POINT, True),
    Pace.WHOLE: (Preference.POINT_BY_POINT, False),
    Pace.SHORTER: (Preference.SHORT_FIRST, True),
    Pace.FULL: (Preference.SHORT_FIRST, False),
    Pace.WITH_ANSWERS: (Preference.ANSWERS_SHOWN, True),
    Pace.ASK_FIRST: (Preference.ANSWERS_SHOWN, False),
}


async def reading(desk: Desk, learner_id: int, text: str, *, update_id: int) -> Reading:
    """Read a text as a request; while a question is open it is more likely an answer."""
    is_open = await desk.run(coach.is_open, learner_id, update_id=update_id)
    return read(text, await desk.lookup.subjects(), is_open=is_open)


async def obey(desk: Desk, learner_id: int, requests: Sequence[Request], asked: Asked) -> None:
    """Do what was asked for, one after another; several sets are begun together."""
    wanted = [request for request in requests if isinstance(request, Set | Same)]
    for request in requests:
        match request:
            case Set() | Same():
                if request is wanted[0]:
                    await sets.begin(desk, learner_id, wanted, asked)
            case Word():
                await say(desk, learner_id, request, asked.update_id)
            case Pace():
                await _keep_pace(desk, learner_id, request, alone=not wanted)
            case Unsure():
                await _ask_back(desk, learner_id, request)


async def say(desk: Desk, learner_id: int, word: Word, update_id: int) -> None:
    """Do what one word asks for."""
    by_word = _COMMANDS.get(word)
    by_update = _STEPS.get(word)
    if by_word:
        await by_word(desk, learner_id)
    elif by_update:
        await by_update(desk, learner_id, update_id)
    elif word in _REPLIES:
        await _reply(desk, learner_id, _REPLIES[word])
    else:
        await _about_open(desk, learner_id, word, update_id)


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action, update: Update) -> bool:
    """Take a text for what it was meant as; False when the action is of another kind."""
    match action:
        case actions.Meant(message):
            await _was_request(desk, query, message, update)
        case actions.WasAnswer(prompt):
            await _was_answer(desk, query, prompt)
        case _:
            return False
    return True


async def _was_request(desk: Desk, query: CallbackQuery, message_id: int, update: Update) -> None:
    learner_id = query.from_user.id
    text = await desk.run(coach.was_request, learner_id, message_id)
    await desk.delivery.answer(query, None if text else wording.TOO_LATE)
    if query.message:
        await desk.delivery.strip(learner_id, query.message.message_id)
    if text:
        meant = read(text, await desk.lookup.subjects(), is_open=False).requests
        await obey(desk, learner_id, meant, sets.Asked(update.update_id))


async def _was_answer(desk: Desk, query: CallbackQuery, prompt_id: int) -> None:
    learner_id, shown = query.from_user.id, query.message
    said = shown.reply_to_message if isinstance(shown, Message) else None
    back = None
    if said:
        part = {"text": said.text or "", "message_id": said.message_id}
        back = await desk.run(coach.was_answer, learner_id, prompt_id, part)
    await desk.delivery.answer(query, wording.KEPT if back else wording.TOO_LATE)
    if shown:
        await desk.delivery.strip(learner_id, shown.message_id)
    if back:
        await sets.put_away(desk, learner_id, back.put_away)
        await practising.present(desk, learner_id, back.shown)


async def _reply(desk: Desk, learner_id: int, reply: str) -> None:
    waiting = await desk.run(practice.current, learner_id)
    await desk.delivery.send(learner_id, screens.reply_screen(reply, waiting=waiting is not None))


async def _keep_pace(desk: Desk, learner_id: int, said: Pace, *, alone: bool) -> None:
    """Keep a pace for good, say so, and show what is open in the new way."""
    if said not in _PACES:
        await desk.delivery.send(learner_id, line(wording.ALWAYS_ONE_BY_ONE, go_on=alone))
        return
    preference, on = _PACES[said]
    await desk.run(learner.prefer, learner_id, preference, on=on)
    await desk.delivery.send(learner_id, line(pace.said(preference, on=on)))
    waiting = await desk.run(practice.current, learner_id)
    if waiting is None:
        return
    if waiting.state is PromptState.REVEALED:
        await practising.present(desk, learner_id, waiting)
    elif said is Pace.WITH_ANSWERS:
        await practising.reveal_open(desk, learner_id)


async def _ask_back(desk: Desk, learner_id: int, doubt: Unsure) -> None:
    """Ask which thing was meant; where none is near, show what mentions it."""
    choices = [await sets.resolved(desk, learner_id, choice) for choice in doubt.choices]
    if choices:
        await desk.delivery.send(learner_id, screens.unsure_screen(doubt.text, choices))
    else:
        await desk.delivery.send(learner_id, screens.nothing_screen(doubt.text))


async def _about_open(desk: Desk, learner_id: int, word: Word, update_id: int) -> None:
    """Show a part of the question that is open, or say when it can be shown."""
    prompt = await desk.run(practice.current, learner_id)
    if prompt is None:
        if word is Word.MORE:
            await practising.next_question(desk, learner_id, more=True)
        else:
            await desk.delivery.send(learner_id, line(wording.WAS_NOT_OPEN, go_on=True))
    elif word is Word.STAR:
        await desk.run(marks.star, learner_id, prompt.id, on=True, update_id=update_id)
        await desk.delivery.send(learner_id, line(wording.STARRED))
    elif word in _HELPS:
        await _help(desk, learner_id, prompt, _HELPS[word])
    elif prompt.state is PromptState.ASKED:
        await desk.delivery.send(learner_id, screens.after_answer_screen(prompt, word))
    else:
        await _part(desk, learner_id, prompt, word)


async def _help(desk: Desk, learner_id: int, prompt: Prompt, help_: Help) -> None:
    question = prompt.question
    there = question and (question.hint if help_ is Help.HINT else question.key_points)
    if prompt.state is not PromptState.ASKED:
        await desk.delivery.send(learner_id, line(wording.ANSWER_IS_THERE))
    elif not there:
        await desk.delivery.send(learner_id, line(wording.NOT_IN_FILE))
    else:
        turn = await desk.run(practice.give_help, learner_id, prompt.id, help_)
        await practising.present(desk, learner_id, turn.prompt or prompt)


async def _part(desk: Desk, learner_id: int, prompt: Prompt, word: Word) -> None:
    view = View(_PARTS[word])
    last = View.of(prompt.shown)
    if word is Word.ANOTHER:
        view = replace(view, number=last.number + 1 if last and last.part is view.part else 1)
    if not can_show(prompt, view):
        await desk.delivery.send(learner_id, line(not_there(view)))
        return
    await desk.run(practice.showed, prompt.id, str(view))
    await practising.present(desk, learner_id, prompt, view)


async def _repeat(desk: Desk, learner_id: int) -> None:
    """Send what was shown last once more, unchanged."""
    waiting = await desk.run(practice.current, learner_id)
    if waiting:
        await practising.present(desk, learner_id, waiting, View.of(waiting.shown))
    else:
        await practising.next_question(desk, learner_id)


async def _answer(desk: Desk, learner_id: int) -> None:
    if not await practising.reveal_open(desk, learner_id):
        await practising.next_question(desk, learner_id)


async def _pause(desk: Desk, learner_id: int) -> None:
    """Pause the mock round that goes on; offer pauses of the daily question otherwise."""
    waiting = await desk.run(practice.current, learner_id)
    if waiting and waiting.place:
        await sets.stop(desk, learner_id)
    else:
        await settings.pause(desk, learner_id)


async def _resume(desk: Desk, learner_id: int) -> None:
    """End a pause, and go on with what waits: the open question, a set that was left, the next.

    A daily question that came meanwhile and was not touched gives way to the set.
    """
    profile = await desk.run(learner.profile, learner_id)
    paused = bool(profile.stopped or profile.paused or profile.paused_until)
    if paused:
        await settings.resume(desk, learner_id)
    waiting = await desk.run(practice.current, learner_id)
    if (waiting is None or waiting.is_untouched_push) and await sets.go_on(desk, learner_id):
        return
    if waiting or not paused:
        await practising.next_question(desk, learner_id)


async def _settings(desk: Desk, learner_id: int) -> None:
    await desk.run(learner.leave, learner_id)
    await desk.delivery.send(learner_id, screens.settings_screen())


_COMMANDS: dict[Word, Callable[[Desk, int], Awaitable[None]]] = {
    Word.NEXT: practising.next_question,
    Word.REPEAT: _repeat,
    Word.ANSWER: _answer,
    Word.STOP: sets.stop,
    Word.PAUSE: _pause,
    Word.RESUME: _resume,
    Word.TOPICS: topics.topics,
    Word.MOCK: mock.mock,
    Word.SETTINGS: _settings,
    Word.HELP: settings.help_,
}
"""Words that do the same however often their update comes."""

_STEPS: dict[Word, Callable[[Desk, int, int], Awaitable[None]]] = {
    Word.SKIP: practising.skip_open,
    Word.HIDE: practising.hide_open,
    Word.UNDO: practising.undo_last,
    Word.REDO: practising.redo_last,
}
"""Words that change something, once for an update."""
