"""What is said about interviews in words, and how long things take."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.questions.model import AreaId, TrackId
from bot.study.interview import (
    LONGEST_TIME,
    USUAL_TIME,
    ADay,
    Interview,
    InterviewId,
    Subject,
    attendance,
    is_about_interview,
    is_moved,
    is_possible,
    names_a_subject,
    planned_days,
    read_a_day,
    subject_in,
    topics_of,
    usual_time,
)

if TYPE_CHECKING:
    from bot.questions.bank import Bank

DAY = date(2026, 12, 12)
AREAS = {AreaId("python"): "Python", AreaId("cpp"): "C++", AreaId("data"): "Data Engineering"}
TRACKS = {TrackId("backend"): "Python backend", TrackId("web"): "Web"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("python and c++", Subject(areas=frozenset({AreaId("python"), AreaId("cpp")}))),
        ("about Data  engineering", Subject(areas=frozenset({AreaId("data")}))),
        ("Python Backend", Subject(TrackId("backend"))),
        ("pythonic", Subject()),
        ("", Subject()),
    ],
)
def test_subject_is_found_by_whole_names(text: str, subject: Subject) -> None:
    assert subject_in(text, TRACKS, AREAS) == subject


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("15 a day", 15),
        ("15 questions a day", 15),
        ("30 minutes per day", timedelta(minutes=30)),
        ("1 hour a day", timedelta(hours=1)),
        ("0 a day", 0),
        ("-5 a day", -5),
        ("12 Dec", None),
        ("a day", None),
    ],
)
def test_amount_a_day_is_read(text: str, amount: int | timedelta | None) -> None:
    assert read_a_day(text) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [("25", 25), ("40 minutes", timedelta(minutes=40)), ("0", 0), ("25 or so", None)],
)
def test_who_was_asked_for_an_amount_types_less(text: str, amount: int | timedelta | None) -> None:
    assert read_a_day(text, asked=True) == amount
    assert read_a_day(text) is None


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("cobol", True), ("about the", False), ("", False), ("my interview is with them", False)],
)
def test_words_left_of_a_date_may_name_a_subject(rest: str, expected: object) -> None:
    assert names_a_subject(rest) is expected


@pytest.mark.parametrize("amount", [0, -5, 201, timedelta(), timedelta(hours=4)])
def test_some_amounts_are_impossible(amount: int | timedelta) -> None:
    assert not is_possible(amount)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my interview is on 12 Dec", True),
        ("Собеседование 12 декабря", True),
        ("10 interview questions for Friday", False),
        ("mock interview tomorrow", False),
        ("A lock is released in a finally block", False),
        ("In an interview " + "one would say " * 5, False),
    ],
)
def test_sentence_about_an_interview(text: str, expected: object) -> None:
    assert is_about_interview(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my interview was moved to 3 Dec", True),
        ("the interview is postponed to next Friday", True),
        ("собеседование перенесли на 3 декабря", True),
        ("aplazaron mi entrevista al 3 de diciembre", True),
        ("mein Vorstellungsgespräch wurde auf den 3. Dezember verschoben", True),
        ("my interview is on 3 Dec", False),
    ],
)
def test_interview_that_has_got_another_date(text: str, expected: object) -> None:
    assert is_moved(text) is expected


def test_interview_is_over_after_its_hour_or_with_its_day() -> None:
    timed = Interview(InterviewId(1), DAY, DAY, time(14))
    untimed = Interview(InterviewId(1), DAY, DAY)
    noon, evening = datetime(2026, 12, 12, 12, tzinfo=UTC), datetime(2026, 12, 12, 18, tzinfo=UTC)

    assert not timed.is_over(noon)
    assert timed.is_over(evening)
    assert not untimed.is_over(evening)
    assert untimed.is_over(evening + timedelta(days=1))


def test_time_of_a_question_is_learned_and_capped() -> None:
    hour = timedelta(hours=1)

    assert usual_time([hour] * 4) == USUAL_TIME
    assert usual_time([hour] * 5) == LONGEST_TIME
    assert usual_time([timedelta(seconds=90)] * 4 + [hour]) == timedelta(seconds=90)
    assert ADay(10, timedelta(minutes=30), timedelta(minutes=2)).fits == 15
    assert ADay(10).fits == 10


def test_days_missed_lower_the_attendance_slowly() -> None:
    days = planned_days(DAY, DAY + timedelta(days=14), frozenset(range(5)))

    assert len(days) == 10
    assert attendance(days, set(days)) == 1
    assert 0.4 < attendance(days, set()) < attendance(days, set(days[:5])) < 1


def test_topics_are_those_of_which_half_is_wanted(bank: Bank) -> None:
    questions = list(bank.questions.values())
    of_one = [q.id for q in questions if q.topic.id == questions[0].topic.id]

    assert topics_of({of_one[0], of_one[1]}, questions) == {questions[0].topic.id}
    assert topics_of({of_one[0]}, questions) == set()
    assert topics_of(set(), questions) == set()
