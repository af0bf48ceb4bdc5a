"""Progress over Telegram: a picture, the same in words, and what of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import progress as coach
from bot.handlers import drawn
from bot.handlers.dispatch import dispatch
from bot.screens import actions, wording
from bot.screens import progress as screens
from bot.screens import summary as pictures
from bot.screens.actions import ProgressPage
from bot.screens.figures import figures_screen
from bot.screens.practice import line
from bot.study.preference import Preference

if TYPE_CHECKING:
    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.handlers.dispatch import Acts, Screens
    from bot.screens.screen import Screen


async def progress(desk: Desk, learner_id: int) -> None:
    """Show where the learner stands: a picture once there is something to see, then words."""
    shown = await desk.run(coach.look, learner_id)
    if shown.reviews and shown.ready:
        async with desk.delivery.typing(learner_id):
            await drawn.send(desk, learner_id, pictures.as_card(shown), pictures.caption(shown))
    await desk.delivery.send(learner_id, screens.progress_screen(shown))


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button of the progress asks for; False when its value is none on offer."""
    return await dispatch(desk, query, action, _SCREENS, _ACTS)


async def _page(desk: Desk, learner_id: int, action: actions.ShowProgress) -> Screen:
    if action.page is ProgressPage.FIGURES:
        figures = await desk.run(coach.figures, learner_id)
        if figures:
            return figures_screen(figures)
    shown = await desk.run(coach.look, learner_id)
    if action.page is ProgressPage.COUNTED:
        return screens.counted_screen(shown)
    if action.page is ProgressPage.STANDING:
        return screens.progress_screen(shown)
    return screens.shown_screen(shown)


async def _switch(desk: Desk, learner_id: int, action: actions.SwitchShown) -> Screen | None:
    if action.preference not in screens.SWITCHES:
        return None
    shown = await desk.run(coach.switch, learner_id, action.preference, on=action.on)
    return screens.shown_screen(shown)


async def _streak(desk: Desk, learner_id: int, action: actions.CountStreak) -> Screen:
    return screens.shown_screen(await desk.run(coach.count_streak, learner_id, on=action.on))


async def _goal(desk: Desk, learner_id: int, action: actions.WeeklyGoal) -> Screen | None:
    if action.days not in screens.GOALS:
        return None
    return screens.shown_screen(await desk.run(coach.choose_goal, learner_id, action.days))


async def _end_summaries(desk: Desk, query: CallbackQuery, _: actions.EndSummaries) -> None:
    """Send no more summaries, and say how to have them again."""
    learner_id = query.from_user.id
    await desk.run(coach.switch, learner_id, Preference.NO_SUMMARY, on=True)
    await desk.delivery.answer(query)
    if query.message:
        await desk.delivery.strip(learner_id, query.message.message_id)
    await desk.delivery.send(learner_id, line(wording.NO_MORE_SUMMARIES, go_on=True))


_SCREENS: Screens = {
    actions.ShowProgress: _page,
    actions.SwitchShown: _switch,
    actions.CountStreak: _streak,
    actions.WeeklyGoal: _goal,
}

_ACTS: Acts = {actions.EndSummaries: _end_summaries}
