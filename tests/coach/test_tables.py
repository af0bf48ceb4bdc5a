"""Whether an app draws tables: offered once, decided by the learner, changed at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.coach import learner, tables
from bot.study.preference import Preference

if TYPE_CHECKING:
    from tests.coach.conftest import Coach

ANN, BEN = 5_000_000_001, 5_000_000_002


def chosen(coach: Coach) -> frozenset[Preference]:
    return coach(learner.profile, ANN).preferences


def test_test_is_offered_once_to_each(coach: Coach) -> None:
    assert [coach(tables.offer, who) for who in (ANN, ANN, BEN)] == [True, False, True]


@pytest.mark.parametrize("drawn", [True, False])
def test_who_has_decided_is_offered_nothing(coach: Coach, *, drawn: bool) -> None:
    coach(tables.choose, ANN, drawn=drawn)

    assert not coach(tables.offer, ANN)
    assert (Preference.TABLES in chosen(coach)) is drawn


def test_choice_can_be_changed_and_leaves_others_alone(coach: Coach) -> None:
    coach(learner.prefer, ANN, Preference.TWO_GRADES, on=True)
    coach(tables.choose, ANN, drawn=True)
    coach(tables.choose, ANN, drawn=True)
    coach(tables.choose, ANN, drawn=False)

    assert chosen(coach) == {Preference.TWO_GRADES, Preference.TABLES_OFFERED}


def test_tables_given_up_in_the_settings_are_not_offered_again(coach: Coach) -> None:
    coach(tables.choose, ANN, drawn=True)
    coach(learner.prefer, ANN, Preference.TABLES, on=False)

    assert not coach(tables.offer, ANN)
