"""Practising: a question is shown, answered, revealed, graded or put aside.

Every function is one act in one transaction. A button carries the id of its prompt; what no
longer fits the state of that prompt changes nothing and is told as a ``Notice``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.coach import arrival, asking, clock, comeback, describing, leech, mock, sets
from bot.coach.mending import Change
from bot.coach.turn import Notice, Turn
from bot.storage import memories, prompts, steps
from bot.storage.tables import Learner, PromptRow
from bot.study import memory
from bot.study.mock import Answered
from bot.study.prompt import Delivery, Origin, Prompt, PromptState

if TYPE_CHECKING:
    from datetime import date

    from bot.coach.transaction import Visit
    from bot.study.learner import Rest
    from bot.study.memory import Grade
    from bot.study.prompt import Confidence, Help


def next_question(visit: Visit, learner_id: int, *, more: bool = False) -> Prompt | Rest:
    """Show the question that waits, or put another one.

    A set that was left, or an easy return after a gap, is offered first.
    """
    learner = arrival.arrive(visit, learner_id)
    offered = None if more else sets.offer(visit, learner) or comeback.offer(visit, learner)
    return offered or asking.ask_next(visit, learner, beyond_limits=more)


def look(visit: Visit, learner_id: int, prompt_id: int) -> Turn:
    """Look at a prompt without changing it."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    return Turn(Notice.DONE, describing.facts(visit, learner, row)) if row else Turn(Notice.UNKNOWN)


def showed(visit: Visit, prompt_id: int, shown: str) -> None:
    """Record which part of an answer the learner looks at, so that it can be repeated."""
    row = visit.session.get(PromptRow, prompt_id)
    if row:
        row.shown = shown
        visit.session.add(row)


def current(visit: Visit, learner_id: int) -> Prompt | None:
    """Look at the question that waits, if any."""
    return asking.open_prompt(visit, arrival.arrive(visit, learner_id))


def reveal_open(visit: Visit, learner_id: int) -> Prompt | None:
    """Show the model answer of the question that waits; None when none does."""
    waiting = current(visit, learner_id)
    return reveal(visit, learner_id, waiting.id).prompt if waiting else None


def skip_open(visit: Visit, learner_id: int, *, update_id: int) -> Turn:
    """Skip the question that waits, once for an update."""
    return _put_open_aside(visit, learner_id, PromptState.SKIPPED, update_id)


def hide_open(visit: Visit, learner_id: int, *, update_id: int) -> Turn:
    """Hide the question that waits, once for an update."""
    return _put_open_aside(visit, learner_id, PromptState.HIDDEN, update_id)


def give_help(visit: Visit, learner_id: int, prompt_id: int, help_: Help) -> Turn:
    """Show the hint or the outline of a question whose answer is still hidden."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    if row is None:
        return Turn(Notice.UNKNOWN)
    if row.state != PromptState.ASKED:
        return _too_late(visit, learner, row, PromptState.REVEALED)
    prompts.move(visit.session, row, {"help": sorted({*row.help, help_})})
    return Turn(Notice.DONE, describing.facts(visit, learner, row))


def tick(visit: Visit, learner_id: int, prompt_id: int, point: int, *, on: bool) -> Turn:
    """Note that a key point, counted from 0, was in the learner's answer, or was not."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    if row is None:
        return Turn(Notice.UNKNOWN)
    prompt = describing.facts(visit, learner, row)
    if row.state != PromptState.REVEALED or prompt.question is None:
        return _too_late(visit, learner, row, PromptState.GRADED)
    if point < len(prompt.question.key_points):
        ticked = set(prompt.ticked or ()) - {point} | ({point} if on else set())
        prompts.move(visit.session, row, {"ticked": sorted(ticked)})
    return Turn(Notice.DONE, describing.facts(visit, learner, row))


