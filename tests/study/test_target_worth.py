from datetime import date, timedelta
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.study import memory
from bot.study.memory import Grade, Memory
from bot.study.target.forgetting import Strength, after, first, recall
from bot.study.target.prices import (
    FREE,
    LADDER,
    block,
    level_for,
    lowest,
    price,
    rate,
    refined,
    step,
)
from bot.study.target.worth import Assumptions, Grid, Worth

DAY = date(2026, 11, 21)
STRENGTHS = st.builds(Strength, st.floats(0.01, 5000), st.floats(1, 10))
FINE = Grid(120, (1.0, 2.5, 4.0, 5.5, 7.0, 8.5, 10.0), 0.05, 800)


@given(
    st.sampled_from(Grade),
    st.lists(st.tuples(st.integers(1, 400), st.sampled_from(Grade)), max_size=8),
    st.integers(0, 400),
)
def test_arithmetic_is_that_of_fsrs(
    begun: Grade, reviews: list[tuple[int, Grade]], later: int
) -> None:
    day, strength = DAY, first(begun)
    known: Memory = memory.outcomes(None, day, others_left=False)[begun]
    for days, grade in reviews:
        day += timedelta(days=days)
        strength = after(strength, recall(strength.stability, days), grade)
        known = memory.outcomes(known, day, others_left=False)[grade]

    assert strength == pytest.approx((known.stability, known.difficulty), rel=1e-9)
    assert recall(strength.stability, later) == pytest.approx(
        memory.retrievability(known, day + timedelta(days=later)), rel=1e-9
    )


@given(st.lists(STRENGTHS, max_size=30), st.randoms(use_true_random=False))
def test_a_crowd_is_read_like_its_points(known: list[Strength], chance: Random) -> None:
    grid = Grid()
    table = tuple(chance.random() for _ in grid.points())
    points = [grid.between(each) for each in known]

    together = sum(x * y for x, y in zip(table, grid.crowd(points), strict=True))

    assert together == pytest.approx(sum(grid.read(table, point) for point in points), abs=1e-9)


def best_by_hand(known: Strength, ahead: int, prices: dict[int, float]) -> float:
    """Try every way of reviewing what was reviewed ``ahead`` days before the date."""

    @cache
    def best(stability: float, difficulty: float, now: int) -> float:
        values = [recall(stability, now)]
        for later in (day for day in prices if day < now):
            chance = recall(stability, now - later)
            good = after(Strength(stability, difficulty), chance, Grade.GOOD)
            again = after(Strength(stability, difficulty), chance, Grade.AGAIN)
            values.append(
                chance * best(*good, later) + (1 - chance) * best(*again, later) - prices[later]
            )
        return max(values)

    return best(*known, ahead)


@pytest.mark.parametrize("level", [0.0, 0.02, 0.05, 0.1, 0.5])
@pytest.mark.parametrize("begun", [Grade.AGAIN, Grade.GOOD, Grade.EASY])
def test_worth_is_that_of_the_best_reviews(level: float, begun: Grade) -> None:
    prices = {ahead: level * (1 + 1 / ahead) for ahead in range(1, 8)}
    known = first(begun)
    table = Worth(prices, Assumptions(), FINE).waiting(8, 0)

    assert FINE.read(table, FINE.between(known)) == pytest.approx(
        best_by_hand(known, 8, prices), abs=2e-3
    )


def test_a_review_is_worth_most_where_it_is_cheap() -> None:
    cheap_on_the_third = Worth({1: 1.0, 3: 0.01, 5: 1.0}, Assumptions())

    assert cheap_on_the_third.next_review(first(Grade.AGAIN), 7) == 3


def test_no_review_is_worth_too_high_a_price() -> None:
    assert Worth({1: 1.0, 3: 1.0}, Assumptions()).next_review(first(Grade.AGAIN), 7) is None


def test_what_was_never_seen_is_worth_at_least_its_prior() -> None:
    assert Worth({3: 1.0}, Assumptions(unseen=0.4)).unseen(10) == 0.4
    assert Worth({3: 0.01}, Assumptions(unseen=0.4)).unseen(10) > 0.6


@given(st.floats(0.001, 5000), st.floats(1, 10))
def test_grid_reads_a_smooth_table_closely(stability: float, difficulty: float) -> None:
    grid = Grid()
    table = tuple(recall(point.stability, 10) for point in grid.points())
    held = min(max(stability, grid.weakest), grid.firmest)

    assert grid.read(table, grid.between(Strength(stability, difficulty))) == pytest.approx(
        recall(held, 10), abs=0.01
    )


@given(st.integers(1, 3000))
def test_days_between_reviews_are_rounded_a_little(days: int) -> None:
    grid = Grid(exact_days=16)

    assert grid.about(days) == pytest.approx(days, rel=0.065)
    assert grid.about(min(days, 16)) == min(days, 16)


def test_prices_rise_towards_the_date() -> None:
    prices = [price(10, ahead, 30) for ahead in range(30, 0, -1)]

    assert prices == sorted(prices)
    assert prices[0] == rate(10)


def test_free_places_cost_nothing_to_anyone() -> None:
    assert price(level_for(3.0, FREE), 1, 30) == 0


def test_a_heavy_question_sees_lower_prices() -> None:
    assert rate(level_for(2.0, 10)) == pytest.approx(rate(10) / 2, rel=0.2)


@given(st.integers(1, 3000))
def test_steps_round_down_and_keep_the_last_week(days: int) -> None:
    assert days / 1.5 < step(days) <= days
    assert step(min(days, 7)) == min(days, 7)


def test_first_day_of_a_horizon_stands_for_itself() -> None:
    assert block(13, 13) == 13
    assert block(12, 13) < 12


@given(st.integers(0, len(LADDER) - 1), st.integers(0, len(LADDER) - 1))
def test_lowest_level_is_found_from_anywhere(best: int, guess: int) -> None:
    level, value = lowest(lambda level: float(abs(LADDER.index(level) - best)), guess)

    assert (level, value) == (LADDER[best], 0)


@given(st.integers(0, 19 * 8))
def test_between_levels_the_lowest_bound_is_found(eighths: int) -> None:
    best = eighths / 8
    coarse = lowest(lambda level: abs(level - best), LADDER.index(5))

    assert refined(lambda level: abs(level - best), *coarse) == 0
