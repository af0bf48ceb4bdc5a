"""The map of topics over Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import learner
from bot.coach import topics as coach
from bot.handlers import practice
from bot.questions.model import AreaId, TopicId
from bot.screens import actions
from bot.screens import topics as screens
from bot.screens.practice import prompt_screen

if TYPE_CHECKING:
    from telegram import CallbackQuery

    from bot.handlers.context import Desk
    from bot.screens.screen import Screen


async def topics(desk: Desk, learner_id: int) -> None:
    """Show what is asked about."""
    await desk.delivery.send(learner_id, await areas_screen(desk, learner_id))


async def areas_screen(desk: Desk, learner_id: int, page: int = 0) -> Screen:
    """Gather what the screen of all areas shows."""
    profile = await desk.run(learner.profile, learner_id)
    return screens.areas_screen(profile, await desk.run(coach.counts, learner_id), page)


async def area_screen(desk: Desk, learner_id: int, area: str, page: int = 0) -> Screen:
    """Gather what the map of one area shows."""
    profile = await desk.run(learner.profile, learner_id)
    counts = await desk.run(coach.counts, learner_id)
    return screens.area_screen(profile, counts, AreaId(area), page)


async def list_areas(desk: Desk, learner_id: int, action: actions.ListAreas) -> Screen:
    """Show another page of the areas."""
    return await areas_screen(desk, learner_id, action.page)


async def open_area(desk: Desk, learner_id: int, action: actions.OpenArea) -> Screen:
    """Show the map of an area."""
    return await area_screen(desk, learner_id, action.area, action.page)


async def open_topic(desk: Desk, learner_id: int, action: actions.OpenTopic) -> Screen:
    """Show one topic."""
    return await _topic_screen(desk, learner_id, action.topic)


async def choose_topic(desk: Desk, learner_id: int, action: actions.ChooseTopic) -> Screen:
    """Choose a topic, or let it rest."""
    await desk.run(learner.choose_topic, learner_id, TopicId(action.topic), on=action.on)
    return await _topic_screen(desk, learner_id, action.topic)


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Ask from one topic; False when the action is another, or the topic is gone."""
    if not isinstance(action, actions.AskTopic):
        return False
    learner_id = query.from_user.id
    asking = await desk.run(coach.ask, learner_id, TopicId(action.topic))
    if asking is None:
        return False
    await desk.delivery.answer(query)
    if query.message:
        await desk.delivery.strip(learner_id, query.message.message_id)
    if asking.put_away and asking.put_away.message_id:
        screen = prompt_screen(asking.put_away)
        await desk.delivery.edit(learner_id, asking.put_away.message_id, screen)
    await practice.present(desk, learner_id, asking.shown)
    return True


async def _topic_screen(desk: Desk, learner_id: int, topic: str) -> Screen:
    profile = await desk.run(learner.profile, learner_id)
    counts = await desk.run(coach.counts, learner_id)
    return screens.topic_screen(profile, counts, topic)
