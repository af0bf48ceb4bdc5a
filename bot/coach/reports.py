"""Reports: a learner says what is wrong with a question, an owner answers and closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import arrival, clock, describing
from bot.questions.model import QuestionId
from bot.storage import notes, prompts, reports
from bot.storage.tables import ReportRow
from bot.study.day import study_day
from bot.study.learner import Awaiting
from bot.study.notes import note_of
from bot.study.reports import Reply, Report

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from bot.coach.transaction import Visit
    from bot.study.prompt import Prompt


def await_report(visit: Visit, learner_id: int, prompt_id: int) -> Prompt | None:
    """Expect that the learner types what is wrong; None for a question of their own notes."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    if row is None or note_of(QuestionId(row.question_id)) is not None:
        return None
    learner.awaiting, learner.awaiting_about = Awaiting.REPORT, prompt_id
    return describing.facts(visit, learner, row)


def file(visit: Visit, learner_id: int, text: str, *, update_id: int) -> Report | None:
    """File what the learner has found wrong; None when the question is not known any more."""
    learner = arrival.arrive(visit, learner_id, typing=True)
    prompt = prompts.get(visit.session, learner_id, learner.awaiting_about or 0)
    arrival.settle(learner, Awaiting.REPORT, update_id)
    if prompt is None:
        return None
    row = ReportRow(
        learner_id=learner_id,
        question_id=prompt.question_id,
        text=notes.storable(text),
        at=visit.now,
    )
    return _report(visit, reports.put(visit.session, row), clock.zone_of(learner))


def everything(visit: Visit, owner_id: int) -> tuple[Report, ...]:
    """List all reports for an owner: open ones first, then the latest first."""
    owner = arrival.arrive(visit, owner_id)
    return tuple(
        _report(visit, row, clock.zone_of(owner)) for row in reports.everything(visit.session)
    )


def look(visit: Visit, owner_id: int, report_id: int) -> Report | None:
    """Look at one report; None when its learner has deleted everything about them."""
    owner = arrival.arrive(visit, owner_id)
    row = reports.get(visit.session, report_id)
    return _report(visit, row, clock.zone_of(owner)) if row else None


def close(visit: Visit, owner_id: int, report_id: int, *, closed: bool) -> Report | None:
    """Close a report, or open it again."""
    owner = arrival.arrive(visit, owner_id)
    row = reports.get(visit.session, report_id)
    if row is None:
        return None
    row.closed = closed
    visit.session.add(row)
    return _report(visit, row, clock.zone_of(owner))


def await_answer(visit: Visit, owner_id: int, report_id: int) -> Report | None:
    """Expect that an owner types an answer to a report."""
    owner = arrival.arrive(visit, owner_id)
    row = reports.get(visit.session, report_id)
    if row is None:
        return None
    owner.awaiting, owner.awaiting_about = Awaiting.REPORT_ANSWER, report_id
    return _report(visit, row, clock.zone_of(owner))


def answer(visit: Visit, owner_id: int, text: str, *, update_id: int) -> Report | None:
    """Keep an owner's answer, to be sent to who has reported; None when the report is gone."""
    owner = arrival.arrive(visit, owner_id, typing=True)
    row = reports.get(visit.session, owner.awaiting_about or 0)
    arrival.settle(owner, Awaiting.REPORT_ANSWER, update_id)
    if row is None:
        return None
    row.answer, row.answer_sent = notes.storable(text), False
    visit.session.add(row)
    return _report(visit, row, clock.zone_of(owner))


def replies(visit: Visit) -> tuple[Reply, ...]:
    """List the answers that were not sent yet."""
    unsent = reports.unsent(visit.session)
    return tuple(Reply(_report(visit, row, clock.NOWHERE), row.learner_id) for row in unsent)


def replied(visit: Visit, report_id: int) -> None:
    """Record that an answer was sent, or cannot be."""
    row = reports.get(visit.session, report_id)
    if row:
        row.answer_sent = True
        visit.session.add(row)


def _report(visit: Visit, row: ReportRow, zone: ZoneInfo) -> Report:
    assert row.id is not None
    question_id = QuestionId(row.question_id)
    return Report(
        id=row.id,
        question_id=question_id,
        question=visit.bank.get(question_id),
        text=row.text,
        on=study_day(row.at, zone),
        answer=row.answer,
        closed=row.closed,
    )
