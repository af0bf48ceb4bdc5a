"""What a learner puts on a question besides grades: a star, a split, being asked for real."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Mark(enum.StrEnum):
    """What can be put on a question and taken off again; the values are kinds of steps."""

    STAR = "star"
    HIDDEN = "hide"
    SPLIT = "split"
    REAL = "real"


class When(enum.StrEnum):
    """When a learner was asked a question in a real interview, as seen from the day they say so."""

    TODAY = "d"
    YESTERDAY = "y"
    THIS_WEEK = "w"
    EARLIER = "e"


@dataclass(frozen=True, slots=True)
class Encounter:
    """One time that a learner was asked a question for real; told on the study day ``noted_on``."""

    when: When
    noted_on: date
    place: str | None = None
