"""The daily question on the screen: when it comes, how much, pauses."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from bot.screens import actions, wording
from bot.screens.actions import Page
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import CHOSEN, in_rows
from bot.study.nudge import ALL_WEEK

if TYPE_CHECKING:
    from datetime import datetime

    from bot.study.learner import Profile

PUSH_TIMES = tuple(time(hour) for hour in (7, 8, 9, 10, 12, 13, 17, 18, 19, 20, 21, 22))
PUSH_COUNTS = (1, 2, 3, 5, 10)
LIMITS = ((1, 5), (3, 10), (5, 15), (10, 30), (20, 60), (0, 10))
"""Daily numbers on offer: new questions, and questions in all."""

PAUSES = {1: "1 day", 3: "3 days", 7: "1 week", 14: "2 weeks", 0: "Until I resume"}


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
    return Screen(text, (*in_rows(buttons, 3), (_to_daily(),)))


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
    return Screen(text, (*in_rows(buttons, 1), (_to_daily(),)))


def pause_screen(profile: Profile, *, waiting: bool = False) -> Screen:
    """Offer how long to be silent; first of all to go on with the question that waits."""
    buttons = [Button(label, actions.Pause(days)) for days, label in PAUSES.items()]
    if profile.paused or profile.paused_until:
        buttons.append(Button("Resume now", actions.Resume()))
    text = _title("Pause the daily question") + "\nNothing piles up: your daily numbers stay."
    if not waiting:
        return Screen(text, in_rows(buttons, 2))
    go_on = Button(wording.GO_ON, actions.Next())
    return Screen(Styled(wording.TAKE_YOUR_TIME + "\n\n") + text, ((go_on,), *in_rows(buttons, 2)))


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


def _to_daily() -> Button:
    return Button("Back", actions.Settings(Page.DAILY))


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
