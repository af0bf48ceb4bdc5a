"""What time and which study day it is for a learner."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.study.day import study_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner

NOWHERE = ZoneInfo("Etc/UTC")
"""The zone of who has not told theirs."""


def zone_of(learner: Learner) -> ZoneInfo:
    """Tell the learner's zone."""
    return ZoneInfo(learner.zone) if learner.zone else NOWHERE


def today_of(visit: Visit, learner: Learner) -> date:
    """Tell which study day it is for a learner."""
    return study_day(visit.now, zone_of(learner))


def local_time(visit: Visit, learner: Learner) -> datetime:
    """Tell what time it is for a learner."""
    return visit.now.astimezone(zone_of(learner))
