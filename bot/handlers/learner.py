"""Settings over Telegram: the daily question, pauses, forgetting."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.coach import learner, practice, progress
from bot.handlers import interviewer, setup, topics, tracks
from bot.screens import actions, wording
from bot.screens import learner as screens
from bot.screens import nudge as daily_screens
from bot.screens.actions import Page
from bot.screens.interview import no_date, wrong_amount
from bot.screens.pace import pace_screen
from bot.screens.practice import line
from bot.screens.progress import progress_screen
from bot.screens.setup import no_place
from bot.study.learner import Awaiting
from bot.study.picking import Limits
from bot.study.zones import parse_time

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.screens.screen import Screen
    from bot.study.learner import Profile

_DAILY: dict[Page, Callable[[Profile], Screen]] = {
    Page.DAILY: daily_screens.daily_screen,
    Page.PUSH_TIME: daily_screens.push_times_screen,
    Page.WEEKDAYS: daily_screens.weekdays_screen,
    Page.COUNT: daily_screens.counts_screen,
    Page.LIMITS: daily_screens.limits_screen,
    Page.PACE: pace_screen,
}


async def daily(desk: Desk, learner_id: int) -> None:
    """Show the settings of the daily question."""
    profile = await desk.run(learner.profile, learner_id)
    await desk.delivery.send(learner_id, daily_screens.daily_screen(profile))


async def pace(desk: Desk, learner_id: int) -> None:
    """Show how the learner wants to practise."""
    profile = await desk.run(learner.profile, learner_id)
    await desk.delivery.send(learner_id, pace_screen(profile))


async def pause(desk: Desk, learner_id: int) -> None:
    """Offer pauses; a question that is open waits meanwhile."""
    profile = await desk.run(learner.profile, learner_id)
    waiting = await desk.run(practice.current, learner_id) is not None
    await desk.delivery.send(learner_id, daily_screens.pause_screen(profile, waiting=waiting))


async def resume(desk: Desk, learner_id: int) -> None:
    """End a pause."""
    profile = await desk.run(learner.resume, learner_id)
    await desk.delivery.send(learner_id, daily_screens.push_line(profile))


async def stop(desk: Desk, learner_id: int) -> None:
    """Be quiet until the learner starts again."""
    await desk.run(learner.stop, learner_id)
    await desk.delivery.send(learner_id, line(wording.STOPPED))


async def forget(desk: Desk, learner_id: int) -> None:
    """Ask before everything is deleted."""
    await desk.run(learner.leave, learner_id)
    await desk.delivery.send(learner_id, screens.forget_screen())


async def help_(desk: Desk, learner_id: int) -> None:
    """Say shortly what the bot can do."""
    await desk.run(learner.leave, learner_id)
    await desk.delivery.send(learner_id, screens.help_screen())


async def help_grading(desk: Desk, learner_id: int) -> None:
    """Say how a grade is suggested."""
    await desk.run(learner.leave, learner_id)
    await desk.delivery.send(learner_id, screens.grading_screen())


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button of the settings asks for; False when its value is none on offer."""
    learner_id = query.from_user.id
    choose = _CHOICES.get(type(action))
    screen = await choose(desk, learner_id, action) if choose else None
    if screen is None:
        return False
    await desk.delivery.answer(query)
    await desk.delivery.show(query, screen)
    if setup.ends_setup(action):
        await setup.begin(desk, learner_id)
    return True


async def typed(
    desk: Desk, learner_id: int, text: str, awaiting: Awaiting, *, update_id: int
) -> bool:
    """Take a text that the bot has asked for; False when it is nothing of that kind."""
    if awaiting is not Awaiting.PUSH_TIME:
        in_setup = awaiting is Awaiting.SETUP_ZONE
        return await setup.typed_place(desk, learner_id, text, setup=in_setup, update_id=update_id)
    at = parse_time(text)
    if at:
        profile = await desk.run(learner.choose_push_time, learner_id, at, typed_in=update_id)
        await desk.delivery.send(learner_id, daily_screens.push_line(profile))
    return at is not None


def not_that(awaiting: Awaiting) -> Screen:
    """Say that a text was not what the bot has asked for."""
    if awaiting is Awaiting.PUSH_TIME:
        return line("I could not read that as a time. Type one like 07:45.")
    if awaiting is Awaiting.INTERVIEW:
        return no_date()
    if awaiting is Awaiting.A_DAY:
        return wrong_amount()
    return no_place(setup=awaiting is Awaiting.SETUP_ZONE)


