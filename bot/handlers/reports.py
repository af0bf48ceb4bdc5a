"""Reports over Telegram: filed by anybody, looked after by the owners only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import reports
from bot.handlers.attempts import Outcome
from bot.screens import actions, wording
from bot.screens import reports as screens
from bot.screens.practice import line

if TYPE_CHECKING:
    from telegram import CallbackQuery, Message

    from bot.handlers.context import Desk
    from bot.screens.screen import Screen


async def everything(desk: Desk, owner_id: int) -> None:
    """List the reports for an owner."""
    await desk.delivery.send(owner_id, await _list(desk, owner_id, 0))


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button about reports asks for; False when it is none, or only an owner's."""
    learner_id = query.from_user.id
    if isinstance(action, actions.ReportQuestion):
        prompt = await desk.run(reports.await_report, learner_id, action.prompt)
        await desk.delivery.answer(query, None if prompt else wording.NOT_YOURS)
        if prompt:
            await desk.delivery.send(learner_id, screens.ask_screen(prompt))
        return True
    screen = await _owners_screen(desk, learner_id, action) if learner_id in desk.owners else None
    if screen is None:
        return False
    await desk.delivery.answer(query)
    await desk.delivery.show(query, screen)
    return True


async def report_typed(desk: Desk, message: Message, update_id: int) -> None:
    """File what a learner has found wrong."""
    text = message.text or ""
    filed = await desk.run(reports.file, message.chat_id, text, update_id=update_id)
    kept = screens.filed_screen(owned=bool(desk.owners))
    await desk.delivery.send(message.chat_id, kept if filed else line(wording.NOT_YOURS))


async def answer_typed(desk: Desk, message: Message, update_id: int) -> None:
    """Take an owner's answer and send it to who has reported."""
    text = message.text or ""
    report = await desk.run(reports.answer, message.chat_id, text, update_id=update_id)
    shown = screens.report_screen(report) if report else screens.gone_screen()
    await send_answers(desk)
    await desk.delivery.send(message.chat_id, shown)


async def send_answers(desk: Desk) -> None:
    """Send every answer that has not been sent yet; who is not there can read it no more."""
    for reply in await desk.run(reports.replies):
        sent = await desk.delivery.send(reply.learner_id, screens.reply_screen(reply.report))
        if sent.outcome is not Outcome.NOT_SENT:
            await desk.run(reports.replied, reply.report.id)


async def _list(desk: Desk, owner_id: int, page: int) -> Screen:
    return screens.reports_screen(await desk.run(reports.everything, owner_id), page)


async def _owners_screen(desk: Desk, owner_id: int, action: actions.Action) -> Screen | None:
    match action:
        case actions.ListReports(page):
            return await _list(desk, owner_id, page)
        case actions.OpenReport(number):
            found = await desk.run(reports.look, owner_id, number)
        case actions.CloseReport(number, closed):
            found = await desk.run(reports.close, owner_id, number, closed=closed)
        case actions.AnswerReport(number):
            found = await desk.run(reports.await_answer, owner_id, number)
            return screens.answer_screen(found) if found else screens.gone_screen()
        case _:
            return None
    return screens.report_screen(found) if found else screens.gone_screen()
