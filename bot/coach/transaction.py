"""How a use case is run: as a whole or not at all, off the event loop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from random import Random

    from sqlmodel import Session

    from bot.questions.bank import Bank

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Cause:
    """The update that has led to a visit, and who has sent it."""

    update_id: int
    sender: int


@dataclass(frozen=True, slots=True)
class Visit:
    """One transaction: everything a use case may touch, and the time at which it happens."""

    session: Session
    bank: Bank
    now: datetime
    chance: Random
    synonyms: Mapping[str, str] = field(default_factory=dict)
    """Other names of the bank's terms, each with the one that stands for all of its kind."""

    cause: Cause | None = None
    """None for what the clock does."""


class Run(Protocol):
    """Run a use case in one transaction in a worker thread and return what it returns."""

    async def __call__(
        self, act: Callable[Concatenate[Visit, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Commit when the use case returns, roll back when it raises."""
        ...
