"""Steps: an act that closes a prompt, kept so that it can be taken back exactly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.coach import (
    arrival,
    aside,
    asking,
    choice,
    course,
    describing,
    leech,
    pushing,
    sets,
    topics,
)
from bot.coach.turn import Notice, Turn
from bot.storage import encounters, memories, prompts, steps
from bot.storage.tables import PromptRow, Step
from bot.study import memory
from bot.study.marks import Mark
from bot.study.prompt import Origin, PromptState

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner
    from bot.study.learner import Rest
    from bot.study.mock import Report
    from bot.study.prompt import Prompt

REGRADE = "regrade"


class Change:
    """One step in the making: what was before is read first, what is after when it is closed."""

    def __init__(
        self, visit: Visit, learner: Learner, row: PromptRow, kind: str, update_id: int | None
    ) -> None:
        self.visit, self.learner, self.row, self.kind = visit, learner, row, kind
        self.update_id = update_id
        self.before = state_of(visit, row)

    def close(self, values: dict[str, Any]) -> Turn:
        """Close the prompt, keep the step, and put what comes next."""
        visit, learner, row = self.visit, self.learner, self.row
        prompts.move(visit.session, row, {"closed_at": visit.now, **values})
        record(visit, row, self.kind, self.before, state_of(visit, row), self.update_id)
        pushing.keep_push(visit, learner)
        prompt = describing.facts(visit, learner, row)
        ask_zone = asking.wants_zone_question(learner, prompt)
        return Turn(Notice.DONE, prompt, go_on(visit, learner, row), ask_zone=ask_zone)


def record(  # noqa: PLR0913, PLR0917 - a step has that many parts
    visit: Visit,
    row: PromptRow,
    kind: str,
    before: dict[str, Any],
    after: dict[str, Any],
    update_id: int | None,
) -> None:
    """Keep an act of the learner about a prompt as a step that can be taken back."""
    assert row.id is not None
    step = Step(
        learner_id=row.learner_id,
        kind=kind,
        prompt_id=row.id,
        before=before,
        after=after,
        at=visit.now,
        update_id=update_id,
    )
    steps.record(visit.session, step)


def undo(
    visit: Visit, learner_id: int, *, step_id: int | None = None, update_id: int | None = None
) -> Turn:
    """Take back the last step, exactly; a button names the step it means."""
    return _move(visit, learner_id, step_id, update_id, undone=True)


def redo(
    visit: Visit, learner_id: int, *, step_id: int | None = None, update_id: int | None = None
) -> Turn:
    """Do again what was undone last, exactly, unless something else was done since."""
    return _move(visit, learner_id, step_id, update_id, undone=False)


def _move(
    visit: Visit, learner_id: int, step_id: int | None, update_id: int | None, *, undone: bool
) -> Turn:
    """Bring the step whose turn it is to its other side, if it is the one that was meant."""
    learner = arrival.arrive(visit, learner_id)
    step = (steps.latest if undone else steps.latest_undone)(visit.session, learner_id)
    meant = steps.get(visit.session, learner_id, step_id) if step_id is not None else step
    meant = steps.moved_by(visit.session, learner_id, update_id) or meant
    if meant and meant.undone is undone:
        return _moved(visit, learner, meant, Notice.AGAIN)
    if step is None or meant is not step:
        return Turn(Notice.NOTHING)
    said = _take_back_what_followed(visit, step) if undone and not _mark(step) else ()
    _restore(visit, learner_id, step, undone=undone)
    step.undone, step.update_id = undone, update_id
    visit.session.add(step)
    pushing.keep_push(visit, learner)
    turn = _moved(visit, learner, step, Notice.DONE)
    if _mark(step):
        return turn
    row = visit.session.get_one(PromptRow, step.prompt_id)
    waiting = relabelled(visit, learner, row)
    if undone:
        return replace(turn, next=waiting, withdrawn=said)
    notice = leech.notice_of(visit, learner, row)
    return replace(turn, next=waiting or go_on(visit, learner, row), leech=notice)


def go_on(visit: Visit, learner: Learner, row: PromptRow) -> Prompt | Rest | Report:
    """Put what comes after a prompt that was closed, unless a question waits already."""
    waiting = asking.open_prompt(visit, learner)
    if waiting:
        return waiting
    if row.origin == Origin.MOCK:
        return course.follow(visit, learner, row)
    if row.set_id is not None:
        return sets.follow(visit, learner, row.set_id)
    topic = choice.topic_of(visit, row)
    if topic:
        return topics.follow(visit, learner, topic)
    push = row.origin == Origin.PUSH
    return (asking.follow_push if push else asking.ask_next)(visit, learner)


def relabelled(visit: Visit, learner: Learner, row: PromptRow) -> Prompt | None:
    """Compute anew the labels of the open question, if it is the one whose memory was changed."""
    waiting = prompts.open_of(visit.session, learner.id)
    if waiting is None or waiting.id == row.id or waiting.question_id != row.question_id:
        return None
    if waiting.state != PromptState.REVEALED:
        return None
    describing.fix_outcomes(visit, learner, waiting)
    return describing.facts(visit, learner, waiting)


def state_of(visit: Visit, row: PromptRow) -> dict[str, Any]:
    """Write down all that a step can change, as plain JSON values."""
    known = memories.get(visit.session, row.learner_id, row.question_id)
    return {
        "memory": known and memory.as_json(known),
        "hidden": memories.is_hidden(visit.session, row.learner_id, row.question_id),
        "state": row.state,
        "grade": row.grade,
        "study_day": row.study_day.isoformat(),
    }


def marks_of(visit: Visit, row: PromptRow) -> dict[str, Any]:
    """Write down the marks on the question of a prompt, as plain JSON values."""
    session, learner_id, question_id = visit.session, row.learner_id, row.question_id
    return {
        "starred": memories.is_starred(session, learner_id, question_id),
        "split": memories.is_split(session, learner_id, question_id),
        "hidden": memories.is_hidden(session, learner_id, question_id),
        "encounters": [met.id for met in encounters.of(session, learner_id, question_id)],
    }


def _mark(step: Step) -> Mark | None:
    """Tell which mark a step has changed; None when it has closed or graded a prompt."""
    return Mark(step.kind) if step.kind in frozenset(Mark) else None


def _take_back_what_followed(visit: Visit, step: Step) -> tuple[int, ...]:
    """Withdraw what was said about the grade, and the question that was put after it.

    Another grade has put no question: the one that waits goes on waiting.
    """
    said = leech.take_back(visit, visit.session.get_one(PromptRow, step.prompt_id))
    row = prompts.open_of(visit.session, step.learner_id)
    if row is None or step.kind == REGRADE:
        return said
    aside.put_away(visit, row)
    return (*said, row.message_id) if row.message_id else said


def _restore(visit: Visit, learner_id: int, step: Step, *, undone: bool) -> None:
    """Bring memory and prompts of a step to what they were before it, or after it."""
    state, other = (step.before, step.after) if undone else (step.after, step.before)
    row = visit.session.get_one(PromptRow, step.prompt_id)
    changed = {name: value for name, value in state.items() if value != other[name]}
    _restore_marks(visit, row, changed)
    if _mark(step):
        return
    known = state["memory"] and memory.from_json(state["memory"])
    memories.save(visit.session, learner_id, row.question_id, known or None)
    values = {
        "state": state["state"],
        "grade": state["grade"],
        "study_day": date.fromisoformat(state["study_day"]),
        "closed_at": None if PromptState(state["state"]).is_open else visit.now,
    }
    prompts.move(visit.session, row, values)
    for later, outcomes in state.get("later", {}).items():
        followed = visit.session.get_one(PromptRow, int(later))
        prompts.move(visit.session, followed, {"outcomes": outcomes})


def _restore_marks(visit: Visit, row: PromptRow, changed: dict[str, Any]) -> None:
    """Restore what the step has changed; all else may have been changed otherwise since."""
    session, learner_id, question_id = visit.session, row.learner_id, row.question_id
    if "starred" in changed:
        memories.star(session, learner_id, question_id, starred=changed["starred"])
    if "split" in changed:
        memories.split(session, learner_id, question_id, split=changed["split"])
    if "hidden" in changed:
        memories.hide(session, learner_id, question_id, hidden=changed["hidden"])
    if "encounters" in changed:
        encounters.keep(session, learner_id, question_id, changed["encounters"])


def _moved(visit: Visit, learner: Learner, step: Step, notice: Notice) -> Turn:
    row = visit.session.get_one(PromptRow, step.prompt_id)
    prompt = describing.facts(visit, learner, row)
    can_redo = step.undone and not step.void
    shown = replace(prompt, redo_id=step.id if can_redo else None)
    return Turn(notice, shown, mark=_mark(step))
