"""Encounters: the times that a learner was asked a question in a real interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot.questions.model import QuestionId
from bot.storage.tables import EncounterRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from sqlmodel import Session


def note(session: Session, row: EncounterRow) -> EncounterRow:
    """Keep a new encounter and give it its id."""
    session.add(row)
    session.flush()
    return row


def get(session: Session, learner_id: int, encounter_id: int) -> EncounterRow | None:
    """Find an encounter of this learner."""
    row = session.get(EncounterRow, encounter_id)
    return row if row and row.learner_id == learner_id else None


def of(session: Session, learner_id: int, question_id: str) -> Sequence[EncounterRow]:
    """List the encounters with one question that hold, in the order of their noting."""
    query = select(EncounterRow).where(
        EncounterRow.learner_id == learner_id,
        EncounterRow.question_id == question_id,
        col(EncounterRow.taken_back).is_(False),
    )
    return session.exec(query.order_by(col(EncounterRow.id))).all()


def questions(session: Session, learner_id: int) -> frozenset[QuestionId]:
    """Name the questions that a learner was asked for real."""
    query = select(EncounterRow.question_id).where(
        EncounterRow.learner_id == learner_id, col(EncounterRow.taken_back).is_(False)
    )
    return frozenset(map(QuestionId, session.exec(query)))


def noted_since(session: Session, learner_id: int, day: date) -> frozenset[QuestionId]:
    """Name the questions that a learner has noted as asked for real from a study day on."""
    query = select(EncounterRow.question_id).where(
        EncounterRow.learner_id == learner_id,
        col(EncounterRow.taken_back).is_(False),
        col(EncounterRow.noted_on) >= day,
    )
    return frozenset(map(QuestionId, session.exec(query)))


def keep(session: Session, learner_id: int, question_id: str, ids: Collection[int]) -> None:
    """Let exactly these encounters with a question hold, and take back the others."""
    query = select(EncounterRow).where(
        EncounterRow.learner_id == learner_id, EncounterRow.question_id == question_id
    )
    for row in session.exec(query):
        row.taken_back = row.id not in ids
        session.add(row)
    session.flush()
