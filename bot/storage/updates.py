"""Updates of Telegram's that learners have sent, so that one which comes again is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlmodel import col, select

from bot.storage.tables import Learner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel import Session

KEPT: Final = 100
"""Telegram shows no more unconfirmed updates than that, so no older one can come again."""


def begun(session: Session, learner_id: int) -> Sequence[int]:
    """List the last updates of a learner that were begun, in their order."""
    query = select(Learner.updates).where(col(Learner.id) == learner_id)
    return session.exec(query).first() or ()


def begin(learner: Learner, update_id: int) -> None:
    """Note an update in the transaction of what it asks for, once."""
    if update_id not in learner.updates:
        learner.updates = [*learner.updates, update_id][-KEPT:]
