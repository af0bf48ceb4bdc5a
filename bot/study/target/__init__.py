"""The plan towards the date of an interview: what to ask today to recall most on the day.

``plan`` chooses the questions of a day, ``forecast`` tells what they bring, ``readiness`` what
memories are worth now, ``asked_again`` when a question returns, ``spread`` how to come back after
a gap. Below them, ``outlook`` weighs all questions against all places at ``prices``, ``worth``
computes what one question is worth, and ``forgetting`` how it is forgotten. ``docs/target.md``
tells how it works, and how well.
"""

from bot.study.target.again import asked_again
from bot.study.target.comeback import SPREADS, spread
from bot.study.target.forecast import Forecast, forecast
from bot.study.target.pacing import showings
from bot.study.target.plan import Plan, plan, together
from bot.study.target.preparation import Preparation, Standing, Target
from bot.study.target.readiness import Readiness, raising_most, readiness, readiness_by
from bot.study.target.sittings import Capacity, Done, in_minutes
from bot.study.target.worth import USUAL, Assumptions

__all__ = [
    "SPREADS",
    "USUAL",
    "Assumptions",
    "Capacity",
    "Done",
    "Forecast",
    "Plan",
    "Preparation",
    "Readiness",
    "Standing",
    "Target",
    "asked_again",
    "forecast",
    "in_minutes",
    "plan",
    "raising_most",
    "readiness",
    "readiness_by",
    "showings",
    "spread",
    "together",
]
