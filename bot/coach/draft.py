"""A document that a learner has sent: added after a yes, or taken as a newer version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import arrival
from bot.coach.notes import describe
from bot.questions.revision import Kept
from bot.storage import notes, prompts
from bot.storage.tables import NotebookRow, NoteRow
from bot.study.notes import NoteId, Stored, question_id_of
from bot.study.prompt import PromptState

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.coach.transaction import Visit
    from bot.questions.document import Found
    from bot.questions.draft import Draft
    from bot.questions.revision import Revision
    from bot.study.notes import Notebook, Original, Version


def stored(visit: Visit, learner_id: int) -> tuple[Stored, ...]:
    """Gather what a new document has to be compared with."""
    learner = arrival.arrive(visit, learner_id, typing=True)
    found = []
    for described in describe(visit, learner, notes.notebooks(visit.session, learner_id)):
        rows = notes.of_notebook(visit.session, learner_id, described.id)
        kept = tuple(_kept(row) for row in rows if not row.removed)
        found.append(Stored(described, kept, tuple(_kept(row) for row in rows if row.removed)))
    return tuple(found)


def brought(visit: Visit, learner_id: int, message_id: int) -> Notebook | None:
    """Find what a message has brought and was said yes to already."""
    learner = arrival.arrive(visit, learner_id)
    row = notes.brought_by(visit.session, learner_id, message_id)
    return describe(visit, learner, [row])[0] if row else None


def add(
    visit: Visit, learner_id: int, draft: Draft, original: Original, *, answered_only: bool
) -> Notebook:
    """Keep a document and its questions, once for each message that brings one.

    Dropped questions are kept as dropped, so that a newer version does not bring them back.
    """
    learner = arrival.arrive(visit, learner_id)
    row = notes.brought_by(visit.session, learner_id, draft.message)
    if row is None:
        row = NotebookRow(
            learner_id=learner_id,
            message_id=draft.message,
            name=draft.name,
            file_name=notes.storable(original.file_name),
            content=original.content,
            answered_only=answered_only,
            added_at=visit.now,
        )
        notes.put(visit.session, row)
        notes.put_questions(
            visit.session,
            (
                _columns(row, place, found, dropped=place in draft.dropped)
                for place, found in enumerate(draft.reading.questions)
            ),
        )
    return describe(visit, learner, [row])[0]


def update(
    visit: Visit, learner_id: int, message_id: int, version: Version, original: Original
) -> Notebook | None:
    """Make a notebook its newer version; what stays keeps its memory, what goes is kept aside.

    None when the notebook is gone, or is no longer what the revision was compared with.
    """
    learner = arrival.arrive(visit, learner_id)
    row = notes.notebook(visit.session, learner_id, version.notebook.id)
    if row is None:
        return None
    if row.message_id == message_id:  # it was done before: a double tap
        return describe(visit, learner, [row])[0]
    known = {
        note.id: note for note in notes.of_notebook(visit.session, learner_id, version.notebook.id)
    }
    revision = version.revision
    if not _fits(revision, known.values()):
        return None
    for place, match in enumerate(revision.matches):
        if match.key is not None:
            _renew(visit, known[match.key], place, match.found)
    new = (
        _columns(row, place, match.found)
        for place, match in enumerate(revision.matches)
        if match.key is None
    )
    notes.put_questions(visit.session, new)
    for gone in revision.removed:
        known[gone.key].removed = True
        _put_away(visit, learner_id, gone.key)
    row.message_id, row.updated_at = message_id, visit.now
    row.content, row.file_name = original.content, notes.storable(original.file_name)
    visit.session.flush()
    return describe(visit, learner, [row])[0]


def _kept(row: NoteRow) -> Kept:
    assert row.id is not None
    return Kept(row.id, row.question, row.answer, row.topic, row.dropped)


def _columns(
    notebook: NotebookRow, place: int, found: Found, *, dropped: bool = False
) -> dict[str, object]:
    """Give the columns of a new note."""
    return {
        "learner_id": notebook.learner_id,
        "notebook_id": notebook.id,
        "ordinal": place,
        "line": found.line,
        "topic": _storable(found.topic),
        "level": found.level,
        "question": notes.storable(found.question),
        "answer": _storable(found.answer),
        "dropped": dropped,
        "removed": False,
    }


def _renew(visit: Visit, note: NoteRow, place: int, found: Found) -> None:
    """Bring a known note up to date, and note when its answer has changed."""
    answer = _storable(found.answer)
    if note.answer != answer:
        note.answer_changed_at = visit.now
    note.ordinal, note.line, note.removed = place, found.line, False
    note.topic, note.level = _storable(found.topic), found.level
    note.question, note.answer = notes.storable(found.question), answer


def _fits(revision: Revision, known: Collection[NoteRow]) -> bool:
    """Tell whether a revision speaks of all that is asked from a notebook, and of nothing else."""
    named = {match.key for match in revision.matches} | {gone.key for gone in revision.removed}
    asked = {note.id for note in known if not (note.removed or note.dropped)}
    return asked <= named <= {None, *(note.id for note in known)}


def _put_away(visit: Visit, learner_id: int, key: int) -> None:
    """Put a question away that waits for its answer and is no longer in the notes."""
    waiting = prompts.open_of(visit.session, learner_id)
    if waiting and waiting.question_id == question_id_of(NoteId(key)):
        values = {"state": PromptState.WITHDRAWN, "closed_at": visit.now}
        prompts.move(visit.session, waiting, values)


def _storable(text: str | None) -> str | None:
    return None if text is None else notes.storable(text)
