"""The picture of the progress, the words under it, and the summary of a week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.drawing.progress import Area, Card, Day
from bot.screens import actions, wording
from bot.screens.progress import coming_line, ready_line, rhythm_line
from bot.screens.screen import Button, Screen, Styled
from bot.study.preference import Preference
from bot.study.progress import Week, calendar

if TYPE_CHECKING:
    from bot.study.progress.account import Progress

_A_WEEK: Final = timedelta(days=7)


def as_card(progress: Progress) -> Card:
    """Write a progress in the plain values that its picture is drawn from."""
    today, on, ready = progress.today, progress.on, progress.ready
    return Card(
        title=wording.day(on, today) if on else "Your progress",
        about=_left(progress),
        ready=round(100 * ready.share) if ready else None,
        ready_about="ready" if on else "ready now",
        areas=tuple(
            Area(
                part.name,
                round(100 * part.ready.share),
                part.ready.seen,
                part.ready.questions,
            )
            for part in progress.parts
        ),
        today=today,
        weeks=calendar(progress.reviews, today),
        coming=tuple(Day(each.day, each.due, each.new) for each in progress.coming),
        on=on,
        dark=Preference.DARK_PICTURES in progress.preferences,
        rhythm=_rhythm(progress),
    )


def caption(progress: Progress) -> Screen:
    """Say in a line what the picture shows; the words below it say the rest."""
    return Screen(Styled(f"{ready_line(progress)}."))


def summary_screen(progress: Progress) -> Screen:
    """Sum up a week in three lines."""
    since = [day for day in progress.reviews if day >= progress.today - _A_WEEK]
    done = "no answers, and nothing is lost"
    if since:
        days = wording.count(len(set(since)), "day")
        done = f"{wording.count(len(since), 'answer')} on {days}"
    if progress.rhythm:
        last = rhythm_line(progress.rhythm, progress.today)
    else:
        last = coming_line(progress.coming)
    lines = [f"Since last Sunday: {done}", ready_line(progress), last]
    text = "\n".join(f"{line}." for line in lines if line)
    rows = (
        (Button(wording.NEXT, actions.Next()),),
        (Button("No more summaries", actions.EndSummaries()),),
    )
    return Screen(Styled(text), rows)


def _left(progress: Progress) -> str:
    if progress.on is None:
        return f"{wording.day(progress.today, progress.today)}, no interview date"
    days = (progress.on - progress.today).days
    return {0: "Today is the day", 1: "Tomorrow"}.get(days, f"{days} days left")


def _rhythm(progress: Progress) -> str:
    if isinstance(progress.rhythm, Week):
        return f"{progress.rhythm.done} of {wording.count(progress.rhythm.goal, 'day')} this week"
    if progress.rhythm and progress.rhythm.days:
        return f"{wording.count(progress.rhythm.days, 'day')} in a row"
    return ""
