"""Whether a learner's app draws tables, which is asked once and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import arrival
from bot.study.preference import Preference

if TYPE_CHECKING:
    from bot.coach.transaction import Visit


def offer(visit: Visit, learner_id: int) -> bool:
    """Note that the test was offered; False when it has been already."""
    learner = arrival.arrive(visit, learner_id)
    known = {Preference.TABLES, Preference.TABLES_OFFERED} & set(learner.preferences)
    if not known:
        learner.preferences = sorted({*learner.preferences, Preference.TABLES_OFFERED})
    return not known


def choose(visit: Visit, learner_id: int, *, drawn: bool) -> None:
    """Keep what the learner saw: tables come drawn, or as text."""
    learner = arrival.arrive(visit, learner_id)
    others = {*learner.preferences, Preference.TABLES_OFFERED} - {Preference.TABLES}
    learner.preferences = sorted(others | ({Preference.TABLES} if drawn else set()))
