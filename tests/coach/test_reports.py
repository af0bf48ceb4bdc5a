from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.coach import draft as drafts
from bot.coach import learner, notes, practice, reports
from bot.storage.tables import ReportRow
from bot.study.learner import Awaiting
from bot.study.prompt import Prompt
from tests.coach.notebooks import draft

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.study.reports import Report
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
OWNER = 5_000_000_009


def asked(coach: Coach) -> Prompt:
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    return prompt


def filed(coach: Coach, text: str, update_id: int = 1) -> Report:
    coach(reports.await_report, ANN, asked(coach).id)
    assert coach(learner.listen, ANN).awaiting is Awaiting.REPORT
    report = coach(reports.file, ANN, text, update_id=update_id)
    assert report
    return report


def test_report_names_the_question_and_where_it_stands(coach: Coach) -> None:
    prompt = asked(coach)

    report = filed(coach, "Point 2\0 is wrong.")

    assert report.question == prompt.question
    assert report.question
    assert report.question.source.line > 1
    assert (report.text, report.on) == ("Point 2 is wrong.", coach.now.date())
    assert coach(learner.listen, ANN).awaiting is None


def test_open_reports_come_first_then_the_latest(coach: Coach) -> None:
    first, second, third = (filed(coach, text, n) for n, text in enumerate("abc", 1))

    coach(reports.close, OWNER, third.id, closed=True)

    listed = coach(reports.everything, OWNER)
    assert [report.id for report in listed] == [second.id, first.id, third.id]
    coach(reports.close, OWNER, third.id, closed=False)
    assert coach(reports.everything, OWNER)[0].id == third.id


def test_answer_waits_until_it_was_sent(coach: Coach) -> None:
    report = filed(coach, "Wrong.")
    coach(reports.await_answer, OWNER, report.id)

    answered = coach(reports.answer, OWNER, "Mended, thank you.", update_id=5)

    assert answered
    (reply,) = coach(reports.replies)
    assert (reply.learner_id, reply.report.answer) == (ANN, "Mended, thank you.")
    coach(reports.replied, report.id)
    assert coach(reports.replies) == ()


def test_reports_go_with_who_has_written_them(coach: Coach) -> None:
    report = filed(coach, "Wrong.")
    coach(reports.await_answer, OWNER, report.id)

    coach(learner.forget, ANN)

    assert coach(reports.everything, OWNER) == ()
    assert coach(reports.answer, OWNER, "Too late", update_id=5) is None
    assert coach(reports.close, OWNER, report.id, closed=True) is None


def test_own_notes_are_nobody_elses_business(coach: Coach) -> None:
    notebook = coach(drafts.add, ANN, *draft(), answered_only=False)
    coach(notes.ask_only, ANN, notebook.id)

    assert coach(reports.await_report, ANN, asked(coach).id) is None


def test_report_of_a_question_that_is_gone_is_kept(coach: Coach) -> None:
    report = filed(coach, "Wrong.")

    def take_away(visit: Visit) -> None:
        visit.session.get_one(ReportRow, report.id).question_id = "gone"

    coach(take_away)
    found = coach(reports.look, OWNER, report.id)

    assert found
    assert (found.question, found.text) == (None, "Wrong.")


@pytest.mark.parametrize("prompt_id", [0, 2**40])
def test_made_up_prompt_is_not_reported(coach: Coach, prompt_id: int) -> None:
    assert coach(reports.await_report, ANN, prompt_id) is None
