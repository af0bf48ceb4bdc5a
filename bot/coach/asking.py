"""Putting the next question to a learner, or saying that this is all for now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.coach import choice, clock, describing, pool
from bot.storage import memories, prompts
from bot.storage.tables import Learner, PromptRow
from bot.study import agenda as plans
from bot.study import nudge, picking
from bot.study.learner import Reason, Rest
from bot.study.preference import Preference
from bot.study.prompt import Origin, Prompt, PromptState

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.questions.model import Question
    from bot.study.picking import Situation


def wants_zone_question(learner: Learner, prompt: Prompt) -> bool:
    """Tell whether a grade is the moment to ask for the zone, which is done once."""
    graded = prompt.state is PromptState.GRADED and prompt.origin is not Origin.MOCK
    return graded and not (learner.zone or learner.zone_asked)


def open_prompt(visit: Visit, learner: Learner) -> Prompt | None:
    """Find the question that waits for a learner, unless it was taken out of the bank."""
    row = prompts.open_of(visit.session, learner.id)
    if row is None:
        return None
    prompt = describing.facts(visit, learner, row)
    if prompt.question is None:
        prompts.move(visit.session, row, {"state": PromptState.WITHDRAWN})
        return None
    return prompt


def put(  # noqa: PLR0913 - each is a fact about the prompt
    visit: Visit,
    learner: Learner,
    question: Question,
    *,
    origin: Origin = Origin.ASKED,
    set_id: int | None = None,
    slot: nudge.Slot | None = None,
) -> Prompt:
    """Put a question to a learner: from now on it is the open one, and texts are about it."""
    learner.awaiting = None
    row = PromptRow(
        learner_id=learner.id,
        question_id=question.id,
        area_id=question.topic.area_id,
        origin=origin,
        set_id=set_id,
        slot_day=slot.day if slot else None,
        slot_at=slot.at if slot else None,
        slot_closes=slot.closes if slot else None,
        new=memories.get(visit.session, learner.id, question.id) is None,
        study_day=clock.today_of(visit, learner),
        asked_at=visit.now,
    )
    prompts.put(visit.session, row)
    if Preference.ANSWERS_SHOWN in learner.preferences and origin is not Origin.MOCK:
        describing.fix_outcomes(
            visit, learner, row, state=PromptState.REVEALED, revealed_at=visit.now
        )
    return describing.facts(visit, learner, row)


def ask_next(visit: Visit, learner: Learner, *, beyond_limits: bool = False) -> Prompt | Rest:
    """Show the open question again, or put the next one, or say that this is all for today."""
    waiting = open_prompt(visit, learner)
    if waiting:
        learner.awaiting = None
        return waiting
    situation = choice.situation_of(visit, learner)
    limits = None if beyond_limits else choice.limits_for(learner, pushed=False)
    if beyond_limits:
        situation = plans.extended(situation)
    question = picking.next_question(situation, limits, visit.chance)
    if question is None:
        end = rest(visit, learner, situation, Reason.DAY_DONE)
        return replace(end, only=pool.only_name(visit, learner))
    return put(visit, learner, question)


def follow_push(visit: Visit, learner: Learner) -> Prompt | Rest:
    """Go on after a daily question, up to as many as the learner wants to be sent."""
    situation = choice.situation_of(visit, learner, pushed=True)
    question = picking.next_question(situation, choice.limits_of(learner), visit.chance)
    if question is None:
        return rest(visit, learner, situation, Reason.DAY_DONE)
    if picking.graded_count(situation.today) >= learner.push_count:
        return rest(visit, learner, situation, Reason.PUSH_DONE)
    return put(visit, learner, question, origin=Origin.PUSH)


def rest(visit: Visit, learner: Learner, situation: Situation, reason: Reason) -> Rest:
    """Say what was done today and when it goes on."""
    known = (m for q in situation.questions if (m := situation.memories.get(q.id)))
    return Rest(
        reason=reason,
        graded=picking.graded_count(situation.today),
        due_day=min((m.due_day for m in known if m.due_day > situation.day), default=None),
        today=situation.day,
        more=picking.next_question(plans.extended(situation), None, visit.chance) is not None,
        next_push=learner.next_push_at,
        zone=clock.zone_of(learner),
        agenda=situation.agenda if situation.planned is not None else None,
    )
