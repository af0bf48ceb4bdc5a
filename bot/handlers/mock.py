"""Mock rounds over Telegram: chosen, gone through, paused, ended, and a gentle word on the time."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from bot.coach import interviewer
from bot.coach import mock as coach
from bot.coach.mock import Going, Refusal
from bot.coach.turn import Notice
from bot.handlers import practice, sheet
from bot.handlers.dispatch import dispatch
from bot.questions.model import AreaId
from bot.screens import actions, wording
from bot.screens import interviewer as interviewing
from bot.screens import mock as screens
from bot.screens.lobby import lobby_screen, scopes_screen
from bot.screens.practice import prompt_screen
from bot.study.mock import Lobby, Mode, Scope, Setup, Standing
from bot.study.prompt import PromptState

if TYPE_CHECKING:
    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.handlers.dispatch import Acts, Screens
    from bot.screens.screen import Screen

log = logging.getLogger(__name__)

LINK = "mock_"
"""What the word begins with that a link to a round brings along."""

_REFUSED = {Refusal.NOTHING: screens.NOTHING, Refusal.ALL_ASKED: screens.ALL_ASKED}


async def mock(desk: Desk, learner_id: int) -> None:
    """Show the round that is on, or what can be chosen; an interviewer sees their question."""
    found = await desk.run(coach.look, learner_id)
    asking = await desk.run(interviewer.waiting, learner_id)
    if asking and isinstance(found, Lobby):
        await sheet.send(desk, asking)
        return
    await desk.delivery.send(learner_id, _screen(desk, found))


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button of rounds asks for; False when the action is of another kind."""
    return await dispatch(desk, query, action, _SCREENS, _ACTS)


async def tick(desk: Desk) -> None:
    """Say a word on the time where one is due; one failure never touches the others."""
    for question_id in await desk.run(coach.to_nudge):
        try:
            due = await desk.run(coach.nudge, question_id)
            if due:
                async with desk.pacer:
                    screen = screens.nudge_screen(due.prompt)
                    await desk.delivery.send(due.learner_id, screen, patient=False)
        except Exception:
            log.exception("A word on the time could not be said")


async def show(desk: Desk, learner_id: int, going: Going) -> None:
    """Show what a round goes on with; what had waited instead says so in its own message."""
    if going.put_away and going.put_away.message_id:
        screen = prompt_screen(going.put_away)
        await desk.delivery.edit(learner_id, going.put_away.message_id, screen)
    if isinstance(going.shown, Standing):
        await desk.delivery.send(learner_id, _screen(desk, going.shown))
    else:
        await practice.present(desk, learner_id, going.shown)


def _screen(desk: Desk, found: Lobby | Standing) -> Screen:
    if isinstance(found, Lobby):
        return lobby_screen(found)
    link = desk.delivery.link(f"{LINK}{found.secret}") if found.secret else None
    return screens.standing_screen(found, link)


async def _show_mock(desk: Desk, learner_id: int, _action: actions.ShowMock) -> Screen:
    return _screen(desk, await desk.run(coach.look, learner_id))


async def _set_up(desk: Desk, learner_id: int, action: actions.SetUpMock) -> Screen:
    return _screen(desk, await desk.run(coach.look, learner_id, _setup(action)))


async def _scopes(desk: Desk, _learner_id: int, action: actions.ListScopes) -> Screen:
    setup = Setup(action.length, _mode(real=action.real))
    tracks, topics = tuple(desk.bank.tracks.values()), tuple(desk.bank.topics.values())
    return scopes_screen(setup, tracks, topics, AreaId(action.area), action.page)


async def _give_up(desk: Desk, learner_id: int, _action: actions.GiveUpMock) -> Screen:
    found = await desk.run(coach.look, learner_id)
    if isinstance(found, Lobby):
        return screens.line(screens.NO_LONGER)
    return screens.give_up_screen(found)


