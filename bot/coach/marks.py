"""Marks on a question: a star, being asked for real, hiding it, splitting it. All are steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bot.coach import arrival, clock, describing, mending, pool, practice
from bot.coach.turn import Notice, Turn
from bot.storage import encounters, memories, notes, prompts, steps
from bot.storage.tables import EncounterRow, Learner
from bot.study.learner import Awaiting
from bot.study.marks import Encounter, Mark, When

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.coach.transaction import Visit
    from bot.questions.model import Question
    from bot.storage.tables import PromptRow


def star(
    visit: Visit, learner_id: int, prompt_id: int, *, on: bool, update_id: int | None = None
) -> Turn:
    """Put a star on the question of a prompt, or take it off."""
    return _switch(visit, _found(visit, learner_id, prompt_id), Mark.STAR, update_id, on=on)


def split(
    visit: Visit, learner_id: int, prompt_id: int, *, on: bool, update_id: int | None = None
) -> Turn:
    """Ask the question of a prompt one key point at a time from now on, or as a whole again."""
    return _switch(visit, _found(visit, learner_id, prompt_id), Mark.SPLIT, update_id, on=on)


def hide(visit: Visit, learner_id: int, prompt_id: int, *, update_id: int | None = None) -> Turn:
    """Never ask the question of a prompt again, which may be graded, or be asked again by now."""
    row = _found(visit, learner_id, prompt_id)
    waiting = prompts.open_of(visit.session, learner_id)
    if row and waiting and waiting.id and waiting.question_id == row.question_id:
        return practice.hide(visit, learner_id, waiting.id, update_id=update_id)
    return _switch(visit, row, Mark.HIDDEN, update_id, on=True)


def met(  # noqa: PLR0913 - a tap names the question, the time, and what it has seen
    visit: Visit,
    learner_id: int,
    prompt_id: int,
    when: When,
    known: int,
    *,
    update_id: int | None = None,
) -> Turn:
    """Note that the question of a prompt was asked in a real interview; where may be typed next.

    ``known`` is how often it was, as far as the learner has seen: a double tap counts once.
    """
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    if row is None:
        return Turn(Notice.UNKNOWN)
    if len(encounters.of(visit.session, learner_id, row.question_id)) != known:
        return Turn(Notice.AGAIN, describing.facts(visit, learner, row))

    def note() -> None:
        noted = EncounterRow(
            learner_id=learner_id,
            question_id=row.question_id,
            said=when,
            noted_on=clock.today_of(visit, learner),
        )
        learner.awaiting_about = encounters.note(visit.session, noted).id
        learner.awaiting = Awaiting.PLACE

    return _step(visit, row, Mark.REAL, note, update_id)


def place(visit: Visit, learner_id: int, text: str, *, update_id: int) -> Encounter | None:
    """Keep where the learner was asked for real; None when that was taken back meanwhile."""
    learner = arrival.arrive(visit, learner_id, typing=True)
    row = encounters.get(visit.session, learner_id, learner.awaiting_about or 0)
    arrival.settle(learner, Awaiting.PLACE, update_id)
    if row is None or row.taken_back:
        return None
    row.place = notes.storable(text)
    visit.session.add(row)
    return describing.encounter_of(row)


def marked(visit: Visit, learner_id: int, mark: Mark) -> tuple[Question, ...]:
    """List the questions that a learner has starred or hidden, those of the bank in its order."""
    arrival.arrive(visit, learner_id)
    ids = {Mark.STAR: memories.starred, Mark.HIDDEN: memories.hidden}[mark](
        visit.session, learner_id
    )
    ordered = [id_ for id_ in visit.bank.questions if id_ in ids]
    own = sorted(ids - visit.bank.questions.keys())
    found = (pool.find(visit, learner_id, id_) for id_ in (*ordered, *own))
    return tuple(question for question in found if question)


def lift(
    visit: Visit, learner_id: int, question_id: str, mark: Mark, *, update_id: int | None = None
) -> None:
    """Take the star off a question, or hide it no more."""
    arrival.arrive(visit, learner_id)
    row = prompts.latest_of(visit.session, learner_id, question_id)
    _switch(visit, row, mark, update_id, on=False)


_SWITCHES: dict[Mark, Callable[[Visit, PromptRow, bool], None]] = {
    Mark.STAR: lambda visit, row, on: memories.star(
        visit.session, row.learner_id, row.question_id, starred=on
    ),
    Mark.SPLIT: lambda visit, row, on: memories.split(
        visit.session, row.learner_id, row.question_id, split=on
    ),
    Mark.HIDDEN: lambda visit, row, on: memories.hide(
        visit.session, row.learner_id, row.question_id, hidden=on
    ),
}


def _found(visit: Visit, learner_id: int, prompt_id: int) -> PromptRow | None:
    arrival.arrive(visit, learner_id)
    return prompts.get(visit.session, learner_id, prompt_id)


def _switch(
    visit: Visit, row: PromptRow | None, mark: Mark, update_id: int | None, *, on: bool
) -> Turn:
    if row is None:
        return Turn(Notice.UNKNOWN)
    return _step(visit, row, mark, partial(_SWITCHES[mark], visit, row, on), update_id)


def _step(
    visit: Visit, row: PromptRow, mark: Mark, change: Callable[[], None], update_id: int | None
) -> Turn:
    """Change a mark as one step; nothing is changed by an update that comes twice."""
    learner = visit.session.get_one(Learner, row.learner_id)
    if steps.moved_by(visit.session, learner.id, update_id):
        return Turn(Notice.AGAIN, describing.facts(visit, learner, row))
    before = mending.marks_of(visit, row)
    change()
    visit.session.flush()
    after = mending.marks_of(visit, row)
    if after == before:
        return Turn(Notice.AGAIN, describing.facts(visit, learner, row))
    mending.record(visit, row, mark, before, after, update_id)
    return Turn(Notice.DONE, describing.facts(visit, learner, row), mark=mark)
