"""The debrief of a mock round over Telegram: its pages, what was missed, and papers to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot import workers
from bot.coach import debrief as coach
from bot.drawing import mock as drawing
from bot.screens import actions, wording
from bot.screens import debrief as screens
from bot.screens.actions import Paper
from bot.screens.practice import line

if TYPE_CHECKING:
    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.screens.screen import Screen
    from bot.study.mock import Report


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button of a debrief asks for; False when the action is of another kind."""
    learner_id = query.from_user.id
    match action:
        case actions.ShowReport(round_id):
            report = await desk.run(coach.report, learner_id, round_id)
            await _show(desk, query, screens.report_screen(report) if report else None)
        case actions.ShowItems(round_id, page):
            report = await desk.run(coach.report, learner_id, round_id)
            await _show(desk, query, screens.items_screen(report, page) if report else None)
        case actions.ShowRubric(round_id):
            await _show(desk, query, screens.rubric_screen(round_id))
        case actions.QueueMissed(round_id):
            report = await desk.run(coach.queue, learner_id, round_id)
            await _show(desk, query, screens.report_screen(report) if report else None)
        case actions.SendDebrief(round_id, paper):
            report = await desk.run(coach.report, learner_id, round_id)
            await desk.delivery.answer(query)
            if report:
                await _send(desk, report, paper)
            else:
                await desk.delivery.send(learner_id, screens.gone_screen())
        case _:
            return False
    return True


async def _show(desk: Desk, query: CallbackQuery, screen: Screen | None) -> None:
    await desk.delivery.answer(query)
    await desk.delivery.show(query, screen or screens.gone_screen())


async def _send(desk: Desk, report: Report, paper: Paper) -> None:
    """Send a debrief as a picture with its words under it, or as a file."""
    name = f"mock-{report.on.isoformat()}.{paper.value}"
    if paper is Paper.MARKDOWN:
        await desk.delivery.send_file(report.learner_id, name, screens.as_markdown(report).encode())
        return
    draw = drawing.picture if paper is Paper.PICTURE else drawing.pdf
    async with desk.delivery.typing(report.learner_id):
        drawn = await workers.run(draw, screens.as_card(report))
    if isinstance(drawn, workers.Failure):
        await desk.delivery.send(report.learner_id, line(wording.SORRY))
    elif paper is Paper.PICTURE:
        await desk.delivery.send_photo(report.learner_id, drawn, screens.caption(report))
    else:
        await desk.delivery.send_file(report.learner_id, name, drawn)
