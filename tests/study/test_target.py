from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions.model import QuestionId
from bot.study.memory import Grade, Memory, outcomes, retrievability
from bot.study.target import (
    Capacity,
    Done,
    Preparation,
    Standing,
    Target,
    asked_again,
    forecast,
    in_minutes,
    plan,
    together,
)

DAY = date(2026, 11, 21)  # a Saturday
WORKDAYS = frozenset(range(5))


def ids(number: int) -> list[QuestionId]:
    return [QuestionId(f"q{place}") for place in range(number)]


def learnt(days_ago: int, grade: Grade = Grade.GOOD) -> Memory:
    return outcomes(None, DAY - timedelta(days=days_ago), others_left=False)[grade]


def preparation(
    questions: int = 20,
    days: int = 14,
    a_day: int = 5,
    memories: dict[QuestionId, Memory] | None = None,
    **weights: float,
) -> Preparation:
    scope = {each: weights.get(each, 1.0) for each in ids(questions)}
    target = Target(DAY + timedelta(days=days), DAY, scope)
    return Preparation(target, memories or {}, Capacity(a_day), DAY)


def followed(start: Preparation, seed: int, keeps: float = 1.0) -> dict[date, list[QuestionId]]:
    """Keep to the plan until the date, with chance for grades; tell what was asked on each day."""
    chance, asked = Random(seed), dict[date, list[QuestionId]]()
    now, memories = start, dict(start.memories)
    while now.today <= start.target.on + timedelta(days=1):
        kept = chance.random() < keeps
        asked[now.today] = list(plan(now).today) if kept else []
        for each in asked[now.today]:
            grades = outcomes(memories.get(each), now.today, others_left=False)
            memories[each] = grades[chance.choice([Grade.AGAIN, Grade.HARD, Grade.GOOD])]
        now = replace(now, memories=dict(memories), today=now.today + timedelta(days=1))
    return asked


PROMISE = settings(max_examples=40, deadline=None)
MEMORIES = st.builds(
    Memory,
    stability=st.floats(0.01, 500),
    difficulty=st.floats(1, 10),
    last_day=st.integers(-5, 200).map(lambda ago: DAY - timedelta(days=ago)),
    due_day=st.just(DAY),
)
PREPARATIONS = st.builds(
    lambda weights, known, days, since, a_day, weekdays, attendance, done: Preparation(
        Target(
            DAY + timedelta(days=days),
            DAY - timedelta(days=since),
            dict(zip(ids(len(weights)), weights, strict=True)),
        ),
        dict(zip(ids(len(weights)), known, strict=False)),
        Capacity(a_day, weekdays, attendance),
        DAY,
        done,
    ),
    weights=st.lists(st.sampled_from([0.1, 1.0, 1.0, 30.0]), max_size=12),
    known=st.lists(MEMORIES, max_size=8),
    days=st.integers(-3, 70),
    since=st.integers(0, 30),
    a_day=st.integers(0, 12),
    weekdays=st.frozensets(st.integers(0, 6)),
    attendance=st.sampled_from([1.0, 0.7, 0.0]),
    done=st.builds(Done, st.integers(0, 8), st.integers(0, 4)),
)


@PROMISE
@given(PREPARATIONS)
def test_no_plan_exceeds_capacity_or_repeats(given_: Preparation) -> None:
    asked = plan(given_).today

    assert len(asked) == len(set(asked)) <= max(0, given_.capacity.questions - given_.done.asked)
    assert set(asked) <= set(given_.target.weights)


@PROMISE
@given(PREPARATIONS)
def test_plans_ask_only_on_open_days_before_the_date(given_: Preparation) -> None:
    if plan(given_).today:
        assert given_.today < given_.target.on
        assert given_.today.weekday() in given_.capacity.weekdays


@PROMISE
@given(PREPARATIONS)
def test_what_was_asked_today_is_not_asked_again(given_: Preparation) -> None:
    known = given_.memories

    assert all(each not in known or known[each].last_day < DAY for each in plan(given_).today)


@PROMISE
@given(PREPARATIONS)
def test_left_out_is_only_what_has_no_place_lowest_weight_first(given_: Preparation) -> None:
    left_out, weights = plan(given_).left_out, given_.target.weights
    unseen = [each for each in weights if each not in given_.memories]
    places = sum(day.places for day in given_.days)

    assert len(left_out) == max(0, len(unseen) - places)
    assert set(left_out) <= set(unseen) - set(plan(given_).today)
    of_left_out = [weights[each] for each in left_out]
    assert of_left_out == sorted(of_left_out)
    kept = [weights[each] for each in set(unseen) - set(left_out)]
    assert max(of_left_out, default=0) <= min(kept, default=99)


