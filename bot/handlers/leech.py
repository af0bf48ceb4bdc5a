"""Questions that do not stick, over Telegram: what is done about one, and recall by points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import leech, marks
from bot.coach import practice as practising
from bot.coach.turn import Notice
from bot.handlers import practice
from bot.screens import actions, wording
from bot.screens import leech as screens
from bot.screens.actions import Part
from bot.screens.answer import View

if TYPE_CHECKING:
    from telegram import CallbackQuery, Update

    from bot.coach.turn import Turn
    from bot.handlers.context import Desk


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action, update: Update) -> bool:
    """Do what a button about such a question asks for; False when it is of another kind."""
    learner_id = query.from_user.id
    match action:
        case actions.Recall(prompt, point, said):
            turn = await desk.run(leech.recall, learner_id, prompt, point, said=said)
            await practice.show_turn(desk, query, turn, View(Part.POINTS))
        case actions.KeepLeech(prompt):
            turn = await desk.run(practising.look, learner_id, prompt)
            await _settle(desk, query, turn, wording.LEECH_KEPT)
        case actions.SplitLeech(prompt):
            turn = await desk.run(
                marks.split, learner_id, prompt, on=True, update_id=update.update_id
            )
            await _settle(desk, query, turn, wording.LEECH_SPLIT)
        case actions.HideLeech(prompt):
            turn = await desk.run(marks.hide, learner_id, prompt, update_id=update.update_id)
            await _settle(desk, query, turn, wording.LEECH_HIDDEN)
        case _:
            return False
    return True


async def _settle(desk: Desk, query: CallbackQuery, turn: Turn, said: str) -> None:
    """Say under the question what was chosen; hiding one that is asked goes on to the next."""
    await desk.delivery.answer(query)
    if turn.prompt is None or turn.notice is Notice.UNKNOWN:
        if query.message:
            await desk.delivery.strip(query.from_user.id, query.message.message_id)
        return
    await desk.delivery.show(query, screens.settled_screen(turn.prompt, said))
    await practice.follow(desk, query.from_user.id, turn)
