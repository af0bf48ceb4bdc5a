"""Settings and progress: topics, the daily question, pauses, forgetting, help."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from bot.screens import actions, wording
from bot.screens.actions import Page
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import CHOSEN, area_buttons, in_rows
from bot.study import scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.questions.model import AreaId
    from bot.study.learner import Profile, Progress, TopicCount

COMMANDS = (
    ("next", "the next question"),
    ("topics", "choose areas, topics, level"),
    ("daily", "the daily question and its time"),
    ("progress", "where you stand"),
    ("undo", "take the last step back"),
    ("pause", "no messages for a while"),
    ("resume", "go on after a pause"),
    ("help", "what I can do"),
    ("stop", "quiet until /start"),
    ("start", "begin, or begin again"),
    ("forget", "delete everything about you"),
)
"""Telegram's command menu: names, and what they do."""


def topics_screen(profile: Profile, counts: Sequence[TopicCount]) -> Screen:
    """Show every area with its questions, due ones and choice."""
    areas = _areas(counts)
    chosen = scope.chosen_areas([count.topic for count in counts], profile.resting)
    lines = [
        _count_line(name, _of_area(counts, area), marked=area in chosen)
        for area, name in areas.items()
    ]
    levels = ", ".join(level.value for level in profile.levels) or "all"
    questions, due = _sums([count for count in counts if count.chosen])
    in_all = f"In all: {wording.count(questions, 'question')}, {due} due"
    text = _title("What I ask you about") + "\n" + "\n".join(lines)
    text = text + f"\n\n{in_all}\nLevel: {levels}"
    buttons = [
        Button(CHOSEN * (area in chosen) + name, actions.OpenArea(area))
        for area, name in areas.items()
    ]
    return Screen(
        text,
        (
            *in_rows(buttons, 2),
            (
                Button("All areas", actions.AllAreas(setup=False)),
                Button("Level", actions.Settings(Page.LEVELS)),
            ),
            (_next(),),
        ),
    )


def area_screen(profile: Profile, counts: Sequence[TopicCount], area_id: AreaId) -> Screen:
    """Show the topics of one area with their questions, due ones and choice."""
    mine = [count for count in counts if count.topic.area_id == area_id]
    if not mine:
        return topics_screen(profile, counts)
    lines = [_count_line(count.topic.name, (count,), marked=count.chosen) for count in mine]
    rows = tuple(
        (
            Button(
                CHOSEN * count.chosen + count.topic.name,
                actions.ChooseTopic(count.topic.id, on=not count.chosen),
            ),
        )
        for count in mine
    )
    whole = area_buttons({area_id: f"All of {mine[0].topic.area}"}, _chosen(mine), setup=False)
    back = Button("Back", actions.Settings(Page.TOPICS))
    text = _title(mine[0].topic.area) + "\n" + "\n".join(lines)
    return Screen(text, (*rows, (*whole,), (back, _next())))


def progress_screen(progress: Progress) -> Screen:
    """Say in words where a learner stands."""
    areas = _areas(progress.topics)
    seen = sum(count.seen for count in progress.topics)
    due = sum(count.due for count in progress.topics if count.chosen)
    total = sum(count.questions for count in progress.topics)
    lines = [
        f"Today: {progress.graded_today} of {progress.limits.in_all}",
        f"Streak: {wording.count(progress.streak, 'day')}",
        f"Seen: {seen} of {total}",
        f"Due: {due}",
    ]
    if progress.hidden:
        lines.append(f"Hidden: {progress.hidden}")
    if progress.next_push:
        lines.append(wording.next_push(progress.next_push, progress.zone))
    by_area = [_seen_line(name, _of_area(progress.topics, area)) for area, name in areas.items()]
    text = _title("Where you stand") + "\n" + "\n".join(lines)
    text = text + "\n\n" + _title("By area") + "\n" + "\n".join(filter(None, by_area))
    hidden = ((Button("Bring back what I hid", actions.BringBack()),),) if progress.hidden else ()
    return Screen(text, (*hidden, (_next(),)))


def forget_screen() -> Screen:
    """Ask before everything is deleted."""
    text = _title("Delete everything about you?") + (
        "\nYour answers, grades, memory and settings. This cannot be undone."
    )
    return Screen(
        text,
        (
            (
                Button("Delete all", actions.Forget(confirmed=True)),
                Button("Keep it", actions.Forget(confirmed=False)),
            ),
        ),
    )


def forgotten_screen(prompts: int, memories: int) -> Screen:
    """Say what was deleted."""
    asked, kept = wording.count(prompts, "question"), wording.count(memories, "memory", "memories")
    text = (
        f"Deleted: {asked} put to you with your answers and grades, {kept}, and your settings. "
        "I know nothing of you any more. /start begins anew."
    )
    return Screen(Styled(text))


def nothing_known_screen() -> Screen:
    """Say that nothing is known of somebody who wants to be forgotten."""
    return Screen(Styled("Everything about you is deleted already. /start begins anew."))


def help_screen() -> Screen:
    """Say shortly what the bot can do."""
    lines = "\n".join(f"/{name}: {what}" for name, what in COMMANDS)
    text = "Say your answer aloud or type it, tap Show answer, then grade yourself."
    return Screen(Styled(f"{text}\n\n{lines}"), ((_next(),),))


def _areas(counts: Sequence[TopicCount]) -> dict[AreaId, str]:
    return {count.topic.area_id: count.topic.area for count in counts}


def _of_area(counts: Sequence[TopicCount], area_id: AreaId) -> tuple[TopicCount, ...]:
    return tuple(count for count in counts if count.topic.area_id == area_id)


def _chosen(counts: Sequence[TopicCount]) -> list[AreaId]:
    """Name an area when every topic of it takes part."""
    return [
        area
        for area, topics in groupby(counts, key=lambda count: count.topic.area_id)
        if all(count.chosen for count in topics)
    ]


def _count_line(name: str, counts: Sequence[TopicCount], *, marked: bool) -> str:
    questions, due = _sums(counts)
    line = f"{CHOSEN if marked else '· '}{name}: {questions}"
    return f"{line}, {due} due" if due else line


def _seen_line(name: str, counts: Sequence[TopicCount]) -> str:
    questions, due = _sums(counts)
    seen = sum(count.seen for count in counts)
    if not questions:
        return ""
    return f"{name}: {seen} of {questions} seen" + (f", {due} due" if due else "")


def _sums(counts: Iterable[TopicCount]) -> tuple[int, int]:
    """Sum up the questions, and those that are due."""
    listed = list(counts)
    return sum(count.questions for count in listed), sum(count.due for count in listed)


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