async def _begin(
    desk: Desk, query: CallbackQuery, action: actions.BeginMock | actions.InviteFriend
) -> None:
    learner_id, invites = query.from_user.id, isinstance(action, actions.InviteFriend)
    going = await desk.run(coach.begin, learner_id, _setup(action), with_friend=invites)
    if isinstance(going, Refusal):
        await desk.delivery.answer(query)
        await desk.delivery.show(query, screens.line(_REFUSED[going]))
        return
    await desk.delivery.answer(query, screens.IS_ON if going.again else None)
    await _strip(desk, query)
    await show(desk, learner_id, going)


async def _resume(desk: Desk, query: CallbackQuery, action: actions.ResumeMock) -> None:
    going = await desk.run(coach.resume, query.from_user.id, action.round)
    await desk.delivery.answer(query, None if going else screens.NO_LONGER)
    await _strip(desk, query)
    if going:
        await show(desk, query.from_user.id, going)
        await sheet.repeat(desk, going.shown)


async def _pause(desk: Desk, query: CallbackQuery, action: actions.PauseMock) -> None:
    prompt = await desk.run(coach.pause, query.from_user.id, action.round)
    await desk.delivery.answer(query, None if prompt else screens.NO_LONGER)
    if prompt is None:
        await _strip(desk, query)
        return
    await desk.delivery.show(query, prompt_screen(prompt))
    await sheet.tell(desk, action.round, interviewing.PAUSED)


async def _end(desk: Desk, query: CallbackQuery, action: actions.EndMock) -> None:
    going = await desk.run(coach.end, query.from_user.id, action.round, keep=action.keep)
    await desk.delivery.answer(query, None if going else screens.NO_LONGER)
    await _strip(desk, query)
    if going is None:
        return
    await show(desk, query.from_user.id, going)
    await sheet.end(desk, action.round)


async def _end_answer(desk: Desk, query: CallbackQuery, action: actions.EndAnswer) -> None:
    """End an answer from its question, or from a message below it."""
    learner_id = query.from_user.id
    turn = await desk.run(coach.answered, learner_id, action.prompt, action.how)
    prompt = turn.prompt
    if prompt is None or (query.message and query.message.message_id == prompt.message_id):
        await practice.show_turn(desk, query, turn, None)
        return
    await desk.delivery.answer(query, wording.TOO_LATE if turn.notice is Notice.AGAIN else None)
    await _strip(desk, query)
    if prompt.state is PromptState.REVEALED:
        await practice.present(desk, learner_id, prompt)
    elif prompt.message_id:
        await desk.delivery.edit(learner_id, prompt.message_id, prompt_screen(prompt))
    await practice.follow(desk, learner_id, turn)


async def _mark(desk: Desk, query: CallbackQuery, action: actions.MarkClarity) -> None:
    turn = await desk.run(coach.mark, query.from_user.id, action.prompt, action.clarity)
    await practice.show_turn(desk, query, turn, None)


async def _strip(desk: Desk, query: CallbackQuery) -> None:
    if query.message:
        await desk.delivery.strip(query.from_user.id, query.message.message_id)


def _setup(action: actions.SetUpMock | actions.BeginMock | actions.InviteFriend) -> Setup:
    return Setup(action.length, _mode(real=action.real), Scope.read(action.scope))


def _mode(*, real: bool) -> Mode:
    return Mode.REAL if real else Mode.PRACTICE


_SCREENS: Screens = {
    actions.ShowMock: _show_mock,
    actions.SetUpMock: _set_up,
    actions.ListScopes: _scopes,
    actions.GiveUpMock: _give_up,
}

_ACTS: Acts = {
    actions.BeginMock: _begin,
    actions.InviteFriend: _begin,
    actions.ResumeMock: _resume,
    actions.PauseMock: _pause,
    actions.EndMock: _end,
    actions.EndAnswer: _end_answer,
    actions.MarkClarity: _mark,
}
