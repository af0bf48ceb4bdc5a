"""What a learner can tell the bot about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import arrival, choice, chosen, clock, pushing
from bot.storage import learners, memories
from bot.study import scope
from bot.study.learner import Awaiting, Profile
from bot.study.nudge import ALL_WEEK, MOST_AT_ONCE
from bot.study.preference import Preference

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import time, timedelta
    from zoneinfo import ZoneInfo

    from bot.coach.transaction import Visit
    from bot.questions.model import AreaId, Level, TopicId
    from bot.storage.learners import Forgotten
    from bot.storage.tables import Learner
    from bot.study.picking import Limits


def start(visit: Visit, learner_id: int) -> Profile:
    """Welcome somebody, or welcome them back: whatever silenced the bot is over."""
    learner = arrival.arrive(visit, learner_id)
    learner.stopped = False
    learner.paused = False
    learner.paused_until = None
    learner.awaiting = None
    pushing.plan_push(visit, learner)
    return profile_of(visit, learner)


def profile(visit: Visit, learner_id: int) -> Profile:
    """Look at a learner's settings."""
    return profile_of(visit, arrival.arrive(visit, learner_id))


def listen(visit: Visit, learner_id: int) -> Profile:
    """Look at what a learner who types was asked for."""
    return profile_of(visit, arrival.arrive(visit, learner_id, typing=True))


def leave(visit: Visit, learner_id: int) -> None:
    """Note that a learner, if they are known, has gone on to something else than typing."""
    learner = learners.lock(visit.session, learner_id)
    if learner and learner.awaiting in arrival.ANY_TEXT:
        learner.awaiting = None


def choose_levels(visit: Visit, learner_id: int, levels: Iterable[Level]) -> Profile:
    """Ask only questions of these levels; none means all."""
    learner = arrival.arrive(visit, learner_id)
    chosen.choose_levels(visit, learner, tuple(levels))
    return profile_of(visit, learner)


def set_up(visit: Visit, learner_id: int) -> Profile:
    """Note that the first questions were answered, or skipped."""
    learner = arrival.arrive(visit, learner_id)
    learner.set_up = True
    learner.awaiting = None
    return profile_of(visit, learner)


def choose_area(visit: Visit, learner_id: int, area_id: AreaId, *, on: bool) -> Profile:
    """Choose an area, or let it rest; the memories of what rests stay."""
    learner = arrival.arrive(visit, learner_id)
    if area_id in visit.bank.areas:
        before, every = chosen.resting_of(visit, learner), visit.bank.topics.values()
        chosen.let_rest(visit, learner, scope.choose_area(every, before, area_id, on=on))
    return profile_of(visit, learner)


def choose_topic(visit: Visit, learner_id: int, topic_id: TopicId, *, on: bool) -> Profile:
    """Choose a topic, or let it rest."""
    learner = arrival.arrive(visit, learner_id)
    if topic_id in visit.bank.topics:
        before, every = chosen.resting_of(visit, learner), visit.bank.topics.values()
        chosen.let_rest(visit, learner, scope.choose_topic(every, before, topic_id, on=on))
    return profile_of(visit, learner)


def choose_everything(visit: Visit, learner_id: int) -> Profile:
    """Let no area and no topic rest; a track, which leaves most to rest, ends with it."""
    learner = arrival.arrive(visit, learner_id)
    chosen.take_track(learner, None)
    learner.resting = sorted(scope.EVERYTHING)
    return profile_of(visit, learner)


def await_text(
    visit: Visit, learner_id: int, awaiting: Awaiting | None, *, about: int | None = None
) -> Profile:
    """Expect that the next text of the learner is about something the bot has asked."""
    learner = arrival.arrive(visit, learner_id)
    learner.awaiting, learner.awaiting_about = awaiting, about
    return profile_of(visit, learner)


def zone_was_asked(visit: Visit, learner_id: int) -> None:
    """Note that the question for the zone has reached the learner."""
    arrival.arrive(visit, learner_id).zone_asked = True


def choose_zone(
    visit: Visit, learner_id: int, zone: ZoneInfo, *, typed_in: int | None = None
) -> Profile:
    """Keep the learner's zone; the next daily question follows it at once.

    ``typed_in`` is the update in which the learner has typed it.
    """
    learner = arrival.arrive(visit, learner_id)
    learner.zone = zone.key
    learner.zone_asked = True
    learner.awaiting = None
    if typed_in:
        arrival.settle(learner, Awaiting.ZONE, typed_in)
    pushing.plan_push(visit, learner)
    return profile_of(visit, learner)


def switch_push(visit: Visit, learner_id: int, *, on: bool) -> Profile:
    """Switch the daily question on or off."""
    return _changed(visit, learner_id, push_on=on)


