"""Leeches: a question that is forgotten again and again is announced, and may be split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import arrival, clock, describing, pool
from bot.coach.turn import Notice, Turn
from bot.questions.model import QuestionId
from bot.storage import memories, prompts
from bot.storage.tables import PromptRow
from bot.study import leech, memory
from bot.study.memory import Grade
from bot.study.prompt import PromptState

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner
    from bot.study.leech import Leech

_SENT_UNKNOWN = 0
"""Stands for the id of a message that may have arrived."""


def notice_of(visit: Visit, learner: Learner, row: PromptRow) -> Leech | None:
    """Tell what is to be said after a grade of today; None when nothing is, or it was said."""
    told, of_today = row.leech_message_id, row.study_day == clock.today_of(visit, learner)
    if row.grade is None or not row.outcomes or told is not None or not of_today:
        return None
    outcomes = {Grade(grade): memory.from_json(after) for grade, after in row.outcomes.items()}
    lapses = leech.announced(outcomes, Grade(row.grade))
    question = pool.find(visit, learner.id, QuestionId(row.question_id))
    if lapses is None or question is None or row.id is None:
        return None
    ticked = prompts.ticked_of(visit.session, learner.id, row.question_id)
    missed = leech.most_missed(ticked, len(question.key_points))
    split = memories.is_split(visit.session, learner.id, row.question_id)
    return leech.Leech(
        prompt_id=row.id,
        question=question,
        lapses=lapses,
        missed=tuple(question.key_points[place] for place in missed),
        can_split=len(question.key_points) > 1 and not split,
    )


def told(visit: Visit, prompt_id: int, message_id: int | None) -> None:
    """Record the message of a notice; without an id its outcome is unknown and counts as sent."""
    row = visit.session.get(PromptRow, prompt_id)
    if row:
        row.leech_message_id = message_id or _SENT_UNKNOWN
        visit.session.add(row)


def take_back(visit: Visit, row: PromptRow) -> tuple[int, ...]:
    """Let what was said after a grade be said no more; return the message that said it."""
    said = row.leech_message_id
    row.leech_message_id = None
    visit.session.add(row)
    return (said,) if said else ()


def recall(visit: Visit, learner_id: int, prompt_id: int, point: int, *, said: bool) -> Turn:
    """Note whether the next key point was recalled; the last one brings the whole answer."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    if row is None:
        return Turn(Notice.UNKNOWN)
    prompt = describing.facts(visit, learner, row)
    if not prompt.is_by_points or prompt.question is None or point != row.recalled:
        return Turn(Notice.AGAIN, prompt)
    ticked = {*(row.ticked or ()), point} if said else {*(row.ticked or ())}
    values = {"ticked": sorted(ticked), "recalled": point + 1}
    if point + 1 < len(prompt.question.key_points):
        prompts.move(visit.session, row, values)
    else:
        revealed = {"state": PromptState.REVEALED, "revealed_at": visit.now, **values}
        describing.fix_outcomes(visit, learner, row, **revealed)
    return Turn(Notice.DONE, describing.facts(visit, learner, row))
