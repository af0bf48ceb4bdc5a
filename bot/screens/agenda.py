"""What is said when the plan of a day is done, and to who is back after a gap."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from bot.screens import actions, wording
from bot.screens.screen import Button, Screen, Styled
from bot.study.learner import Reason
from bot.study.target import SPREADS

if TYPE_CHECKING:
    from bot.study.agenda import Agenda
    from bot.study.learner import Rest


def rest_screen(rest: Rest) -> Screen | None:
    """Show a rest that a plan has led to; None for any other."""
    if rest.reason is Reason.BACK:
        return _back(rest)
    return _planned(rest, rest.agenda) if rest.agenda else None


def _back(rest: Rest) -> Screen:
    """Offer an easy return."""
    text = (
        f"Good to see you again. {wording.count(rest.waiting, 'question')} have waited. "
        "Shall I spread them, the weakest first, with nothing new meanwhile?"
    )
    buttons = tuple(
        Button(f"{days} days, {ceil(rest.waiting / days)} a day", actions.SpreadOver(days))
        for days in SPREADS
    )
    rows = tuple((button,) for button in buttons)
    return Screen(Styled(text), (*rows, (Button("As usual", actions.Next()),)))


def _planned(rest: Rest, agenda: Agenda) -> Screen:
    """Say that what was planned for today is done, or that a daily question is."""
    push = wording.next_push(rest.next_push, rest.zone) if rest.next_push else ""
    if rest.reason is Reason.PUSH_DONE:
        left = f"{len(agenda.planned)} more planned for today."
        text = f"That was today's question. {left if agenda.planned else push}"
        return Screen(Styled(text.strip()), ((Button(wording.NEXT, actions.Next()),),))
    label = "A light warm-up" if agenda.is_the_day else wording.MORE
    more = (Button(label, actions.More()),) if rest.more else ()
    date = (Button("My interview", actions.ShowInterviews()),) if agenda.on else ()
    lines = [_done(rest, agenda), "" if agenda.is_the_day else push]
    return Screen(Styled("\n".join(filter(None, lines))), ((*more, *date),))


def _done(rest: Rest, agenda: Agenda) -> str:
    if agenda.is_the_day:
        return "Today is the day, and nothing is planned any more. Good luck!"
    done = wording.count(rest.graded, "question")
    if agenda.back_by:
        left = (agenda.back_by - agenda.today).days
        if left <= 0:
            return f"That was the last part: {done} done. You are all caught up."
        more = wording.count(left, "more day")
        return f"That is today's part: {done} done. {more}, and you are all caught up."
    assert agenda.on
    days, on = (agenda.on - agenda.today).days, wording.day(agenda.on, agenda.today)
    away = f"{on} is tomorrow." if days == 1 else f"{wording.count(days, 'day')} to {on}."
    plan = f"That is today's plan: {done} done." if rest.graded else "Today's plan is empty."
    return f"{plan} {away}"
