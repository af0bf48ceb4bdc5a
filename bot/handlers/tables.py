"""The test whether an app draws tables, over Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import tables
from bot.handlers.attempts import Outcome
from bot.screens import actions, wording
from bot.screens import tables as screens
from bot.study.preference import Preference

if TYPE_CHECKING:
    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.screens.screen import Screen
    from bot.study.prompt import Prompt

_DECIDED = {Preference.TABLES, Preference.TABLES_OFFERED}


async def offer(desk: Desk, prompt: Prompt, shown: Screen) -> None:
    """Offer the test once, under the first screen that has something to draw."""
    if not shown.parts or prompt.preferences & _DECIDED or not desk.delivery.knows_tables:
        return
    if await desk.run(tables.offer, prompt.learner_id):
        await desk.delivery.send(prompt.learner_id, screens.offer_screen())


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button of the test asks for; False when the action is of another kind."""
    match action:
        case actions.TryTables():
            await _try(desk, query)
        case actions.SeesTable():
            await _choose(desk, query, action)
        case _:
            return False
    return True


async def _try(desk: Desk, query: CallbackQuery) -> None:
    """Send a table, and under it the question whether it is seen as one.

    A table that may have arrived is asked about, too: who sees none says so.
    """
    learner_id = query.from_user.id
    sent = await desk.delivery.send_rich(learner_id, screens.sample_screen())
    not_sent = sent.outcome is Outcome.NOT_SENT
    await desk.delivery.answer(query, wording.NOT_NOW if not_sent else None)
    if sent.outcome is Outcome.REFUSED:
        await desk.delivery.send(learner_id, screens.refused_screen())
    elif not not_sent:
        await desk.delivery.send(learner_id, screens.question_screen(sent.message_id or 0))


async def _choose(desk: Desk, query: CallbackQuery, action: actions.SeesTable) -> None:
    """Keep the choice; what an app cannot show need not stay in the chat."""
    learner_id = query.from_user.id
    await desk.run(tables.choose, learner_id, drawn=action.sees)
    await desk.delivery.answer(query)
    await desk.delivery.show(query, screens.chosen_screen(sees=action.sees))
    if action.sample and not action.sees:
        await desk.delivery.delete(learner_id, action.sample)
