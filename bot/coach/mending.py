"""Steps: an act that closes a prompt, kept so that it can be taken back exactly."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from bot.coach import asking
from bot.coach.turn import Notice, Turn
from bot.storage import memories, prompts, steps
from bot.storage.tables import PromptRow, Step
from bot.study import memory
from bot.study.prompt import Origin, PromptState

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner


class Change:
    """One step in the making: what was before is read first, what is after when it is closed."""

    def __init__(
        self, visit: Visit, learner: Learner, row: PromptRow, kind: str, update_id: int | None
    ) -> None:
        self.visit, self.learner, self.row, self.kind = visit, learner, row, kind
        self.update_id = update_id
        self.before = self._state()

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
            after=self._state(),
            at=visit.now,
            update_id=self.update_id,
        )
        steps.record(visit.session, step)
        asking.keep_push(visit, learner)
        prompt = asking.facts(visit, learner, row)
        ask_zone = asking.wants_zone_question(learner, prompt)
        push = row.origin == Origin.PUSH
        follow = asking.follow_push if push else asking.ask_next
        return Turn(Notice.DONE, prompt, follow(visit, learner), ask_zone=ask_zone)

    def _state(self) -> dict[str, Any]:
        session, learner_id, question_id = self.visit.session, self.learner.id, self.row.question_id
        known = memories.get(session, learner_id, question_id)
        return {
            "memory": known and memory.as_json(known),
            "hidden": memories.is_hidden(session, learner_id, question_id),
            "state": self.row.state,
            "grade": self.row.grade,
            "study_day": self.row.study_day.isoformat(),
        }


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
    _restore(visit, learner_id, step)
    step.undone = True
    step.undone_by = update_id
    visit.session.add(step)
    asking.keep_push(visit, learner)
    return _undone(visit, learner, step, Notice.DONE, withdrawn)


def _withdraw_open(visit: Visit, learner_id: int) -> tuple[int, ...]:
    row = prompts.open_of(visit.session, learner_id)
    if row is None:
        return ()
    prompts.move(visit.session, row, {"state": PromptState.WITHDRAWN, "closed_at": visit.now})
    return (row.message_id,) if row.message_id else ()


def _restore(visit: Visit, learner_id: int, step: Step) -> None:
    row = visit.session.get_one(PromptRow, step.prompt_id)
    before = step.before
    known = before["memory"] and memory.from_json(before["memory"])
    memories.save(visit.session, learner_id, row.question_id, known or None)
    memories.hide(visit.session, learner_id, row.question_id, hidden=before["hidden"])
    values = {
        "state": before["state"],
        "grade": before["grade"],
        "study_day": date.fromisoformat(before["study_day"]),
        "closed_at": None,
    }
    prompts.move(visit.session, row, values)


def _undone(
    visit: Visit, learner: Learner, step: Step, notice: Notice, withdrawn: tuple[int, ...] = ()
) -> Turn:
    row = visit.session.get_one(PromptRow, step.prompt_id)
    return Turn(notice, asking.facts(visit, learner, row), withdrawn=withdrawn)