@PROMISE
@given(PREPARATIONS, st.integers(1, 10), st.frozensets(st.integers(0, 6)), st.floats(0, 1))
def test_more_capacity_never_lowers_the_forecast(
    given_: Preparation, more: int, weekdays: frozenset[int], share: float
) -> None:
    given_ = replace(given_, shares=((DAY + timedelta(days=3), share),))
    now = given_.capacity
    larger = replace(now, questions=now.questions + more, weekdays=now.weekdays | weekdays)
    before, after = forecast(given_), forecast(replace(given_, capacity=larger))

    assert after.expected >= before.expected - 1e-9
    assert len(after.left_out) <= len(before.left_out)


@PROMISE
@given(PREPARATIONS)
def test_forecast_is_a_number_of_questions(given_: Preparation) -> None:
    foreseen = forecast(given_)

    assert 0 <= foreseen.expected <= foreseen.questions + 1e-9
    assert foreseen.seen_by is None or DAY <= foreseen.seen_by < given_.target.on


@settings(max_examples=15, deadline=None)
@given(
    st.integers(1, 40),
    st.integers(1, 15),
    st.integers(1, 5),
    st.frozensets(st.integers(0, 6)),
    st.integers(),
)
def test_every_question_is_shown_in_time_or_was_named(
    questions: int, days: int, a_day: int, weekdays: frozenset[int], seed: int
) -> None:
    start = preparation(questions, days, a_day)
    start = replace(start, capacity=Capacity(a_day, weekdays))
    first, foreseen = plan(start), forecast(start)
    asked = followed(start, seed)
    shown = {each for day in asked.values() for each in day}

    assert shown.isdisjoint(first.left_out)
    assert shown | set(first.left_out) == set(start.target.weights)
    if foreseen.seen_by:
        until = [each for day, each in asked.items() if day <= foreseen.seen_by]
        assert {each for day in until for each in day} == shown


@settings(max_examples=10, deadline=None)
@given(st.integers())
def test_missed_days_make_no_wall(seed: int) -> None:
    asked = followed(preparation(60, 14, 10), seed, keeps=0.6)

    assert max(map(len, asked.values())) == 10


def test_scarce_places_are_all_used() -> None:
    asked = followed(preparation(60, 14, 10), seed=1)

    assert [len(day) for day in asked.values()] == [10] * 14 + [0, 0]


def test_a_plenty_of_places_is_not_filled_for_its_own_sake() -> None:
    asked = followed(preparation(5, 30, 10), seed=1)

    assert 10 < sum(map(len, asked.values())) < 100


def test_forecast_of_a_single_day_is_exact() -> None:
    shown = 10 * sum(
        share * retrievability(learnt(1, grade), DAY)
        for grade, share in ((Grade.AGAIN, 0.4), (Grade.HARD, 0.2), (Grade.GOOD, 0.4))
    )

    assert forecast(preparation(60, 1, 10)).expected == pytest.approx(shown + 50 * 0.4, abs=0.3)


def test_everything_is_seen_in_the_first_part() -> None:
    foreseen = forecast(preparation(100, 21, 10))

    assert foreseen.seen_by == DAY + timedelta(days=12)
    assert foreseen.left_out == ()
    assert foreseen.expected == pytest.approx(86, abs=1)


def test_a_review_that_would_be_lost_comes_before_one_that_keeps() -> None:
    weak, firm = learnt(9, Grade.AGAIN), learnt(9, Grade.EASY)
    known = dict(zip(ids(2), (firm, weak), strict=True))

    assert plan(preparation(2, 1, 1, known)).today == ("q1",)


def test_weight_decides_between_equals() -> None:
    assert plan(preparation(3, 5, 1, q2=2.0)).today == ("q2",)


def test_what_does_not_fit_is_named_lowest_weight_first() -> None:
    few = preparation(5, 1, 2, q0=0.5, q3=0.1, q4=3.0)

    assert plan(few).left_out == forecast(few).left_out == ("q3", "q0", "q2")
    assert forecast(few).seen_by is None


def test_planning_again_after_some_answers_keeps_the_number_of_new_ones() -> None:
    start = preparation(100, 21, 20)
    morning = plan(start).today
    known = {each: learnt(0) for each in morning[:5]}
    later = plan(replace(start, memories=known, done=Done(asked=5, new=5))).today

    assert len(morning) == 20
    assert len(later) == 15


@pytest.mark.parametrize(
    ("days", "questions", "a_day", "standing"),
    [
        (5, 3, 2, Standing.AHEAD),
        (5, 0, 2, Standing.NOTHING_IN_SCOPE),
        (5, 3, 0, Standing.NO_PLACES),
        (0, 3, 2, Standing.THE_DAY),
        (-1, 3, 2, Standing.PAST),
    ],
)
def test_odd_situations_have_names(
    days: int, questions: int, a_day: int, standing: Standing
) -> None:
    odd = preparation(questions, days, a_day)

    assert plan(odd).standing is forecast(odd).standing is standing
    assert bool(plan(odd).today) is (standing is Standing.AHEAD)


