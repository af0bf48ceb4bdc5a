"""Settings and progress: topics, the daily question, pauses, forgetting, help."""

from __future__ import annotations

from datetime import time
from itertools import groupby
from typing import TYPE_CHECKING

from bot.screens import actions, wording
from bot.screens.actions import Page
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import CHOSEN, area_buttons, in_rows
from bot.study import scope
from bot.study.nudge import ALL_WEEK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from bot.questions.model import AreaId
    from bot.study.learner import Profile, Progress, TopicCount

PUSH_TIMES = tuple(time(hour) for hour in (7, 8, 9, 10, 12, 13, 17, 18, 19, 20, 21, 22))
PUSH_COUNTS = (1, 2, 3, 5, 10)
LIMITS = ((1, 5), (3, 10), (5, 15), (10, 30), (20, 60), (0, 10))
"""Daily numbers on offer: new questions, and questions in all."""

PAUSES = {1: "1 day", 3: "3 days", 7: "1 week", 14: "2 weeks", 0: "Until I resume"}

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


def daily_screen(profile: Profile) -> Screen:
    """Show when the daily question comes, and everything about it that can be changed."""
    switch = Button(
        "Switch off" if profile.push_on else "Switch on", actions.SwitchPush(on=not profile.push_on)
    )
    rows = (
        (switch, Button("Time", actions.Settings(Page.PUSH_TIME))),
        (
            Button("Weekdays", actions.Settings(Page.WEEKDAYS)),
            Button("How many", actions.Settings(Page.COUNT)),
        ),
        (
            Button("Daily numbers", actions.Settings(Page.LIMITS)),
            Button("My time zone", actions.Settings(Page.ZONE)),
        ),
    )
    return Screen(_daily_text(profile), rows)


def push_times_screen(profile: Profile) -> Screen:
    """Offer times of the day; any other one can be typed."""
    buttons = [
        Button(CHOSEN * (at == profile.schedule.at) + wording.clock(at), actions.PushAt(at))
        for at in PUSH_TIMES
    ]
    text = _title("When shall I ask?") + "\nTap a time, or type one, like 07:45."
    return Screen(text, (*in_rows(buttons, 4), (_to_daily(),)))


def weekdays_screen(profile: Profile) -> Screen:
    """Offer the days of the week."""
    buttons = [
        Button(
            CHOSEN * (number in profile.schedule.weekdays) + name,
            actions.SwitchWeekday(number, on=number not in profile.schedule.weekdays),
        )
        for number, name in enumerate(wording.WEEKDAYS)
    ]
    text = _title("On which days?") + "\n" + _next_push(profile)
    return Screen(text, (*in_rows(buttons, 4), (_to_daily(),)))


def counts_screen(profile: Profile) -> Screen:
    """Offer how many questions come at the daily time."""
    buttons = [
        Button(CHOSEN * (count == profile.push_count) + str(count), actions.PushCount(count))
        for count in PUSH_COUNTS
    ]
    text = _title("How many at a time?") + "\nThe next one comes when you have graded the last."
    return Screen(text, (tuple(buttons), (_to_daily(),)))


def limits_screen(profile: Profile) -> Screen:
    """Offer the daily numbers."""
    now = (profile.limits.new, profile.limits.in_all)
    buttons = [
        Button(
            CHOSEN * (pair == now) + f"{pair[0]} new, {pair[1]} in all",
            actions.ChooseLimits(*pair),
        )
        for pair in LIMITS
    ]
    text = _title("How much a day?") + "\nMore is always one tap away; this is what I offer myself."
    return Screen(text, (*in_rows(buttons, 2), (_to_daily(),)))


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


def pause_screen(profile: Profile) -> Screen:
    """Offer how long to be silent."""
    buttons = [Button(label, actions.Pause(days)) for days, label in PAUSES.items()]
    if profile.paused or profile.paused_until:
        buttons.append(Button("Resume now", actions.Resume()))
    text = _title("Pause the daily question") + "\nNothing piles up: your daily numbers stay."
    return Screen(text, in_rows(buttons, 2))


def paused_screen(profile: Profile) -> Screen:
    """Confirm a pause."""
    text = "Paused until you say /resume."
    if profile.next_push and profile.zone:
        text = f"Paused. {wording.next_push(profile.next_push, profile.zone)}"
    elif profile.paused_until:
        until = profile.paused_until.date()
        text = f"Paused until {wording.day(until, until)}."
    return Screen(Styled(text), ((Button("Resume now", actions.Resume()),),))


def push_line(profile: Profile) -> Screen:
    """Say when the next daily question comes, after something about it has changed."""
    zone = () if profile.zone else (Button("My time zone", actions.Settings(Page.ZONE)),)
    return Screen(Styled(_next_push(profile)), ((*zone, _next()),))


def checkin_screen() -> Screen:
    """Ask once, after unanswered days, whether to go on."""
    text = "You have not answered for three days. Shall I keep asking?"
    return Screen(
        Styled(text),
        (
            (
                Button("Keep asking", actions.Resume()),
                Button("A pause, please", actions.Pause(0)),
            ),
        ),
    )


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


def _daily_text(profile: Profile) -> Styled:
    days = profile.schedule.weekdays
    named = ", ".join(wording.WEEKDAYS[day] for day in sorted(days)) or "no day"
    when = f"{wording.clock(profile.schedule.at)}, {'every day' if days == ALL_WEEK else named}"
    lines = [
        f"{'On' if profile.push_on else 'Off'}: {when}",
        f"At a time: {wording.count(profile.push_count, 'question')}",
        f"A day: {profile.limits.new} new, {profile.limits.in_all} in all",
        f"Time zone: {profile.zone.key if profile.zone else 'not told yet'}",
        _next_push(profile),
    ]
    return _title("The daily question") + "\n" + "\n".join(lines)


def _next_push(profile: Profile) -> str:
    if profile.zone is None:
        return "Tell me your time zone first, then I can ask you daily."
    if profile.stopped:
        return "I am quiet until you say /start."
    if profile.paused:
        return "Paused until you say /resume."
    return wording.next_push(_instant(profile), profile.zone)


def _instant(profile: Profile) -> datetime | None:
    return profile.next_push if profile.push_on else None


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


def _to_daily() -> Button:
    return Button("Back", actions.Settings(Page.DAILY))
