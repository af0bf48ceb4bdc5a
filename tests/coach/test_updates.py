"""An update that comes again: known while it can come, and known as done or as cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.coach import arrival, learner, practice
from bot.storage.updates import KEPT

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from tests.coach.conftest import Coach

ANN, BOB = 5_000_000_001, 5_000_000_002


def come(coach: Coach, *updates: int, who: int = ANN) -> None:
    for update_id in updates:
        coach.take(update_id, learner.profile, who)


def over(coach: Coach, *updates: int, who: int = ANN) -> list[bool]:
    return [coach(arrival.is_over, who, update_id) for update_id in updates]


def test_update_is_over_once_a_later_one_was_begun(coach: Coach) -> None:
    come(coach, 7, 9)

    assert over(coach, 6, 7, 8, 9, 10) == [False, True, False, False, False]


def test_two_transactions_of_one_update_are_no_repeat(coach: Coach) -> None:
    come(coach, 7, 7)

    assert over(coach, 7) == [False]


def test_order_is_that_of_the_work_not_of_the_numbers(coach: Coach) -> None:
    come(coach, 900, 3)

    assert over(coach, 900, 3) == [True, False]


def test_what_came_again_does_not_become_the_last(coach: Coach) -> None:
    come(coach, 7, 8, 7)

    assert over(coach, 7, 8) == [True, False]


def test_updates_of_others_say_nothing(coach: Coach) -> None:
    come(coach, 7, 8)
    come(coach, 9, who=BOB)

    assert over(coach, 7, 9, who=BOB) == [False, False]
    assert over(coach, 8) == [False]


def test_as_many_are_known_as_can_come_again(coach: Coach) -> None:
    come(coach, *range(1, KEPT + 2))

    assert over(coach, 1, 2, KEPT) == [False, True, True]


def test_act_that_fails_leaves_its_update_to_be_done(coach: Coach) -> None:
    come(coach, 6)

    def fail(visit: Visit, who: int) -> None:
        practice.next_question(visit, who)
        raise NotImplementedError

    with pytest.raises(NotImplementedError):
        coach.take(7, fail, ANN)
    come(coach, 8)

    assert over(coach, 6, 7) == [True, False]


def test_forgetting_forgets_updates(coach: Coach) -> None:
    come(coach, 7, 8)
    coach(learner.forget, ANN)

    assert over(coach, 7, 8) == [False, False]
