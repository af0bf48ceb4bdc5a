"""What every use case needs: the learner's day, the questions in scope, the open prompt."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.coach import agenda, chosen, covered, place, pool
from bot.questions.model import Question, QuestionId
from bot.storage import encounters, interviews, learners, memories, prompts, steps
from bot.storage.tables import Checkin, Learner, PromptRow
from bot.study import agenda as plans
from bot.study import coverage, memory, nudge, picking, scope
from bot.study.day import study_day
from bot.study.learner import Awaiting, Reason, Rest
from bot.study.marks import Encounter, When
from bot.study.memory import Grade
from bot.study.picking import Asked, Limits, Situation
from bot.study.preference import Preference
from bot.study.prompt import Confidence, Delivery, Help, Origin, Prompt, PromptState
from bot.study.voice import Kind, Voice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date, datetime

    from bot.coach.transaction import Visit
    from bot.questions.model import TopicId
    from bot.storage.tables import EncounterRow

NOWHERE = ZoneInfo("Etc/UTC")
"""The zone of who has not told theirs."""

UNLIMITED = Limits(new=sys.maxsize, in_all=sys.maxsize)
"""For who has asked for more than the daily numbers."""

ANY_TEXT = {
    Awaiting.IMPORT,
    Awaiting.INTERVIEW,
    Awaiting.INTERVIEW_TOLD,
    Awaiting.NOTE_ANSWER,
    Awaiting.NOTEBOOK_NAME,
    Awaiting.SEARCH,
    Awaiting.PLACE,
    Awaiting.REPORT,
    Awaiting.REPORT_ANSWER,
}
"""What any text would do for: it is awaited only until the learner does something else."""


def arrive(visit: Visit, learner_id: int, *, typing: bool = False) -> Learner:
    """Find or welcome a learner who does something now; it also breaks any silence of theirs.

    Who does not type goes on to something else: an awaited text may then be about anything.
    """
    learner = learners.join(visit.session, learner_id, visit.now)
    if not typing and learner.awaiting in ANY_TEXT:
        learner.awaiting = None
    learner.acted_at = visit.now
    learner.unanswered_pushes = 0
    if learner.paused_until and learner.paused_until <= visit.now:
        learner.paused_until = None
    if not learner.reachable or learner.checkin != Checkin.NONE:
        learner.reachable = True
        learner.checkin = Checkin.NONE
        plan_push(visit, learner)
    return learner


def settle(learner: Learner, awaited: Awaiting, update_id: int) -> None:
    """Note that an update has brought the awaited text, in case it comes twice."""
    learner.awaiting = learner.awaiting_about = None
    learner.settled_by, learner.settled_as = update_id, awaited


def zone_of(learner: Learner) -> ZoneInfo:
    """Tell the learner's zone."""
    return ZoneInfo(learner.zone) if learner.zone else NOWHERE


def today_of(visit: Visit, learner: Learner) -> date:
    """Tell which study day it is for a learner."""
    return study_day(visit.now, zone_of(learner))


def local_time(visit: Visit, learner: Learner) -> datetime:
    """Tell what time it is for a learner."""
    return visit.now.astimezone(zone_of(learner))


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
    schedule, zone = schedule_of(learner), zone_of(learner)
    slot = None if is_silent(learner) else nudge.next_slot(start, schedule, zone)
    while slot and not is_free(visit, learner, slot):
        slot = nudge.next_slot(slot.opens, schedule, zone)
    learner.next_push_at = slot.opens if slot else None


def keep_push(visit: Visit, learner: Learner) -> None:
    """Plan anew after a step, unless a question is due that only waits for the learner to rest."""
    if learner.next_push_at and learner.next_push_at <= visit.now:
        schedule, zone = schedule_of(learner), zone_of(learner)
        slot = nudge.slot_opened_at(learner.next_push_at, schedule, zone)
        if slot.is_open(visit.now) and is_free(visit, learner, slot):
            return
    plan_push(visit, learner)


def is_free(visit: Visit, learner: Learner, slot: nudge.Slot) -> bool:
    """Tell whether a slot is unclaimed and its study day still wants a question."""
    if prompts.of_slot(visit.session, learner.id, slot.day, slot.at):
        return False
    day = study_day(slot.opens, zone_of(learner))
    if interviews.is_on(visit.session, learner.id, day):
        return False
    return graded_count(prompts.asked_on(visit.session, learner.id, day)) < learner.push_count


def of_levels(visit: Visit, learner: Learner) -> list[Question]:
    """List the questions of the levels a learner has chosen; one without a level fits all."""
    levels = chosen.levels_of(visit, learner)
    return [question for question in visit.bank.questions.values() if question.is_of(levels)]


