"""A learner does something: they are found or welcomed, and what they were asked to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import pushing
from bot.storage import learners, updates
from bot.storage.tables import Checkin, Learner
from bot.study.learner import Awaiting

if TYPE_CHECKING:
    from bot.coach.transaction import Visit

ANY_TEXT = {
    Awaiting.IMPORT,
    Awaiting.INTERVIEW,
    Awaiting.A_DAY,
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
    note(visit, learner)
    if not typing and learner.awaiting in ANY_TEXT:
        learner.awaiting = None
    learner.acted_at = visit.now
    learner.unanswered_pushes = 0
    if learner.paused_until and learner.paused_until <= visit.now:
        learner.paused_until = None
    if not learner.reachable or learner.checkin != Checkin.NONE:
        learner.reachable = True
        learner.checkin = Checkin.NONE
        pushing.plan_push(visit, learner)
    return learner


def note(visit: Visit, learner: Learner) -> None:
    """Note the update that has brought a learner, with what it changes."""
    if visit.cause and visit.cause.sender == learner.id:
        updates.begin(learner, visit.cause.update_id)


def is_over(visit: Visit, learner_id: int, update_id: int) -> bool:
    """Tell whether all that an update has led to is done: a later one was begun since.

    What a learner sends is taken one after another. Only the last may have been cut short: it
    is taken again when it comes again, and finds what it has done.
    """
    return update_id in updates.begun(visit.session, learner_id)[:-1]


def settle(learner: Learner, awaited: Awaiting, update_id: int) -> None:
    """Note that an update has brought the awaited text, in case it comes twice."""
    learner.awaiting = learner.awaiting_about = None
    learner.settled_by, learner.settled_as = update_id, awaited
