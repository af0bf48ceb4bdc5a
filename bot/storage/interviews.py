"""Interviews: noted, found while they lie ahead, and asked about when they are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlmodel import col, select

from bot.questions.model import AreaId, TopicId, TrackId
from bot.storage.tables import After, InterviewRow, PromptRow
from bot.study.interview import Felt, Interview, InterviewId, Subject
from bot.study.prompt import PromptState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, timedelta

    from sqlmodel import Session

_IS_WAITING = text("after = 'waiting'")
"""Literally what the partial index says, so that it is used."""


def put(session: Session, row: InterviewRow) -> InterviewRow:
    """Keep a new interview and give it its id."""
    session.add(row)
    session.flush()
    return row


def get(session: Session, learner_id: int, interview_id: int) -> InterviewRow | None:
    """Find an interview of this learner, unless it was dropped."""
    row = session.get(InterviewRow, interview_id)
    mine = row and row.learner_id == learner_id and row.after != After.DROPPED
    return row if mine else None


def made_by(session: Session, learner_id: int, update_id: int) -> InterviewRow | None:
    """Find the interview that an update has made."""
    query = select(InterviewRow).where(
        InterviewRow.learner_id == learner_id, InterviewRow.update_id == update_id
    )
    return session.exec(query).first()


def unsettled(session: Session, learner_id: int) -> Sequence[InterviewRow]:
    """List what a learner prepares for, or did until it was over, the nearest first."""
    query = select(InterviewRow).where(
        InterviewRow.learner_id == learner_id, col(InterviewRow.settled).is_(False)
    )
    return session.exec(query.order_by(col(InterviewRow.day), col(InterviewRow.id))).all()


def last_settled(session: Session, learner_id: int, since: date) -> InterviewRow | None:
    """Find the last interview that is over, if it was not too long ago."""
    query = select(InterviewRow).where(
        InterviewRow.learner_id == learner_id,
        col(InterviewRow.settled),
        InterviewRow.after != After.DROPPED,
        col(InterviewRow.day) >= since,
    )
    return session.exec(query.order_by(col(InterviewRow.day).desc())).first()


def is_on(session: Session, learner_id: int, day: date) -> bool:
    """Tell whether a learner has an interview on a day."""
    query = select(InterviewRow.id).where(
        InterviewRow.learner_id == learner_id,
        InterviewRow.day == day,
        col(InterviewRow.settled).is_(False),
    )
    return session.exec(query).first() is not None


def to_ask_about(session: Session, before: date) -> Sequence[int]:
    """List interviews of days before one, of which it was not asked yet how they went."""
    query = select(InterviewRow.id).where(_IS_WAITING, col(InterviewRow.day) < before)
    return [interview_id for interview_id in session.exec(query) if interview_id is not None]


def times(session: Session, learner_id: int, number: int) -> list[timedelta]:
    """Tell how long the last questions took that the learner had asked for, the newest first."""
    query = (
        select(PromptRow.asked_at, PromptRow.closed_at)
        .where(
            PromptRow.learner_id == learner_id,
            PromptRow.state == PromptState.GRADED,
            col(PromptRow.slot_day).is_(None),
        )
        .order_by(col(PromptRow.id).desc())
        .limit(number)
    )
    return [closed - asked for asked, closed in session.exec(query) if closed]


def as_value(row: InterviewRow) -> Interview:
    """Describe an interview as a value."""
    assert row.id is not None
    track = TrackId(row.track) if row.track else None
    return Interview(
        id=InterviewId(row.id),
        on=row.day,
        since=row.since,
        at=row.at,
        subject=Subject(
            track, frozenset(map(AreaId, row.areas)), frozenset(map(TopicId, row.topics))
        ),
        felt=Felt(row.felt) if row.felt else None,
    )
