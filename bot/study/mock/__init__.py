"""A mock round: its plan, its course and its score, as plain values."""

from __future__ import annotations

from bot.study.mock.interviewer import Invitation, Parted, Sheet
from bot.study.mock.planning import Candidates, extended, follow_up, links, plan
from bot.study.mock.report import Earlier, Item, Report
from bot.study.mock.round import (
    WALKED_AWAY,
    Answered,
    Ask,
    Band,
    Clarity,
    Exchange,
    Go,
    Halt,
    Place,
    Round,
    Stage,
    Standing,
    nudge_after,
    spent,
    suggested_time,
)
from bot.study.mock.score import Dimension, Judged, Score, band_of, score
from bot.study.mock.setup import Length, Lobby, Mode, Scope, Setup

__all__ = [
    "WALKED_AWAY",
    "Answered",
    "Ask",
    "Band",
    "Candidates",
    "Clarity",
    "Dimension",
    "Earlier",
    "Exchange",
    "Go",
    "Halt",
    "Invitation",
    "Item",
    "Judged",
    "Length",
    "Lobby",
    "Mode",
    "Parted",
    "Place",
    "Report",
    "Round",
    "Scope",
    "Score",
    "Setup",
    "Sheet",
    "Stage",
    "Standing",
    "band_of",
    "extended",
    "follow_up",
    "links",
    "nudge_after",
    "plan",
    "score",
    "spent",
    "suggested_time",
]
