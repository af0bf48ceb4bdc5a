"""How far sets have come: read from what was graded and put aside in them, so undo needs no more.

What was hidden since, or taken out of the bank, is no longer part of a set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import pool
from bot.questions.model import QuestionId
from bot.storage import memories, sets
from bot.study.sets import InSet, SetState, following

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.coach.transaction import Visit
    from bot.questions.model import Question
    from bot.storage.tables import PromptRow, SetRow
    from bot.study.memory import Memory


def plan_of(visit: Visit, row: SetRow) -> tuple[QuestionId, ...]:
    """List the questions of a set that were covered or can still be asked, in their order."""
    assert row.id is not None
    covered = sets.covered(visit.session, row.id)
    hidden = memories.hidden(visit.session, row.learner_id)
    planned = (visit.bank.renamed.get(QuestionId(id_), QuestionId(id_)) for id_ in row.plan)
    return tuple(
        id_
        for id_ in dict.fromkeys(planned)
        if id_ in covered or (id_ not in hidden and pool.find(visit, row.learner_id, id_))
    )


def next_of(visit: Visit, row: SetRow) -> QuestionId | None:
    """Name the question of a set that comes next; None when it has been gone through."""
    assert row.id is not None
    return following(plan_of(visit, row), sets.covered(visit.session, row.id))


def state_of(visit: Visit, row: SetRow) -> SetState:
    """Tell how far a set has come."""
    assert row.id is not None
    plan, covered = plan_of(visit, row), sets.covered(visit.session, row.id)
    return SetState(row.id, row.name, sum(id_ in covered for id_ in plan), len(plan))


def place_of(visit: Visit, prompt: PromptRow) -> InSet | None:
    """Tell where a prompt stands in its set; None for one that is in none, or only an aside."""
    row = sets.get(visit.session, prompt.learner_id, prompt.set_id) if prompt.set_id else None
    if row is None or row.id is None:
        return None
    plan, id_ = plan_of(visit, row), QuestionId(prompt.question_id)
    return InSet(row.id, row.name, plan.index(id_) + 1, len(plan)) if id_ in plan else None


def has_others(visit: Visit, prompt: PromptRow) -> bool:
    """Tell whether a set goes on after a prompt of it."""
    row = sets.get(visit.session, prompt.learner_id, prompt.set_id) if prompt.set_id else None
    if row is None or row.id is None:
        return False
    covered = sets.covered(visit.session, row.id) | {QuestionId(prompt.question_id)}
    return following(plan_of(visit, row), covered) is not None


def returning(
    visit: Visit, learner_id: int, known: Mapping[QuestionId, Memory], day: date
) -> list[Question]:
    """List what was failed in sets today and comes back today, whatever the learner has chosen."""
    failed = sets.failed_on(visit.session, learner_id, day)
    back = (id_ for id_ in sorted(failed) if id_ in known and known[id_].returns_on(day))
    return [question for id_ in back if (question := pool.find(visit, learner_id, id_))]
