"""Level, areas and time zone over Telegram: the first questions, and the same as settings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.coach import learner
from bot.coach import practice as practising
from bot.handlers import practice, search, topics, tracks
from bot.questions.model import AreaId
from bot.screens import actions
from bot.screens import setup as screens
from bot.screens.actions import Page, Step
from bot.screens.inline import question_of
from bot.screens.nudge import push_line
from bot.study.learner import Awaiting
from bot.study.prompt import Delivery, Prompt
from bot.study.zones import find_place, local_times, parse_time, zones_at

if TYPE_CHECKING:
    from bot.handlers.context import Desk
    from bot.questions.model import Topic
    from bot.screens.screen import Screen
    from bot.study.learner import Profile


async def start(desk: Desk, learner_id: int, *, link: str = "") -> None:
    """Welcome somebody and ask the first of the three questions, or the one a link leads to."""
    profile = await desk.run(learner.start, learner_id)
    question_id = question_of(link)
    if question_id and await search.ask(desk, learner_id, question_id):
        return
    if profile.new_here:
        await desk.delivery.send(learner_id, screens.levels_screen(profile, setup=True))
    else:
        await desk.delivery.send(learner_id, screens.back_screen(profile, _topics(desk)))


async def typed_place(
    desk: Desk, learner_id: int, text: str, *, setup: bool, update_id: int
) -> bool:
    """Take a typed time, city or zone; False when it is none that is known."""
    at = parse_time(text)
    choices = zones_at(desk.now(), at) if at else ()
    if at and choices:
        await desk.delivery.send(learner_id, screens.zones_screen(choices, at, 0, setup=setup))
        return True
    places = find_place(text)
    if len(places) > 1:
        await desk.delivery.send(learner_id, screens.places_screen(places, setup=setup))
    elif places:
        zone = ZoneInfo(places[0].zone)
        profile = await desk.run(learner.choose_zone, learner_id, zone, typed_in=update_id)
        await desk.delivery.send(learner_id, _zone_chosen(desk, profile, setup=setup))
        if setup:
            await begin(desk, learner_id)
    return bool(places)


async def begin(desk: Desk, learner_id: int) -> None:
    """End the first questions with the first question of the bank, once."""
    await desk.run(learner.set_up, learner_id)
    shown = await desk.run(practising.next_question, learner_id)
    if not isinstance(shown, Prompt) or shown.delivery is Delivery.PENDING:
        await practice.present(desk, learner_id, shown)


async def choose_levels(desk: Desk, learner_id: int, action: actions.ChooseLevels) -> Screen:
    """Keep the levels; in the first questions the areas follow."""
    levels = screens.levels_of(action.levels)
    profile = await desk.run(learner.choose_levels, learner_id, levels)
    if action.setup:
        return screens.areas_screen(profile, _topics(desk))
    return await topics.areas_screen(desk, learner_id)


async def choose_area(desk: Desk, learner_id: int, action: actions.ChooseArea) -> Screen:
    """Choose an area, or let it rest."""
    area = AreaId(action.area)
    profile = await desk.run(learner.choose_area, learner_id, area, on=action.on)
    if action.setup:
        return screens.areas_screen(profile, _topics(desk))
    return await topics.area_screen(desk, learner_id, action.area)


async def all_areas(desk: Desk, learner_id: int, action: actions.AllAreas) -> Screen:
    """Choose every area."""
    await desk.run(learner.choose_everything, learner_id)
    return await (_ask_time if action.setup else topics.areas_screen)(desk, learner_id)


async def setup_step(desk: Desk, learner_id: int, action: actions.SetupStep) -> Screen:
    """Go to one of the first questions, or to their end."""
    if action.step is Step.TIME:
        return await _ask_time(desk, learner_id)
    profile = await desk.run(learner.await_text, learner_id, None)
    if action.step is Step.LEVELS:
        return screens.levels_screen(profile, setup=True)
    if action.step is Step.AREAS:
        return screens.areas_screen(profile, _topics(desk))
    return screens.done_screen(profile, _topics(desk))


async def rare_times(desk: Desk, _learner_id: int, action: actions.RareTimes) -> Screen:
    """Show the local times that few people have, or the usual ones again."""
    return screens.times_screen(local_times(desk.now()), rare=action.rare, setup=action.setup)


async def pick_time(desk: Desk, learner_id: int, action: actions.PickLocalTime) -> Screen:
    """Propose the places that have this time now; an old button has outlived its time."""
    choices = zones_at(desk.now(), action.local)
    if not choices:
        return await rare_times(desk, learner_id, actions.RareTimes(rare=False, setup=action.setup))
    return screens.zones_screen(choices, action.local, action.page, setup=action.setup)


async def pick_zone(desk: Desk, learner_id: int, action: actions.PickZone) -> Screen:
    """Keep the zone; the daily question follows it at once."""
    zone = _zone(action.zone)
    if zone is None:
        return screens.no_place(setup=action.setup)
    profile = await desk.run(learner.choose_zone, learner_id, zone)
    return _zone_chosen(desk, profile, setup=action.setup)


async def show_page(desk: Desk, learner_id: int, page: Page) -> Screen | None:
    """Show the settings of this room; None for another room's."""
    if page is Page.TOPICS:
        return await topics.areas_screen(desk, learner_id)
    if page is Page.TRACKS:
        return await tracks.tracks_screen(desk, learner_id)
    if page is Page.LEVELS:
        profile = await desk.run(learner.profile, learner_id)
        return screens.levels_screen(profile, setup=False)
    if page is Page.ZONE:
        await desk.run(learner.await_text, learner_id, Awaiting.ZONE)
        return screens.times_screen(local_times(desk.now()), rare=False, setup=False)
    return None


def ends_setup(action: actions.Action) -> bool:
    """Tell whether an action was the last of the first questions."""
    match action:
        case actions.SetupStep(Step.DONE) | actions.PickZone(setup=True):
            return True
    return False


async def _ask_time(desk: Desk, learner_id: int) -> Screen:
    await desk.run(learner.await_text, learner_id, Awaiting.SETUP_ZONE)
    return screens.times_screen(local_times(desk.now()), rare=False, setup=True)


def _zone_chosen(desk: Desk, profile: Profile, *, setup: bool) -> Screen:
    if setup:
        return screens.done_screen(profile, _topics(desk))
    return push_line(profile)


def _topics(desk: Desk) -> tuple[Topic, ...]:
    return tuple(desk.bank.topics.values())


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
