"""Where a learner stands, in words: readiness, rhythm, what comes, and how it is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.screens import actions, wording
from bot.screens.actions import ProgressPage
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.search import plain
from bot.screens.setup import CHOSEN
from bot.study.marks import Mark
from bot.study.preference import Preference
from bot.study.progress import EARNED_BY, MOST_FREEZES, Streak, Week

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.study.progress import Coming
    from bot.study.progress.account import Part, Progress
    from bot.study.target import Readiness

GOALS: Final = (2, 3, 4, 5, 6, 7)
"""Goals of a week on offer, in days."""

SWITCHES: Final = {Preference.NO_STATISTICS, Preference.NO_SUMMARY, Preference.DARK_PICTURES}
"""What of the progress comes in one of two ways."""

_LONGEST: Final = 160
_UNFOLDED: Final = 6
"""Areas that are listed as they are; more fold up until they are tapped."""
_WEEKDAYS: Final = (
    *("Monday", "Tuesday", "Wednesday", "Thursday"),
    *("Friday", "Saturday", "Sunday"),
)
_A_WEEK: Final = 7

FORMULA: Final = (
    "Readiness is the share of your questions that you would recall {when}. Each one you have "
    "seen counts with its predicted chance of recall, each one you have not with {unseen:.0%}, "
    "which is a guess; heavier topics count by their weight."
)
STREAKS: Final = (
    f"A streak counts days with a graded question. Every {EARNED_BY} of them earn a freeze, you "
    f"hold at most {MOST_FREEZES}, and a day without an answer uses one by itself."
)


def progress_screen(progress: Progress) -> Screen:
    """Say in words where a learner stands, and offer what would help most."""
    text = _title("Where you stand") + "\n" + "\n".join(_lines(progress))
    if progress.parts:
        areas = "\n".join(_area_line(part) for part in progress.parts)
        folded = Style.FOLDED if len(progress.parts) > _UNFOLDED else None
        text = text + "\n\n" + _title("By area") + "\n" + Styled.of(areas, folded)
    if progress.helping:
        named = (f"{n}. {plain(each, _LONGEST)}" for n, each in enumerate(progress.helping, 1))
        text = text + "\n\n" + _title("What would help you most") + "\n" + "\n".join(named)
    helping = tuple(
        Button(f"Ask {number}", actions.AskQuestion(question.id))
        for number, question in enumerate(progress.helping, 1)
    )
    hidden = Button("Hidden questions", actions.ListMarked(Mark.HIDDEN, 0))
    counted = Button("How is it counted?", actions.ShowProgress(ProgressPage.COUNTED))
    figures = Button("Statistics", actions.ShowProgress(ProgressPage.FIGURES))
    shown = Button("What is shown", actions.ShowProgress(ProgressPage.SHOWN))
    wants_figures = Preference.NO_STATISTICS not in progress.preferences
    rows = (
        helping,
        *(((hidden,),) if progress.hidden else ()),
        *(((counted,),) if progress.ready else ()),
        (figures, shown) if wants_figures else (shown,),
        (Button(wording.NEXT, actions.Next()),),
    )
    return Screen(text, rows)


def counted_screen(progress: Progress) -> Screen:
    """Say how readiness is counted, with the numbers of this learner."""
    text = _title("How it is counted")
    if progress.ready:
        when = "on the day" if progress.on else "today"
        text = text + "\n" + FORMULA.format(when=when, unseen=progress.ready.unseen)
        text = text + "\n\n" + "\n".join(_sum(progress.ready))
    if isinstance(progress.rhythm, Streak):
        text = text + "\n\n" + STREAKS
    return Screen(text, ((_back(),),))


def shown_screen(progress: Progress) -> Screen:
    """Offer what of the progress is shown, and how."""
    text = _title("What is shown") + (
        "\nCount days in a row, or days of a week towards a goal, or nothing at all. "
        "A summary comes on Sundays at the time of your daily question."
    )
    is_streak = isinstance(progress.rhythm, Streak)
    streak = Button(CHOSEN * is_streak + "A streak", actions.CountStreak(on=True))
    nothing = Button(CHOSEN * (progress.rhythm is None) + "Neither", actions.CountStreak(on=False))
    goals = tuple(
        Button(CHOSEN * (days == progress.weekly_goal) + f"{days} days", actions.WeeklyGoal(days))
        for days in GOALS
    )
    half = len(goals) // 2
    rows = (
        (streak, nothing),
        goals[:half],
        goals[half:],
        (_switch(progress, "Statistics", Preference.NO_STATISTICS),),
        (_switch(progress, "Summary on Sundays", Preference.NO_SUMMARY),),
        _themes(progress),
        (_back(),),
    )
    return Screen(text, rows)


def rhythm_line(rhythm: Streak | Week, today: date) -> str:
    """Say how regularly somebody practises; a freeze that was used is named."""
    if isinstance(rhythm, Week):
        said = f"This week: {rhythm.done} of {wording.count(rhythm.goal, 'day')}"
        if not rhythm.weeks:
            return said
        return f"{said}, after {wording.count(rhythm.weeks, 'good week')} in a row"
    if not rhythm.days:
        return "Streak: begins with your next answer"
    said = f"Streak: {wording.count(rhythm.days, 'day')}"
    lately = [day for day in rhythm.frozen if (today - day).days < _A_WEEK]
    if not lately:
        return said
    names = " and ".join(_WEEKDAYS[day.weekday()] for day in lately)
    used = "A freeze was" if len(lately) == 1 else "Freezes were"
    return f"{said}. {used} used on {names}"


def ready_line(progress: Progress) -> str:
    """Say how ready a learner is, and for when."""
    if progress.ready is None:
        return ""
    if progress.on is None:
        return f"Ready today: {_share(progress.ready)}"
    return f"Ready for {wording.day(progress.on, progress.today)}: {_share(progress.ready)}"


def coming_line(coming: Sequence[Coming]) -> str:
    """Say what comes, and which day brings most."""
    due, new = sum(day.due for day in coming), sum(day.new for day in coming)
    if not due + new:
        return ""
    fullest = max(coming, key=lambda day: day.due + day.new)
    brought = fullest.due + fullest.new
    most = "today" if fullest is coming[0] else f"on {wording.day(fullest.day, coming[0].day)}"
    parts = [f"{due} to review" * bool(due), f"{new} new" * bool(new)]
    said = ", ".join(filter(None, parts))
    return f"Next {len(coming)} days: {said}; most {most} ({brought})"


def _lines(progress: Progress) -> list[str]:
    today = progress.today
    seen = progress.ready.seen if progress.ready else 0
    questions = progress.ready.questions if progress.ready else 0
    lines = [
        *_readiness(progress),
        f"Today: {progress.graded_today} of {progress.limits.in_all}",
        rhythm_line(progress.rhythm, today) if progress.rhythm else "",
        f"Seen: {seen} of {questions}",
        f"Due: {progress.due}" * bool(progress.due),
        f"Hidden: {progress.hidden}" * bool(progress.hidden),
        coming_line(progress.coming),
        wording.next_push(progress.next_push, progress.zone) if progress.next_push else "",
    ]
    return [line for line in lines if line]


def _readiness(progress: Progress) -> list[str]:
    """Say when the interview is and how ready a learner is for it, or else for today."""
    if progress.on is None:
        return [ready_line(progress)]
    days = (progress.on - progress.today).days
    away = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
    ready = f"Ready for it: {_share(progress.ready)}" if progress.ready else ""
    return [f"Interview: {wording.day(progress.on, progress.today)}, {away}", ready]


def _share(ready: Readiness) -> str:
    """Say a share, and that it is a guess as long as nothing speaks for it."""
    return f"{ready.share:.0%}" + ", a guess until you have seen some" * (not ready.seen)


def _area_line(part: Part) -> str:
    ready = part.ready
    due = f", {part.due} due" if part.due else ""
    return f"{part.name}: {ready.share:.0%}, {ready.seen} of {ready.questions} seen{due}"


def _sum(ready: Readiness) -> list[str]:
    """Write the formula with its numbers, and what weights make of it where they differ."""
    unseen = ready.questions - ready.seen
    lines = [f"Not seen: {unseen}, with {ready.unseen:.0%} each"]
    term = f"{unseen} \u00d7 {ready.unseen:.0%}"
    known = 0.0
    if ready.recall_of_seen is not None:
        recall = f"{ready.recall_of_seen:.0%}"
        lines.insert(0, f"Seen: {ready.seen}, with {recall} on average")
        term, known = f"{ready.seen} \u00d7 {recall} + {term}", ready.seen * ready.recall_of_seen
    plain_share = (known + unseen * ready.unseen) / ready.questions
    lines.append(f"({term}) ÷ {ready.questions} = {plain_share:.0%}")
    if f"{plain_share:.0%}" != f"{ready.share:.0%}":
        lines.append(f"With the weights of your topics: {ready.share:.0%}")
    return lines


def _switch(progress: Progress, label: str, off: Preference) -> Button:
    """Offer to switch off what a preference leaves out, or to switch it on again."""
    is_on = off not in progress.preferences
    return Button(CHOSEN * is_on + label, actions.SwitchShown(off, on=is_on))


def _themes(progress: Progress) -> tuple[Button, ...]:
    is_dark = Preference.DARK_PICTURES in progress.preferences
    return tuple(
        Button(
            CHOSEN * (dark == is_dark) + label,
            actions.SwitchShown(Preference.DARK_PICTURES, on=dark),
        )
        for dark, label in ((False, "Light picture"), (True, "Dark picture"))
    )


def _back() -> Button:
    return Button("Back", actions.ShowProgress(ProgressPage.STANDING))


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)
