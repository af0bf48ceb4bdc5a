"""Fitting a learner's own parameters of FSRS, at night: what it takes, and what comes of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.coach import clock
from bot.storage import fits, learners, memories, reviews
from bot.storage.tables import FitRow
from bot.study import fitting
from bot.study.day import study_day
from bot.study.fitting import Fit, Fitted
from bot.study.history import relearnt

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner
    from bot.study.progress import Review

_OF_LATE: Final = timedelta(days=2)
"""Who has done nothing for so long has nothing new to be fitted to."""


def asleep(visit: Visit) -> list[int]:
    """List learners who have practised of late, and have not begun their present study day.

    So a day passes under one set of parameters, and nobody who practises has to wait for a fit.
    """
    return [
        learner.id
        for learner in fits.of_late(visit.session, visit.now - _OF_LATE)
        if study_day(learner.acted_at, clock.zone_of(learner)) < clock.today_of(visit, learner)
    ]


def take_up(visit: Visit, learner_id: int) -> list[Review] | None:
    """Give the reviews of a learner, if it is time to fit parameters to them."""
    last = fits.get(visit.session, learner_id)
    number = reviews.count(visit.session, learner_id)
    if not fitting.is_due(number, last.tried if last else 0):
        return None
    return reviews.of(visit.session, learner_id)


def settle(visit: Visit, learner_id: int, number: int, fit: Fit | None) -> None:
    """Keep what has come of fitting to so many reviews; None changes nothing until there are more.

    Where other parameters serve from now on, memories are what reviews leave under those.
    """
    learner = learners.lock(visit.session, learner_id)
    if learner is None:  # who has been forgotten meanwhile
        return
    before = fits.parameters(visit.session, learner_id)
    row = fits.get(visit.session, learner_id) or FitRow(learner_id=learner_id, tried=number)
    row.tried = number
    if fit:
        row.on, row.reviews = clock.today_of(visit, learner), number
        row.parameters, row.adopted = list(fit.parameters), fit.is_better
        row.loss_before, row.loss_after = fit.loss_before, fit.loss_after
    visit.session.add(row)
    visit.session.flush()
    serving = fits.parameters(visit.session, learner_id)
    if serving != before:
        known = memories.of(visit.session, learner_id)
        graded = reviews.of(visit.session, learner_id)
        for question_id, memory in relearnt(known, graded, serving).items():
            memories.save(visit.session, learner_id, question_id, memory)


def fitted(visit: Visit, learner: Learner) -> Fitted | None:
    """Tell how a learner's own forgetting was fitted; None while it was not."""
    row = fits.get(visit.session, learner.id)
    if row is None or row.on is None or row.loss_before is None or row.loss_after is None:
        return None
    return Fitted(row.on, row.reviews, row.loss_before, row.loss_after, row.adopted)
