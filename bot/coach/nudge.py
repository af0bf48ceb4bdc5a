"""The daily question: claimed in one transaction, sent after it, recorded in a third."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING

from bot.coach import arrival, aside, asking, choice, clock, describing, pool, pushing
from bot.questions.model import QuestionId
from bot.storage import learners, prompts
from bot.storage.tables import Checkin, Learner, PromptRow
from bot.study import nudge, picking
from bot.study.prompt import Delivery, Origin, Prompt, PromptState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.coach.transaction import Visit

MORNING = time(9)
IN_FLIGHT = timedelta(minutes=2)
"""A question put by a tap may still be on its way for so long."""


@dataclass(frozen=True, slots=True)
class Push:
    """A claimed daily question, and the message of the unanswered one that it replaces."""

    prompt: Prompt
    replaced: int | None = None


@dataclass(frozen=True, slots=True)
class AskWhetherToGoOn:
    """Instead of another unanswered question: one message, then silence."""

    learner_id: int


def due(visit: Visit) -> Sequence[int]:
    """List the learners whose time has come."""
    return learners.due_for_push(visit.session, visit.now)


def claim(visit: Visit, learner_id: int) -> Push | AskWhetherToGoOn | None:
    """Claim a learner's slot, once; None when nothing is to be sent now.

    A learner who is busy keeps the slot waiting while it is open; every other way out of here
    moves on to the next slot.
    """
    learner = learners.lock(visit.session, learner_id)
    if learner is None or learner.next_push_at is None or learner.next_push_at > visit.now:
        return None
    slot = nudge.slot_opened_at(
        learner.next_push_at, pushing.schedule_of(learner), clock.zone_of(learner)
    )
    if slot.is_open(visit.now) and is_busy(visit, learner):
        return None
    push = _push(visit, learner, slot) if slot.is_open(visit.now) else None
    pushing.plan_push(visit, learner)
    return push


def unsent(visit: Visit) -> Sequence[int]:
    """List prompts that never reached their learner: before a crash, or as sending has failed."""
    return prompts.unsent(visit.session, visit.now - IN_FLIGHT)


def send_again(visit: Visit, prompt_id: int) -> Push | None:
    """Take up an unsent prompt; one that has been overtaken is withdrawn."""
    row = visit.session.get(PromptRow, prompt_id)
    learner = learners.lock(visit.session, row.learner_id) if row else None
    if row is None or learner is None or row.delivery != Delivery.PENDING:
        return None
    if not PromptState(row.state).is_open:  # its learner was quicker
        return None
    gone = pool.find(visit, learner.id, QuestionId(row.question_id)) is None
    late = row.slot_closes is not None and row.slot_closes <= visit.now
    unwanted = row.slot_day is not None and pushing.is_silent(learner)
    if gone or late or unwanted or not learner.reachable:
        _withdraw(visit, row)
        return None
    replaced = prompts.last_replaced(visit.session, learner.id)
    return Push(describing.facts(visit, learner, row), replaced)


def unasked(visit: Visit) -> Sequence[int]:
    """List learners to whom the question whether to go on was not sent yet."""
    return learners.with_pending_checkin(visit.session)


def check_in(visit: Visit, learner_id: int) -> AskWhetherToGoOn | None:
    """Take up the question whether to go on, at a time at which daily questions are sent."""
    learner = learners.lock(visit.session, learner_id)
    if learner is None or learner.checkin != Checkin.PENDING:
        return None
    zone = clock.zone_of(learner)
    slot = nudge.slot_on(visit.now.astimezone(zone).date(), learner.push_at, zone)
    return AskWhetherToGoOn(learner_id) if slot.is_open(visit.now) else None


def asked_to_go_on(visit: Visit, learner_id: int) -> None:
    """Record that the question whether to go on has reached the learner, or may have."""
    learner = learners.lock(visit.session, learner_id)
    if learner and learner.checkin == Checkin.PENDING:
        learner.checkin = Checkin.SENT


def unreachable(visit: Visit, learner_id: int) -> None:
    """Keep silent towards somebody who has blocked the bot; their data stays."""
    learner = learners.lock(visit.session, learner_id)
    if learner is None:
        return
    arrival.note(visit, learner)
    learner.reachable = False
    if learner.checkin == Checkin.PENDING:
        learner.checkin = Checkin.NONE
    pushing.plan_push(visit, learner)
    row = prompts.open_of(visit.session, learner_id)
    if row and row.delivery == Delivery.PENDING:
        _withdraw(visit, row)


def reachable(visit: Visit, learner_id: int) -> None:
    """Take up the daily questions again for somebody who has unblocked the bot."""
    learner = learners.lock(visit.session, learner_id)
    if learner:
        arrival.note(visit, learner)
        learner.reachable = True
        pushing.plan_push(visit, learner)


def next_morning(visit: Visit, learner_id: int) -> datetime:
    """Tell when a learner's next daily question could come, for whoever can turn the clock."""
    learner = learners.lock(visit.session, learner_id)
    zone = clock.zone_of(learner) if learner else clock.NOWHERE
    at = learner.push_at if learner else MORNING
    slot = nudge.next_slot(visit.now, nudge.Schedule(at, nudge.ALL_WEEK), zone)
    assert slot
    planned = learner.next_push_at if learner else None
    return max(planned or slot.opens, visit.now + nudge.REST_AFTER_ACT)


def is_busy(visit: Visit, learner: Learner) -> bool:
    """Tell whether a learner is not to be interrupted now."""
    if visit.now - learner.acted_at < nudge.REST_AFTER_ACT:
        return True
    row = prompts.open_of(visit.session, learner.id)
    if row is None:
        return False
    in_round = row.origin == Origin.MOCK
    if not (in_round or row.state == PromptState.REVEALED or row.own_answer):
        return False
    last_touched = max(row.study_day, row.revealed_day or row.study_day)
    return last_touched == clock.today_of(visit, learner)


def _push(visit: Visit, learner: Learner, slot: nudge.Slot) -> Push | AskWhetherToGoOn | None:
    if not pushing.is_free(visit, learner, slot):
        return None
    situation = choice.situation_of(visit, learner, pushed=True)
    question = picking.next_question(situation, choice.limits_of(learner), visit.chance)
    if question is None:
        return None
    if learner.unanswered_pushes >= nudge.PATIENCE:
        learner.checkin = Checkin.PENDING
        return AskWhetherToGoOn(learner.id)
    untouched = prompts.open_of(visit.session, learner.id)
    if untouched:
        aside.put_away(visit, untouched, PromptState.REPLACED)
    learner.unanswered_pushes += 1
    prompt = asking.put(visit, learner, question, origin=Origin.PUSH, slot=slot)
    return Push(prompt, untouched.message_id if untouched else None)


def _withdraw(visit: Visit, row: PromptRow) -> None:
    values = {"state": PromptState.WITHDRAWN, "closed_at": visit.now}
    prompts.move(visit.session, row, values)
