"""A friend as the interviewer over Telegram: invited by a link, asked twice, free to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import interviewer as coach
from bot.coach import mock as rounds
from bot.handlers import mock, practice, sheet
from bot.screens import actions
from bot.screens import interviewer as screens
from bot.screens import mock as round_screens
from bot.screens.lobby import lobby_screen
from bot.screens.practice import line, prompt_screen
from bot.study.mock import Invitation, Lobby

if TYPE_CHECKING:
    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.screens.screen import Screen

_SAID = {
    Invitation.AGREED: screens.AGREED,
    Invitation.OWN: screens.OWN_LINK,
    Invitation.TAKEN: screens.TAKEN,
    Invitation.OVER: screens.OVER,
}


async def invited(desk: Desk, friend_id: int, link: str) -> bool:
    """Ask who has followed a link whether they want to interview; False for another link."""
    if not link.startswith(mock.LINK):
        return False
    secret = link.removeprefix(mock.LINK)
    found = await desk.run(coach.invitation, friend_id, secret)
    is_open = found is Invitation.OPEN
    screen = screens.invitation_screen(secret) if is_open else line(_SAID[found])
    await desk.delivery.send(friend_id, screen)
    return True


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button of interviewing asks for; False when the action is of another kind."""
    match action:
        case actions.AnswerInvitation(secret, yes):
            await _answer(desk, query, secret, yes=yes)
        case actions.ShowSheet(question, page):
            found = await desk.run(coach.sheet, query.from_user.id, question)
            await _show(desk, query, screens.sheet_screen(found, page) if found else None)
        case actions.TickFor(question, point, on, page):
            found = await desk.run(coach.tick, query.from_user.id, question, point, on=on)
            await _show(desk, query, screens.sheet_screen(found, page) if found else None)
        case actions.EndAnswerFor(question):
            await _go_on(desk, query, question)
        case actions.StopInterviewing():
            left = await sheet.leave(desk, query.from_user.id)
            await _show(desk, query, line(screens.LEFT) if left else None)
        case actions.DismissFriend():
            await _dismiss(desk, query)
        case _:
            return False
    return True


async def forgotten(desk: Desk, learner_id: int) -> None:
    """End what others share with somebody who is to be forgotten, and tell them."""
    await sheet.leave(desk, learner_id)
    parted = await desk.run(coach.dismiss, learner_id)
    if parted:
        await desk.delivery.send(parted.friend_id, line(screens.ENDED))


async def _answer(desk: Desk, query: CallbackQuery, secret: str, *, yes: bool) -> None:
    if not yes:
        await _show(desk, query, line(screens.DECLINED))
        return
    found, candidate_id = await desk.run(coach.agree, query.from_user.id, secret)
    await _show(desk, query, line(_SAID[found]))
    if candidate_id:
        await mock.mock(desk, candidate_id)


async def _go_on(desk: Desk, query: CallbackQuery, question_id: int) -> None:
    """End the candidate's answer for them, and show them what comes next."""
    gone_on = await desk.run(coach.go_on, query.from_user.id, question_id)
    found = await desk.run(coach.sheet, query.from_user.id, question_id)
    await _show(desk, query, screens.sheet_screen(found) if found else None)
    if gone_on is None:
        return
    candidate_id, turn = gone_on
    if turn.prompt and turn.prompt.message_id:
        screen = prompt_screen(turn.prompt)
        await desk.delivery.edit(candidate_id, turn.prompt.message_id, screen)
    await practice.follow(desk, candidate_id, turn)


async def _dismiss(desk: Desk, query: CallbackQuery) -> None:
    learner_id = query.from_user.id
    parted = await desk.run(coach.dismiss, learner_id)
    found = await desk.run(rounds.look, learner_id)
    gone = isinstance(found, Lobby)
    screen = lobby_screen(found) if isinstance(found, Lobby) else None
    await desk.delivery.answer(query, round_screens.NO_LONGER if gone else None)
    if screen:
        await desk.delivery.show(query, screen)
    else:
        await mock.mock(desk, learner_id)
    if parted:
        await desk.delivery.send(parted.friend_id, line(screens.DISMISSED))


async def _show(desk: Desk, query: CallbackQuery, screen: Screen | None) -> None:
    """Change the tapped message; who is no interviewer any more is told so."""
    await desk.delivery.answer(query)
    await desk.delivery.show(query, screen or line(screens.NO_ROUND))
