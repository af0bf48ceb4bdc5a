"""What choosing the next question of a learner depends on."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.coach import agenda, chosen, clock, covered, pool
from bot.questions.model import Question, QuestionId
from bot.storage import encounters, fits, memories, prompts
from bot.study import scope
from bot.study.picking import Limits, Situation
from bot.study.prompt import Origin

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.coach.transaction import Visit
    from bot.questions.model import TopicId
    from bot.storage.tables import Learner, PromptRow

UNLIMITED = Limits(new=sys.maxsize, in_all=sys.maxsize)
"""For who has asked for more than the daily numbers."""


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
    ahead = agenda.settle(visit, learner, clock.local_time(visit, learner))
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
        today=prompts.asked_on(visit.session, learner.id, clock.today_of(visit, learner)),
        day=clock.today_of(visit, learner),
        weights=chosen.weights_of(visit, learner),
        real=encounters.questions(visit.session, learner.id),
        parameters=fits.parameters(visit.session, learner.id),
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


def limits_for(learner: Learner, *, pushed: bool) -> Limits:
    """Tell what bounds the next question; who asks from one notebook only wants to go on."""
    focused = not pushed and learner.only_notebook is not None
    return UNLIMITED if focused else limits_of(learner)


def topic_of(visit: Visit, row: PromptRow) -> TopicId | None:
    """Name the topic that the learner goes through with a prompt; None when with no topic."""
    question = visit.bank.get(QuestionId(row.question_id))
    return question.topic.id if question and row.origin == Origin.TOPIC else None
