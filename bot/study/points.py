"""Key points a learner has said, and the grade they suggest; the learner decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.study.memory import Grade
from bot.study.prompt import Help

if TYPE_CHECKING:
    from collections.abc import Collection

MOST = 0.6
SOME = 0.3
_CAPS = {Help.HINT: Grade.GOOD, Help.OUTLINE: Grade.HARD}
_CUED = Grade.GOOD
_ORDER = list(Grade)
_WORDS = 4


def suggested(
    ticked: int, points: int, used: Collection[Help] = (), *, cued: bool = False
) -> Grade:
    """Suggest a grade: all points Easy, most Good, some Hard, few Again.

    Most are at least 60 %, some at least 30 %. Who looked at the hint, or was ``cued`` point by
    point, is suggested Good at best, who looked at the outline Hard at best. Raises ValueError
    for a question without points.
    """
    if points < 1:
        raise ValueError("A question without key points suggests no grade.")
    share = ticked / points
    earned = Grade.AGAIN
    if ticked >= points:
        earned = Grade.EASY
    elif share >= MOST:
        earned = Grade.GOOD
    elif share >= SOME:
        earned = Grade.HARD
    caps = [_CAPS[used_help] for used_help in used] + [_CUED] * cued
    return min((earned, *caps), key=_ORDER.index)


def beginning(point: str) -> str:
    """Give the first words of a key point: enough to be reminded, too few to read it off."""
    words = point.split()
    return point if len(words) <= 1 else " ".join(words[: min(_WORDS, len(words) // 2 + 1)]) + " …"
