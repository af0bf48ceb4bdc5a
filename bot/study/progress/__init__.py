"""What progress is made of: reviews, retention, readiness, rhythm, and the days around today.

Pure functions of plain values; each number is None, or left out, while there is too little to
tell it from. ``bot/study/calibration.py`` compares confidence with points.
"""

from bot.study.progress.days import DAYS_AHEAD, WEEKS, Coming, calendar, coming
from bot.study.progress.ready import as_of_today, helping_most
from bot.study.progress.retention import (
    ENOUGH,
    LONGEST_ANSWER,
    MATURE,
    RECENT,
    Bin,
    Retention,
    Statistics,
    statistics,
)
from bot.study.progress.review import Review, Trial, trials
from bot.study.progress.rhythm import EARNED_BY, MOST_FREEZES, Streak, Week, streak, week

__all__ = [
    "DAYS_AHEAD",
    "EARNED_BY",
    "ENOUGH",
    "LONGEST_ANSWER",
    "MATURE",
    "MOST_FREEZES",
    "RECENT",
    "WEEKS",
    "Bin",
    "Coming",
    "Retention",
    "Review",
    "Statistics",
    "Streak",
    "Trial",
    "Week",
    "as_of_today",
    "calendar",
    "coming",
    "helping_most",
    "statistics",
    "streak",
    "trials",
    "week",
]
