"""Back after a gap: what has waited is spread over some days, if the learner wants that."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.coach import agenda, arrival, asking, choice, clock
from bot.storage import interviews, memories, prompts
from bot.study import agenda as study
from bot.study.learner import Reason

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner
    from bot.study.learner import Rest
    from bot.study.prompt import Prompt

AGAIN: Final = timedelta(days=7)
"""Nobody is asked twice within so short a time."""


def offer(visit: Visit, learner: Learner) -> Rest | None:
    """Offer an easy return to who is back after a gap, once; None when there is no need."""
    today = clock.today_of(visit, learner)
    offered, by = learner.back_offered_on, learner.back_by
    if (offered and today - offered < AGAIN) or (by and by >= today):
        return None
    if prompts.open_of(visit.session, learner.id) or learner.only_notebook is not None:
        return None
    if interviews.is_on(visit.session, learner.id, today):
        return None
    ground = choice.chosen_by(visit, learner, memories.hidden(visit.session, learner.id))
    graded = prompts.graded_days(visit.session, learner.id)
    due = sum(
        known.due_day <= today
        for question in ground.questions
        if (known := ground.memories.get(question.id))
    )
    weekdays = agenda.weekdays_of(learner)
    if not study.is_gap(graded, weekdays, due, learner.in_all_per_day, today):
        return None
    learner.back_offered_on = today
    return replace(asking.rest(visit, learner, ground, Reason.BACK), waiting=due)


def come_back(visit: Visit, learner_id: int, days: int) -> Prompt | Rest:
    """Spread what has waited over so many days from today, and put the first of it."""
    learner = arrival.arrive(visit, learner_id)
    learner.back_by = clock.today_of(visit, learner) + timedelta(days=days - 1)
    return asking.ask_next(visit, learner)
