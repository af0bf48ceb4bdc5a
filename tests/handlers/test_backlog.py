"""Which updates Telegram may forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
from hypothesis import given
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.handlers.backlog import Backlog

if TYPE_CHECKING:
    from random import Random


def test_nothing_confirmed_before_first_update() -> None:
    assert Backlog().offset == 0


def test_offset_stops_at_unfinished() -> None:
    backlog = Backlog()
    for update_id in (7, 8, 9):
        backlog.admit(update_id)

    backlog.finish(7)
    backlog.finish(9)

    assert backlog.offset == 8


def test_offset_passes_all_finished() -> None:
    backlog = Backlog()
    for update_id in (7, 9):
        backlog.admit(update_id)
        backlog.finish(update_id)

    assert backlog.offset == 10


def test_repetition_is_not_admitted() -> None:
    backlog = Backlog()
    backlog.admit(7)
    backlog.admit(8)
    backlog.finish(8)

    assert not backlog.admit(7)
    assert not backlog.admit(8)


def test_answer_that_crosses_completion_is_repetition() -> None:
    backlog = Backlog()
    backlog.admit(7)
    backlog.ask()

    backlog.finish(7)

    assert not backlog.admit(7)


def test_counting_from_lower_number_is_followed() -> None:
    backlog = Backlog()
    backlog.admit(900)
    backlog.finish(900)
    backlog.ask()

    assert backlog.admit(5)
    backlog.finish(5)
    assert backlog.offset == 6


@given(st.sets(st.integers(1, 10**9), min_size=1), st.randoms(use_true_random=False))
def test_all_finished_means_all_confirmed(ids: set[int], chance: Random) -> None:
    backlog = Backlog()
    for update_id in sorted(ids):
        backlog.admit(update_id)
    for update_id in chance.sample(sorted(ids), len(ids)):
        backlog.finish(update_id)

    assert backlog.empty
    assert backlog.offset == max(ids) + 1


class Polling(RuleBasedStateMachine):
    """Telegram's queue and the backlog, with everything that happens in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.backlog = Backlog()
        self.kept: list[int] = []
        self.arrived: list[int] = []
        self.under_way: set[int] = set()
        self.finished: set[int] = set()
        self.window = 3
        self.shown: list[int] = []

    @rule(gap=st.integers(1, 3))
    def arrive(self, gap: int) -> None:
        self.arrived.append((self.arrived or [0])[-1] + gap)
        self.kept.append(self.arrived[-1])

    @rule()
    def ask(self) -> None:
        offset = self.backlog.ask()
        confirmed = {update_id for update_id in self.kept if update_id < offset}
        assert confirmed <= self.finished
        self.kept = [update_id for update_id in self.kept if update_id >= offset]
        self.shown = self.kept[: self.window]

    @rule()
    def answer(self) -> None:
        for update_id in self.shown:
            if self.backlog.admit(update_id):
                assert update_id not in self.under_way | self.finished
                self.under_way.add(update_id)
        self.shown = []

    @precondition(lambda self: self.under_way)
    @rule(data=st.data())
    def finish(self, data: st.DataObject) -> None:
        update_id = data.draw(st.sampled_from(sorted(self.under_way)))
        self.backlog.finish(update_id)
        self.under_way.remove(update_id)
        self.finished.add(update_id)

    @invariant()
    def unfinished_stay_unconfirmed(self) -> None:
        assert all(self.backlog.offset <= update_id for update_id in self.under_way)

    def teardown(self) -> None:
        while self.kept:
            self.ask()
            self.answer()
            for update_id in list(self.under_way):
                self.backlog.finish(update_id)
                self.under_way.remove(update_id)
                self.finished.add(update_id)
        assert self.finished == set(self.arrived)


TestPolling = Polling.TestCase