def situation_of(
    visit: Visit, learner: Learner, *, pushed: bool = False, topic: TopicId | None = None
) -> Situation:
    """Gather all that choosing the next question depends on.

    What is ``pushed`` comes from everything that the learner has chosen, also while they ask
    for questions from one notebook only. Who goes through one ``topic`` is asked of it alone.
    """
    ahead = agenda.settle(visit, learner, local_time(visit, learner))
    hidden = memories.hidden(visit.session, learner.id)
    ground = chosen_by(visit, learner, hidden)
    laid = agenda.lay_out(visit, learner, ground, ahead)
    focused = bool(topic) or (not pushed and learner.only_notebook is not None)
    asked = laid.questions if laid else ground.questions
    if focused:
        asked = _focused(visit, learner, topic)
    if not pushed and not topic:
        back = covered.returning(visit, learner.id, ground.memories, ground.day)
        asked = [*asked, *back]
    return replace(
        ground,
        questions=[q for q in {q.id: q for q in asked}.values() if q.id not in hidden],
        agenda=laid.agenda if laid else None,
        planned=laid.agenda.planned if laid and not focused else None,
    )


def chosen_by(visit: Visit, learner: Learner, hidden: Collection[QuestionId]) -> Situation:
    """Gather all that a learner has chosen, without what they have hidden."""
    return Situation(
        questions=[q for q in _in_scope(visit, learner) if q.id not in hidden],
        memories=memories.of(visit.session, learner.id),
        today=prompts.asked_on(visit.session, learner.id, today_of(visit, learner)),
        day=today_of(visit, learner),
        weights=chosen.weights_of(visit, learner),
        real=encounters.questions(visit.session, learner.id),
    )


def _focused(visit: Visit, learner: Learner, topic: TopicId | None) -> list[Question]:
    """List the questions of one topic, or of the one notebook a learner is asked from."""
    if topic:
        return [question for question in of_levels(visit, learner) if question.topic.id == topic]
    return pool.only_notes(visit, learner)


def _in_scope(visit: Visit, learner: Learner) -> list[Question]:
    resting = chosen.resting_of(visit, learner)
    asked = [
        question
        for question in of_levels(visit, learner)
        if not scope.rests(question.topic, resting)
    ]
    return asked + pool.mixed_notes(visit, learner)


def limits_of(learner: Learner) -> Limits:
    """Tell the daily numbers of a learner."""
    return Limits(new=learner.new_per_day, in_all=learner.in_all_per_day)


def _limits_for(learner: Learner, *, pushed: bool) -> Limits:
    """Tell what bounds the next question; who asks from one notebook only wants to go on."""
    focused = not pushed and learner.only_notebook is not None
    return UNLIMITED if focused else limits_of(learner)


def topic_of(visit: Visit, row: PromptRow) -> TopicId | None:
    """Name the topic that the learner goes through with a prompt; None when with no topic."""
    question = visit.bank.get(QuestionId(row.question_id))
    return question.topic.id if question and row.origin == Origin.TOPIC else None


def fix_outcomes(visit: Visit, learner: Learner, row: PromptRow, **values: object) -> None:
    """Compute what each grade will lead to, and keep it with the prompt for today."""
    pushed, topic = row.origin == Origin.PUSH, topic_of(visit, row)
    situation = situation_of(visit, learner, pushed=pushed, topic=topic)
    question_id = QuestionId(row.question_id)
    limits = UNLIMITED if topic else _limits_for(learner, pushed=pushed)
    others = picking.others_left(situation, limits, question_id) or covered.has_others(visit, row)
    known = situation.memories.get(question_id)
    outcomes = memory.outcomes(known, situation.day, others_left=others)
    outcomes = plans.brought_forward(situation.agenda, question_id, outcomes)
    kept = {grade.value: memory.as_json(after) for grade, after in outcomes.items()}
    moved = {"outcomes": kept, "revealed_day": situation.day, **values}
    prompts.move(visit.session, row, moved)


def facts(visit: Visit, learner: Learner, row: PromptRow) -> Prompt:
    """Describe a prompt as a value; labels of an earlier day are computed anew."""
    assert row.id is not None
    if row.state == PromptState.REVEALED and row.revealed_day != today_of(visit, learner):
        fix_outcomes(visit, learner, row)
    outcomes = {
        Grade(grade): memory.from_json(values) for grade, values in (row.outcomes or {}).items()
    }
    state = PromptState(row.state)
    step = None if state.is_open else steps.closing(visit.session, row.id)
    question = pool.find(visit, learner.id, QuestionId(row.question_id))
    return Prompt(
        id=row.id,
        learner_id=row.learner_id,
        question=question,
        state=state,
        delivery=Delivery(row.delivery),
        today=today_of(visit, learner),
        origin=Origin(row.origin),
        in_set=covered.place_of(visit, row),
        place=place.place_of(visit, row) if row.origin == Origin.MOCK else None,
        shown=row.shown,
        message_id=row.message_id,
        outcomes=outcomes or None,
        grade=Grade(row.grade) if row.grade else None,
        own_answer="\n".join(part["text"] for part in row.own_answer),
        step_id=step.id if step else None,
        graded_today=state is PromptState.GRADED and row.study_day == today_of(visit, learner),
        standing=pool.standing(visit, learner.id, QuestionId(row.question_id)),
        help=frozenset(Help(used) for used in row.help),
        confidence=Confidence(row.confidence) if row.confidence else None,
        ticked=_ticked(visit, row, question),
        left_out=_left_out(visit, row, question) if question else (),
        preferences=frozenset(Preference(chosen) for chosen in learner.preferences),
        hidden=memories.is_hidden(visit.session, learner.id, row.question_id),
        starred=memories.is_starred(visit.session, learner.id, row.question_id),
        split=memories.is_split(visit.session, learner.id, row.question_id),
        recalled=row.recalled,
        encounters=tuple(
            map(encounter_of, encounters.of(visit.session, learner.id, row.question_id))
        ),
        voices=tuple(map(_voice, row.voices)),
    )


