"""Another grade for a question that was graded today: what followed from the first one follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.coach import arrival, clock, describing, leech, mending, pushing
from bot.coach.turn import Notice, Turn
from bot.storage import fits, memories, prompts, steps
from bot.study import memory
from bot.study.memory import Grade
from bot.study.prompt import Origin, PromptState

if TYPE_CHECKING:
    from datetime import date

    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner, PromptRow
    from bot.study.memory import Memory


def regrade(  # noqa: PLR0913 - a tap names the prompt, the grade, and what its label promised
    visit: Visit,
    learner_id: int,
    prompt_id: int,
    grade: Grade,
    *,
    promised: date | None = None,
    update_id: int | None = None,
) -> Turn:
    """Take another grade for a graded prompt while its study day lasts; undo takes it back."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    if row is None:
        return Turn(Notice.UNKNOWN)
    today = clock.today_of(visit, learner)
    repeated = steps.moved_by(visit.session, learner_id, update_id)
    if repeated or (row.state == PromptState.GRADED and row.grade == grade):
        return Turn(Notice.AGAIN, describing.facts(visit, learner, row))
    if row.state != PromptState.GRADED or row.study_day != today or row.outcomes is None:
        return Turn(Notice.CLOSED, describing.facts(visit, learner, row))
    chosen = memory.from_json(row.outcomes[grade])
    if promised not in {None, chosen.due_day}:
        return Turn(Notice.NEW_DAY, describing.facts(visit, learner, row))
    later = prompts.graded_after(visit.session, row)
    before = _state(visit, row, later)
    after = _replay(visit, chosen, later, today)
    memories.save(visit.session, learner_id, row.question_id, after)
    prompts.move(visit.session, row, {"grade": grade})
    mending.record(visit, row, mending.REGRADE, before, _state(visit, row, later), update_id)
    said = leech.take_back(visit, row)
    gone = _settle_return(visit, learner, row, after, today)
    pushing.keep_push(visit, learner)
    prompt = describing.facts(visit, learner, row)
    relabelled = mending.relabelled(visit, learner, row)
    following = mending.go_on(visit, learner, gone) if gone else relabelled
    withdrawn = (*said, gone.message_id) if gone and gone.message_id else said
    notice = leech.notice_of(visit, learner, row)
    return Turn(Notice.DONE, prompt, following, withdrawn=withdrawn, leech=notice)


def _replay(visit: Visit, known: Memory, later: list[PromptRow], today: date) -> Memory:
    """Let the grades that were given since follow from another memory."""
    for row in later:
        assert row.outcomes is not None
        assert row.grade is not None
        came_back = memory.from_json(row.outcomes[Grade.AGAIN]).returns_on(today)
        parameters = fits.parameters(visit.session, row.learner_id)
        outcomes = memory.outcomes(known, today, others_left=came_back, parameters=parameters)
        kept = {grade.value: memory.as_json(after) for grade, after in outcomes.items()}
        prompts.move(visit.session, row, {"outcomes": kept})
        known = outcomes[Grade(row.grade)]
    return known


def _settle_return(
    visit: Visit, learner: Learner, row: PromptRow, after: Memory, today: date
) -> PromptRow | None:
    """Bring the open question up to date, if it is the same one; it goes if it need not return."""
    waiting = prompts.open_of(visit.session, learner.id)
    if waiting is None or waiting.question_id != row.question_id:
        return None
    if after.returns_on(today) or waiting.origin == Origin.MOCK:
        return None
    values = {"state": PromptState.WITHDRAWN, "closed_at": visit.now}
    prompts.move(visit.session, waiting, values)
    return waiting


def _state(visit: Visit, row: PromptRow, later: list[PromptRow]) -> dict[str, Any]:
    followed = {str(other.id): other.outcomes for other in later}
    return mending.state_of(visit, row) | {"later": followed}
