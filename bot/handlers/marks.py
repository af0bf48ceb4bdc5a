"""Stars, hidden questions and real interviews over Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import marks
from bot.handlers import practice
from bot.screens import actions
from bot.screens import marks as screens
from bot.screens.actions import Part
from bot.screens.answer import View
from bot.study.marks import Mark

if TYPE_CHECKING:
    from telegram import CallbackQuery, Message, Update

    from bot.handlers.context import Desk
    from bot.screens.screen import Screen


async def starred(desk: Desk, learner_id: int) -> None:
    """List what the learner has put a star on."""
    await desk.delivery.send(learner_id, await _list(desk, learner_id, Mark.STAR))


async def hidden(desk: Desk, learner_id: int) -> None:
    """List what the learner never wants to be asked."""
    await desk.delivery.send(learner_id, await _list(desk, learner_id, Mark.HIDDEN))


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action, update: Update) -> bool:
    """Do what a button about marks asks for; False when the action is of another kind."""
    learner_id, view = query.from_user.id, View(Part.MORE)
    match action:
        case actions.Star(prompt, on):
            turn = await desk.run(marks.star, learner_id, prompt, on=on, update_id=update.update_id)
        case actions.Split(prompt, on):
            turn = await desk.run(
                marks.split, learner_id, prompt, on=on, update_id=update.update_id
            )
        case actions.Met(prompt, when, known):
            view = View(Part.REAL, screens.NOTED)
            turn = await desk.run(
                marks.met, learner_id, prompt, when, known, update_id=update.update_id
            )
        case actions.ListMarked(mark, page) if mark in _LISTED:
            await _show(desk, query, mark, page)
            return True
        case actions.Lift(mark, question, page) if mark in _LISTED:
            await desk.run(marks.lift, learner_id, question, mark, update_id=update.update_id)
            await _show(desk, query, mark, page)
            return True
        case _:
            return False
    await practice.show_turn(desk, query, turn, view)
    return True


async def place_typed(desk: Desk, message: Message, update_id: int) -> None:
    """Take where a question was asked for real."""
    text = message.text or ""
    encounter = await desk.run(marks.place, message.chat_id, text, update_id=update_id)
    await desk.delivery.send(message.chat_id, screens.place_screen(encounter))


async def _show(desk: Desk, query: CallbackQuery, mark: Mark, page: int) -> None:
    screen = await _list(desk, query.from_user.id, mark, page)
    await desk.delivery.answer(query)
    await desk.delivery.show(query, screen)


async def _list(desk: Desk, learner_id: int, mark: Mark, page: int = 0) -> Screen:
    return screens.marked_screen(mark, await desk.run(marks.marked, learner_id, mark), page)


_LISTED = {Mark.STAR, Mark.HIDDEN}
