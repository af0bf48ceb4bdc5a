"""Where a prompt stands in a mock round."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.coach import pool
from bot.questions.model import QuestionId
from bot.storage import mocks
from bot.study import mock
from bot.study.mock import Answered, Clarity, Length, Mode, Place, Stage

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.storage.tables import PromptRow


def place_of(visit: Visit, prompt: PromptRow) -> Place | None:
    """Tell where a prompt stands in its round; None for one that is in none."""
    asked = mocks.of_prompt(visit.session, prompt.id)
    row = mocks.get(visit.session, prompt.learner_id, asked.mock_id) if asked else None
    if asked is None or row is None or row.id is None or asked.id is None:
        return None
    length = Length(row.length)
    rows = [each for each, _ in mocks.questions(visit.session, row.id)]
    before = (each.took_seconds for each in rows if each.ordinal < asked.ordinal)
    question = pool.find(visit, prompt.learner_id, QuestionId(prompt.question_id))
    took = timedelta(seconds=sum(before))
    return Place(
        round_id=row.id,
        exchange_id=asked.id,
        mode=Mode(row.mode),
        stage=Stage(row.stage),
        number=sum(each.depth == 0 and each.ordinal <= asked.ordinal for each in rows),
        of=None if length.time else len(row.plan),
        depth=asked.depth,
        suggested=mock.suggested_time(question.level if question else None),
        left=max(length.time - took, timedelta()) if length.time else None,
        clarity=Clarity(asked.clarity) if asked.clarity else None,
        interviewer=row.friend_agreed,
        answered=Answered(asked.answered) if asked.answered else None,
    )
