"""The search for the likeliest parameters, where it may go astray."""

from __future__ import annotations

import pytest
from fsrs import Scheduler
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.study.history import History
from bot.study.likeliest import likeliest, parameters_at
from bot.study.memory import DEFAULTS

HERE = [0.0] * len(DEFAULTS)


def test_search_begins_at_the_defaults() -> None:
    assert parameters_at(HERE) == pytest.approx(DEFAULTS)


def test_nothing_to_learn_from_leaves_the_defaults() -> None:
    assert likeliest(History([])) == pytest.approx(DEFAULTS)


@settings(deadline=None)
@given(st.lists(st.floats(-1e9, 1e9), min_size=len(HERE), max_size=len(HERE)))
def test_every_place_is_one_that_fsrs_takes(place: list[float]) -> None:
    assert Scheduler(parameters_at(place))
