"""The summary of a week: on Sundays, once, and to nobody who does not want it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.coach import interview, learner, nudge, practice, progress, summary
from bot.coach.nudge import Push
from bot.storage import learners
from bot.study.dates import When
from bot.study.interview import Subject
from bot.study.memory import Grade
from bot.study.preference import Preference
from bot.study.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.coach.conftest import Coach

ANN = 5_000_000_001
BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = date(2026, 11, 22)


def practise(coach: Coach, who: int = ANN) -> None:
    """Grade one more question, if there is one."""
    prompt = coach(practice.next_question, who, more=True)
    if isinstance(prompt, Prompt):
        coach(practice.reveal, who, prompt.id)
        coach(practice.grade, who, prompt.id, Grade.GOOD)


def until(coach: Coach, day: date, hour: int = 9, minute: int = 0) -> None:
    coach.now = datetime.combine(day, time(hour, minute), tzinfo=BERLIN).astimezone(UTC)


@pytest.fixture
def ann(coach: Coach) -> Coach:
    """Ann lives in Berlin, where it is 13:00 on a Saturday, and has graded one question."""
    coach(learner.start, ANN)
    coach(learner.choose_zone, ANN, BERLIN)
    practise(coach)
    return coach


def test_it_comes_on_sunday_at_the_time_of_the_daily_question(ann: Coach) -> None:
    until(ann, SUNDAY, 8, 59)
    assert list(ann(summary.due)) == []
    until(ann, SUNDAY)

    assert list(ann(summary.due)) == [ANN]
    claimed = ann(summary.claim, ANN)

    assert claimed
    assert (claimed.progress.learner_id, len(claimed.progress.reviews)) == (ANN, 1)


def test_it_is_claimed_once_a_week(ann: Coach) -> None:
    until(ann, SUNDAY)
    assert ann(summary.claim, ANN)

    assert list(ann(summary.due)) == []
    assert ann(summary.claim, ANN) is None
    until(ann, SUNDAY + timedelta(days=7))
    assert ann(summary.claim, ANN)


def test_the_question_of_the_day_is_still_to_come(ann: Coach) -> None:
    until(ann, SUNDAY)
    ann(summary.claim, ANN)

    assert isinstance(ann(nudge.claim, ANN), Push)


def test_being_told_is_no_sign_of_life(ann: Coach) -> None:
    for day in range(4):
        until(ann, SUNDAY + timedelta(days=day))
        ann(summary.claim, ANN)
        ann(nudge.claim, ANN)

    with ann.database.transaction() as session:
        found = learners.lock(session, ANN)
        assert found
        assert found.unanswered_pushes == 3


@pytest.mark.parametrize(
    "silence",
    [
        lambda ann: ann(learner.stop, ANN),
        lambda ann: ann(learner.pause, ANN, None),
        lambda ann: ann(learner.pause, ANN, timedelta(days=3)),
        lambda ann: ann(learner.switch_push, ANN, on=False),
        lambda ann: ann(nudge.unreachable, ANN),
        lambda ann: ann(progress.switch, ANN, Preference.NO_SUMMARY, on=True),
        lambda ann: ann(learner.prefer, ANN, Preference.NO_SUMMARY, on=True),
        lambda ann: ann(learner.forget, ANN),
        lambda ann: ann(interview.begin, ANN, When(SUNDAY), Subject()),
    ],
    ids=["stop", "pause", "days", "off", "blocked", "switch", "prefer", "forget", "interview"],
)
def test_silence_is_kept(ann: Coach, silence: Callable[[Coach], object]) -> None:
    silence(ann)

    until(ann, SUNDAY)

    assert ann(summary.claim, ANN) is None


def test_it_comes_again_when_it_is_wanted_again(ann: Coach) -> None:
    ann(progress.switch, ANN, Preference.NO_SUMMARY, on=True)
    ann(progress.switch, ANN, Preference.NO_SUMMARY, on=False)

    until(ann, SUNDAY)

    assert ann(summary.claim, ANN)


def test_who_has_done_nothing_for_two_weeks_gets_none(ann: Coach) -> None:
    claimed = []
    for week in range(3):
        until(ann, SUNDAY + timedelta(days=7 * week))
        ann(learner.profile, ANN)  # looking is not answering
        until(ann, SUNDAY + timedelta(days=7 * week), 10)
        claimed.append(ann(summary.claim, ANN) is not None)

    assert claimed == [True, True, False]


def test_without_a_zone_there_is_none(coach: Coach) -> None:
    coach(learner.start, ANN)
    practise(coach)

    until(coach, SUNDAY, 20)

    assert list(coach(summary.due)) == []


def test_another_time_or_zone_brings_no_second_one(ann: Coach) -> None:
    until(ann, SUNDAY)
    ann(summary.claim, ANN)

    ann(learner.choose_push_time, ANN, time(18))
    until(ann, SUNDAY, 18)
    assert ann(summary.claim, ANN) is None
    ann(learner.choose_zone, ANN, ZoneInfo("America/Los_Angeles"))
    ann.later(hours=10)

    assert ann(summary.claim, ANN) is None


def test_what_was_not_sent_waits_for_the_next_tick(ann: Coach) -> None:
    until(ann, SUNDAY)
    claimed = ann(summary.claim, ANN)
    assert claimed

    ann(summary.not_sent, ANN, claimed.planned_for)
    ann.later(minutes=1)

    assert list(ann(summary.due)) == [ANN]
    assert ann(summary.claim, ANN)


def test_what_was_not_sent_in_time_is_left_out(ann: Coach) -> None:
    until(ann, SUNDAY)
    claimed = ann(summary.claim, ANN)
    assert claimed
    ann(summary.not_sent, ANN, claimed.planned_for)

    until(ann, SUNDAY, 21, 1)

    assert ann(summary.claim, ANN) is None
    assert list(ann(summary.due)) == []


def test_who_is_at_it_is_not_interrupted(ann: Coach) -> None:
    until(ann, SUNDAY, 8, 55)
    practise(ann)
    until(ann, SUNDAY)
    assert ann(summary.claim, ANN) is None

    ann.later(minutes=15)

    assert ann(summary.claim, ANN)


def test_practising_on_a_sunday_keeps_the_summary(ann: Coach) -> None:
    until(ann, SUNDAY, 9, 1)  # due, and not claimed yet: the bot was down
    practise(ann)
    practise(ann)

    ann.later(minutes=20)

    assert ann(summary.claim, ANN)


HAPPENS = st.one_of(
    st.integers(1, 80).map(lambda hours: lambda coach, _: coach.later(hours=hours)),
    st.sampled_from([time(7), time(18), time(23, 30)]).map(
        lambda at: lambda coach, who: coach(learner.choose_push_time, who, at)
    ),
    st.sampled_from(["Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"]).map(
        lambda zone: lambda coach, who: coach(learner.choose_zone, who, ZoneInfo(zone))
    ),
    st.booleans().map(
        lambda on: lambda coach, who: coach(progress.switch, who, Preference.NO_SUMMARY, on=on)
    ),
)
LEARNERS = count(6_000_000_001)


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(HAPPENS, min_size=5, max_size=15))
def test_no_sunday_has_two_whatever_is_changed(
    coach: Coach, happens: list[Callable[[Coach, int], object]]
) -> None:
    who, sundays = next(LEARNERS), []
    coach(learner.start, who)
    coach(learner.choose_zone, who, BERLIN)
    for act in happens:
        practise(coach, who)
        act(coach, who)
        coach.later(minutes=16)
        if coach(summary.claim, who):
            with coach.database.transaction() as session:
                found = learners.lock(session, who)
                assert found
                sundays.append(found.summarised_on)

    assert len(sundays) == len(set(sundays))
    assert all(day and day.weekday() == SUNDAY.weekday() for day in sundays)
