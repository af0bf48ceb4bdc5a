"""The summary of a week: claimed in one transaction, and sent after it.

Who is written to on a Sunday had better miss a summary than get it twice, so the claim is final;
only what has surely not been sent waits for the next tick.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.coach import clock, nudge, progress, pushing
from bot.storage import interviews, learners, reviews

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner
    from bot.study.progress.account import Progress

LATELY: Final = timedelta(days=14)
"""Who has graded nothing for so long is told of no week."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A claimed summary, and the instant for which it was planned."""

    progress: Progress
    planned_for: datetime


def due(visit: Visit) -> Sequence[int]:
    """List the learners whose Sunday has come."""
    return learners.due_for_summary(visit.session, visit.now)


def claim(visit: Visit, learner_id: int) -> Summary | None:
    """Claim a learner's summary, once; None when there is none to be sent now."""
    learner = learners.lock(visit.session, learner_id)
    if learner is None or learner.next_summary_at is None or learner.next_summary_at > visit.now:
        return None
    slot = pushing.summary_slot(learner)
    if slot is None or not slot.is_open(visit.now):
        pushing.plan_summary(visit, learner)
        return None
    if nudge.is_busy(visit, learner):
        return None
    learner.summarised_on = slot.day
    pushing.plan_summary(visit, learner)
    if interviews.is_on(visit.session, learner_id, slot.day) or not _has_practised(visit, learner):
        return None
    return Summary(progress.progress_of(visit, learner), slot.opens)


def not_sent(visit: Visit, learner_id: int, planned_for: datetime) -> None:
    """Give a summary back that has surely not been sent; the next tick tries again."""
    learner = learners.lock(visit.session, learner_id)
    if learner and learner.next_summary_at:  # it is still wanted
        learner.summarised_on = None
        learner.next_summary_at = planned_for


def _has_practised(visit: Visit, learner: Learner) -> bool:
    today = clock.today_of(visit, learner)
    return any(day > today - LATELY for day in reviews.days(visit.session, learner.id))
