from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from random import Random
from threading import Barrier
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import update
from sqlmodel import Session, SQLModel, select

from bot.coach import practice
from bot.coach.transaction import Visit
from bot.coach.turn import Notice
from bot.questions.model import QuestionId
from bot.storage import learners, memories, prompts, renaming
from bot.storage.tables import Learner, MemoryRow, PromptRow
from bot.study.memory import Grade
from bot.study.prompt import Prompt, PromptState

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.storage.database import Database

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANN = 5_000_000_001


def test_migrations_make_what_the_tables_say(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection)

        assert compare_metadata(context, SQLModel.metadata) == []


def test_migrating_again_changes_nothing(database: Database) -> None:
    with database.transaction() as session:
        learners.join(session, ANN, NOW)

    database.migrate()

    with database.transaction() as session:
        assert learners.everybody(session) == [ANN]


def test_moments_keep_their_instant(database: Database) -> None:
    local = NOW.astimezone(ZoneInfo("Asia/Kathmandu"))
    with database.transaction() as session:
        learners.join(session, ANN, local)

    with database.transaction() as session:
        read = session.get_one(Learner, ANN)
        assert read.joined_at == NOW
        assert read.joined_at.tzinfo is not None


def test_failed_work_leaves_nothing(database: Database) -> None:
    def fail(session: Session) -> None:
        learners.join(session, ANN, NOW)
        raise LookupError

    with pytest.raises(LookupError), database.transaction() as session:
        fail(session)

    with database.transaction() as session:
        assert learners.everybody(session) == []


def test_two_grades_at_once_count_once(database: Database, bank: Bank) -> None:
    def visit(act: object, *arguments: object) -> object:
        with database.transaction() as session:
            return act(Visit(session, bank, NOW, Random(1)), *arguments)  # type: ignore[operator]

    prompt = visit(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    visit(practice.reveal, ANN, prompt.id)
    together = Barrier(2)

    def grade(grade: Grade) -> Notice:
        together.wait()
        return visit(practice.grade, ANN, prompt.id, grade).notice  # type: ignore[attr-defined, no-any-return]

    with ThreadPoolExecutor(2) as threads:
        notices = set(threads.map(grade, [Grade.GOOD, Grade.AGAIN]))

    assert notices == {Notice.DONE, Notice.AGAIN}
    with database.transaction() as session:
        assert [row.reviews for row in session.exec(select(MemoryRow))] == [1]


def test_renamed_question_keeps_its_memory(database: Database) -> None:
    with database.transaction() as session:
        learners.join(session, ANN, NOW)
        session.flush()
        memories.hide(session, ANN, "old", hidden=True)
        session.flush()
        renaming.rename(session, {QuestionId("old"): QuestionId("new")})

    with database.transaction() as session:
        assert memories.hidden(session, ANN) == {"new"}


def test_forgetting_deletes_only_ones_own(database: Database, bank: Bank) -> None:
    for who in (ANN, ANN + 1):
        with database.transaction() as session:
            practice.next_question(Visit(session, bank, NOW, Random(1)), who)

    with database.transaction() as session:
        forgotten = learners.forget(session, ANN)

    assert forgotten.prompts == 1
    with database.transaction() as session:
        assert learners.everybody(session) == [ANN + 1]


def test_prompt_that_has_moved_on_is_not_changed(database: Database, bank: Bank) -> None:
    with database.transaction() as session:
        asked = practice.next_question(Visit(session, bank, NOW, Random(1)), ANN)
        assert isinstance(asked, Prompt)
        row = session.get_one(PromptRow, asked.id)
        session.execute(
            update(PromptRow).values(state=PromptState.SKIPPED),
            execution_options={"synchronize_session": False},
        )

        with pytest.raises(LookupError):
            prompts.move(session, row, {"state": PromptState.GRADED})
