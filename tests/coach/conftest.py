"""A coach's desk: use cases run on a real database, at the time a test says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import pytest

from bot.coach import arrival
from bot.coach.transaction import Cause, Visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.questions.bank import Bank
    from bot.storage.database import Database

P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class Coach:
    """Runs use cases, each in its own transaction."""

    database: Database
    bank: Bank
    now: datetime = datetime(2026, 11, 21, 12, tzinfo=UTC)
    chance: Random = field(default_factory=lambda: Random(7))
    cause: Cause | None = None

    def __call__(
        self, act: Callable[Concatenate[Visit, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        with self.database.transaction() as session:
            visit = Visit(session, self.bank, self.now, self.chance, cause=self.cause)
            return act(visit, *args, **kwargs)

    def take(
        self,
        update_id: int,
        act: Callable[Concatenate[Visit, int, P], R],
        who: int,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R | None:
        """Do what an update asks for; None when that is over."""
        if self(arrival.is_over, who, update_id):
            return None
        self.cause = Cause(update_id, who)
        try:
            return self(act, who, *args, **kwargs)
        finally:
            self.cause = None

    def later(self, **length: float) -> None:
        """Let time pass."""
        self.now += timedelta(**length)


@pytest.fixture
def coach(database: Database, bank: Bank) -> Coach:
    """A coach at noon of a Saturday, in UTC."""
    return Coach(database, bank)
