"""The night's work in real processes: one that fails changes nothing, and stops no other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.fitting import FORGETFUL, practised
from bot.coach import learner
from bot.coach.transaction import Visit
from bot.handlers.fitting import tick
from bot.storage import fits
from bot.study.fitting import ENOUGH, Fit, fit
from bot.study.memory import DEFAULTS
from tests.handlers import fitters
from tests.reviewing import insert_reviews

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.questions.bank import Bank
    from bot.storage.database import Database
    from bot.study.memory import Parameters
    from bot.study.progress import Review

ANN, BEN = 5_000_000_001, 5_000_000_002


class Night:
    """Half past four in the morning; Ann and Ben have practised a lot, and sleep."""

    def __init__(self, database: Database, bank: Bank, reviews: Sequence[Review]) -> None:
        self.database, self.bank = database, bank
        self.now = datetime(2026, 11, 21, 12, tzinfo=UTC)
        with database.transaction() as session:
            visit = self._visit(session)
            for learner_id in (ANN, BEN):
                learner.start(visit, learner_id)
                insert_reviews(session, learner_id, reviews)
        self.now = self.now.replace(hour=4, minute=30) + timedelta(days=1)

    async def run(self, act: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as a use case returns
        with self.database.transaction() as session:
            return act(self._visit(session), *args, **kwargs)

    def parameters(self, learner_id: int) -> Parameters:
        with self.database.transaction() as session:
            return fits.parameters(session, learner_id)

    def tried(self, learner_id: int) -> int:
        with self.database.transaction() as session:
            row = fits.get(session, learner_id)
            return row.tried if row else 0

    def _visit(self, session: Any) -> Visit:  # noqa: ANN401 - SQLModel's session
        return Visit(session, self.bank, self.now, Random(7))


@pytest.fixture(scope="module")
def forgetful() -> list[Review]:
    """The reviews of somebody who forgets twice as fast."""
    return practised(FORGETFUL, ENOUGH, seed=4)


@pytest.fixture
def night(database: Database, bank: Bank, forgetful: list[Review]) -> Night:
    """The night of two forgetful learners."""
    return Night(database, bank, forgetful)


async def test_own_parameters_serve_in_the_morning(
    night: Night, forgetful: list[Review], caplog: pytest.LogCaptureFixture
) -> None:
    await tick(night.run)

    found = fit(forgetful)
    assert found
    assert night.parameters(ANN) == night.parameters(BEN) == found.parameters != DEFAULTS
    assert not caplog.records


async def test_night_is_not_done_twice(night: Night) -> None:
    await tick(night.run)

    await tick(night.run, fitters.fail)

    assert night.parameters(ANN) != DEFAULTS


@pytest.mark.parametrize(
    ("fitter", "seconds"),
    [
        (fitters.die, 60),
        (fitters.go_on_for_ever, 1),
        (fitters.fail, 60),
        (fitters.not_a_number, 60),
        (fitters.too_few, 60),
        (fitters.something_else, 60),
    ],
)
async def test_fit_that_fails_is_one_line_in_the_log(
    night: Night,
    fitter: Callable[[Sequence[Review]], Fit | None],
    seconds: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await tick(night.run, fitter, limit=timedelta(seconds=seconds))

    assert [record.levelname for record in caplog.records] == ["WARNING"] * 2
    assert all("\n" not in record.getMessage() for record in caplog.records)
    assert night.parameters(ANN) == night.parameters(BEN) == DEFAULTS
    assert night.tried(ANN) == night.tried(BEN) == ENOUGH


async def test_nothing_to_learn_is_no_failure(
    night: Night, caplog: pytest.LogCaptureFixture
) -> None:
    await tick(night.run, fitters.nothing)

    assert not caplog.records
    assert night.parameters(ANN) == DEFAULTS
    assert night.tried(ANN) == ENOUGH


async def test_what_cannot_be_kept_stops_no_other(
    night: Night, caplog: pytest.LogCaptureFixture
) -> None:
    async def run(act: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as a use case returns
        if act.__name__ == "settle" and args[0] == ANN:
            raise OSError("The disk is full.")
        return await night.run(act, *args, **kwargs)

    await tick(run)

    assert len(caplog.records) == 1
    assert night.parameters(ANN) == DEFAULTS != night.parameters(BEN)
