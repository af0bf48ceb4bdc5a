"""Interviews on the screen: the countdown, what to expect, and what can be changed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.screens import actions, wording
from bot.screens.screen import Button, Screen, Style, Styled
from bot.screens.setup import CHOSEN, in_rows, side_by_side
from bot.screens.turning import leaf
from bot.study.dates import Trouble
from bot.study.interview import LARGEST_DAY, MOST, Refusal, Subject
from bot.study.target import Assumptions, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.questions.model import AreaId, Track, TrackId
    from bot.screens.aftermath import Rows
    from bot.study.dates import Wrong
    from bot.study.interview import ADay, Interview, Preparing, Prospect

SOON = {7: "In 1 week", 14: "In 2 weeks", 21: "In 3 weeks", 30: "In 30 days"}
QUESTIONS = (5, 10, 15, 20, 30, 45)
MINUTES = (10, 20, 30, 45, 60, 90)
"""Amounts a day on offer; any other one can be typed."""

SUBJECTS_A_PAGE = 8
_LONGEST_LABEL = 30
_LIKE = "Type one like 12 Dec, in three weeks or next Friday 14:00."
_UNSEEN = round(Assumptions().unseen * 10)
_MINUTE = timedelta(minutes=1)

_REFUSALS = {
    Refusal.TOO_MANY: f"Those are {MOST} interviews already. Drop one first.",
    Refusal.NO_QUESTIONS: "There are no questions about that. Choose something else.",
    Refusal.GONE: "That interview is over, or was dropped. /interview shows what is ahead.",
}


def interviews_screen(preparing: Preparing, asked_after: Rows = ()) -> Screen:
    """Show what lies ahead; ``asked_after`` are the buttons by which one says how one went."""
    parts = [_title("Your interview" if len(preparing.prospects) < 2 else "Your interviews")]  # noqa: PLR2004
    if preparing.ended:
        on = wording.day(preparing.ended.on, preparing.today)
        parts.append(Styled(f"How did the one of {on} go?"))
    if preparing.prospects:
        brief = len(preparing.prospects) > 1
        parts += [_described(each, preparing, brief=brief) for each in preparing.prospects]
        parts.append(Styled(_by_plan(preparing.a_day)))
    else:
        parts.append(Styled(f"No date yet. {_LIKE} From then on I ask what helps most on the day."))
    if preparing.unknown:
        about = "it is about all that you are asked. Choose topics?"
        parts.append(Styled(f"{_not_known(preparing.unknown)}: {about}"))
    if preparing.other_reading:
        parts.append(Styled(_day_first(preparing.other_reading, preparing.today)))
    return Screen(Styled.join("\n\n", parts), (*asked_after, *_rows(preparing)))


def interview_screen(preparing: Preparing, interview_id: int) -> Screen:
    """Show one interview; all of them when it is no longer ahead."""
    for prospect in preparing.prospects:
        if prospect.interview.id == interview_id:
            rows = (*_changes(prospect, preparing), (_to_all(),))
            return Screen(_described(prospect, preparing), rows)
    return interviews_screen(preparing)


def date_screen(interview: Interview | None = None, today: date | None = None) -> Screen:
    """Ask for a date."""
    new = "Type the date, with topics if you like: 12 Dec 14:00 Python."
    if interview is None or today is None:
        return Screen(Styled(new), ((_to_all(),),))
    was = wording.day(interview.on, today)
    return Screen(Styled(f"It is on {was}. Type the new date."), ((_to_all(),),))


def no_date() -> Screen:
    """Say that a text has no date in it."""
    return Screen(Styled(f"I could not read a date there. {_LIKE}"))


def wrong_date(wrong: Wrong, today: date) -> Screen:
    """Say what is wrong with a date."""
    if wrong.trouble is Trouble.NOT_UNDERSTOOD:
        return no_date()
    day = wording.day(wrong.day, today) if wrong.day else ""
    text = {
        Trouble.PAST: f"{day} is in the past. Type a day that is still to come.",
        Trouble.TODAY: "That is today, too late for a plan. A few questions to warm up?",
        Trouble.TOO_FAR: "That is more than two years away. Type a nearer day.",
        Trouble.IMPOSSIBLE: f"There is no such day or time. {_LIKE}",
    }[wrong.trouble]
    go_on = ((_next(),),) if wrong.trouble is Trouble.TODAY else ()
    return Screen(Styled(text), go_on)


def refused_screen(why: Refusal, other: Interview | None, today: date, unknown: str = "") -> Screen:
    """Say why an interview cannot be noted or changed so."""
    if other is None:
        return Screen(Styled(_REFUSALS[why]), ((_to_all(),),))
    on = wording.day(other.on, today)
    text = (f"{_not_known(unknown)}. " if unknown else "") + (
        f"There is one on {on} already, about the same. "
        "Two on one day need different topics: type them after the date, like 12 Dec Python."
    )
    change = Button(f"Change {wording.short_day(other.on)}", actions.OpenInterview(other.id))
    return Screen(Styled(text), ((change, _to_all()),))


def drop_screen(prospect: Prospect, today: date) -> Screen:
    """Ask before an interview is dropped."""
    on, id_ = wording.day(prospect.interview.on, today), prospect.interview.id
    text = f"Drop the interview of {on}? What you have learned stays."
    drop = Button("Drop it", actions.DropInterview(id_, confirmed=True))
    return Screen(Styled(text), ((drop, Button("Keep it", actions.OpenInterview(id_))),))


def subjects_screen(
    prospect: Prospect, tracks: Mapping[TrackId, Track], areas: Mapping[AreaId, str], page: int
) -> Screen:
    """Offer what an interview can be about."""
    id_, subject = prospect.interview.id, prospect.interview.subject
    everything = Button(
        CHOSEN * (subject == Subject()) + "All that I am asked", actions.AboutEverything(id_)
    )
    on_track = [
        Button(CHOSEN * (subject.track == track.id) + track.name, actions.AboutTrack(id_, track.id))
        for track in tracks.values()
    ]
    shown = leaf([*areas.items()], SUBJECTS_A_PAGE, page)
    buttons = [
        Button(
            CHOSEN * (area in subject.areas) + name,
            actions.AboutArea(id_, area, area not in subject.areas, shown.page),
        )
        for area, name in shown.items
    ]
    text = (
        _title("What is it about?")
        + "\nA track, or areas, as many as you like."
        + "\nSingle topics go with the date: /interview 12 Dec kafka, redis"
    )
    turning = shown.row(lambda number: actions.ShowSubjects(id_, number))
    back = (Button("Back", actions.OpenInterview(id_)),)
    rows = ((everything,), *side_by_side([*on_track, *buttons]), turning, back)
    return Screen(text, tuple(row for row in rows if row))


def a_day_screen(a_day: ADay) -> Screen:
    """Offer how much to do a day."""
    minutes = a_day.length // _MINUTE if a_day.length else None
    questions = [
        Button(CHOSEN * (minutes is None and number == a_day.questions) + str(number), action)
        for number, action in ((n, actions.QuestionsADay(n)) for n in QUESTIONS)
    ]
    lengths = [
        Button(CHOSEN * (number == minutes) + f"{number} min", actions.MinutesADay(number))
        for number in MINUTES
    ]
    each = max(1, round(a_day.each / _MINUTE))
    text = _title("How much a day?") + (
        "\nQuestions or minutes; you take about "
        f"{wording.count(each, 'minute')} for one. Or type it, like 25 a day."
    )
    return Screen(text, (*in_rows(questions, 3), *in_rows(lengths, 3), (_to_all(),)))


def wrong_amount() -> Screen:
    """Say which amounts a day are possible."""
    text = f"A day can have 1 to {LARGEST_DAY} questions or minutes, like 15 a day."
    return Screen(Styled(text), ((_to_all(),),))


def expectation(prospect: Prospect, a_day: ADay, today: date, *, brief: bool = False) -> str:
    """Say honestly what the preparation brings; in brief without the names of what is left out."""
    forecast, pace = prospect.forecast, amount(a_day)
    if forecast.standing is Standing.THE_DAY:
        return "Today is the day. Nothing is planned any more. Good luck!"
    if forecast.standing is Standing.NOTHING_IN_SCOPE:
        return "There are no questions about it. Choose other topics."
    if forecast.standing is Standing.NO_PLACES:
        return "No day before it has room for more questions."
    number, recalled = forecast.questions, min(round(forecast.expected), forecast.questions)
    unit = " minutes" if a_day.length else ""
    more = (
        f" With {prospect.more[0]}{unit} a day, {round(prospect.more[1])}." if prospect.more else ""
    )
    out = len(forecast.left_out)
    if out:
        named = f": {', '.join(prospect.left_out)}" if prospect.left_out else ""
        fits = (
            f"With {pace} a day {number - out} of {number} questions fit; I expect you to recall "
            f"about {recalled} of all"
        )
        if brief:
            return f"{fits}.{more}"
        return (
            f"{fits}, counting {_UNSEEN} in 10 of those never seen.{more}\n"
            f"{out} are left out, those that weigh least{named}. "
            "Do more a day, or choose fewer topics."
        )
    if forecast.seen_by:
        seen = f"you will have seen all {number} by {wording.day(forecast.seen_by, today)}; "
    else:
        seen = f"and all {number} seen, "
    return f"With {pace} a day {seen}I expect you to recall about {recalled} of them.{more}"


def amount(a_day: ADay) -> str:
    """Write how much is done a day."""
    return f"{a_day.length // _MINUTE} minutes" if a_day.length else str(a_day.questions)


def countdown(days: int) -> str:
    """Write how far off a day is."""
    if days <= 0:
        return "today"
    return "tomorrow" if days == 1 else f"in {days} days"


def _described(prospect: Prospect, preparing: Preparing, *, brief: bool = False) -> Styled:
    interview = prospect.interview
    at = f", {wording.clock(interview.at)}" if interview.at else ""
    head = f"{wording.day(interview.on, preparing.today)}{at}: {countdown(prospect.days)}"
    about = f"\nAbout {prospect.subject}" if prospect.subject else ""
    lines = expectation(prospect, preparing.a_day, preparing.today, brief=brief)
    return _title(head) + f"{about}\n{lines}"


def _by_plan(a_day: ADay) -> str:
    fits = f" (about {wording.count(a_day.fits, 'question')})" if a_day.length else ""
    return f"Until then I ask by plan, {amount(a_day)}{fits} a day, not by the daily numbers."


def _not_known(words: str) -> str:
    return f"I know no track or area “{wording.shortened(words, _LONGEST_LABEL)}”"


def _day_first(other: date, today: date) -> str:
    meant = wording.day(other, today)
    typed = f"{wording.short_day(other)} {other.year}"
    return f"I read the day first. If you meant {meant}, type {typed}."


def _rows(preparing: Preparing) -> tuple[tuple[Button, ...], ...]:
    zone = Button("My time zone", actions.Settings(actions.Page.ZONE))
    zones = () if preparing.has_zone else ((zone,),)
    if not preparing.prospects:
        soon = [Button(label, actions.InterviewIn(days)) for days, label in SOON.items()]
        return (*in_rows(soon, 2), *zones)
    add = Button("Add another", actions.AddInterview())
    if len(preparing.prospects) == 1:
        return (*_changes(preparing.prospects[0], preparing), *zones, (add, _next()))
    change = [
        Button(_label(each), actions.OpenInterview(each.interview.id))
        for each in preparing.prospects
    ]
    return (*in_rows(change, 2), *zones, (Button("How much a day", actions.ShowADay()), add))


def _changes(prospect: Prospect, preparing: Preparing) -> tuple[tuple[Button, ...], ...]:
    id_ = prospect.interview.id
    more: tuple[Button, ...] = ()
    if prospect.more:
        number = prospect.more[0]
        minutes = preparing.a_day.length is not None
        action = actions.MinutesADay(number) if minutes else actions.QuestionsADay(number)
        more = (Button(f"{number}{' minutes' if minutes else ''} a day", action),)
    return (
        (
            Button("Other date", actions.MoveInterview(id_)),
            Button("Its topics", actions.ShowSubjects(id_, 0)),
        ),
        (*more, Button("How much a day", actions.ShowADay())),
        (Button("Drop it", actions.DropInterview(id_, confirmed=False)),),
    )


def _label(prospect: Prospect) -> str:
    on, subject = wording.short_day(prospect.interview.on), prospect.subject or "everything"
    return wording.shortened(f"{on}: {subject}", _LONGEST_LABEL)


def _to_all() -> Button:
    return Button("My interview", actions.ShowInterviews())


def _title(text: str) -> Styled:
    return Styled.of(text, Style.BOLD)


def _next() -> Button:
    return Button(wording.NEXT, actions.Next())
