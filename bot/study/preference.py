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
