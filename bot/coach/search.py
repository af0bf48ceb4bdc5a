"""What was searched for: a learner's own notes to look through, and a question asked on request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.coach import arrival, asking, pool, sets
from bot.storage import prompts
from bot.study.learner import Awaiting
from bot.study.prompt import Origin, PromptState

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.questions.model import Question, QuestionId
    from bot.study.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Asking:
    """What came of asking a certain question.

    ``put_away`` is the question that had waited instead. ``first`` when a revealed one is to be
    graded first: then that is what is ``shown``.
    """

    shown: Prompt
    put_away: Prompt | None = None
    first: bool = False


def notes(visit: Visit, learner_id: int) -> list[Question]:
    """List the questions of a learner's own notes with their texts; nobody else's."""
    return pool.whole_notes(visit, learner_id)


def typed(visit: Visit, learner_id: int, *, update_id: int) -> None:
    """Note that the words to search for have come."""
    learner = arrival.arrive(visit, learner_id, typing=True)
    arrival.settle(learner, Awaiting.SEARCH, update_id)


def ask(visit: Visit, learner_id: int, question_id: QuestionId) -> Asking | None:
    """Ask a certain question now; None when there is none of that id for this learner.

    An unanswered one that waits is put away as if it had not been asked; within a set the set
    goes on afterwards. A revealed one is to be graded first.
    """
    learner = arrival.arrive(visit, learner_id)
    question = pool.find(visit, learner_id, question_id)
    if question is None:
        return None
    waiting, row = asking.open_prompt(visit, learner), prompts.open_of(visit.session, learner_id)
    if waiting and waiting.question and waiting.question.id == question.id:
        return Asking(waiting)
    if waiting and waiting.state is PromptState.REVEALED:
        return Asking(waiting, first=True)
    set_id = row.set_id if row else None
    put_away = sets.put_away_open(visit, learner)
    origin = Origin.SET if set_id is not None else Origin.ASKED
    return Asking(asking.put(visit, learner, question, origin=origin, set_id=set_id), put_away)
