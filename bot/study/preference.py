"""How a learner wants to practise: said once, kept for good."""

from __future__ import annotations

import enum


class Preference(enum.StrEnum):
    """One way of practising that is not the usual one."""

    POINT_BY_POINT = "points"  # the answer comes a point at a time, with Next
    SHORT_FIRST = "short"  # the plain words come first, the whole answer is one tap away
    ANSWERS_SHOWN = "shown"  # the answer stands under the question at once, for reading
    TWO_GRADES = "two"  # only Again and Good
    CONFIDENCE = "sure"  # say how sure you are before you look
    TABLES = "tables"  # tables and formulas are drawn, as the app was seen to do
    TABLES_OFFERED = "tables?"  # the test of that was offered, and is not offered again
    NO_STREAK = "no-streak"  # /progress counts no days in a row
    NO_STATISTICS = "no-figures"  # /progress offers no figures
    NO_SUMMARY = "no-sunday"  # nothing comes on Sundays but the daily question
    DARK_PICTURES = "dark"  # the picture of the progress is light on dark
