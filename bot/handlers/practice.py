"""Practising over Telegram: taps and words in, prompts out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import learner, mending, nudge, practice
from bot.coach.turn import Notice, Turn
from bot.handlers.delivery import Outcome
from bot.screens import actions, setup, wording
from bot.screens import practice as screens
from bot.study.learner import Rest
from bot.study.zones import local_times

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from bot.handlers.context import Desk
    from bot.study.prompt import Prompt

_TOASTS = {
    Notice.NEW_DAY: wording.NEW_DAY,
    Notice.UNKNOWN: wording.NOT_YOURS,
    Notice.NOTHING: wording.ONLY_LAST,
}


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action, update: Update) -> bool:
    """Do what a button of practising asks for; False when the action is of another kind."""
    learner_id, update_id = query.from_user.id, update.update_id
    page = 0
    match action:
        case actions.Reveal(prompt):
            turn = await desk.run(practice.reveal, learner_id, prompt)
        case actions.GradeAs(prompt, grade, page):
            turn = await desk.run(practice.grade, learner_id, prompt, grade, update_id=update_id)
        case actions.Skip(prompt):
            turn = await desk.run(practice.skip, learner_id, prompt, update_id=update_id)
        case actions.Hide(prompt):
            turn = await desk.run(practice.hide, learner_id, prompt, update_id=update_id)
        case actions.Undo(step):
            turn = await desk.run(mending.undo, learner_id, step_id=step, update_id=update_id)
        case actions.TurnPage(prompt, page):
            turn = await desk.run(practice.look, learner_id, prompt)
        case actions.RevealBelow(prompt):
            return await _reveal_below(desk, query, prompt)
        case actions.Next() | actions.More():
            return await _go_on(desk, query, more=isinstance(action, actions.More))
        case _:
            return False
    await _show_turn(desk, query, turn, page)
    return True


async def next_question(desk: Desk, learner_id: int, *, more: bool = False) -> None:
    """Show the question that waits at the end of the chat, or put the next one."""
    shown = await desk.run(practice.next_question, learner_id, more=more)
    await present(desk, learner_id, shown)


async def present(desk: Desk, learner_id: int, shown: Prompt | Rest) -> None:
    """Send a prompt, or a rest, as a new message; an older message of it loses its buttons."""
    if isinstance(shown, Rest):
        await desk.delivery.send(learner_id, screens.rest_screen(shown))
        return
    older = shown.message_id
    if await send_prompt(desk, shown) and older:
        await desk.delivery.strip(learner_id, older)


async def send_prompt(desk: Desk, prompt: Prompt, *, patient: bool = True) -> bool:
    """Send a prompt and record what became of it; tell whether it counts as sent."""
    screen = screens.prompt_screen(prompt)
    sent = await desk.delivery.send(prompt.learner_id, screen, patient=patient)
    if sent.outcome is Outcome.UNREACHABLE:
        await desk.run(nudge.unreachable, prompt.learner_id)
    elif sent.outcome is not Outcome.NOT_SENT:
        await desk.run(practice.sent, prompt.id, sent.message_id)
    return sent.outcome in {Outcome.SENT, Outcome.UNKNOWN}


async def undo_last(desk: Desk, learner_id: int, update_id: int) -> None:
    """Take back the last step by a command or a word: its question is shown again below."""
    turn = await desk.run(mending.undo, learner_id, update_id=update_id)
    if turn.prompt is None:
        await desk.delivery.send(learner_id, screens.line(wording.NOTHING_TO_UNDO, go_on=True))
        return
    for message_id in turn.withdrawn:
        await desk.delivery.delete(learner_id, message_id)
    await present(desk, learner_id, turn.prompt)


async def skip_open(desk: Desk, learner_id: int, update_id: int) -> None:
    """Skip the open question by a word."""
    turn = await desk.run(practice.skip_open, learner_id, update_id=update_id)
    if turn.prompt and turn.prompt.message_id:
        screen = screens.prompt_screen(turn.prompt)
        await desk.delivery.edit(learner_id, turn.prompt.message_id, screen)
    await _follow(desk, learner_id, turn)


async def reveal_open(desk: Desk, learner_id: int) -> bool:
    """Show the answer of the open question by a word; False when none is open."""
    prompt = await desk.run(practice.reveal_open, learner_id)
    if prompt:
        await present(desk, learner_id, prompt)
    return prompt is not None


async def stop(desk: Desk, learner_id: int) -> None:
    """End what is going on."""
    prompt = await desk.run(practice.stop, learner_id)
    if prompt and prompt.message_id:
        screen = screens.prompt_screen(prompt)
        await desk.delivery.edit(learner_id, prompt.message_id, screen)
    await desk.delivery.send(learner_id, screens.line(wording.PUT_AWAY, go_on=True))


async def answered(desk: Desk, learner_id: int, prompt: Prompt, *, changed: bool) -> None:
    """Confirm a typed answer; a revealed question shows it beside the model answer."""
    if prompt.message_id and prompt.outcomes:
        screen = screens.prompt_screen(prompt)
        await desk.delivery.edit(learner_id, prompt.message_id, screen)
    await desk.delivery.send(learner_id, screens.kept(prompt, changed=changed))


async def _go_on(desk: Desk, query: CallbackQuery, *, more: bool) -> bool:
    await desk.delivery.answer(query)
    if query.message:
        await desk.delivery.strip(query.from_user.id, query.message.message_id)
    await next_question(desk, query.from_user.id, more=more)
    return True


async def _reveal_below(desk: Desk, query: CallbackQuery, prompt_id: int) -> bool:
    learner_id = query.from_user.id
    turn = await desk.run(practice.reveal, learner_id, prompt_id)
    await desk.delivery.answer(query, _toast(turn))
    if query.message:
        await desk.delivery.strip(learner_id, query.message.message_id)
    if turn.prompt and turn.prompt.state.is_open:
        await present(desk, learner_id, turn.prompt)
    return True


async def _show_turn(desk: Desk, query: CallbackQuery, turn: Turn, page: int) -> None:
    """Answer the tap, bring its message up to date, and send what follows."""
    await desk.delivery.answer(query, _toast(turn))
    if turn.prompt:
        sent = await desk.delivery.show(query, screens.prompt_screen(turn.prompt, page))
        if sent and sent.message_id:
            await desk.run(practice.sent, turn.prompt.id, sent.message_id)
    elif query.message and turn.notice is Notice.UNKNOWN:
        await desk.delivery.strip(query.from_user.id, query.message.message_id)
    await _follow(desk, query.from_user.id, turn)


async def _follow(desk: Desk, learner_id: int, turn: Turn) -> None:
    for message_id in turn.withdrawn:
        await desk.delivery.delete(learner_id, message_id)
    if turn.ask_zone:
        await _ask_zone(desk, learner_id)
    if turn.next:
        await present(desk, learner_id, turn.next)


async def _ask_zone(desk: Desk, learner_id: int) -> None:
    """Ask for the zone, by buttons only: what is typed now is about the next question."""
    times = local_times(desk.now())
    screen = setup.times_screen(times, rare=False, setup=False, typing=False)
    sent = await desk.delivery.send(learner_id, screen)
    if sent.outcome in {Outcome.SENT, Outcome.UNKNOWN}:
        await desk.run(learner.zone_was_asked, learner_id)


def _toast(turn: Turn) -> str | None:
    if (
        turn.notice in {Notice.AGAIN, Notice.CLOSED}
        and turn.prompt
        and not turn.prompt.state.is_open
    ):
        return screens.toast(turn.prompt)
    return _TOASTS.get(turn.notice)
