"""Where a learner stands: for the day or for today, from the first answer on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.coach import draft as drafts
from bot.coach import interview, learner, notes, practice, progress, search
from bot.questions.model import AreaId
from bot.storage import memories
from bot.study.dates import When
from bot.study.interview import Subject
from bot.study.memory import Grade
from bot.study.picking import Limits
from bot.study.preference import Preference
from bot.study.progress import Streak, Week
from bot.study.prompt import Confidence, Prompt
from tests.coach.notebooks import draft

if TYPE_CHECKING:
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
BOB = 5_000_000_002
DAY = date(2026, 12, 12)


def practise(coach: Coach, number: int = 1, grade: Grade = Grade.GOOD) -> None:
    """Grade so many questions, more than the daily numbers if need be."""
    for _ in range(number):
        prompt = coach(practice.next_question, ANN, more=True)
        assert isinstance(prompt, Prompt)
        coach(practice.reveal, ANN, prompt.id, Confidence.SURE)
        coach(practice.tick, ANN, prompt.id, 0, on=True)
        coach.later(seconds=50)
        coach(practice.grade, ANN, prompt.id, grade)


def hide_the_bank(coach: Coach) -> None:
    coach(learner.start, ANN)
    with coach.database.transaction() as session:
        for question_id in coach.bank.questions:
            memories.hide(session, ANN, question_id, hidden=True)


def test_somebody_new_is_told_what_would_help(coach: Coach) -> None:
    shown = coach(progress.look, ANN)

    assert shown.ready
    assert (shown.ready.seen, shown.ready.questions) == (0, 18)
    assert shown.ready.share == pytest.approx(shown.ready.unseen)
    assert (shown.reviews, shown.on, shown.rhythm) == ((), None, Streak(0))
    assert len(shown.helping) == 3


def test_areas_make_up_the_whole(coach: Coach) -> None:
    practise(coach, 7)

    shown = coach(progress.look, ANN)

    assert shown.ready
    assert sum(part.ready.seen for part in shown.parts) == shown.ready.seen == 7
    assert sum(part.ready.questions for part in shown.parts) == 18
    assert {part.name for part in shown.parts} == {"Python", "Django", "Kafka"}
    assert shown.graded_today == len(shown.reviews) == 7


def test_heavier_areas_come_first(coach: Coach) -> None:
    coach(learner.choose_topic, ANN, next(t for t in coach.bank.topics if "python" in t), on=False)

    parts = coach(progress.look, ANN).parts

    assert parts[-1].name == "Python"
    assert [part.ready.questions for part in parts] == [6, 6, 3]


def test_with_a_date_it_is_readiness_for_the_day(coach: Coach) -> None:
    practise(coach, 5)
    today = coach(progress.look, ANN)
    coach(interview.begin, ANN, When(DAY), Subject(areas=frozenset({AreaId("kafka")})))
    coach(interview.do_a_day, ANN, 4)

    shown = coach(progress.look, ANN)

    assert (today.on, shown.on) == (None, DAY)
    assert [part.name for part in shown.parts] == ["Kafka"]
    assert shown.limits.in_all == 4
    assert all(question.topic.area == "Kafka" for question in shown.helping)
    assert sum(day.new for day in shown.coming) > 0


def test_recall_fades_towards_a_later_day(coach: Coach) -> None:
    practise(coach, 10)
    now = coach(progress.look, ANN).ready
    coach(interview.begin, ANN, When(DAY), Subject())

    later = coach(progress.look, ANN).ready

    assert now
    assert later
    assert now.recall_of_seen == 1.0
    assert later.recall_of_seen
    assert later.recall_of_seen < 1


def test_the_day_itself_and_the_one_after(coach: Coach) -> None:
    practise(coach, 3)
    coach(interview.begin, ANN, When(DAY), Subject())

    coach.later(days=21)
    assert coach(progress.look, ANN).on == DAY
    coach.later(days=1)
    assert coach(progress.look, ANN).on is None


def test_nothing_to_ask_is_no_readiness(coach: Coach) -> None:
    hide_the_bank(coach)

    shown = coach(progress.look, ANN)

    assert shown.hidden == 18
    assert shown.ready is None
    assert (shown.parts, shown.helping, shown.due) == ((), (), 0)


def test_own_notes_alone_are_an_area(coach: Coach) -> None:
    made, original = draft()
    notebook = coach(drafts.add, ANN, made, original, answered_only=False)
    coach(notes.mix, ANN, notebook.id, on=True)
    hide_the_bank(coach)

    shown = coach(progress.look, ANN)

    assert [part.name for part in shown.parts] == ["Your notes"]
    assert all(question.text for question in shown.helping)


def test_what_helps_can_be_asked_and_then_helps_no_more(coach: Coach) -> None:
    best = coach(progress.look, ANN).helping[0]

    asking = coach(search.ask, ANN, best.id)
    assert asking
    coach(practice.reveal, ANN, asking.shown.id)
    coach(practice.grade, ANN, asking.shown.id, Grade.GOOD)

    assert best not in coach(progress.look, ANN).helping


def test_a_freeze_is_used_by_itself(coach: Coach) -> None:
    for _ in range(5):
        practise(coach)
        coach.later(days=1)
    missed = coach(progress.look, ANN).today
    coach.later(days=1)
    practise(coach)

    assert coach(progress.look, ANN).rhythm == Streak(6, frozen=(missed,))


def test_days_off_are_not_missed(coach: Coach) -> None:
    for weekday in range(5):
        coach(learner.switch_weekday, ANN, weekday, on=False)
    practise(coach)  # on a Saturday
    coach.later(days=7)
    practise(coach)

    rhythm = coach(progress.look, ANN).rhythm

    assert isinstance(rhythm, Streak)
    assert rhythm.days == 1  # the Sunday between was missed
    coach(learner.switch_weekday, ANN, 6, on=False)
    assert coach(progress.look, ANN).rhythm == Streak(2)


def test_a_goal_takes_the_place_of_the_streak(coach: Coach) -> None:
    practise(coach)

    assert coach(progress.choose_goal, ANN, 3).rhythm == Week(done=1, goal=3, weeks=0)
    assert coach(progress.count_streak, ANN, on=True).rhythm == Streak(1)
    assert coach(progress.count_streak, ANN, on=False).rhythm is None
    assert coach(progress.choose_goal, ANN, 5).rhythm == Week(done=1, goal=5, weeks=0)


def test_an_impossible_goal_changes_nothing(coach: Coach) -> None:
    coach(progress.choose_goal, ANN, 3)

    for days in (0, 8, 2**62):
        assert coach(progress.choose_goal, ANN, days).weekly_goal == 3


def test_figures_come_from_what_was_graded(coach: Coach) -> None:
    for _ in range(3):
        practise(coach, 8, Grade.GOOD)
        coach.later(days=3)

    figures = coach(progress.figures, ANN)

    assert figures
    assert figures.statistics.reviews == 24
    assert figures.statistics.usual_answer == timedelta(seconds=50)
    assert figures.calibration
    assert figures.calibration.sure_but_few == 24


def test_figures_can_be_switched_off(coach: Coach) -> None:
    shown = coach(progress.switch, ANN, Preference.NO_STATISTICS, on=True)

    assert Preference.NO_STATISTICS in shown.preferences
    assert coach(progress.figures, ANN) is None
    coach(progress.switch, ANN, Preference.NO_STATISTICS, on=False)
    assert coach(progress.figures, ANN)


def test_nobody_sees_the_progress_of_another(coach: Coach) -> None:
    practise(coach, 4)

    assert coach(progress.look, BOB).reviews == ()
    bob = coach(progress.figures, BOB)
    assert bob
    assert bob.statistics.reviews == 0


def test_the_numbers_of_a_plan_are_told(coach: Coach) -> None:
    coach(learner.choose_limits, ANN, Limits(new=5, in_all=15))

    assert coach(progress.look, ANN).limits == Limits(new=5, in_all=15)
