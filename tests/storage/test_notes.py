from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from bot.storage import learners, memories, notes
from bot.storage.tables import MemoryRow, NotebookRow, NoteRow, PromptRow
from bot.study.memory import Memory
from bot.study.notes import NoteId, question_id_of
from bot.study.prompt import PromptState

if TYPE_CHECKING:
    from bot.storage.database import Database

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = date(2026, 11, 21)
ANN, BOB = 5_000_000_001, 5_000_000_002


def notebook(
    session: Session,
    who: int = ANN,
    message: int = 7,
    *,
    mixed: bool = False,
    answered_only: bool = False,
) -> NotebookRow:
    learners.join(session, who, NOW)
    row = NotebookRow(
        learner_id=who,
        message_id=message,
        name="kitchen",
        file_name="kitchen.md",
        content=b"# Kitchen",
        added_at=NOW,
        mixed=mixed,
        answered_only=answered_only,
    )
    return notes.put(session, row)


def note(session: Session, of: NotebookRow, place: int = 0, answer: str | None = None) -> NoteRow:
    assert of.id
    row = NoteRow(
        learner_id=of.learner_id,
        notebook_id=of.id,
        ordinal=place,
        line=place + 1,
        question=f"Question {place}?",
        answer=answer,
    )
    session.add(row)
    session.flush()
    return row


def remembered(session: Session, row: NoteRow) -> None:
    memories.save(
        session, row.learner_id, question_id_of(NoteId(row.id or 0)), Memory(1, 5, TODAY, TODAY)
    )


def places(askable: list[notes.Askable], session: Session) -> list[int]:
    return [session.get_one(NoteRow, one.note).ordinal for one in askable]


def test_only_what_is_wanted_can_be_asked(database: Database) -> None:
    with database.transaction() as session:
        all_, answered = notebook(session), notebook(session, message=8, answered_only=True)
        for book in (all_, answered):
            note(session, book, 0, "Yes.")
            note(session, book, 1)
            note(session, book, 2).own_answer = "Mine."
            note(session, book, 3, "Yes.").dropped = True
            note(session, book, 4, "Yes.").removed = True

        assert places(notes.askable_of(session, ANN, all_.id or 0), session) == [0, 1, 2]
        assert places(notes.askable_of(session, ANN, answered.id or 0), session) == [0, 2]
        assert [one.answered for one in notes.askable(session, ANN)] == [
            *(True, False, True),
            *(True, True),
        ]


def test_notes_are_mixed_in_when_their_owner_says_so(database: Database) -> None:
    with database.transaction() as session:
        note(session, notebook(session))
        mixed = notebook(session, message=8, mixed=True)
        note(session, mixed)
        note(session, notebook(session, BOB, mixed=True))

        assert [one.notebook for one in notes.askable_mixed(session, ANN)] == [mixed.id]


def test_notes_of_others_do_not_exist(database: Database) -> None:
    with database.transaction() as session:
        book = notebook(session)
        row = note(session, book)
        assert book.id
        assert row.id

        assert notes.notebook(session, BOB, book.id) is None
        assert notes.get(session, BOB, row.id) is None
        assert notes.of_notebook(session, BOB, book.id) == []
        assert notes.askable_of(session, BOB, book.id) == []
        assert notes.brought_by(session, BOB, 7) is None
        assert notes.remove(session, BOB, book.id, NOW) is None
        assert notes.get(session, ANN, row.id)


def test_a_message_makes_one_notebook(database: Database) -> None:
    with database.transaction() as session:
        notebook(session)

    with database.transaction() as session, pytest.raises(IntegrityError):
        notebook(session)


def test_a_list_does_not_load_the_documents(database: Database) -> None:
    with database.transaction() as session:
        notebook(session)
    with database.transaction() as session:
        (listed,) = notes.notebooks(session, ANN)

        assert "content" in inspect(listed).unloaded
        assert listed.content == b"# Kitchen"


def test_removing_a_notebook_leaves_the_others(database: Database) -> None:
    with database.transaction() as session:
        gone, kept = notebook(session), notebook(session, message=8)
        for row in (note(session, gone), note(session, kept)):
            remembered(session, row)
            session.add(
                PromptRow(
                    learner_id=ANN,
                    question_id=question_id_of(NoteId(row.id or 0)),
                    state=PromptState.GRADED,
                    new=True,
                    study_day=TODAY,
                    asked_at=NOW,
                    own_answer=[{"message_id": 1, "update_id": 1, "text": "secret"}],
                )
            )
        assert gone.id

        notes.remove(session, ANN, gone.id, NOW)

        assert [row.id for row in session.exec(select(NotebookRow))] == [kept.id]
        assert [row.notebook_id for row in session.exec(select(NoteRow))] == [kept.id]
        assert len(session.exec(select(MemoryRow)).all()) == 1
        answers = [row.own_answer for row in session.exec(select(PromptRow))]
        assert sorted(map(len, answers)) == [0, 1]


def test_forgetting_a_learner_leaves_the_notes_of_others(database: Database) -> None:
    with database.transaction() as session:
        note(session, notebook(session))
        note(session, notebook(session, BOB))

        forgotten = learners.forget(session, ANN)

        assert forgotten.notebooks == 1
        assert [row.learner_id for row in session.exec(select(NoteRow))] == [BOB]


@given(st.text())
def test_any_text_can_be_stored(text: str) -> None:
    stored = notes.storable(text)

    assert stored.encode().decode() == text.replace("\0", "")


def test_what_cannot_be_stored_is_taken_out(database: Database) -> None:
    with database.transaction() as session:
        row = note(session, notebook(session))
        row.answer = notes.storable("a\0b\ud800c")
        assert row.id
    with database.transaction() as session:
        assert session.get_one(NoteRow, row.id).answer == "ab?c"
