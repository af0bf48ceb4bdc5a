"""A learner's own notes: looked at, asked, answered, renamed, sent back and deleted."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.coach import arrival, aside, clock, describing
from bot.questions.model import QuestionId
from bot.storage import memories, notes, prompts
from bot.study.day import study_day
from bot.study.learner import Awaiting
from bot.study.notes import Notebook, NotebookId, Original, note_of, question_id_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.coach.transaction import Visit
    from bot.storage.notes import Askable
    from bot.storage.tables import Learner, NotebookRow
    from bot.study.memory import Memory
    from bot.study.prompt import Prompt


@dataclass(frozen=True, slots=True)
class PutAway:
    """The message of a question that waited and is not wanted now, if there was one."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class Deleted:
    """A notebook that was deleted, and the message of its question that was open."""

    notebook: Notebook
    message_id: int | None


def notebooks(visit: Visit, learner_id: int) -> tuple[Notebook, ...]:
    """List a learner's notebooks, the oldest first."""
    learner = arrival.arrive(visit, learner_id)
    return describe(visit, learner, notes.notebooks(visit.session, learner_id))


def notebook(visit: Visit, learner_id: int, notebook_id: int) -> Notebook | None:
    """Look at one notebook; None when there is no such notebook of this learner."""
    learner = arrival.arrive(visit, learner_id)
    row = notes.notebook(visit.session, learner_id, notebook_id)
    return describe(visit, learner, [row])[0] if row else None


def mix(visit: Visit, learner_id: int, notebook_id: int, *, on: bool) -> Notebook | None:
    """Mix a notebook into the daily questions, or ask from it only on request."""
    learner = arrival.arrive(visit, learner_id)
    row = notes.notebook(visit.session, learner_id, notebook_id)
    if row is None:
        return None
    row.mixed = on
    return describe(visit, learner, [row])[0]


def ask_only(visit: Visit, learner_id: int, notebook_id: int | None) -> PutAway | None:
    """Ask from one notebook only from now on, or from everything; None when it is not there.

    A question that waits and is not wanted now is put away as if it had not been asked.
    """
    learner = arrival.arrive(visit, learner_id)
    row = None if notebook_id is None else notes.notebook(visit.session, learner_id, notebook_id)
    if row is None and notebook_id is not None:
        return None
    learner.only_notebook = notebook_id
    waiting = prompts.open_of(visit.session, learner_id)
    if waiting is None or _is_wanted(visit, learner, QuestionId(waiting.question_id)):
        return PutAway(None)
    aside.put_away(visit, waiting)
    return PutAway(waiting.message_id)


def rename(visit: Visit, learner_id: int, name: str, *, update_id: int) -> Notebook | None:
    """Give the notebook that was asked about another name; None when it is gone."""
    learner = arrival.arrive(visit, learner_id, typing=True)
    row = notes.notebook(visit.session, learner_id, learner.awaiting_about or 0)
    arrival.settle(learner, Awaiting.NOTEBOOK_NAME, update_id)
    if row is None:
        return None
    row.name = notes.storable(name)
    return describe(visit, learner, [row])[0]


def original(visit: Visit, learner_id: int, notebook_id: int) -> tuple[Notebook, Original] | None:
    """Return a document exactly as it came."""
    learner = arrival.arrive(visit, learner_id)
    row = notes.notebook(visit.session, learner_id, notebook_id)
    return (
        (describe(visit, learner, [row])[0], Original(row.content, row.file_name)) if row else None
    )


def delete(visit: Visit, learner_id: int, notebook_id: int) -> Deleted | None:
    """Delete a notebook, its questions and what is remembered of them; None when it is gone."""
    learner = arrival.arrive(visit, learner_id)
    row = notes.notebook(visit.session, learner_id, notebook_id)
    if row is None:
        return None
    deleted = describe(visit, learner, [row])[0]
    if learner.only_notebook == notebook_id:
        learner.only_notebook = None
    visit.session.flush()
    return Deleted(deleted, notes.remove(visit.session, learner_id, notebook_id, visit.now))


def await_answer(visit: Visit, learner_id: int, prompt_id: int) -> Prompt | None:
    """Expect that the learner types an answer of their own to a question of their notes."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    note_id = note_of(QuestionId(row.question_id)) if row else None
    if row is None or note_id is None or notes.get(visit.session, learner_id, note_id) is None:
        return None
    learner.awaiting, learner.awaiting_about = Awaiting.NOTE_ANSWER, prompt_id
    return describing.facts(visit, learner, row)


def write_answer(visit: Visit, learner_id: int, text: str, *, update_id: int) -> Prompt | None:
    """Keep the owner's answer to the question of the prompt they were asked about."""
    learner = arrival.arrive(visit, learner_id, typing=True)
    row = prompts.get(visit.session, learner_id, learner.awaiting_about or 0)
    arrival.settle(learner, Awaiting.NOTE_ANSWER, update_id)
    note_id = note_of(QuestionId(row.question_id)) if row else None
    note = note_id and notes.get(visit.session, learner_id, note_id)
    if row is None or not note:
        return None
    note.own_answer = notes.storable(text)
    visit.session.flush()
    return describing.facts(visit, learner, row)


def describe(visit: Visit, learner: Learner, rows: Sequence[NotebookRow]) -> tuple[Notebook, ...]:
    """Describe notebooks as values, with how far their owner has come."""
    visit.session.flush()
    of_notebook = defaultdict(list)
    for askable in notes.askable(visit.session, learner.id):
        of_notebook[askable.notebook].append(askable)
    known = memories.of(visit.session, learner.id)
    return tuple(
        _notebook(visit, learner, row, of_notebook[NotebookId(row.id or 0)], known) for row in rows
    )


def _notebook(
    visit: Visit,
    learner: Learner,
    row: NotebookRow,
    askable: Sequence[Askable],
    known: Mapping[QuestionId, Memory],
) -> Notebook:
    assert row.id is not None
    names = [question_id_of(one.note) for one in askable]
    due_days = [known[name].due_day for name in names if name in known]
    today, zone = clock.today_of(visit, learner), clock.zone_of(learner)
    return Notebook(
        id=NotebookId(row.id),
        name=row.name,
        file_name=row.file_name,
        questions=len(askable),
        answered=sum(one.answered for one in askable),
        seen=len(due_days),
        due=sum(day <= today for day in due_days),
        mixed=row.mixed,
        only=learner.only_notebook == row.id,
        added_on=study_day(row.added_at, zone),
        updated_on=study_day(row.updated_at, zone) if row.updated_at else None,
    )


def _is_wanted(visit: Visit, learner: Learner, question_id: QuestionId) -> bool:
    """Tell whether a question is of the kind that a learner wants to be asked now."""
    note_id = note_of(question_id)
    note = None if note_id is None else notes.get(visit.session, learner.id, note_id)
    if note is None or learner.only_notebook is not None:
        return learner.only_notebook == (note.notebook_id if note else None)
    book = notes.notebook(visit.session, learner.id, note.notebook_id)
    return book is not None and book.mixed