def choose_push_time(
    visit: Visit, learner_id: int, at: time, *, typed_in: int | None = None
) -> Profile:
    """Ask the daily question at another time of the learner's day."""
    if typed_in:
        arrival.settle(arrival.arrive(visit, learner_id), Awaiting.PUSH_TIME, typed_in)
    return _changed(visit, learner_id, push_at=at, push_on=True, awaiting=None)


def switch_weekday(visit: Visit, learner_id: int, weekday: int, *, on: bool) -> Profile:
    """Add a weekday (Monday is 0) to those of the daily question, or take it away."""
    others = set(arrival.arrive(visit, learner_id).push_weekdays) - {weekday}
    chosen_too = {weekday} & ALL_WEEK if on else set()
    return _changed(visit, learner_id, push_weekdays=sorted(others | chosen_too))


def choose_push_count(visit: Visit, learner_id: int, count: int) -> Profile:
    """Choose how many questions follow one another when the daily time comes, one at least."""
    return _changed(visit, learner_id, push_count=min(max(count, 1), MOST_AT_ONCE))


def choose_limits(visit: Visit, learner_id: int, limits: Limits) -> Profile:
    """Change the daily numbers."""
    learner = arrival.arrive(visit, learner_id)
    learner.new_per_day, learner.in_all_per_day = limits.new, limits.in_all
    return profile_of(visit, learner)


def prefer(visit: Visit, learner_id: int, preference: Preference, *, on: bool) -> Profile:
    """Keep a way of practising for good, or go back to the usual one."""
    learner = arrival.arrive(visit, learner_id)
    others = set(learner.preferences) - {preference}
    learner.preferences = sorted(others | ({preference} if on else set()))
    return profile_of(visit, learner)


def pause(visit: Visit, learner_id: int, length: timedelta | None) -> Profile:
    """Send nothing for a while, or until the learner resumes."""
    learner = arrival.arrive(visit, learner_id)
    learner.paused = length is None
    learner.paused_until = visit.now + length if length else None
    pushing.plan_push(visit, learner)
    return profile_of(visit, learner)


def resume(visit: Visit, learner_id: int) -> Profile:
    """End a pause, and a silence asked for by stop."""
    return start(visit, learner_id)


def stop(visit: Visit, learner_id: int) -> Profile:
    """Be quiet until the learner starts again."""
    learner = arrival.arrive(visit, learner_id)
    learner.stopped = True
    pushing.plan_push(visit, learner)
    return profile_of(visit, learner)


def bring_back(visit: Visit, learner_id: int) -> Profile:
    """Show every hidden question again."""
    learner = arrival.arrive(visit, learner_id)
    for question_id in memories.hidden(visit.session, learner_id):
        memories.hide(visit.session, learner_id, question_id, hidden=False)
    return profile_of(visit, learner)


def forget(visit: Visit, learner_id: int) -> Forgotten | None:
    """Delete everything about a learner; None when nothing is known of them."""
    if learners.lock(visit.session, learner_id) is None:
        return None
    return learners.forget(visit.session, learner_id)


def forget_everybody(visit: Visit) -> None:
    """Delete everything about everybody."""
    for learner_id in learners.everybody(visit.session):
        learners.forget(visit.session, learner_id)


def _changed(visit: Visit, learner_id: int, **values: object) -> Profile:
    """Change settings of the daily question, which take effect at once."""
    learner = arrival.arrive(visit, learner_id)
    for name, value in values.items():
        setattr(learner, name, value)
    pushing.plan_push(visit, learner)
    return profile_of(visit, learner)


def profile_of(visit: Visit, learner: Learner) -> Profile:
    """Describe a learner's settings as a value."""
    return Profile(
        zone=clock.zone_of(learner) if learner.zone else None,
        levels=chosen.levels_of(visit, learner),
        resting=chosen.resting_of(visit, learner),
        track=chosen.track_of(visit, learner),
        lost_track=chosen.lost_track(visit, learner),
        limits=choice.limits_of(learner),
        push_on=learner.push_on,
        schedule=pushing.schedule_of(learner),
        push_count=learner.push_count,
        next_push=learner.next_push_at,
        paused=learner.paused,
        paused_until=learner.paused_until,
        stopped=learner.stopped,
        awaiting=Awaiting(learner.awaiting) if learner.awaiting else None,
        awaiting_about=learner.awaiting_about,
        settled_by=learner.settled_by,
        settled_as=Awaiting(learner.settled_as) if learner.settled_as else None,
        preferences=frozenset(Preference(chosen) for chosen in learner.preferences),
        new_here=not learner.set_up,
    )
