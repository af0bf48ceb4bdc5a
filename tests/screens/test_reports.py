from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.questions.model import AreaId, Question, QuestionId, Source, Topic, TopicId
from bot.screens import wording
from bot.screens.actions import AnswerReport, CloseReport, OpenReport
from bot.screens.reports import filed_screen, reply_screen, report_screen, reports_screen
from bot.screens.screen import MESSAGE_LIMIT, Style
from bot.study.reports import Report

TOPIC = Topic(TopicId("python/gil"), "The GIL", AreaId("python"), "Python")
QUESTION = Question(QuestionId("gil"), "What *is* it?", TOPIC, Source("python/gil.md", 7))
REPORT = Report(3, QUESTION.id, QUESTION, "Point 2 is\u202e wrong.", date(2026, 11, 21))


def test_report_names_question_file_and_line() -> None:
    screen = report_screen(REPORT)

    assert screen.text.text.startswith("What is it?\n\npython/gil.md:7\n\ngil · Sat 21 Nov · Open")
    assert "\u202e" not in screen.text.text
    assert [button.action for button in screen.rows[0]] == [
        AnswerReport(3),
        CloseReport(3, closed=True),
    ]
    quoted = [span for span in screen.text.spans if span.style is Style.QUOTE]
    assert len(quoted) == 1


def test_closed_report_can_be_opened_again() -> None:
    screen = report_screen(replace(REPORT, answer="Mended.", closed=True))

    assert "Answered:\nMended." in screen.text.text
    assert [button.label for button in screen.rows[0]] == ["Answer again", "Open again"]


def test_list_counts_and_names_the_state_of_each() -> None:
    reports = [REPORT, replace(REPORT, id=4, answer="Yes"), replace(REPORT, id=5, closed=True)]

    screen = reports_screen(reports, 0)

    assert "2 open, 1 closed." in screen.text.text
    buttons = [row[0] for row in screen.rows[:3]]
    assert [button.label.split(":")[0] for button in buttons] == ["Open", "Answered", "Closed"]
    assert [button.action for button in buttons] == [OpenReport(3), OpenReport(4), OpenReport(5)]


@pytest.mark.parametrize("question", [QUESTION, None])
def test_long_texts_fit_a_message(question: Question | None) -> None:
    long = replace(REPORT, question=question, text="x" * 4096, answer="y" * 4096)

    for screen in (report_screen(long), reply_screen(long), reports_screen([long], 0)):
        assert len(screen.text) <= MESSAGE_LIMIT


def test_question_that_is_gone_is_said_to_be() -> None:
    assert wording.REMOVED in report_screen(replace(REPORT, question=None)).text.text


def test_an_answer_is_promised_only_where_somebody_reads() -> None:
    assert "I tell you" in filed_screen(owned=True).text.text
    assert "I tell you" not in filed_screen(owned=False).text.text
