"""Where a learner stands, and what of it they want to be shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.coach import agenda, arrival, choice, clock, fitting, pool, pushing
from bot.questions.model import QuestionId
from bot.storage import fits, memories, prompts, reviews
from bot.study import picking
from bot.study.calibration import Attempt, calibration
from bot.study.interview import Subject
from bot.study.preference import Preference
from bot.study.progress import as_of_today, coming, helping_most, statistics, streak, week
from bot.study.progress.account import Figures, Part, Progress
from bot.study.target import Assumptions, readiness, readiness_by

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from bot.coach.transaction import Visit
    from bot.questions.model import Question
    from bot.storage.tables import Learner
    from bot.study.calibration import Calibration
    from bot.study.picking import Limits, Situation
    from bot.study.progress import Streak, Week
    from bot.study.target import Preparation

GOALS: Final = range(1, 8)
"""Days that the goal of a week may have."""


def look(visit: Visit, learner_id: int) -> Progress:
    """Tell where a learner stands."""
    return progress_of(visit, arrival.arrive(visit, learner_id))


def progress_of(visit: Visit, learner: Learner) -> Progress:
    """Tell where a learner stands, who may be doing nothing now."""
    ahead = agenda.settle(visit, learner, clock.local_time(visit, learner))
    hidden = memories.hidden(visit.session, learner.id)
    ground = choice.chosen_by(visit, learner, hidden)
    prepared = agenda.prepare(visit, learner, ground, ahead)
    nearest = min(prepared, key=lambda each: each.target.on, default=None)
    preparation = nearest or _for_today(visit, learner, ground)
    scope = preparation.target.weights
    known = [each for id_, each in preparation.memories.items() if id_ in scope]
    graded = reviews.days(visit.session, learner.id)
    return Progress(
        learner_id=learner.id,
        today=ground.day,
        on=nearest.target.on if nearest else None,
        ready=readiness(preparation) if scope else None,
        parts=_parts(visit, preparation, ground),
        reviews=tuple(graded),
        coming=coming(known, ground.day, nearest),
        rhythm=_rhythm(learner, set(graded), ground.day),
        helping=_helping(visit, learner, preparation),
        graded_today=picking.graded_count(ground.today),
        limits=_limits(learner, nearest),
        hidden=len(hidden),
        next_push=learner.next_push_at,
        zone=clock.zone_of(learner),
        preferences=frozenset(map(Preference, learner.preferences)),
        weekly_goal=learner.weekly_goal,
    )


def figures(visit: Visit, learner_id: int) -> Figures | None:
    """Compute the statistics of a learner; None for who wants none."""
    learner = arrival.arrive(visit, learner_id)
    if Preference.NO_STATISTICS in learner.preferences:
        return None
    today, parameters = clock.today_of(visit, learner), fits.parameters(visit.session, learner.id)
    return Figures(
        today=today,
        statistics=statistics(reviews.of(visit.session, learner.id), today, parameters),
        calibration=_calibration(visit, learner),
        fitted=fitting.fitted(visit, learner),
    )


def switch(visit: Visit, learner_id: int, preference: Preference, *, on: bool) -> Progress:
    """Choose between two ways of being told of progress."""
    learner = arrival.arrive(visit, learner_id)
    _prefer(learner, preference, on=on)
    pushing.plan_summary(visit, learner)
    return progress_of(visit, learner)


def count_streak(visit: Visit, learner_id: int, *, on: bool) -> Progress:
    """Count days in a row, or count nothing."""
    learner = arrival.arrive(visit, learner_id)
    learner.weekly_goal = None
    _prefer(learner, Preference.NO_STREAK, on=not on)
    return progress_of(visit, learner)


def choose_goal(visit: Visit, learner_id: int, days: int) -> Progress:
    """Count the days of a week with an answer, in the place of a streak."""
    learner = arrival.arrive(visit, learner_id)
    if days in GOALS:
        learner.weekly_goal = days
    return progress_of(visit, learner)


def _for_today(visit: Visit, learner: Learner, ground: Situation) -> Preparation:
    """Take all that was chosen for what to be ready in, as of today."""
    asked = agenda.subject_of(visit, learner, Subject(), ground)
    return as_of_today(
        {question.id: weight for question, weight in asked},
        ground.memories,
        ground.day,
        Assumptions(parameters=ground.parameters),
    )


def _parts(visit: Visit, preparation: Preparation, ground: Situation) -> tuple[Part, ...]:
    """Divide a scope into areas, the heaviest first."""
    weights = preparation.target.weights
    by_id = {**visit.bank.questions, **{q.id: q for q in ground.questions}}
    areas = {id_: by_id[id_].topic.area for id_ in weights}
    heavy: defaultdict[str, float] = defaultdict(float)
    due: Counter[str] = Counter()
    for id_, weight in weights.items():
        memory = preparation.memories.get(id_)
        heavy[areas[id_]] += weight
        due[areas[id_]] += memory is not None and memory.due_day <= ground.day
    ready = readiness_by(preparation, areas)
    first = sorted(heavy, key=lambda name: -heavy[name])
    return tuple(Part(name, ready[name], due[name]) for name in first)


def _rhythm(learner: Learner, graded: Collection[date], today: date) -> Streak | Week | None:
    if learner.weekly_goal:
        return week(graded, today, learner.weekly_goal)
    if Preference.NO_STREAK in learner.preferences:
        return None
    return streak(graded, today, agenda.weekdays_of(learner))


def _helping(visit: Visit, learner: Learner, preparation: Preparation) -> tuple[Question, ...]:
    best = (id_ for id_, _ in helping_most(preparation))
    found = (pool.find(visit, learner.id, QuestionId(id_)) for id_ in best)
    return tuple(question for question in found if question)


def _limits(learner: Learner, nearest: Preparation | None) -> Limits:
    """Tell the daily numbers, or what the way to an interview has in their place."""
    limits = choice.limits_of(learner)
    return replace(limits, in_all=nearest.capacity.questions) if nearest else limits


def _calibration(visit: Visit, learner: Learner) -> Calibration | None:
    """Compare how sure a learner was with what they ticked; None while there is too little."""
    return calibration(
        [
            Attempt(confidence, ticked, len(question.key_points))
            for question_id, confidence, ticked in prompts.sure_of(visit.session, learner.id)
            if (question := visit.bank.get(question_id)) and question.key_points
        ]
    )


def _prefer(learner: Learner, preference: Preference, *, on: bool) -> None:
    others = set(learner.preferences) - {preference}
    learner.preferences = sorted(others | ({preference} if on else set()))