async def _page(desk: Desk, learner_id: int, action: actions.Settings) -> Screen | None:
    if action.page not in _DAILY:
        return await setup.show_page(desk, learner_id, action.page)
    awaiting = Awaiting.PUSH_TIME if action.page is Page.PUSH_TIME else None
    profile = await desk.run(learner.await_text, learner_id, awaiting)
    return _DAILY[action.page](profile)


async def _switch_push(desk: Desk, learner_id: int, action: actions.SwitchPush) -> Screen:
    profile = await desk.run(learner.switch_push, learner_id, on=action.on)
    return daily_screens.daily_screen(profile)


async def _prefer(desk: Desk, learner_id: int, action: actions.SwitchPreference) -> Screen:
    return pace_screen(await desk.run(learner.prefer, learner_id, action.preference, on=action.on))


async def _push_at(desk: Desk, learner_id: int, action: actions.PushAt) -> Screen:
    profile = await desk.run(learner.choose_push_time, learner_id, action.at)
    return daily_screens.daily_screen(profile)


async def _weekday(desk: Desk, learner_id: int, action: actions.SwitchWeekday) -> Screen | None:
    if action.weekday >= len(wording.WEEKDAYS):
        return None
    profile = await desk.run(learner.switch_weekday, learner_id, action.weekday, on=action.on)
    return daily_screens.weekdays_screen(profile)


async def _push_count(desk: Desk, learner_id: int, action: actions.PushCount) -> Screen | None:
    if action.count not in daily_screens.PUSH_COUNTS:
        return None
    profile = await desk.run(learner.choose_push_count, learner_id, action.count)
    return daily_screens.daily_screen(profile)


async def _limits(desk: Desk, learner_id: int, action: actions.ChooseLimits) -> Screen | None:
    if (action.new, action.in_all) not in daily_screens.LIMITS:
        return None
    limits = Limits(new=action.new, in_all=action.in_all)
    return daily_screens.daily_screen(await desk.run(learner.choose_limits, learner_id, limits))


async def _pause(desk: Desk, learner_id: int, action: actions.Pause) -> Screen | None:
    if action.days not in daily_screens.PAUSES:
        return None
    length = timedelta(days=action.days) if action.days else None
    return daily_screens.paused_screen(await desk.run(learner.pause, learner_id, length))


async def _resume(desk: Desk, learner_id: int, _action: actions.Resume) -> Screen:
    return daily_screens.push_line(await desk.run(learner.resume, learner_id))


async def _forget(desk: Desk, learner_id: int, action: actions.Forget) -> Screen:
    if not action.confirmed:
        return line("Nothing was deleted.", go_on=True)
    desk.parcels.forget(learner_id)
    desk.drawn.forget(learner_id)
    await interviewer.forgotten(desk, learner_id)
    forgotten = await desk.run(learner.forget, learner_id)
    if forgotten is None:
        return screens.nothing_known_screen()
    return screens.forgotten_screen(forgotten.prompts, forgotten.memories, forgotten.notebooks)


async def _bring_back(desk: Desk, learner_id: int, _action: actions.BringBack) -> Screen:
    await desk.run(learner.bring_back, learner_id)
    return progress_screen(await desk.run(progress.look, learner_id))


_CHOICES: dict[type[actions.Action], Callable[[Desk, int, Any], Awaitable[Screen | None]]] = {
    actions.ChooseLevels: setup.choose_levels,
    actions.ChooseArea: setup.choose_area,
    actions.AllAreas: setup.all_areas,
    actions.ListAreas: topics.list_areas,
    actions.OpenArea: topics.open_area,
    actions.OpenTopic: topics.open_topic,
    actions.ChooseTopic: topics.choose_topic,
    actions.ListTracks: tracks.list_tracks,
    actions.ChooseTrack: tracks.choose_track,
    actions.LeaveTrack: tracks.leave_track,
    actions.SetupStep: setup.setup_step,
    actions.RareTimes: setup.rare_times,
    actions.PickLocalTime: setup.pick_time,
    actions.PickZone: setup.pick_zone,
    actions.Settings: _page,
    actions.SwitchPreference: _prefer,
    actions.SwitchPush: _switch_push,
    actions.PushAt: _push_at,
    actions.SwitchWeekday: _weekday,
    actions.PushCount: _push_count,
    actions.ChooseLimits: _limits,
    actions.Pause: _pause,
    actions.Resume: _resume,
    actions.BringBack: _bring_back,
    actions.Forget: _forget,
}
