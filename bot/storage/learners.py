"""Learners: found, locked, and forgotten."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, delete, func, literal_column
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from bot.storage import mocks
from bot.storage.tables import (
    Checkin,
    EncounterRow,
    FitRow,
    InterviewRow,
    Learner,
    MemoryRow,
    MockQuestionRow,
    MockRow,
    NotebookRow,
    NoteRow,
    PromptRow,
    ReportRow,
    SetRow,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was deleted about a learner."""

    prompts: int
    memories: int
    notebooks: int


def lock(session: Session, learner_id: int) -> Learner | None:
    """Find a learner and hold their row, so that what they do is done one after another."""
    return session.get(Learner, learner_id, with_for_update=True)


def join(session: Session, learner_id: int, now: datetime) -> Learner:
    """Find a learner, or make one of somebody new, and hold their row."""
    found = lock(session, learner_id)
    if found:
        return found
    with suppress(IntegrityError), session.begin_nested():  # another process may be quicker
        session.add(Learner(id=learner_id, joined_at=now, acted_at=now))
    return session.get_one(Learner, learner_id, with_for_update=True)


def everybody(session: Session) -> Sequence[int]:
    """List every learner."""
    return session.exec(select(Learner.id)).all()


def due_for_push(session: Session, now: datetime) -> Sequence[int]:
    """List learners whose next daily question is due, the longest waiting first."""
    query = (
        select(Learner.id)
        .where(col(Learner.next_push_at) <= now)
        .order_by(col(Learner.next_push_at))
    )
    return session.exec(query).all()


def due_for_summary(session: Session, now: datetime) -> Sequence[int]:
    """List learners for whom the summary of their week is due."""
    return session.exec(select(Learner.id).where(col(Learner.next_summary_at) <= now)).all()


def with_pending_checkin(session: Session) -> Sequence[int]:
    """List learners to whom the question whether to go on was not sent yet."""
    pending: ColumnElement[str] = literal_column(
        f"'{Checkin.PENDING}'"
    )  # as the partial index is written
    return session.exec(select(Learner.id).where(col(Learner.checkin) == pending)).all()


def forget(session: Session, learner_id: int) -> Forgotten:
    """Delete everything about a learner, and say how much it was."""
    counted = (PromptRow, MemoryRow, NotebookRow)
    counts = {table: _count(session, table, learner_id) for table in counted}
    mocks.let_friend_go(session, learner_id)
    mine = (
        Step,
        MockQuestionRow,
        MockRow,
        PromptRow,
        SetRow,
        MemoryRow,
        FitRow,
        EncounterRow,
        InterviewRow,
        ReportRow,
        NoteRow,
        NotebookRow,
    )
    for table in mine:
        session.execute(delete(table).where(_owner(table) == learner_id))
    session.execute(delete(Learner).where(col(Learner.id) == learner_id))
    return Forgotten(
        prompts=counts[PromptRow], memories=counts[MemoryRow], notebooks=counts[NotebookRow]
    )


def _count(session: Session, table: type[Any], learner_id: int) -> int:
    query = select(func.count()).select_from(table).where(_owner(table) == learner_id)
    return session.exec(query).one()


def _owner(table: type[Any]) -> Any:  # noqa: ANN401 - a column of whichever table
    return col(table.learner_id)
