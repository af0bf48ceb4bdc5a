"""Reviews of a learner who has practised for long, put straight into the database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert

from bot.storage.tables import PromptRow
from bot.study.memory import Memory, as_json
from bot.study.prompt import Delivery, PromptState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlmodel import Session

    from bot.study.progress import Review


def insert_reviews(session: Session, learner_id: int, reviews: Iterable[Review]) -> None:
    """Let a learner have given these grades."""
    session.execute(insert(PromptRow), [_row(learner_id, review) for review in reviews])


def _row(learner_id: int, review: Review) -> dict[str, object]:
    at = datetime.combine(review.day, datetime.min.time(), tzinfo=UTC)
    left = Memory(review.stability or 1.0, 5.0, review.day, review.day)
    return {
        "learner_id": learner_id,
        "question_id": review.question_id,
        "state": PromptState.GRADED,
        "new": False,
        "study_day": review.day,
        "asked_at": at,
        "closed_at": at,
        "grade": review.grade,
        "outcomes": {review.grade.value: as_json(left)},
        "delivery": Delivery.SENT,
    }
