"""The statistics of a learner on the screen: what was recalled, and what had been expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.screens import actions, wording
from bot.screens.actions import ProgressPage
from bot.screens.screen import Button, Screen, Style, Styled
from bot.study.fitting import ENOUGH as ENOUGH_TO_FIT
from bot.study.progress import ENOUGH, MATURE, RECENT

if TYPE_CHECKING:
    from datetime import date, timedelta

    from bot.study.calibration import Calibration
    from bot.study.fitting import Fitted
    from bot.study.progress import Retention, Statistics
    from bot.study.progress.account import Figures

_A_MINUTE: Final = 60


def figures_screen(figures: Figures) -> Screen:
    """Show the statistics of the last months; each says nothing while it knows too little."""
    found = figures.statistics
    parts = [
        ("", [f"Your last {RECENT.days} days: {wording.count(found.reviews, 'answer')}."]),
        ("What you recalled", _recalled(found)),
        ("Expected and true", _expected(found)),
        ("Time", _time(found.usual_answer)),
        ("How sure you were", _sure(figures.calibration)),
        ("Your memory", [_fitted(figures.fitted, figures.today)]),
    ]
    text = _title("Statistics")
    for title, lines in parts:
        if title and lines:
            text = text + "\n\n" + _title(title)
        text = text + "".join(f"\n{line}" for line in lines)
    back = Button("Back", actions.ShowProgress(ProgressPage.STANDING))
    return Screen(text, ((back,),))


def _recalled(found: Statistics) -> list[str]:
    if found.retention is None:
        more = wording.count(ENOUGH - found.trials, "more answer")
        return [f"I can tell after {more} to questions that come back on a later day."]
    lines = [f"When questions came back: {_share(found.retention)}"]
    if found.mature:
        weeks = MATURE.days // 7
        lines.append(f"Of those that last {weeks} weeks or more: {_share(found.mature)}")
    return lines


def _share(retention: Retention) -> str:
    return f"{retention.share:.0%} of {retention.reviews}"


def _expected(found: Statistics) -> list[str]:
    return [
        f"I expected {each.expected:.0%}, it was {each.actual:.0%} (of {each.reviews})"
        for each in found.bins
    ]


def _time(usual: timedelta | None) -> list[str]:
    if usual is None:
        return []
    minutes, seconds = divmod(round(usual.total_seconds()), _A_MINUTE)
    parts = [f"{minutes} min" * bool(minutes), f"{seconds} s" * bool(seconds)]
    said = " ".join(filter(None, parts)) or "0 s"
    return [f"An answer usually takes you {said}."]


def _sure(calibration: Calibration | None) -> list[str]:
    """Say where confidence and points agree, and where they do not."""
    if calibration is None:
        return []
    parts = [
        f"Sure and all points: {calibration.sure_and_all}",
        f"sure but few or some points: {calibration.sure_but_few}",
    ]
    if calibration.unsure_but_most:
        parts.append(f"no idea but most points: {calibration.unsure_but_most}")
    return ["; ".join(parts)]


def _fitted(fitted: Fitted | None, today: date) -> str:
    """Say whether forgetting is foretold by the learner's own reviews, or as for most people."""
    if fitted is None:
        return f"I foresee it as for most people; from {ENOUGH_TO_FIT} answers on, from your own."
    said = f"{fitted.reviews} reviews; log loss {fitted.loss_before:.2f} → {fitted.loss_after:.2f}"
    if not fitted.adopted:
        return f"The usual forgetting curve fits you as well as your own ({said})."
    return f"Your own forgetting curve since {wording.day(fitted.on, today)} ({said})."


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)
