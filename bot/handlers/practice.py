"""Practising over Telegram: words in, prompts and what follows from an act out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import learner, mending, nudge, practice
from bot.coach import leech as leeches
from bot.coach.turn import Notice, Turn
from bot.handlers import sheet, tables
from bot.handlers.attempts import Outcome
from bot.screens import practice as screens
from bot.screens import setup, wording
from bot.screens.debrief import report_screen
from bot.screens.leech import leech_screen
from bot.screens.marks import mended_screen
from bot.study.learner import Rest
from bot.study.mock import Report
from bot.study.prompt import PromptState
from bot.study.zones import local_times

if TYPE_CHECKING:
    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.screens.answer import View
    from bot.screens.screen import Screen
    from bot.study.leech import Leech
    from bot.study.marks import Mark
    from bot.study.prompt import Prompt

_TOASTS = {
    Notice.NEW_DAY: wording.NEW_DAY,
    Notice.UNKNOWN: wording.NOT_YOURS,
    Notice.NOTHING: wording.ONLY_LAST,
}


async def next_question(desk: Desk, learner_id: int, *, more: bool = False) -> None:
    """Show the question that waits at the end of the chat, or put the next one."""
    shown = await desk.run(practice.next_question, learner_id, more=more)
    await present(desk, learner_id, shown)


async def present(
    desk: Desk, learner_id: int, shown: Prompt | Rest | Report, view: View | None = None
) -> None:
    """Send a prompt, a rest or a report anew; an older message of a prompt loses its buttons."""
    if isinstance(shown, Rest):
        await desk.delivery.send(learner_id, screens.rest_screen(shown))
        return
    if isinstance(shown, Report):
        await desk.delivery.send(learner_id, report_screen(shown))
        await sheet.follow(desk, shown)
        return
    older = shown.message_id
    if await send_prompt(desk, shown, view) and older:
        await desk.delivery.strip(learner_id, older)
    await sheet.follow(desk, shown)


async def send_prompt(
    desk: Desk, prompt: Prompt, view: View | None = None, *, patient: bool = True
) -> bool:
    """Send a prompt and record what became of it; tell whether it counts as sent."""
    screen = screens.prompt_screen(prompt, view)
    sent = await desk.delivery.send(prompt.learner_id, screen, patient=patient)
    if sent.outcome is Outcome.UNREACHABLE:
        await desk.run(nudge.unreachable, prompt.learner_id)
    elif sent.outcome is not Outcome.NOT_SENT:
        await desk.run(practice.sent, prompt.id, sent.message_id)
    if patient and sent.outcome is Outcome.SENT:
        await tables.offer(desk, prompt, screen)
    return sent.outcome in {Outcome.SENT, Outcome.UNKNOWN}


async def undo_last(desk: Desk, learner_id: int, update_id: int) -> None:
    """Take back the last step by a command or a word: its question is shown again below."""
    turn = await desk.run(mending.undo, learner_id, update_id=update_id)
    if turn.prompt is None:
        await desk.delivery.send(learner_id, screens.line(wording.NOTHING_TO_UNDO, go_on=True))
        return
    if turn.mark:
        await _show_mark(desk, turn.prompt, turn.mark)
        return
    for message_id in turn.withdrawn:
        await desk.delivery.delete(learner_id, message_id)
    await present(desk, learner_id, turn.prompt)
    if turn.next:
        await present(desk, learner_id, turn.next)


async def redo_last(desk: Desk, learner_id: int, update_id: int) -> None:
    """Do again what was undone last, by a command or a word."""
    turn = await desk.run(mending.redo, learner_id, update_id=update_id)
    if turn.prompt is None:
        await desk.delivery.send(learner_id, screens.line(wording.NOTHING_TO_REDO, go_on=True))
        return
    if turn.mark:
        await _show_mark(desk, turn.prompt, turn.mark)
        return
    if turn.prompt.message_id:
        screen = screens.prompt_screen(turn.prompt)
        await desk.delivery.edit(learner_id, turn.prompt.message_id, screen)
    await follow(desk, learner_id, turn)


async def skip_open(desk: Desk, learner_id: int, update_id: int) -> None:
    """Skip the open question by a word."""
    await _aside(
        desk, learner_id, await desk.run(practice.skip_open, learner_id, update_id=update_id)
    )


async def hide_open(desk: Desk, learner_id: int, update_id: int) -> None:
    """Hide the open question by a word."""
    await _aside(
        desk, learner_id, await desk.run(practice.hide_open, learner_id, update_id=update_id)
    )


async def _aside(desk: Desk, learner_id: int, turn: Turn) -> None:
    if turn.prompt and turn.prompt.message_id:
        screen = screens.prompt_screen(turn.prompt)
        await desk.delivery.edit(learner_id, turn.prompt.message_id, screen)
    await follow(desk, learner_id, turn)


async def reveal_open(desk: Desk, learner_id: int) -> bool:
    """Show the answer of the open question by a word; False when none is open."""
    prompt = await desk.run(practice.reveal_open, learner_id)
    if prompt:
        await present(desk, learner_id, prompt)
    return prompt is not None


async def answered(desk: Desk, learner_id: int, prompt: Prompt, kept: Screen) -> None:
    """Confirm a typed answer; a revealed question shows it beside the model answer."""
    if prompt.message_id and prompt.outcomes:
        screen = screens.prompt_screen(prompt)
        await desk.delivery.edit(learner_id, prompt.message_id, screen)
    await desk.delivery.send(learner_id, kept)


async def show_turn(desk: Desk, query: CallbackQuery, turn: Turn, view: View | None) -> None:
    """Answer the tap, bring its message up to date, and send what follows."""
    if view and turn.prompt and not screens.can_show(turn.prompt, view):
        await desk.delivery.answer(query, screens.not_there(view))
        return
    await desk.delivery.answer(query, toast(turn))
    if view and turn.prompt and turn.prompt.state is PromptState.REVEALED:
        await desk.run(practice.showed, turn.prompt.id, str(view))
    if turn.prompt:
        screen = screens.prompt_screen(turn.prompt, view)
        sent = await desk.delivery.show(query, screen)
        if sent and sent.message_id:
            await desk.run(practice.sent, turn.prompt.id, sent.message_id)
        await tables.offer(desk, turn.prompt, screen)
    elif query.message and turn.notice is Notice.UNKNOWN:
        await desk.delivery.strip(query.from_user.id, query.message.message_id)
    await follow(desk, query.from_user.id, turn)


async def follow(desk: Desk, learner_id: int, turn: Turn) -> None:
    """Send what follows from an act, after taking back what no longer does."""
    for message_id in turn.withdrawn:
        await desk.delivery.delete(learner_id, message_id)
    if turn.leech:
        await _tell_leech(desk, learner_id, turn.leech)
    if turn.ask_zone:
        await _ask_zone(desk, learner_id)
    if turn.next:
        await present(desk, learner_id, turn.next)


async def _show_mark(desk: Desk, prompt: Prompt, mark: Mark) -> None:
    """Say how a question stands after a mark was undone or redone; nothing else has moved."""
    if prompt.state.is_open and prompt.message_id:
        screen = screens.prompt_screen(prompt)
        await desk.delivery.edit(prompt.learner_id, prompt.message_id, screen)
    await desk.delivery.send(prompt.learner_id, mended_screen(prompt, mark))


async def _tell_leech(desk: Desk, learner_id: int, leech: Leech) -> None:
    """Say that a question does not stick, and record that it was said."""
    sent = await desk.delivery.send(learner_id, leech_screen(leech))
    if sent.outcome in {Outcome.SENT, Outcome.UNKNOWN}:
        await desk.run(leeches.told, leech.prompt_id, sent.message_id)


async def _ask_zone(desk: Desk, learner_id: int) -> None:
    """Ask for the zone, by buttons only: what is typed now is about the next question."""
    times = local_times(desk.now())
    screen = setup.times_screen(times, rare=False, setup=False, typing=False)
    sent = await desk.delivery.send(learner_id, screen)
    if sent.outcome in {Outcome.SENT, Outcome.UNKNOWN}:
        await desk.run(learner.zone_was_asked, learner_id)


def toast(turn: Turn) -> str | None:
    """Say in a word what came of a tap that did nothing else."""
    if (
        turn.notice in {Notice.AGAIN, Notice.CLOSED}
        and turn.prompt
        and not turn.prompt.state.is_open
    ):
        return screens.toast(turn.prompt)
    return _TOASTS.get(turn.notice)
