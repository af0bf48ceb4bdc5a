"""Fits: the parameters of FSRS that serve a learner, and how they were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot.storage.tables import FitRow, Learner
from bot.study.memory import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlmodel import Session

    from bot.study.memory import Parameters


def get(session: Session, learner_id: int) -> FitRow | None:
    """Find the last fit of a learner."""
    return session.get(FitRow, learner_id)


def parameters(session: Session, learner_id: int) -> Parameters:
    """Tell by which parameters a learner is taken to forget: their own, or the defaults."""
    query = select(FitRow.parameters).where(FitRow.learner_id == learner_id, col(FitRow.adopted))
    own = session.exec(query).first()
    return tuple(own) if own else DEFAULTS


def of_late(session: Session, since: datetime) -> Sequence[Learner]:
    """List learners who have done something since then."""
    return session.exec(select(Learner).where(col(Learner.acted_at) > since)).all()
