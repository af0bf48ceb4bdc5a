"""What a learner can be asked: questions of the bank, and those of their own notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.model import Level, Question, QuestionId, Source, Topic, TopicId
from bot.storage import memories, notes
from bot.study.notes import AREA, AREA_ID, NoteId, Standing, note_of, question_id_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.coach.transaction import Visit
    from bot.storage.notes import Askable
    from bot.storage.tables import Learner, NotebookRow, NoteRow

LONGEST_QUESTION = 1_000
"""Code points of a question that are put; all of a longer one stands before its answer."""

LONGEST_ANSWER = 16_000
"""Code points of an answer that are shown, about eight pages; the file holds the rest."""

_LONGEST_TOPIC = 80
_REST = "*The rest is in your file: /notes sends it back.*"


def find(visit: Visit, learner_id: int, question_id: QuestionId) -> Question | None:
    """Find a question of the bank or of the learner's own notes; None when it is gone."""
    note_id = note_of(question_id)
    if note_id is None:
        return visit.bank.get(question_id)
    note = notes.get(visit.session, learner_id, note_id)
    notebook = note and notes.notebook(visit.session, learner_id, note.notebook_id)
    return _question(note, notebook) if note and notebook else None


def standing(visit: Visit, learner_id: int, question_id: QuestionId) -> Standing | None:
    """Tell what is to be said about the answer of a note; None for a question of the bank."""
    note_id = note_of(question_id)
    note = notes.get(visit.session, learner_id, note_id) if note_id is not None else None
    if note is None:
        return None
    return Standing(
        answered=note.answer is not None,
        own=note.own_answer is not None,
        changed=_answer_has_changed(visit, note, question_id),
    )


def mixed_notes(visit: Visit, learner: Learner) -> list[Question]:
    """List the notes that come among all other questions, without their texts."""
    return _outlines(notes.askable_mixed(visit.session, learner.id))


def only_notes(visit: Visit, learner: Learner) -> list[Question]:
    """List the notes of the one notebook the learner wants to be asked from, without texts."""
    if learner.only_notebook is None:
        return []
    return _outlines(notes.askable_of(visit.session, learner.id, learner.only_notebook))


def whole_notes(visit: Visit, learner_id: int) -> list[Question]:
    """List all notes of a learner that can be asked, with their texts."""
    can_be_asked = {one.note for one in notes.askable(visit.session, learner_id)}
    return [
        _question(note, notebook)
        for notebook in notes.notebooks(visit.session, learner_id)
        for note in notes.of_notebook(visit.session, learner_id, notebook.id or 0)
        if note.id in can_be_asked
    ]


def only_name(visit: Visit, learner: Learner) -> str | None:
    """Name the one notebook the learner wants to be asked from; None when it is everything."""
    if learner.only_notebook is None:
        return None
    notebook = notes.notebook(visit.session, learner.id, learner.only_notebook)
    return notebook.name if notebook else None


def _answer_has_changed(visit: Visit, note: NoteRow, question_id: QuestionId) -> bool:
    if note.answer_changed_at is None:
        return False
    if memories.get(visit.session, note.learner_id, question_id) is None:
        return False
    graded_at = notes.last_graded_at(visit.session, note.learner_id, question_id)
    return graded_at is not None and graded_at < note.answer_changed_at


def _outlines(askable: Iterable[Askable]) -> list[Question]:
    return [
        Question(
            id=question_id_of(one.note),
            text="",
            topic=_topic(one.notebook, one.topic or one.name),
            source=Source(one.name, 1),
            level=_level(one.level),
            answer="" if one.answered else None,
        )
        for one in askable
    ]


def _question(note: NoteRow, notebook: NotebookRow) -> Question:
    assert note.id is not None
    assert notebook.id is not None
    return Question(
        id=question_id_of(NoteId(note.id)),
        text=_cut(note.question, LONGEST_QUESTION),
        topic=_topic(notebook.id, note.topic or notebook.name),
        source=Source(notebook.file_name or notebook.name, note.line),
        level=_level(note.level),
        answer=_answer(note),
    )


def _answer(note: NoteRow) -> str | None:
    """Return what is shown as the answer: the document's, else the owner's own."""
    answer = note.answer or note.own_answer
    if answer is None:
        return None
    if note.answer and note.own_answer:
        answer = f"{answer}\n\n**You wrote:**\n\n{note.own_answer}"
    if len(note.question) > LONGEST_QUESTION:
        answer = f"{note.question}\n\n---\n\n{answer}"
    if len(answer) > LONGEST_ANSWER:
        answer = f"{_cut(answer, LONGEST_ANSWER)}\n\n{_REST}"
    return answer


def _topic(notebook_id: int, name: str) -> Topic:
    short = _cut(" ".join(name.split()), _LONGEST_TOPIC)
    return Topic(TopicId(f"{AREA_ID}/{notebook_id}"), short, AREA_ID, AREA)


def _level(level: str | None) -> Level | None:
    return Level(level) if level else None


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
