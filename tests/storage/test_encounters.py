from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.questions.model import QuestionId
from bot.storage import encounters, learners, renaming, reports
from bot.storage.tables import EncounterRow, ReportRow
from bot.study.marks import When

if TYPE_CHECKING:
    from sqlmodel import Session

    from bot.storage.database import Database

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANN = 5_000_000_001


def met(session: Session, question_id: str) -> EncounterRow:
    row = EncounterRow(
        learner_id=ANN, question_id=question_id, said=When.TODAY, noted_on=NOW.date()
    )
    return encounters.note(session, row)


def test_exactly_the_named_encounters_hold(database: Database) -> None:
    with database.transaction() as session:
        learners.join(session, ANN, NOW)
        first, _, other = (met(session, name) for name in ("gil", "gil", "list"))
        assert first.id
        encounters.keep(session, ANN, "gil", [first.id])

    with database.transaction() as session:
        assert [row.id for row in encounters.of(session, ANN, "gil")] == [first.id]
        encounters.keep(session, ANN, "gil", [])
        assert encounters.questions(session, ANN) == {other.question_id}
        assert encounters.get(session, ANN + 1, other.id or 0) is None


def test_renamed_question_keeps_its_encounters_and_reports(database: Database) -> None:
    with database.transaction() as session:
        learners.join(session, ANN, NOW)
        met(session, "old")
        reports.put(session, ReportRow(learner_id=ANN, question_id="old", text="Wrong.", at=NOW))
        renaming.rename(session, {QuestionId("old"): QuestionId("new")})

    with database.transaction() as session:
        assert encounters.questions(session, ANN) == {"new"}
        assert [row.question_id for row in reports.everything(session)] == ["new"]
