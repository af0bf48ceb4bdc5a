"""Steps: one row for each act of a learner that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, update
from sqlmodel import col, select

from bot.storage.tables import Step
from bot.study.marks import Mark

if TYPE_CHECKING:
    from sqlmodel import Session

DEPTH = 30
"""Steps of one learner that can be taken back one after another."""


def record(session: Session, step: Step) -> Step:
    """Keep a step, and let go of the oldest; what was undone before can no longer be redone.

    Undone ones stay as long, since the update that made one may come again.
    """
    mine = col(Step.learner_id) == step.learner_id
    session.execute(update(Step).where(mine, col(Step.undone)).values(void=True))
    session.add(step)
    session.flush()
    newest = select(Step.id).where(mine).order_by(col(Step.id).desc())
    can_be_undone = newest.where(col(Step.undone).is_(False)).limit(DEPTH)
    kept = col(Step.id).in_(can_be_undone) | col(Step.id).in_(newest.limit(2 * DEPTH))
    session.execute(delete(Step).where(mine, ~kept))
    return step


def latest(session: Session, learner_id: int) -> Step | None:
    """Find the step that undo would take back."""
    query = (
        select(Step)
        .where(Step.learner_id == learner_id, col(Step.undone).is_(False))
        .order_by(col(Step.id).desc())
    )
    return session.exec(query).first()


def latest_undone(session: Session, learner_id: int) -> Step | None:
    """Find the step that redo would do again: the oldest of those undone since the last act."""
    query = (
        select(Step)
        .where(Step.learner_id == learner_id, col(Step.undone), col(Step.void).is_(False))
        .order_by(col(Step.id))
    )
    return session.exec(query).first()


def get(session: Session, learner_id: int, step_id: int) -> Step | None:
    """Find a step of this learner."""
    step = session.get(Step, step_id)
    return step if step and step.learner_id == learner_id else None


def closing(session: Session, prompt_id: int) -> Step | None:
    """Find the step that closed a prompt, if it can still be taken back."""
    query = select(Step).where(
        Step.prompt_id == prompt_id, col(Step.undone).is_(False), col(Step.kind).not_in(Mark)
    )
    return session.exec(query.order_by(col(Step.id).desc())).first()


def moved_by(session: Session, learner_id: int, update_id: int | None) -> Step | None:
    """Find the step that an update has made, undone or done again last: the update came twice."""
    if update_id is None:
        return None
    query = select(Step).where(Step.learner_id == learner_id, Step.update_id == update_id)
    return session.exec(query).first()