def test_without_places_the_forecast_is_what_memories_hold() -> None:
    known = {each: learnt(1) for each in ids(10)}

    assert forecast(preparation(10, 1, 0, known)).expected == pytest.approx(8.9, abs=0.2)
    assert forecast(preparation(10, 5, 0)).expected == pytest.approx(4.0)


def test_weekdays_without_time_are_days_without_questions() -> None:
    start = replace(preparation(20, 10, 5), capacity=Capacity(5, WORKDAYS))

    assert plan(start).today == ()
    assert len(plan(replace(start, today=DAY + timedelta(days=2))).today) == 5


def test_places_are_free_only_after_a_nearer_date() -> None:
    alone = preparation(30, 10, 3)
    busy = replace(alone, shares=((DAY + timedelta(days=6), 0.0),))

    assert len(forecast(alone).left_out) == 0
    assert len(forecast(busy).left_out) == 30 - 4 * 3


def test_what_a_nearer_date_asks_too_counts_for_both() -> None:
    alone = preparation(30, 10, 3)
    a_third, all_of_it = (
        replace(alone, shares=((DAY + timedelta(days=6), share),)) for share in (1 / 3, 1.0)
    )

    assert len(forecast(a_third).left_out) == 30 - 4 * 3 - 6
    assert forecast(all_of_it) == forecast(alone)


def test_who_misses_days_is_foreseen_less() -> None:
    steady = preparation(60, 14, 10)
    unsteady = replace(steady, capacity=Capacity(10, attendance=0.7))

    assert forecast(unsteady).expected < forecast(steady).expected - 1


def test_nearest_date_goes_first() -> None:
    near, far = preparation(10, 5, 4), preparation(30, 20, 4)
    asked = together([plan(far), plan(near)], 6)

    assert asked[:4] == plan(near).today
    assert len(asked) == len(set(asked)) <= 6
    assert together([plan(near)], 0) == ()


def test_two_of_one_day_take_turns() -> None:
    one, other = preparation(10, 5, 4), preparation(30, 5, 4)
    renamed = replace(other.target, weights={QuestionId(f"o{n}"): 1.0 for n in range(30)})
    plans = [plan(one), plan(replace(other, target=renamed))]

    asked = together(plans, 4)

    assert asked[0::2] == plans[0].today[:2]
    assert asked[1::2] == plans[1].today[:2]


def test_a_question_in_two_scopes_is_asked_once() -> None:
    near, far = preparation(3, 5, 3), preparation(3, 9, 3)

    assert together([plan(near), plan(far)], 9) == plan(near).today


def test_buttons_name_the_day_of_the_plan_where_it_is_earlier() -> None:
    start = preparation(20, 21, 5)
    planned = plan(start)
    easy = outcomes(learnt(5, Grade.EASY), DAY, others_left=False)[Grade.EASY]
    again = asked_again(start, planned, QuestionId("q0"), easy)

    assert easy.due_day > start.target.on
    assert again is not None
    assert DAY < again < start.target.on


def test_buttons_keep_the_day_of_the_memory_where_it_is_earlier() -> None:
    start = preparation(100, 21, 5)
    failed = outcomes(None, DAY, others_left=False)[Grade.AGAIN]

    assert failed.due_day == DAY + timedelta(days=1)
    assert asked_again(start, plan(start), QuestionId("q0"), failed) is None


def test_buttons_name_no_day_when_no_place_is_left() -> None:
    eve = preparation(5, 1, 5)
    graded = outcomes(None, DAY, others_left=False)[Grade.EASY]

    assert asked_again(eve, plan(eve), QuestionId("q0"), graded) is None
    assert asked_again(eve, plan(eve), QuestionId("of another scope"), graded) is None


@PROMISE
@given(PREPARATIONS, st.sampled_from(Grade))
def test_a_named_day_is_an_open_day_before_the_date(given_: Preparation, grade: Grade) -> None:
    graded = outcomes(None, DAY, others_left=False)[grade]
    again = asked_again(given_, plan(given_), QuestionId("q0"), graded)

    if again:
        assert DAY < again < min(given_.target.on, graded.due_day)
        assert again.weekday() in given_.capacity.weekdays


def test_a_weight_of_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        preparation(3, q1=0.0)


@pytest.mark.parametrize(
    ("a_day", "a_question", "fit"), [(20, 2, 10), (5, 2, 2), (1, 2, 1), (0, 2, 0), (5, 0, 1)]
)
def test_minutes_become_questions(a_day: int, a_question: int, fit: int) -> None:
    assert in_minutes(timedelta(minutes=a_day), timedelta(minutes=a_question)) == fit
