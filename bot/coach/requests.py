"""Texts taken for the wrong thing: a request for an answer, or an answer for a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import arrival, asking, course, describing, sets
from bot.coach.sets import Resumed
from bot.storage import prompts
from bot.storage import sets as stored
from bot.study.prompt import Prompt, PromptState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.coach.transaction import Visit

_PUT_AWAY = {PromptState.WITHDRAWN, PromptState.HELD}


def is_open(visit: Visit, learner_id: int, *, update_id: int) -> bool:
    """Tell whether a question waits for an answer; one that the same text has asked for does not.

    Such a text has come twice, and is understood as it was the first time.
    """
    learner = arrival.arrive(visit, learner_id)
    if stored.made_by(visit.session, learner_id, update_id):
        return False
    return asking.open_prompt(visit, learner) is not None


def was_request(visit: Visit, learner_id: int, message_id: int) -> str | None:
    """Take a text out of the answer to the open question; None when it is not part of that."""
    arrival.arrive(visit, learner_id)
    row = prompts.open_of(visit.session, learner_id)
    said = [part for part in row.own_answer if part["message_id"] == message_id] if row else []
    if row is None or not said:
        return None
    row.own_answer = [part for part in row.own_answer if part["message_id"] != message_id]
    visit.session.add(row)
    return str(said[0]["text"])


def was_answer(
    visit: Visit, learner_id: int, prompt_id: int, said: Mapping[str, object]
) -> Resumed | None:
    """Open a question again whose answer was taken for a request, and keep the answer.

    ``said`` holds its ``text`` and ``message_id``. The set that came of it is dropped. None when
    something else was done since.
    """
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    waiting = prompts.open_of(visit.session, learner_id)
    if row is None or row.state not in _PUT_AWAY or waiting is None:
        return None
    if waiting.set_id is None or stored.covered(visit.session, waiting.set_id):
        return None
    sets.drop(visit, learner_id, waiting.set_id)
    put_away = sets.put_away_open(visit, learner)
    part = {"update_id": 0, **said}
    if row.state == PromptState.HELD:
        prompts.move(visit.session, row, {"own_answer": [*row.own_answer, part]})
        again = course.follow(visit, learner, row)
        return Resumed(again, put_away) if isinstance(again, Prompt) else None
    state = PromptState.REVEALED if row.outcomes else PromptState.ASKED
    values = {"state": state, "closed_at": None, "own_answer": [*row.own_answer, part]}
    prompts.move(visit.session, row, values)
    if state is PromptState.REVEALED:  # its question may have been graded otherwise since
        describing.fix_outcomes(visit, learner, row)
    return Resumed(describing.facts(visit, learner, row), put_away)
