"""What a capacity brings until the date, told honestly: an expectation, not a promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.study.target.outlook import Outlook
from bot.study.target.pacing import first_showings, seen_by

if TYPE_CHECKING:
    from datetime import date

    from bot.questions.model import QuestionId
    from bot.study.target.preparation import Preparation, Standing


REACHED = 0.97
"""Share of the best imaginable gain that plans reach, by ``benchmarks/target.py``."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What to expect of a preparation that keeps to its plan.

    Of ``questions`` in scope about ``expected`` are recalled on the day, in questions of mean
    weight. By ``seen_by`` every question was shown; None when there is nothing new, or when some
    of it is ``left_out``, of lowest weight first.
    """

    standing: Standing
    questions: int
    expected: float
    seen_by: date | None = None
    left_out: tuple[QuestionId, ...] = ()


def forecast(preparation: Preparation) -> Forecast:
    """Foresee the day of the interview; more capacity never makes it worse."""
    standing, questions = preparation.standing, len(preparation.target.weights)
    if not questions:
        return Forecast(standing, 0, 0.0)
    coming, left_out = first_showings(preparation)
    outlook = Outlook(preparation)
    held = outlook.held()
    expected = held + REACHED * (outlook.at_most() - held)
    all_seen = None if left_out else seen_by(preparation, len(coming))
    return Forecast(standing, questions, expected, all_seen, left_out)
