"""A learner's own forgetting: when parameters of FSRS are fitted to it, and whether they serve.

They are fitted to the earlier reviews and judged by the later ones: only parameters that foretell
those better than the defaults do are adopted.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Final

from bot.study.history import History
from bot.study.likeliest import BOUNDS, likeliest
from bot.study.memory import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.study.memory import Parameters
    from bot.study.progress import Review

ENOUGH: Final = 400
"""Reviews from which on parameters are fitted."""

MORE: Final = 200
"""Further reviews after which they are fitted anew."""

_HELD_BACK: Final = 1 / 5
"""Share of the reviews, the latest, by which parameters are judged."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Fitted parameters; losses are what defaults and they have on what was held back."""

    parameters: Parameters
    loss_before: float
    loss_after: float

    @property
    def is_better(self) -> bool:
        """Whether they foretell better than the defaults."""
        return self.loss_after < self.loss_before

    @property
    def is_usable(self) -> bool:
        """Whether this is a fit at all, and FSRS can work with it."""
        losses = (self.loss_before, self.loss_after)
        return (
            len(self.parameters) == len(BOUNDS)
            and all(
                low <= w <= high for w, (low, high) in zip(self.parameters, BOUNDS, strict=True)
            )
            and all(isfinite(loss) and loss >= 0 for loss in losses)
        )


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a learner is told: fitted on the study day ``on`` to so many reviews."""

    on: date
    reviews: int
    loss_before: float
    loss_after: float
    adopted: bool


def is_due(reviews: int, tried: int) -> bool:
    """Tell whether it is time to fit, when it was last tried with so many reviews, or with none."""
    return reviews >= (tried + MORE if tried else ENOUGH)


def fit(reviews: Sequence[Review]) -> Fit | None:
    """Fit parameters to reviews, which are in the order of grading, and judge them.

    None when there is nothing to learn from or to judge by: no question came on a second day.
    """
    cut = round(len(reviews) * (1 - _HELD_BACK))
    known, later = History(reviews[:cut]), History(reviews, since=cut)
    usual = later.replay(DEFAULTS)
    if not usual.chances or not known.replay(DEFAULTS).chances:
        return None
    parameters = likeliest(known)
    return Fit(parameters, usual.log_loss, later.replay(parameters).log_loss)
