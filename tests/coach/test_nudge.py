from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.coach import learner, nudge, practice
from bot.coach.nudge import AskWhetherToGoOn, Push
from bot.study.learner import Reason, Rest
from bot.study.memory import Grade
from bot.study.prompt import Delivery, Origin, Prompt

if TYPE_CHECKING:
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def ann(coach: Coach) -> Coach:
    """Ann lives in Berlin, where it is 13:00 on a Saturday, and has asked for nothing yet."""
    coach(learner.start, ANN)
    coach(learner.choose_zone, ANN, BERLIN)
    return coach


def next_morning(coach: Coach, hour: int = 9) -> None:
    local = coach.now.astimezone(BERLIN)
    day = local.date() + timedelta(days=1)
    coach.now = datetime.combine(day, time(hour), tzinfo=BERLIN).astimezone(UTC)


def claimed(coach: Coach) -> Push:
    push = coach(nudge.claim, ANN)
    assert isinstance(push, Push)
    return push


def delivered(coach: Coach) -> Push:
    push = claimed(coach)
    coach(practice.sent, push.prompt.id, push.prompt.id + 1000)
    return push


def grade_it(coach: Coach, prompt: Prompt) -> Prompt | Rest | None:
    coach(practice.reveal, ANN, prompt.id)
    following = coach(practice.grade, ANN, prompt.id, Grade.GOOD).next
    assert following is None or isinstance(following, Prompt | Rest)
    return following


def test_nine_in_the_morning_is_the_default(ann: Coach) -> None:
    assert ann(learner.profile, ANN).next_push == datetime(2026, 11, 22, 8, tzinfo=UTC)


def test_nobody_is_due_before_their_time(ann: Coach) -> None:
    assert list(ann(nudge.due)) == []
    assert ann(nudge.claim, ANN) is None


def test_push_is_an_ordinary_question(ann: Coach) -> None:
    next_morning(ann)

    push = claimed(ann)

    assert list(ann(nudge.due)) == []
    assert push.prompt.origin is Origin.PUSH
    assert ann(practice.current, ANN) == push.prompt


def test_slot_is_claimed_once(ann: Coach) -> None:
    next_morning(ann)
    claimed(ann)

    assert ann(nudge.claim, ANN) is None


def test_claimed_but_unsent_is_sent_again(ann: Coach) -> None:
    next_morning(ann)
    push = claimed(ann)

    assert ann(nudge.unsent) == [push.prompt.id]
    assert ann(nudge.send_again, push.prompt.id) == Push(push.prompt)
    ann(practice.sent, push.prompt.id, 42)
    assert ann(nudge.unsent) == []


def test_unknown_outcome_counts_as_sent(ann: Coach) -> None:
    next_morning(ann)
    push = claimed(ann)
    ann(practice.sent, push.prompt.id, None)

    assert ann(nudge.unsent) == []
    waiting = ann(practice.current, ANN)
    assert waiting
    assert waiting.delivery is Delivery.UNKNOWN


def test_unsent_push_is_dropped_when_its_slot_closes(ann: Coach) -> None:
    next_morning(ann)
    push = claimed(ann)
    ann.later(hours=13)

    assert ann(nudge.send_again, push.prompt.id) is None
    assert ann(practice.current, ANN) is None


def test_missed_slot_is_sent_late_while_open(ann: Coach) -> None:
    next_morning(ann, hour=20)

    assert claimed(ann)


def test_closed_slot_is_left_for_the_next_day(ann: Coach) -> None:
    next_morning(ann, hour=21)

    assert ann(nudge.claim, ANN) is None
    assert ann(learner.profile, ANN).next_push == datetime(2026, 11, 23, 8, tzinfo=UTC)


