"""Memories: what each learner remembers of each question, and what they have hidden."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot.questions.model import QuestionId
from bot.storage.tables import MemoryRow
from bot.study.memory import Memory

if TYPE_CHECKING:
    from sqlmodel import Session

_FIELDS = tuple(field.name for field in fields(Memory))
_COLUMNS = [getattr(MemoryRow, name) for name in _FIELDS]


def of(session: Session, learner_id: int) -> dict[QuestionId, Memory]:
    """Read every memory of a learner."""
    query = select(MemoryRow.question_id, *_COLUMNS).where(
        MemoryRow.learner_id == learner_id, col(MemoryRow.stability).is_not(None)
    )
    return {QuestionId(row[0]): Memory(*row[1:]) for row in session.exec(query)}


def hidden(session: Session, learner_id: int) -> set[QuestionId]:
    """Read which questions a learner never wants to see."""
    query = select(MemoryRow.question_id).where(
        MemoryRow.learner_id == learner_id, col(MemoryRow.hidden)
    )
    return {QuestionId(question_id) for question_id in session.exec(query)}


def starred(session: Session, learner_id: int) -> set[QuestionId]:
    """Read which questions a learner has put a star on."""
    query = select(MemoryRow.question_id).where(
        MemoryRow.learner_id == learner_id, col(MemoryRow.starred)
    )
    return {QuestionId(question_id) for question_id in session.exec(query)}


def get(session: Session, learner_id: int, question_id: str) -> Memory | None:
    """Read one memory; None when the question was never graded."""
    row = session.get(MemoryRow, (learner_id, question_id))
    if row is None or row.stability is None:
        return None
    return Memory(**{name: getattr(row, name) for name in _FIELDS})


def save(session: Session, learner_id: int, question_id: str, memory: Memory | None) -> None:
    """Keep one memory; None takes it back to never graded."""
    row = _row(session, learner_id, question_id)
    values = asdict(memory) if memory else dict.fromkeys(_FIELDS) | {"reviews": 0, "lapses": 0}
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)


def is_hidden(session: Session, learner_id: int, question_id: str) -> bool:
    """Tell whether a learner has hidden a question."""
    row = session.get(MemoryRow, (learner_id, question_id))
    return row is not None and row.hidden


def hide(session: Session, learner_id: int, question_id: str, *, hidden: bool) -> None:
    """Hide a question from a learner for good, or show it again."""
    row = _row(session, learner_id, question_id)
    row.hidden = hidden
    session.add(row)


def is_starred(session: Session, learner_id: int, question_id: str) -> bool:
    """Tell whether a learner has put a star on a question."""
    row = session.get(MemoryRow, (learner_id, question_id))
    return row is not None and row.starred


def star(session: Session, learner_id: int, question_id: str, *, starred: bool) -> None:
    """Put a star on a question, or take it off."""
    row = _row(session, learner_id, question_id)
    row.starred = starred
    session.add(row)


def is_split(session: Session, learner_id: int, question_id: str) -> bool:
    """Tell whether a learner is asked a question one key point at a time."""
    row = session.get(MemoryRow, (learner_id, question_id))
    return row is not None and row.split


def split(session: Session, learner_id: int, question_id: str, *, split: bool) -> None:
    """Ask a question one key point at a time, or as a whole again."""
    row = _row(session, learner_id, question_id)
    row.split = split
    session.add(row)


def _row(session: Session, learner_id: int, question_id: str) -> MemoryRow:
    found = session.get(MemoryRow, (learner_id, question_id))
    return found or MemoryRow(learner_id=learner_id, question_id=question_id)
