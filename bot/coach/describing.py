"""A prompt as a value: what it asks, how it stands, and what each grade will lead to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.coach import agenda, choice, clock, covered, place, pool
from bot.questions.model import Question, QuestionId
from bot.storage import encounters, memories, prompts, steps
from bot.study import agenda as plans
from bot.study import coverage, memory, picking
from bot.study.marks import Encounter, When
from bot.study.memory import Grade
from bot.study.preference import Preference
from bot.study.prompt import Confidence, Delivery, Help, Origin, Prompt, PromptState
from bot.study.voice import Kind, Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.coach.transaction import Visit
    from bot.storage.tables import EncounterRow, Learner, PromptRow


def fix_outcomes(visit: Visit, learner: Learner, row: PromptRow, **values: object) -> None:
    """Compute what each grade will lead to, and keep it with the prompt for today."""
    pushed, topic = row.origin == Origin.PUSH, choice.topic_of(visit, row)
    situation = choice.situation_of(visit, learner, pushed=pushed, topic=topic)
    question_id = QuestionId(row.question_id)
    limits = choice.UNLIMITED if topic else choice.limits_for(learner, pushed=pushed)
    others = picking.others_left(situation, limits, question_id) or covered.has_others(visit, row)
    known = situation.memories.get(question_id)
    outcomes = memory.outcomes(
        known, situation.day, others_left=others, parameters=situation.parameters
    )
    outcomes = plans.brought_forward(situation.agenda, question_id, outcomes)
    kept = {grade.value: memory.as_json(after) for grade, after in outcomes.items()}
    moved = {"outcomes": kept, "revealed_day": situation.day, **values}
    prompts.move(visit.session, row, moved)


def facts(visit: Visit, learner: Learner, row: PromptRow) -> Prompt:
    """Describe a prompt as a value; labels of an earlier day are computed anew."""
    assert row.id is not None
    if row.state == PromptState.REVEALED and row.revealed_day != clock.today_of(visit, learner):
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
        today=clock.today_of(visit, learner),
        origin=Origin(row.origin),
        in_set=covered.place_of(visit, row),
        place=place.place_of(visit, row) if row.origin == Origin.MOCK else None,
        shown=row.shown,
        message_id=row.message_id,
        outcomes=outcomes or None,
        grade=Grade(row.grade) if row.grade else None,
        own_answer="\n".join(part["text"] for part in row.own_answer),
        step_id=step.id if step else None,
        graded_today=state is PromptState.GRADED
        and row.study_day == clock.today_of(visit, learner),
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
        by_plan=agenda.leads(visit, learner),
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