def test_done_today_is_left_in_peace(ann: Coach) -> None:
    next_morning(ann, hour=7)
    prompt = ann(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    grade_it(ann, prompt)
    ann(practice.stop, ANN)
    ann.later(hours=2)

    assert ann(nudge.claim, ANN) is None


def test_busy_learner_is_asked_later_in_the_slot(ann: Coach) -> None:
    next_morning(ann)
    ann(learner.profile, ANN)

    assert ann(nudge.claim, ANN) is None
    assert list(ann(nudge.due)) == [ANN]
    ann.later(minutes=15)
    assert claimed(ann)


def test_skipping_does_not_lose_a_waiting_push(ann: Coach) -> None:
    next_morning(ann)
    prompt = ann(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    ann(practice.skip, ANN, prompt.id)
    ann.later(minutes=15)

    assert list(ann(nudge.due)) == [ANN]
    assert claimed(ann)


def test_question_revealed_today_is_not_replaced(ann: Coach) -> None:
    next_morning(ann, hour=8)
    prompt = ann(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    ann(practice.reveal, ANN, prompt.id)
    ann.later(hours=1)

    assert ann(nudge.claim, ANN) is None
    waiting = ann(practice.current, ANN)
    assert waiting
    assert waiting.id == prompt.id


def test_question_revealed_days_ago_gives_way(ann: Coach) -> None:
    prompt = ann(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    ann(practice.reveal, ANN, prompt.id)
    next_morning(ann)

    assert claimed(ann).prompt.id != prompt.id


def test_unanswered_push_is_replaced(ann: Coach) -> None:
    next_morning(ann)
    first = delivered(ann)
    next_morning(ann)

    second = claimed(ann)

    assert second.replaced == first.prompt.id + 1000
    assert second.prompt.id != first.prompt.id


def test_three_unanswered_days_then_one_question_and_silence(ann: Coach) -> None:
    for _ in range(3):
        next_morning(ann)
        delivered(ann)
    next_morning(ann)

    assert ann(nudge.claim, ANN) == AskWhetherToGoOn(ANN)
    assert ann(nudge.unasked) == [ANN]
    assert ann(nudge.check_in, ANN) == AskWhetherToGoOn(ANN)
    ann(nudge.asked_to_go_on, ANN)
    assert ann(nudge.unasked) == []
    next_morning(ann)
    assert list(ann(nudge.due)) == []


def test_any_act_ends_the_silence(ann: Coach) -> None:
    for _ in range(3):
        next_morning(ann)
        delivered(ann)
    next_morning(ann)
    ann(nudge.claim, ANN)
    ann(nudge.asked_to_go_on, ANN)

    ann(practice.next_question, ANN)

    next_morning(ann)
    assert list(ann(nudge.due)) == [ANN]


def test_push_of_one_ends_with_its_grade(ann: Coach) -> None:
    next_morning(ann)

    rest = grade_it(ann, delivered(ann).prompt)

    assert isinstance(rest, Rest)
    assert rest.reason is Reason.PUSH_DONE


def test_push_of_two_goes_on_once(ann: Coach) -> None:
    ann(learner.choose_push_count, ANN, 2)
    next_morning(ann)

    second = grade_it(ann, delivered(ann).prompt)

    assert isinstance(second, Prompt)
    assert isinstance(grade_it(ann, second), Rest)


def test_blocked_learner_keeps_data_and_gets_nothing(ann: Coach) -> None:
    next_morning(ann)
    claimed(ann)

    ann(nudge.unreachable, ANN)

    assert ann(nudge.unsent) == []
    next_morning(ann)
    assert list(ann(nudge.due)) == []
    ann(nudge.reachable, ANN)
    next_morning(ann)
    assert list(ann(nudge.due)) == [ANN]


def test_no_zone_no_push(coach: Coach) -> None:
    coach(learner.start, ANN)

    assert coach(learner.profile, ANN).next_push is None


def test_changes_take_effect_at_once(ann: Coach) -> None:
    assert ann(learner.choose_push_time, ANN, time(14)).next_push == datetime(
        2026, 11, 21, 13, tzinfo=UTC
    )
    assert ann(learner.choose_zone, ANN, ZoneInfo("Asia/Tokyo")).next_push == datetime(
        2026, 11, 22, 5, tzinfo=UTC
    )
    assert ann(learner.switch_push, ANN, on=False).next_push is None


def test_pause_ends_by_itself(ann: Coach) -> None:
    paused = ann(learner.pause, ANN, timedelta(days=3))

    assert paused.next_push == datetime(2026, 11, 25, 8, tzinfo=UTC)


def test_stop_is_quiet_until_start(ann: Coach) -> None:
    ann(learner.stop, ANN)
    ann(practice.next_question, ANN)
    assert ann(learner.profile, ANN).next_push is None

    assert ann(learner.start, ANN).next_push is not None


def test_skipped_local_time_moves_forward(ann: Coach) -> None:
    ann.now = datetime(2026, 3, 28, 12, tzinfo=UTC)

    profile = ann(learner.choose_push_time, ANN, time(2, 30))

    assert profile.next_push == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(("wanted", "kept"), [(-5, 1), (0, 1), (3, 3), (10**12, 10)])
def test_any_number_of_questions_at_a_time_is_one_that_can_be(
    ann: Coach, wanted: int, kept: int
) -> None:
    profile = ann(learner.choose_push_count, ANN, wanted)

    assert profile.push_count == kept
    assert profile.next_push


@pytest.mark.parametrize("weekday", [-1, 7, 10**12])
def test_day_that_no_week_has_changes_nothing(ann: Coach, weekday: int) -> None:
    before = ann(learner.profile, ANN)

    assert ann(learner.switch_weekday, ANN, weekday, on=True) == before
