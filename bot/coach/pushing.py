"""When the next daily question of a learner comes, and the next summary of their week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import clock
from bot.storage import interviews, prompts
from bot.storage.tables import Checkin, Learner
from bot.study import nudge, picking
from bot.study.day import study_day
from bot.study.preference import Preference

if TYPE_CHECKING:
    from bot.coach.transaction import Visit


def schedule_of(learner: Learner) -> nudge.Schedule:
    """Tell when a learner wants their daily question."""
    return nudge.Schedule(learner.push_at, frozenset(learner.push_weekdays))


def is_silent(learner: Learner) -> bool:
    """Tell whether a learner is to be sent nothing by the clock."""
    return (
        not learner.push_on
        or learner.stopped
        or learner.paused
        or not learner.reachable
        or not learner.zone
        or learner.checkin != Checkin.NONE
    )


def plan_push(visit: Visit, learner: Learner) -> None:
    """Set when the next daily question really comes; none for who is not to be asked.

    A slot that has had its question, or lies on a study day whose number is done, is passed
    over: what a learner is told about the next one is true.
    """
    start = max(visit.now, learner.paused_until or visit.now)
    schedule, zone = schedule_of(learner), clock.zone_of(learner)
    ahead = () if is_silent(learner) else nudge.slots(start, schedule, zone)
    slot = next((slot for slot in ahead if is_free(visit, learner, slot)), None)
    learner.next_push_at = slot.opens if slot else None
    plan_summary(visit, learner)


def keep_push(visit: Visit, learner: Learner) -> None:
    """Plan anew after a step, unless a question is due that only waits for the learner to rest."""
    if learner.next_push_at and learner.next_push_at <= visit.now:
        schedule, zone = schedule_of(learner), clock.zone_of(learner)
        slot = nudge.slot_opened_at(learner.next_push_at, schedule, zone)
        if slot.is_open(visit.now) and is_free(visit, learner, slot):
            return
    plan_push(visit, learner)


def plan_summary(visit: Visit, learner: Learner) -> None:
    """Set when the next summary of a week comes; one that is due and only waits stays so."""
    start = max(visit.now, learner.paused_until or visit.now)
    due = summary_slot(learner)
    if due and start == visit.now and due.is_open(visit.now):
        return
    schedule, zone = nudge.Schedule(learner.push_at, nudge.SUNDAY), clock.zone_of(learner)
    slot = nudge.next_slot(start, schedule, zone) if _wants_summary(learner) else None
    if slot and slot.day == learner.summarised_on:  # the time or the zone has changed since
        slot = nudge.next_slot(slot.opens, schedule, zone)
    learner.next_summary_at = slot.opens if slot else None


def summary_slot(learner: Learner) -> nudge.Slot | None:
    """Find the Sunday slot that a learner's next summary is planned for; None without any."""
    if learner.next_summary_at is None or not _wants_summary(learner):
        return None
    schedule = nudge.Schedule(learner.push_at, nudge.SUNDAY)
    slot = nudge.slot_opened_at(learner.next_summary_at, schedule, clock.zone_of(learner))
    is_other = slot.day.weekday() not in nudge.SUNDAY or slot.day == learner.summarised_on
    return None if is_other else slot


def _wants_summary(learner: Learner) -> bool:
    return not is_silent(learner) and Preference.NO_SUMMARY not in learner.preferences


def is_free(visit: Visit, learner: Learner, slot: nudge.Slot) -> bool:
    """Tell whether a slot is unclaimed and its study day still wants a question."""
    if prompts.of_slot(visit.session, learner.id, slot.day, slot.at):
        return False
    day = study_day(slot.opens, clock.zone_of(learner))
    if interviews.is_on(visit.session, learner.id, day):
        return False
    return (
        picking.graded_count(prompts.asked_on(visit.session, learner.id, day)) < learner.push_count
    )
