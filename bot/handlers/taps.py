"""The buttons of practising: what each does to its prompt, and what it sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.coach import mending, practice, regrading
from bot.handlers import pictures, voice
from bot.handlers.practice import next_question, present, show_turn, toast
from bot.screens import actions, wording
from bot.screens.actions import Part
from bot.screens.answer import View, code_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import CallbackQuery, Update

    from bot.coach.turn import Turn
    from bot.handlers.context import Desk


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action, update: Update) -> bool:
    """Do what a button of practising asks for; False when the action is of another kind."""
    act = _ACTS.get(type(action))
    if act:
        turn = await act(desk, query.from_user.id, action, update.update_id)
        await show_turn(desk, query, turn, _view(action))
        return True
    other = _OTHERS.get(type(action))
    if other:
        await other(desk, query, action)
    return other is not None


async def _go_on(desk: Desk, query: CallbackQuery, action: actions.Action) -> None:
    await desk.delivery.answer(query)
    if query.message:
        await desk.delivery.strip(query.from_user.id, query.message.message_id)
    await next_question(desk, query.from_user.id, more=isinstance(action, actions.More))


async def _reveal_below(desk: Desk, query: CallbackQuery, action: actions.RevealBelow) -> None:
    learner_id = query.from_user.id
    turn = await desk.run(practice.reveal, learner_id, action.prompt)
    await desk.delivery.answer(query, toast(turn))
    if query.message:
        await desk.delivery.strip(learner_id, query.message.message_id)
    if turn.prompt and turn.prompt.state.is_open:
        await present(desk, learner_id, turn.prompt)


async def _repeat(desk: Desk, query: CallbackQuery, action: actions.Repeat) -> None:
    turn = await desk.run(practice.look, query.from_user.id, action.prompt)
    await desk.delivery.answer(query, toast(turn))
    if turn.prompt and turn.prompt.state.is_open:
        await present(desk, query.from_user.id, turn.prompt, View.of(turn.prompt.shown))


async def _send_code(desk: Desk, query: CallbackQuery, action: actions.SendCode) -> None:
    """Send the code of the answer, or of an example, as a file."""
    turn = await desk.run(practice.look, query.from_user.id, action.prompt)
    question = turn.prompt.question if turn.prompt else None
    name, code = code_of(question, View(action.part, action.number)) if question else ("", "")
    if not code:
        await desk.delivery.answer(query, wording.NOT_IN_FILE)
        return
    await desk.delivery.answer(query)
    await desk.delivery.send_file(query.from_user.id, name, code.encode())


def _view(action: actions.Action) -> View | None:
    """Tell what a message shows after a tap; None for what the learner sees first."""
    match action:
        case actions.Show(_, part, number, page):
            return View(part, number, page)
        case actions.Tick():
            return View(Part.POINTS)
        case actions.GradeAs(page=page):
            return View(page=page)
    return None


_ACTS: dict[type[actions.Action], Callable[[Desk, int, Any, int], Awaitable[Turn]]] = {
    actions.Reveal: lambda desk, who, a, _: desk.run(practice.reveal, who, a.prompt),
    actions.RevealAs: lambda desk, who, a, _: desk.run(
        practice.reveal, who, a.prompt, a.confidence
    ),
    actions.GiveHelp: lambda desk, who, a, _: desk.run(practice.give_help, who, a.prompt, a.help),
    actions.Show: lambda desk, who, a, _: desk.run(practice.look, who, a.prompt),
    actions.Tick: lambda desk, who, a, _: desk.run(practice.tick, who, a.prompt, a.point, on=a.on),
    actions.GradeAs: lambda desk, who, a, update: desk.run(
        practice.grade, who, a.prompt, a.grade, promised=a.due, update_id=update
    ),
    actions.Regrade: lambda desk, who, a, update: desk.run(
        regrading.regrade, who, a.prompt, a.grade, promised=a.due, update_id=update
    ),
    actions.Skip: lambda desk, who, a, update: desk.run(
        practice.skip, who, a.prompt, update_id=update
    ),
    actions.Hide: lambda desk, who, a, update: desk.run(
        practice.hide, who, a.prompt, update_id=update
    ),
    actions.Redo: lambda desk, who, a, update: desk.run(
        mending.redo, who, step_id=a.step, update_id=update
    ),
    actions.Undo: lambda desk, who, a, update: desk.run(
        mending.undo, who, step_id=a.step, update_id=update
    ),
}
"""What changes or shows a prompt in the message that was tapped."""

_OTHERS: dict[type[actions.Action], Callable[[Desk, CallbackQuery, Any], Awaitable[None]]] = {
    actions.RevealBelow: _reveal_below,
    actions.Repeat: _repeat,
    actions.SendCode: _send_code,
    actions.SendPicture: pictures.send,
    actions.SendVoice: voice.tapped,
    actions.Next: _go_on,
    actions.More: _go_on,
}
"""What sends a message of its own."""
