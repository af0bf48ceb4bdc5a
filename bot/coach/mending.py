"""Steps: an act that closes a prompt, kept so that it can be taken back exactly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.coach import asking, sets, topics
from bot.coach.turn import Notice, Turn
from bot.storage import memories, prompts, steps
from bot.storage.tables import PromptRow, Step
from bot.study import memory
from bot.study.prompt import Origin, PromptState

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner
    from bot.study.learner import Rest
    from bot.study.prompt import Prompt


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
        assert row.id is not None
        step = Step(
            learner_id=learner.id,
            kind=self.kind,
            prompt_id=row.id,
            before=self.before,
            after=state_of(visit, row),
            at=visit.now,
            update_id=self.update_id,
        )
        steps.record(visit.session, step)
        asking.keep_push(visit, learner)
        prompt = asking.facts(visit, learner, row)
        ask_zone = asking.wants_zone_question(learner, prompt)
        return Turn(Notice.DONE, prompt, go_on(visit, learner, row), ask_zone=ask_zone)


def undo(
    visit: Visit, learner_id: int, *, step_id: int | None = None, update_id: int | None = None
) -> Turn:
    """Take back the last step, exactly; a button names the step it means."""
    learner = asking.arrive(visit, learner_id)
    repeated = update_id and steps.undone_by(visit.session, learner_id, update_id)
    if repeated:
        return _undone(visit, learner, repeated, Notice.AGAIN)
    step = steps.latest(visit.session, learner_id)
    meant = steps.get(visit.session, learner_id, step_id) if step_id is not None else step
    if meant and meant.undone:
        return _undone(visit, learner, meant, Notice.AGAIN)
    if step is None or meant is not step:
        return Turn(Notice.NOTHING)
    withdrawn = _withdraw_open(visit, learner_id)
    _restore(visit, learner_id, step, step.before)
    step.undone = True
    step.undone_by = update_id
    visit.session.add(step)
    asking.keep_push(visit, learner)
    return _undone(visit, learner, step, Notice.DONE, withdrawn)


def redo(
    visit: Visit, learner_id: int, *, step_id: int | None = None, update_id: int | None = None
) -> Turn:
    """Do again what was undone last, exactly, unless something else was done since."""
    learner = asking.arrive(visit, learner_id)
    repeated = update_id and steps.redone_by(visit.session, learner_id, update_id)
    if repeated:
        return _undone(visit, learner, repeated, Notice.AGAIN)
    step = steps.latest_undone(visit.session, learner_id)
    meant = steps.get(visit.session, learner_id, step_id) if step_id is not None else step
    if meant and not meant.undone:
        return _undone(visit, learner, meant, Notice.AGAIN)
    if step is None or meant is not step:
        return Turn(Notice.NOTHING)
    _restore(visit, learner_id, step, step.after)
    step.undone = False
    step.redone_by = update_id
    visit.session.add(step)
    asking.keep_push(visit, learner)
    row = visit.session.get_one(PromptRow, step.prompt_id)
    return Turn(Notice.DONE, asking.facts(visit, learner, row), go_on(visit, learner, row))


def go_on(visit: Visit, learner: Learner, row: PromptRow) -> Prompt | Rest:
    """Put what comes after a prompt that was closed."""
    if row.set_id is not None:
        return sets.follow(visit, learner, row.set_id)
    topic = asking.topic_of(visit, row)
    if topic:
        return topics.follow(visit, learner, topic)
    push = row.origin == Origin.PUSH
    return (asking.follow_push if push else asking.ask_next)(visit, learner)


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


def _withdraw_open(visit: Visit, learner_id: int) -> tuple[int, ...]:
    row = prompts.open_of(visit.session, learner_id)
    if row is None:
        return ()
    prompts.move(visit.session, row, {"state": PromptState.WITHDRAWN, "closed_at": visit.now})
    return (row.message_id,) if row.message_id else ()


def _restore(visit: Visit, learner_id: int, step: Step, state: dict[str, Any]) -> None:
    """Bring memory and prompts of a step to what they were before it, or after it."""
    row = visit.session.get_one(PromptRow, step.prompt_id)
    known = state["memory"] and memory.from_json(state["memory"])
    memories.save(visit.session, learner_id, row.question_id, known or None)
    memories.hide(visit.session, learner_id, row.question_id, hidden=state["hidden"])
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


def _undone(
    visit: Visit, learner: Learner, step: Step, notice: Notice, withdrawn: tuple[int, ...] = ()
) -> Turn:
    row = visit.session.get_one(PromptRow, step.prompt_id)
    prompt = asking.facts(visit, learner, row)
    can_redo = step.undone and not step.void
    return Turn(notice, replace(prompt, redo_id=step.id if can_redo else None), withdrawn=withdrawn)
