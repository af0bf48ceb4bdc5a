"""What a learner can tell the bot about themselves, and be told about their progress."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.coach import asking
from bot.questions.model import AreaId, Level, TopicId
from bot.storage import learners, memories, prompts
from bot.study import scope
from bot.study.day import streak
from bot.study.learner import Awaiting, Profile, Progress, TopicCount

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import time, timedelta
    from zoneinfo import ZoneInfo

    from bot.coach.transaction import Visit
    from bot.storage.learners import Forgotten
    from bot.storage.tables import Learner
    from bot.study.picking import Limits


def start(visit: Visit, learner_id: int) -> Profile:
    """Welcome somebody, or welcome them back: whatever silenced the bot is over."""
    learner = asking.arrive(visit, learner_id)
    learner.stopped = False
    learner.paused = False
    learner.paused_until = None
    learner.awaiting = None
    asking.plan_push(visit, learner)
    return _profile(learner)


def profile(visit: Visit, learner_id: int) -> Profile:
    """Look at a learner's settings."""
    return _profile(asking.arrive(visit, learner_id))


def choose_levels(visit: Visit, learner_id: int, levels: Iterable[Level]) -> Profile:
    """Ask only questions of these levels; none means all."""
    learner = asking.arrive(visit, learner_id)
    learner.levels = [level.value for level in levels]
    return _profile(learner)


def set_up(visit: Visit, learner_id: int) -> Profile:
    """Note that the first questions were answered, or skipped."""
    learner = asking.arrive(visit, learner_id)
    learner.set_up = True
    learner.awaiting = None
    return _profile(learner)


def choose_area(visit: Visit, learner_id: int, area_id: AreaId, *, on: bool) -> Profile:
    """Choose an area, or let it rest; the memories of what rests stay."""
    learner = asking.arrive(visit, learner_id)
    if area_id in visit.bank.areas:
        topics = visit.bank.topics.values()
        learner.resting = sorted(scope.choose_area(topics, learner.resting, area_id, on=on))
    return _profile(learner)


def choose_topic(visit: Visit, learner_id: int, topic_id: TopicId, *, on: bool) -> Profile:
    """Choose a topic, or let it rest."""
    learner = asking.arrive(visit, learner_id)
    if topic_id in visit.bank.topics:
        topics = visit.bank.topics.values()
        learner.resting = sorted(scope.choose_topic(topics, learner.resting, topic_id, on=on))
    return _profile(learner)


def choose_everything(visit: Visit, learner_id: int) -> Profile:
    """Let no area and no topic rest."""
    learner = asking.arrive(visit, learner_id)
    learner.resting = sorted(scope.EVERYTHING)
    return _profile(learner)


def await_text(visit: Visit, learner_id: int, awaiting: Awaiting | None) -> Profile:
    """Expect that the next text of the learner is about something the bot has asked."""
    learner = asking.arrive(visit, learner_id)
    learner.awaiting = awaiting
    return _profile(learner)


def zone_was_asked(visit: Visit, learner_id: int) -> None:
    """Note that the question for the zone has reached the learner."""
    asking.arrive(visit, learner_id).zone_asked = True


def choose_zone(
    visit: Visit, learner_id: int, zone: ZoneInfo, *, typed_in: int | None = None
) -> Profile:
    """Keep the learner's zone; the next daily question follows it at once.

    ``typed_in`` is the update in which the learner has typed it.
    """
    learner = asking.arrive(visit, learner_id)
    learner.zone = zone.key
    learner.zone_asked = True
    learner.awaiting = None
    learner.settled_by = typed_in or learner.settled_by
    asking.plan_push(visit, learner)
    return _profile(learner)


def switch_push(visit: Visit, learner_id: int, *, on: bool) -> Profile:
    """Switch the daily question on or off."""
    return _changed(visit, learner_id, push_on=on)


def choose_push_time(
    visit: Visit, learner_id: int, at: time, *, typed_in: int | None = None
) -> Profile:
    """Ask the daily question at another time of the learner's day."""
    settled = {"settled_by": typed_in} if typed_in else {}
    return _changed(visit, learner_id, push_at=at, push_on=True, awaiting=None, **settled)


def switch_weekday(visit: Visit, learner_id: int, weekday: int, *, on: bool) -> Profile:
    """Add a weekday (Monday is 0) to those of the daily question, or take it away."""
    others = set(asking.arrive(visit, learner_id).push_weekdays) - {weekday}
    return _changed(visit, learner_id, push_weekdays=sorted(others | ({weekday} if on else set())))