def reveal(
    visit: Visit, learner_id: int, prompt_id: int, confidence: Confidence | None = None
) -> Turn:
    """Show the model answer, and fix what each grade will lead to."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    if row is None:
        return Turn(Notice.UNKNOWN)
    if row.state != PromptState.ASKED:
        return _too_late(visit, learner, row, PromptState.REVEALED)
    if row.origin == Origin.MOCK:
        return mock.reveal(visit, learner_id, prompt_id)
    values = {"state": PromptState.REVEALED, "revealed_at": visit.now, "confidence": confidence}
    describing.fix_outcomes(visit, learner, row, **values)
    return Turn(Notice.DONE, describing.facts(visit, learner, row))


def grade(  # noqa: PLR0913 - a tap names the prompt, the grade, and what its label promised
    visit: Visit,
    learner_id: int,
    prompt_id: int,
    grade: Grade,
    *,
    promised: date | None = None,
    update_id: int | None = None,
) -> Turn:
    """Take the learner's grade: the memory becomes what the button said, and the next is put.

    Labels may have been computed anew without being seen: the day that was ``promised`` tells.
    """
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    if row is None:
        return Turn(Notice.UNKNOWN)
    repeated = steps.moved_by(visit.session, learner_id, update_id)
    if repeated or row.state != PromptState.REVEALED or row.outcomes is None:
        return _too_late(visit, learner, row, PromptState.GRADED)
    today = clock.today_of(visit, learner)
    after = memory.from_json(row.outcomes[grade])
    if row.revealed_day != today or promised not in {None, after.due_day}:
        return Turn(Notice.NEW_DAY, describing.facts(visit, learner, row))
    change = Change(visit, learner, row, "grade", update_id)
    memories.save(visit.session, learner_id, row.question_id, after)
    turn = change.close({"state": PromptState.GRADED, "grade": grade, "study_day": today})
    return replace(turn, leech=leech.notice_of(visit, learner, row))


def skip(visit: Visit, learner_id: int, prompt_id: int, *, update_id: int | None = None) -> Turn:
    """Leave a question for another day; in a mock round it counts as one that was not known."""
    return _put_aside(visit, learner_id, prompt_id, PromptState.SKIPPED, update_id)


def hide(visit: Visit, learner_id: int, prompt_id: int, *, update_id: int | None = None) -> Turn:
    """Never ask a question again, until it is undone."""
    return _put_aside(visit, learner_id, prompt_id, PromptState.HIDDEN, update_id)


def stop(visit: Visit, learner_id: int) -> Prompt | None:
    """Put the open question away as if it had not been asked; None when there is none."""
    learner = arrival.arrive(visit, learner_id)
    learner.awaiting = None
    row = prompts.open_of(visit.session, learner_id)
    if row is None:
        return None
    sets.told(visit, learner, row)
    return sets.put_away_open(visit, learner)


def answer(
    visit: Visit, learner_id: int, *, text: str, message_id: int, update_id: int
) -> Prompt | None:
    """Keep what the learner says to the open question; None when no question is open."""
    learner = arrival.arrive(visit, learner_id)
    repeated = prompts.answered_by(visit.session, learner_id, update_id)
    row = repeated or prompts.open_of(visit.session, learner_id)
    if row is None:
        return None
    if all(part["update_id"] != update_id for part in row.own_answer):
        part = {"message_id": message_id, "update_id": update_id, "text": text}
        row.own_answer = [*row.own_answer, part]
        visit.session.add(row)
        visit.session.flush()
    return describing.facts(visit, learner, row)


def change_answer(visit: Visit, learner_id: int, *, text: str, message_id: int) -> Prompt | None:
    """Replace what the learner said in a message they have edited since."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.open_of(visit.session, learner_id)
    if row is None or all(part["message_id"] != message_id for part in row.own_answer):
        return None
    row.own_answer = [
        part | {"text": text} if part["message_id"] == message_id else part
        for part in row.own_answer
    ]
    visit.session.add(row)
    visit.session.flush()
    return describing.facts(visit, learner, row)


def sent(visit: Visit, prompt_id: int, message_id: int | None) -> None:
    """Record the message of a prompt; without an id its outcome is unknown and counts as sent."""
    row = visit.session.get(PromptRow, prompt_id)
    if row:
        row.message_id = message_id or row.message_id
        row.delivery = Delivery.SENT if message_id else Delivery.UNKNOWN
        visit.session.add(row)


def _put_open_aside(visit: Visit, learner_id: int, state: PromptState, update_id: int) -> Turn:
    learner = arrival.arrive(visit, learner_id)
    if steps.moved_by(visit.session, learner_id, update_id):
        return Turn(Notice.AGAIN, next=_undelivered(visit, learner))
    waiting = asking.open_prompt(visit, learner)
    if waiting is None:
        return Turn(Notice.NOTHING, next=asking.ask_next(visit, learner))
    return _put_aside(visit, learner_id, waiting.id, state, update_id)


def _put_aside(
    visit: Visit, learner_id: int, prompt_id: int, state: PromptState, update_id: int | None
) -> Turn:
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    if row is None:
        return Turn(Notice.UNKNOWN)
    repeated = steps.moved_by(visit.session, learner_id, update_id)
    if repeated or not PromptState(row.state).is_open:
        return _too_late(visit, learner, row, state)
    in_round = row.origin == Origin.MOCK and row.state == PromptState.ASKED
    if in_round and state is PromptState.SKIPPED:
        return mock.answered(visit, learner_id, prompt_id, Answered.PASSED)
    change = Change(visit, learner, row, state, update_id)
    if state is PromptState.HIDDEN:
        memories.hide(visit.session, learner_id, row.question_id, hidden=True)
    return change.close({"state": state, "study_day": clock.today_of(visit, learner)})


def _too_late(visit: Visit, learner: Learner, row: PromptRow, wanted: PromptState) -> Turn:
    """Tell what is the case; what follows is named only if it never reached the learner."""
    prompt = describing.facts(visit, learner, row)
    notice = Notice.AGAIN if row.state == wanted else Notice.CLOSED
    waiting = _undelivered(visit, learner)
    ask_zone = asking.wants_zone_question(learner, prompt)
    said = leech.notice_of(visit, learner, row)
    return Turn(notice, prompt, waiting, ask_zone=ask_zone, leech=said)


def _undelivered(visit: Visit, learner: Learner) -> Prompt | None:
    """Find the open question if it never arrived; one that did keeps the labels it has there."""
    row = prompts.open_of(visit.session, learner.id)
    return asking.open_prompt(visit, learner) if row and row.delivery == Delivery.PENDING else None
