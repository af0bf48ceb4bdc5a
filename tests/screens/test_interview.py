"""The screens of interviews say honestly what to expect, short enough for a phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.questions.model import AreaId, Question, QuestionId, Source, Topic, TopicId
from bot.screens import wording
from bot.screens.aftermath import how_it_went_screen
from bot.screens.agenda import rest_screen
from bot.screens.interview import expectation, interviews_screen, wrong_date
from bot.screens.practice import prompt_screen
from bot.study.agenda import Agenda
from bot.study.dates import Trouble, Wrong
from bot.study.interview import ADay, Interview, InterviewId, Preparing, Prospect
from bot.study.learner import Reason, Rest
from bot.study.memory import Grade, brought_forward, outcomes
from bot.study.prompt import Delivery, Prompt, PromptState
from bot.study.target import Forecast, Standing

TODAY = date(2026, 11, 21)
DAY = date(2026, 12, 12)
INTERVIEW = Interview(InterviewId(1), DAY, TODAY, time(14))
A_DAY = ADay(10)


def prospect(forecast: Forecast, more: tuple[int, float] | None = None) -> Prospect:
    left_out = ("Kafka", "Docker") if forecast.left_out else ()
    return Prospect(INTERVIEW, "Python", 21, forecast, more, left_out)


def test_it_says_when_all_is_seen_what_is_recalled_and_what_more_would_bring() -> None:
    forecast = Forecast(Standing.AHEAD, 100, 83.2, seen_by=date(2026, 12, 5))

    assert expectation(prospect(forecast, (15, 90.1)), A_DAY, TODAY) == (
        "With 10 a day you will have seen all 100 by Sat 5 Dec; I expect you to recall about 83 "
        "of them. With 15 a day, 90."
    )


def test_it_names_what_does_not_fit() -> None:
    out = tuple(str(n) for n in range(40))
    forecast = Forecast(Standing.AHEAD, 100, 61, left_out=out)  # type: ignore[arg-type]

    said = expectation(prospect(forecast), A_DAY, TODAY)

    assert said.startswith("With 10 a day 60 of 100 questions fit; I expect you to recall about 61")
    assert "40 are left out, those that weigh least: Kafka, Docker." in said


def test_of_several_each_is_told_in_brief() -> None:
    out = tuple(str(n) for n in range(40))
    one = prospect(Forecast(Standing.AHEAD, 100, 61, left_out=out), (15, 70))  # type: ignore[arg-type]

    alone, both = (interviews_screen(Preparing(TODAY, A_DAY, (one,) * n)) for n in (1, 2))

    assert "left out, those that weigh least: Kafka" in alone.text.text
    assert "left out" not in both.text.text
    assert both.text.text.count("recall about 61 of all. With 15 a day, 70.") == 2


def test_minutes_are_written_as_minutes() -> None:
    a_day = ADay(10, timedelta(minutes=30))
    forecast = Forecast(Standing.AHEAD, 100, 83, seen_by=DAY)

    said = expectation(prospect(forecast, (45, 90)), a_day, TODAY)

    assert said.startswith("With 30 minutes a day")
    assert said.endswith("With 45 minutes a day, 90.")


def test_one_interview_shows_its_countdown_and_every_change() -> None:
    forecast = Forecast(Standing.AHEAD, 100, 83, seen_by=DAY)

    screen = interviews_screen(Preparing(TODAY, A_DAY, (prospect(forecast, (15, 90)),)))

    assert "Sat 12 Dec, 14:00: in 21 days\nAbout Python\n" in screen.text.text
    assert [button.label for row in screen.rows for button in row] == [
        "Other date",
        "Its topics",
        "15 a day",
        "How much a day",
        "Drop it",
        "Add another",
        "Next question",
    ]


def test_numbers_that_may_be_month_first_are_explained() -> None:
    preparing = Preparing(TODAY, A_DAY, other_reading=date(2027, 5, 6))

    said = interviews_screen(preparing).text.text

    assert "I read the day first. If you meant Thu 6 May 2027, type 6 May 2027." in said


def test_every_trouble_with_a_date_has_one_sentence() -> None:
    said = {wrong_date(Wrong(trouble, DAY), TODAY).text.text for trouble in Trouble}

    assert len(said) == len(Trouble)


def rest(reason: Reason, agenda: Agenda | None, *, graded: int = 10, waiting: int = 0) -> Rest:
    push = datetime(2026, 11, 22, 8, tzinfo=UTC)
    zone = ZoneInfo("Europe/Berlin")
    return Rest(reason, graded, None, TODAY, True, push, zone, agenda=agenda, waiting=waiting)  # noqa: FBT003


def test_after_one_interview_the_plan_of_the_next_goes_on() -> None:
    following = replace(INTERVIEW, on=date(2026, 12, 20))

    alone, one_of_two = how_it_went_screen(INTERVIEW), how_it_went_screen(INTERVIEW, following)

    assert "Your usual reviews go on" in alone.text.text
    assert "The plan for Sun 20 Dec goes on." in one_of_two.text.text


def test_what_was_typed_and_is_not_known_is_said() -> None:
    shown = interviews_screen(Preparing(TODAY, A_DAY, unknown="cobol"))

    assert "I know no track or area “cobol”" in shown.text.text


def test_back_after_a_gap_is_one_tap() -> None:
    screen = rest_screen(rest(Reason.BACK, None, waiting=34))

    assert screen
    assert [row[0].label for row in screen.rows] == [
        "3 days, 12 a day",
        "5 days, 7 a day",
        "7 days, 5 a day",
        "As usual",
    ]


def test_a_return_counts_down_without_scolding() -> None:
    part = Agenda(TODAY, back_by=TODAY + timedelta(days=2))

    screen, last = (
        rest_screen(rest(Reason.DAY_DONE, part)),
        rest_screen(rest(Reason.DAY_DONE, Agenda(TODAY, back_by=TODAY))),
    )

    assert screen
    assert last
    assert screen.text.text.startswith("That is today's part: 10 questions done. 2 more days")
    assert last.text.text.startswith("That was the last part: 10 questions done.")


def test_a_grade_names_the_day_of_the_plan_where_it_is_earlier() -> None:
    topic = Topic(TopicId("python/gil"), "The GIL", AreaId("python"), "Python")
    question = Question(QuestionId("gil"), "What is it?", topic, Source("a", 1), answer="A lock.")
    alone = outcomes(None, TODAY, others_left=False)
    moved = alone | {Grade.EASY: brought_forward(alone[Grade.EASY], date(2026, 11, 25))}
    prompt = Prompt(1, 2, question, PromptState.REVEALED, Delivery.SENT, TODAY, outcomes=moved)

    grades = [button.label for row in prompt_screen(prompt).rows[:2] for button in row]

    assert grades == ["Again · 1 d", "Hard · 1 d", "Good · 2 d", "Easy · by 25 Nov"]


def test_a_short_day_names_no_weekday() -> None:
    assert wording.short_day(DAY) == "12 Dec"