def encounter_of(row: EncounterRow) -> Encounter:
    """Describe an encounter as a value."""
    return Encounter(When(row.said), row.noted_on, row.place)


def _voice(kept: Mapping[str, Any]) -> Voice:
    length = timedelta(seconds=kept["seconds"])
    return Voice(kept["file_id"], Kind(kept["kind"]), length, kept["message_id"])


def _ticked(visit: Visit, row: PromptRow, question: Question | None) -> frozenset[int] | None:
    """Tell which points were said: by the learner's ticks, else by what they typed."""
    if row.ticked is not None:
        return frozenset(row.ticked)
    if question is None or row.state != PromptState.REVEALED:
        return None
    typed = "\n".join(part["text"] for part in row.own_answer)
    return coverage.said(typed, question.key_points, visit.synonyms) or None


def _left_out(visit: Visit, row: PromptRow, question: Question) -> tuple[str, ...]:
    """List the key points that were not ticked the last time; nothing while it is hidden."""
    if row.state != PromptState.REVEALED:
        return ()
    ticked = prompts.last_ticked(visit.session, row)
    if ticked is None:
        return ()
    return tuple(point for n, point in enumerate(question.key_points) if n not in ticked)


def wants_zone_question(learner: Learner, prompt: Prompt) -> bool:
    """Tell whether a grade is the moment to ask for the zone, which is done once."""
    graded = prompt.state is PromptState.GRADED and prompt.origin is not Origin.MOCK
    return graded and not (learner.zone or learner.zone_asked)


def open_prompt(visit: Visit, learner: Learner) -> Prompt | None:
    """Find the question that waits for a learner, unless it was taken out of the bank."""
    row = prompts.open_of(visit.session, learner.id)
    if row is None:
        return None
    prompt = facts(visit, learner, row)
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
        study_day=today_of(visit, learner),
        asked_at=visit.now,
    )
    prompts.put(visit.session, row)
    if Preference.ANSWERS_SHOWN in learner.preferences and origin is not Origin.MOCK:
        fix_outcomes(visit, learner, row, state=PromptState.REVEALED, revealed_at=visit.now)
    return facts(visit, learner, row)


def ask_next(visit: Visit, learner: Learner, *, beyond_limits: bool = False) -> Prompt | Rest:
    """Show the open question again, or put the next one, or say that this is all for today."""
    waiting = open_prompt(visit, learner)
    if waiting:
        learner.awaiting = None
        return waiting
    situation = situation_of(visit, learner)
    limits = None if beyond_limits else _limits_for(learner, pushed=False)
    if beyond_limits:
        situation = plans.extended(situation)
    question = picking.next_question(situation, limits, visit.chance)
    if question is None:
        end = rest(visit, learner, situation, Reason.DAY_DONE)
        return replace(end, only=pool.only_name(visit, learner))
    return put(visit, learner, question)


def follow_push(visit: Visit, learner: Learner) -> Prompt | Rest:
    """Go on after a daily question, up to as many as the learner wants to be sent."""
    situation = situation_of(visit, learner, pushed=True)
    question = picking.next_question(situation, limits_of(learner), visit.chance)
    if question is None:
        return rest(visit, learner, situation, Reason.DAY_DONE)
    if graded_count(situation.today) >= learner.push_count:
        return rest(visit, learner, situation, Reason.PUSH_DONE)
    return put(visit, learner, question, origin=Origin.PUSH)


def graded_count(today: Iterable[Asked]) -> int:
    """Count the questions graded on a study day; one that came back counts once."""
    return len({asked.question_id for asked in today if asked.graded})


def rest(visit: Visit, learner: Learner, situation: Situation, reason: Reason) -> Rest:
    """Say what was done today and when it goes on."""
    known = (m for q in situation.questions if (m := situation.memories.get(q.id)))
    return Rest(
        reason=reason,
        graded=graded_count(situation.today),
        due_day=min((m.due_day for m in known if m.due_day > situation.day), default=None),
        today=situation.day,
        more=picking.next_question(plans.extended(situation), None, visit.chance) is not None,
        next_push=learner.next_push_at,
        zone=zone_of(learner),
        agenda=situation.agenda if situation.planned is not None else None,
    )
