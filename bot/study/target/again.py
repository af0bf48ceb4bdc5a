"""When a plan comes back to a question: what the buttons of grades can say."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.study.target.forgetting import Strength
from bot.study.target.outlook import worth_of
from bot.study.target.preparation import Standing
from bot.study.target.prices import block

if TYPE_CHECKING:
    from datetime import date

    from bot.questions.model import QuestionId
    from bot.study.memory import Memory
    from bot.study.target.plan import Plan
    from bot.study.target.preparation import Preparation


def asked_again(
    preparation: Preparation, planned: Plan, question_id: QuestionId, graded: Memory
) -> date | None:
    """Tell by when a plan asks a question again that a grade of today leaves with this memory.

    None when the memory itself is due no later, or when the plan needs it no more.
    """
    target, ahead = preparation.target, preparation.ahead
    if preparation.standing is not Standing.AHEAD or question_id not in target.weights:
        return None
    worth = worth_of(preparation, question_id, planned.level)
    best = worth.next_review(Strength(graded.stability, graded.difficulty), ahead)
    if best is None:
        return None
    latest = min(day.ahead for day in preparation.days if block(day.ahead, ahead) == best)
    again = target.on - timedelta(days=latest)
    return again if again < graded.due_day else None