def choose_push_count(visit: Visit, learner_id: int, count: int) -> Profile:
    """Choose how many questions follow one another when the daily time comes."""
    return _changed(visit, learner_id, push_count=count)


def choose_limits(visit: Visit, learner_id: int, limits: Limits) -> Profile:
    """Change the daily numbers."""
    learner = asking.arrive(visit, learner_id)
    learner.new_per_day, learner.in_all_per_day = limits.new, limits.in_all
    return _profile(learner)


def pause(visit: Visit, learner_id: int, length: timedelta | None) -> Profile:
    """Send nothing for a while, or until the learner resumes."""
    learner = asking.arrive(visit, learner_id)
    learner.paused = length is None
    learner.paused_until = visit.now + length if length else None
    asking.plan_push(visit, learner)
    return _profile(learner)


def resume(visit: Visit, learner_id: int) -> Profile:
    """End a pause, and a silence asked for by stop."""
    return start(visit, learner_id)


def stop(visit: Visit, learner_id: int) -> Profile:
    """Be quiet until the learner starts again."""
    learner = asking.arrive(visit, learner_id)
    learner.stopped = True
    asking.plan_push(visit, learner)
    return _profile(learner)


def bring_back(visit: Visit, learner_id: int) -> Profile:
    """Show every hidden question again."""
    learner = asking.arrive(visit, learner_id)
    for question_id in memories.hidden(visit.session, learner_id):
        memories.hide(visit.session, learner_id, question_id, hidden=False)
    return _profile(learner)


def forget(visit: Visit, learner_id: int) -> Forgotten | None:
    """Delete everything about a learner; None when nothing is known of them."""
    if learners.lock(visit.session, learner_id) is None:
        return None
    return learners.forget(visit.session, learner_id)


def forget_everybody(visit: Visit) -> None:
    """Delete everything about everybody."""
    for learner_id in learners.everybody(visit.session):
        learners.forget(visit.session, learner_id)


def topic_counts(visit: Visit, learner_id: int) -> tuple[TopicCount, ...]:
    """Count, for every topic of the bank, the questions of the chosen levels."""
    return _topic_counts(visit, asking.arrive(visit, learner_id))


def progress(visit: Visit, learner_id: int) -> Progress:
    """Tell where a learner stands."""
    learner = asking.arrive(visit, learner_id)
    situation = asking.situation_of(visit, learner)
    days = prompts.graded_days(visit.session, learner_id)
    return Progress(
        graded_today=asking.graded_count(situation.today),
        limits=asking.limits_of(learner),
        streak=streak(days, situation.day),
        topics=_topic_counts(visit, learner),
        hidden=len(memories.hidden(visit.session, learner_id)),
        next_push=learner.next_push_at,
        zone=asking.zone_of(learner),
    )


def _topic_counts(visit: Visit, learner: Learner) -> tuple[TopicCount, ...]:
    known = memories.of(visit.session, learner.id)
    hidden = memories.hidden(visit.session, learner.id)
    today = asking.today_of(visit, learner)
    questions, seen, due = (Counter[TopicId]() for _ in range(3))
    for question in asking.of_levels(visit, learner):
        if question.id not in hidden:
            memory = known.get(question.id)
            questions[question.topic.id] += 1
            seen[question.topic.id] += memory is not None
            due[question.topic.id] += memory is not None and memory.due_day <= today
    return tuple(
        TopicCount(
            topic=topic,
            chosen=not scope.rests(topic, learner.resting),
            questions=questions[topic.id],
            seen=seen[topic.id],
            due=due[topic.id],
        )
        for topic in visit.bank.topics.values()
    )


def _changed(visit: Visit, learner_id: int, **values: object) -> Profile:
    """Change settings of the daily question, which take effect at once."""
    learner = asking.arrive(visit, learner_id)
    for name, value in values.items():
        setattr(learner, name, value)
    asking.plan_push(visit, learner)
    return _profile(learner)


def _profile(learner: Learner) -> Profile:
    return Profile(
        zone=asking.zone_of(learner) if learner.zone else None,
        levels=tuple(Level(level) for level in learner.levels),
        resting=frozenset(learner.resting),
        limits=asking.limits_of(learner),
        push_on=learner.push_on,
        schedule=asking.schedule_of(learner),
        push_count=learner.push_count,
        next_push=learner.next_push_at,
        paused=learner.paused,
        paused_until=learner.paused_until,
        stopped=learner.stopped,
        awaiting=Awaiting(learner.awaiting) if learner.awaiting else None,
        settled_by=learner.settled_by,
        new_here=not learner.set_up,
    )
