"""Parameters fitted to simulated learners, and to input that no learner should leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fitting import FORGETFUL, TO_COME, practised
from bot.questions.model import QuestionId
from bot.study.fitting import ENOUGH, MORE, Fit, fit, is_due
from bot.study.history import History
from bot.study.memory import DEFAULTS, Grade
from bot.study.progress import Review

DAY = date(2026, 11, 21)
GOOD_FIT = Fit(DEFAULTS, 0.41, 0.38)


@pytest.mark.parametrize(
    ("reviews", "tried", "due"),
    [
        (0, 0, False),
        (ENOUGH - 1, 0, False),
        (ENOUGH, 0, True),
        (ENOUGH, ENOUGH, False),
        (ENOUGH + MORE - 1, ENOUGH, False),
        (ENOUGH + MORE, ENOUGH, True),
        (ENOUGH - 50, ENOUGH, False),
    ],
)
def test_when_it_is_time(reviews: int, tried: int, *, due: bool) -> None:
    assert is_due(reviews, tried) == due


def test_forgetful_learner_is_foretold_better() -> None:
    found = fit(practised(FORGETFUL, 1000, seed=1))

    assert found
    assert found.is_usable
    assert found.is_better
    to_come = History(practised(FORGETFUL, TO_COME, seed=2))
    usual, own, best = (to_come.replay(w).log_loss for w in (DEFAULTS, found.parameters, FORGETFUL))
    assert usual - own > 0.5 * (usual - best)


def test_usual_learner_is_not_harmed() -> None:
    to_come = History(practised(DEFAULTS, TO_COME, seed=2))

    found = fit(practised(DEFAULTS, 1000, seed=1))

    assert found
    assert to_come.replay(found.parameters).log_loss < to_come.replay(DEFAULTS).log_loss + 0.005


def test_losses_are_those_of_what_was_held_back() -> None:
    reviews = practised(FORGETFUL, 500, seed=3)

    found = fit(reviews)

    late = History(reviews, since=400)
    assert found
    assert found.loss_before == late.replay(DEFAULTS).log_loss
    assert found.loss_after == late.replay(found.parameters).log_loss


def test_what_is_held_back_is_not_learnt_from() -> None:
    reviews = practised(FORGETFUL, 500, seed=3)
    turned = [replace(each, grade=Grade.AGAIN) for each in reviews[400:]]

    found, other = fit(reviews), fit(reviews[:400] + turned)

    assert found
    assert other
    assert found.parameters == other.parameters


def test_same_reviews_give_the_same_fit() -> None:
    reviews = practised(FORGETFUL, ENOUGH, seed=4)

    assert fit(reviews) == fit(reviews)


def test_one_day_teaches_nothing() -> None:
    reviews = [
        Review(QuestionId(f"question-{number % 50}"), DAY, Grade.GOOD, None)
        for number in range(500)
    ]

    assert fit(reviews) is None


def test_no_reviews_teach_nothing() -> None:
    assert fit([]) is None


@pytest.mark.parametrize("grade", Grade)
def test_one_grade_for_everything_is_usable(grade: Grade) -> None:
    reviews = [
        Review(
            QuestionId(f"question-{number % 20}"), DAY + timedelta(days=number // 20), grade, None
        )
        for number in range(500)
    ]

    found = fit(reviews)

    assert found
    assert found.is_usable


def test_clock_set_back_is_survived() -> None:
    reviews = practised(DEFAULTS, 500, seed=5)
    back = [replace(each, day=each.day - timedelta(days=400)) for each in reviews[300:]]

    found = fit(reviews[:300] + back)

    assert found
    assert found.is_usable


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(-50, 400), st.sampled_from(Grade)), max_size=60
    )
)
def test_any_reviews_give_a_usable_fit_or_none(graded: list[tuple[int, int, Grade]]) -> None:
    day, reviews = DAY, []
    for question, days, grade in graded:
        day += timedelta(days=days)
        reviews.append(Review(QuestionId(f"question-{question}"), day, grade, None))

    found = fit(reviews)

    assert found is None or found.is_usable


@pytest.mark.parametrize(
    "nonsense",
    [
        replace(GOOD_FIT, parameters=()),
        replace(GOOD_FIT, parameters=DEFAULTS[:19]),
        replace(GOOD_FIT, parameters=(*DEFAULTS, 1.0)),
        replace(GOOD_FIT, parameters=(nan, *DEFAULTS[1:])),
        replace(GOOD_FIT, parameters=(inf, *DEFAULTS[1:])),
        replace(GOOD_FIT, parameters=(-1.0, *DEFAULTS[1:])),
        replace(GOOD_FIT, loss_before=nan),
        replace(GOOD_FIT, loss_after=-inf),
    ],
)
def test_nonsense_is_not_usable(nonsense: Fit) -> None:
    assert GOOD_FIT.is_usable
    assert not nonsense.is_usable
