"""Mock rounds: begun one at a time, moved on, and looked back at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, text, update
from sqlmodel import col, select

from bot.questions.model import QuestionId
from bot.storage.tables import MockQuestionRow, MockRow, PromptRow
from bot.study.mock import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlmodel import Session

_IS_ON = text("stage IN ('invited', 'asking', 'debrief')")
"""Literally what the partial unique index says, so that it is used."""


def add(session: Session, row: MockRow) -> MockRow:
    """Keep a new round and give it its id."""
    session.add(row)
    session.flush()
    return row


def ask(session: Session, row: MockQuestionRow) -> MockQuestionRow:
    """Keep a question of a round and give it its id."""
    session.add(row)
    session.flush()
    return row


def get(session: Session, learner_id: int, mock_id: int) -> MockRow | None:
    """Find a round of this learner; another's is as good as none."""
    row = session.get(MockRow, mock_id)
    return row if row and row.learner_id == learner_id else None


def on(session: Session, learner_id: int) -> MockRow | None:
    """Find the one round of a learner that is not over."""
    return session.exec(select(MockRow).where(MockRow.learner_id == learner_id, _IS_ON)).first()


def by_secret(session: Session, secret: str) -> MockRow | None:
    """Find the round that a link leads to."""
    return session.exec(select(MockRow).where(MockRow.secret == secret)).first()


def interviewed_by(session: Session, friend_id: int) -> Sequence[MockRow]:
    """List the rounds that are not over in which somebody is the interviewer, the newest first."""
    query = select(MockRow).where(MockRow.friend_id == friend_id, _IS_ON)
    return session.exec(query.order_by(col(MockRow.id).desc())).all()


def let_friend_go(session: Session, friend_id: int) -> None:
    """Forget that somebody was the interviewer of any round."""
    values = {"friend_id": None, "friend_agreed": False}
    session.execute(update(MockRow).where(col(MockRow.friend_id) == friend_id).values(**values))


def questions(session: Session, mock_id: int) -> Sequence[tuple[MockQuestionRow, PromptRow]]:
    """List what was asked in a round with the prompts of it, in the order of asking."""
    query = (
        select(MockQuestionRow, PromptRow)
        .join(PromptRow, col(MockQuestionRow.prompt_id) == col(PromptRow.id))
        .where(MockQuestionRow.mock_id == mock_id)
        .order_by(col(MockQuestionRow.ordinal))
    )
    return session.exec(query).all()


def question(session: Session, question_id: int) -> MockQuestionRow | None:
    """Find one question of any round."""
    return session.get(MockQuestionRow, question_id)


def of_prompt(session: Session, prompt_id: int | None) -> MockQuestionRow | None:
    """Find the place of a prompt in its round."""
    query = select(MockQuestionRow).where(MockQuestionRow.prompt_id == prompt_id)
    return session.exec(query).first()


def ended(session: Session, learner_id: int, before: int | None = None) -> Sequence[MockRow]:
    """List the rounds that were gone through to the end, the newest first."""
    query = select(MockRow).where(MockRow.learner_id == learner_id, MockRow.stage == Stage.DONE)
    if before is not None:
        query = query.where(col(MockRow.id) < before)
    return session.exec(query.order_by(col(MockRow.id).desc())).all()


def asked_last(
    session: Session, learner_id: int, before: int | None = None
) -> frozenset[QuestionId]:
    """List what was asked in the last round in which anything was, or in the last one before."""
    last = select(func.max(col(MockQuestionRow.mock_id))).where(
        MockQuestionRow.learner_id == learner_id
    )
    if before is not None:
        last = last.where(col(MockQuestionRow.mock_id) < before)
    query = select(MockQuestionRow.question_id).where(
        col(MockQuestionRow.mock_id) == last.scalar_subquery()
    )
    return frozenset(map(QuestionId, session.exec(query)))


def times_asked(session: Session, learner_id: int) -> dict[QuestionId, int]:
    """Count in how many rounds each question was asked."""
    query = (
        select(MockQuestionRow.question_id, func.count())
        .where(MockQuestionRow.learner_id == learner_id)
        .group_by(col(MockQuestionRow.question_id))
    )
    return {QuestionId(question_id): times for question_id, times in session.exec(query)}


def to_nudge(session: Session, now: datetime) -> Sequence[int]:
    """List the questions of rounds at which a word about the time is due."""
    query = select(MockQuestionRow.id).where(col(MockQuestionRow.nudge_at) <= now)
    return [id_ for id_ in session.exec(query) if id_ is not None]
