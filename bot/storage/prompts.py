"""Prompts: put, moved from state to state by compare-and-set, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import CursorResult, text, update
from sqlmodel import col, select

from bot.questions.model import AreaId, QuestionId
from bot.storage.tables import PromptRow
from bot.study.picking import Asked
from bot.study.prompt import Confidence, PromptState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime, time

    from sqlmodel import Session

_IS_OPEN = text("state IN ('asked', 'revealed')")
"""Literally what the partial unique index says, so that it is used."""
_IS_PENDING = text("delivery = 'pending'")
_LATEST = 10
"""Prompts among which the answer of an update that came twice is looked for."""

_NEVER_ASKED = (PromptState.WITHDRAWN, PromptState.REPLACED)


def put(session: Session, row: PromptRow) -> PromptRow:
    """Keep a new prompt and give it its id."""
    session.add(row)
    session.flush()
    return row


def get(session: Session, learner_id: int, prompt_id: int) -> PromptRow | None:
    """Find a prompt of this learner; another's is as good as none."""
    row = session.get(PromptRow, prompt_id)
    return row if row and row.learner_id == learner_id else None


def open_of(session: Session, learner_id: int) -> PromptRow | None:
    """Find the one prompt that waits for a learner."""
    query = select(PromptRow).where(PromptRow.learner_id == learner_id, _IS_OPEN)
    return session.exec(query).first()


def answered_by(session: Session, learner_id: int, update_id: int) -> PromptRow | None:
    """Find the prompt, of the latest, to which an update has brought an answer: it came twice."""
    query = select(PromptRow).where(PromptRow.learner_id == learner_id)
    latest = session.exec(query.order_by(col(PromptRow.id).desc()).limit(_LATEST))
    return next(
        (
            row
            for row in latest
            if any(part["update_id"] == update_id for part in (*row.own_answer, *row.voices))
        ),
        None,
    )


def move(session: Session, row: PromptRow, values: Mapping[str, Any]) -> None:
    """Change a prompt if it is still in the state that was read.

    Whoever holds the lock on the learner finds it so; raises LookupError for who does not.
    """
    session.flush()
    statement = (
        update(PromptRow)
        .where(col(PromptRow.id) == row.id, col(PromptRow.state) == row.state)
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    if cast("CursorResult[Any]", session.execute(statement)).rowcount != 1:
        raise LookupError(f"Prompt {row.id} is no longer {row.state}.")
    session.refresh(row)


def asked_on(session: Session, learner_id: int, day: date) -> list[Asked]:
    """List what was put to a learner on a study day, in the order of asking."""
    query = (
        select(PromptRow.question_id, PromptRow.area_id, PromptRow.state, PromptRow.new)
        .where(
            PromptRow.learner_id == learner_id,
            PromptRow.study_day == day,
            col(PromptRow.state).not_in(_NEVER_ASKED),
        )
        .order_by(col(PromptRow.id))
    )
    return [
        Asked(
            QuestionId(question_id),
            AreaId(area_id) if area_id else None,
            graded=state == PromptState.GRADED,
            new=new,
        )
        for question_id, area_id, state, new in session.exec(query)
    ]


def last_ticked(session: Session, row: PromptRow) -> set[int] | None:
    """Tell which points were ticked when the question was graded last before this prompt."""
    query = (
        select(PromptRow.ticked)
        .where(
            PromptRow.learner_id == row.learner_id,
            PromptRow.question_id == row.question_id,
            PromptRow.state == PromptState.GRADED,
            col(PromptRow.id) < row.id,
        )
        .order_by(col(PromptRow.id).desc())
    )
    ticked = session.exec(query).first()
    return None if ticked is None else set(ticked)


def ticked_of(session: Session, learner_id: int, question_id: str) -> list[list[int]]:
    """List the points that were ticked each time a question was graded, where any were."""
    query = select(PromptRow.ticked).where(
        PromptRow.learner_id == learner_id,
        PromptRow.question_id == question_id,
        PromptRow.state == PromptState.GRADED,
    )
    return [list(ticked) for ticked in session.exec(query) if ticked is not None]


def sure_of(session: Session, learner_id: int) -> list[tuple[QuestionId, Confidence, int]]:
    """List graded questions of which is known how sure a learner was, and how much they ticked."""
    query = select(PromptRow.question_id, PromptRow.confidence, PromptRow.ticked).where(
        PromptRow.learner_id == learner_id,
        PromptRow.state == PromptState.GRADED,
        col(PromptRow.confidence).is_not(None),
    )
    return [
        (QuestionId(question_id), Confidence(confidence), len(ticked))
        for question_id, confidence, ticked in session.exec(query)
        if confidence and ticked is not None
    ]


def latest_of(session: Session, learner_id: int, question_id: str) -> PromptRow | None:
    """Find the last prompt of a question."""
    query = select(PromptRow).where(
        PromptRow.learner_id == learner_id, PromptRow.question_id == question_id
    )
    return session.exec(query.order_by(col(PromptRow.id).desc())).first()


def graded_after(session: Session, row: PromptRow) -> list[PromptRow]:
    """List later prompts of the same question that were graded on the same study day."""
    query = (
        select(PromptRow)
        .where(
            PromptRow.learner_id == row.learner_id,
            PromptRow.question_id == row.question_id,
            PromptRow.state == PromptState.GRADED,
            PromptRow.study_day == row.study_day,
            col(PromptRow.id) > row.id,
        )
        .order_by(col(PromptRow.id))
    )
    return list(session.exec(query))


def graded_days(session: Session, learner_id: int) -> set[date]:
    """List the study days on which a learner graded anything."""
    query = (
        select(col(PromptRow.study_day))
        .where(PromptRow.learner_id == learner_id, PromptRow.state == PromptState.GRADED)
        .distinct()
    )
    return set(session.exec(query))


def of_slot(session: Session, learner_id: int, day: date, at: time) -> PromptRow | None:
    """Find the first prompt of a daily question, which is also the claim on its slot."""
    query = select(PromptRow).where(
        PromptRow.learner_id == learner_id, PromptRow.slot_day == day, PromptRow.slot_at == at
    )
    return session.exec(query).first()


def unsent(session: Session, put_before: datetime) -> Sequence[int]:
    """List open prompts of which no sending is recorded: pushes, and others put a while ago."""
    query = select(PromptRow.id).where(
        _IS_PENDING,
        _IS_OPEN,
        col(PromptRow.slot_day).is_not(None) | (col(PromptRow.asked_at) < put_before),
    )
    return [prompt_id for prompt_id in session.exec(query) if prompt_id is not None]


def last_replaced(session: Session, learner_id: int) -> int | None:
    """Find the message of the prompt that was replaced last."""
    query = (
        select(PromptRow.message_id)
        .where(PromptRow.learner_id == learner_id, PromptRow.state == PromptState.REPLACED)
        .order_by(col(PromptRow.id).desc())
    )
    return session.exec(query).first()
