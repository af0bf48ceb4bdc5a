"""A coach's desk: use cases run on a real database, at the time a test says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import pytest

from bot.coach.transaction import Visit

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

    def __call__(
        self, act: Callable[Concatenate[Visit, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        with self.database.transaction() as session:
            return act(Visit(session, self.bank, self.now, self.chance), *args, **kwargs)

    def later(self, **length: float) -> None:
        """Let time pass."""
        self.now += timedelta(**length)


@pytest.fixture
def coach(database: Database, bank: Bank) -> Coach:
    """A coach at noon of a Saturday, in UTC."""
    return Coach(database, bank)
