"""Interviews over Telegram: dates in words, buttons, and what is asked when one is over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.coach import interview as coach
from bot.coach.interview import Refused
from bot.handlers import aftermath
from bot.questions.model import AreaId, TrackId
from bot.screens import actions
from bot.screens import aftermath as after_screens
from bot.screens import interview as screens
from bot.study import dates
from bot.study import interview as study
from bot.study.dates import Trouble, When, Wrong
from bot.study.interview import Subject

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from telegram import CallbackQuery, Message

    from bot.handlers.context import Desk
    from bot.screens.screen import Screen
    from bot.study.interview import Preparing, Prospect
    from bot.study.learner import Profile

_COMMAND = "/interview"


async def asked(desk: Desk, message: Message, update_id: int) -> None:
    """Show the interviews, or take the date or the amount that follows the command."""
    learner_id, words = message.chat_id, _words_of(message)
    if not words:
        preparing = await desk.run(coach.look, learner_id, awaiting=True)
        await desk.delivery.send(learner_id, _all(preparing))
    else:
        await desk.delivery.send(learner_id, await _take(desk, learner_id, words, None, update_id))


async def show(desk: Desk, learner_id: int) -> None:
    """Show the interviews as a new message."""
    await desk.delivery.send(learner_id, _all(await desk.run(coach.look, learner_id)))


async def typed(desk: Desk, message: Message, profile: Profile, update_id: int) -> bool:
    """Take the date, or the amount a day, that was asked for; False for a text that is neither."""
    learner_id, text = message.chat_id, message.text or ""
    if study.read_a_day(text) is None and not await _has_date(desk, learner_id, text):
        return False
    screen = await _take(desk, learner_id, text, profile.awaiting_about, update_id)
    await desk.delivery.send(learner_id, screen)
    return True


async def mentioned(desk: Desk, message: Message, update_id: int) -> bool:
    """Take a sentence that tells the date of an interview; False when it does not."""
    learner_id, text = message.chat_id, message.text or ""
    if not study.is_about_interview(text) or not await _has_date(desk, learner_id, text):
        return False
    await desk.delivery.send(learner_id, await _take(desk, learner_id, text, None, update_id))
    return True


async def tapped(desk: Desk, query: CallbackQuery, action: actions.Action) -> bool:
    """Do what a button of interviews asks for; False when the action is of another kind."""
    show = _SHOWN.get(type(action))
    screen = await show(desk, query.from_user.id, action) if show else None
    if screen is None:
        return await aftermath.tapped(desk, query, action)
    await desk.delivery.answer(query)
    await desk.delivery.show(query, screen)
    return True


async def _has_date(desk: Desk, learner_id: int, text: str) -> bool:
    """Tell whether a text names a day, be it a possible one or not."""
    read = dates.read(text, await desk.run(coach.today, learner_id))
    return isinstance(read, When) or read.trouble is not Trouble.NOT_UNDERSTOOD


async def _take(
    desk: Desk, learner_id: int, words: str, about: int | None, update_id: int
) -> Screen:
    """Take typed words: an amount a day, or a date, for an interview or for a new one."""
    a_day = study.read_a_day(words)
    if a_day is not None:
        if not study.is_possible(a_day):
            return screens.wrong_amount()
        return _all(await desk.run(coach.do_a_day, learner_id, a_day))
    today = await desk.run(coach.today, learner_id)
    when = dates.read(words, today)
    if isinstance(when, Wrong):
        return screens.wrong_date(when, today)
    if about:
        moved = await desk.run(coach.move, learner_id, about, when, update_id=update_id)
        return _outcome(moved, today, about)
    names = {track.id: track.name for track in desk.bank.tracks.values()}
    subject = study.subject_in(when.rest, names, desk.bank.areas)
    begun = await desk.run(coach.begin, learner_id, when, subject, update_id=update_id)
    return _outcome(begun, today)


def _outcome(done: Preparing | Refused, today: date, about: int | None = None) -> Screen:
    if isinstance(done, Refused):
        return screens.refused_screen(done.why, done.other, today)
    return screens.interview_screen(done, about) if about else _all(done)


def _all(preparing: Preparing) -> Screen:
    rows = after_screens.felt_rows(preparing.ended) if preparing.ended else ()
    return screens.interviews_screen(preparing, rows)


async def _show(desk: Desk, learner_id: int, _action: actions.ShowInterviews) -> Screen:
    return _all(await desk.run(coach.look, learner_id, awaiting=True))


async def _open(desk: Desk, learner_id: int, action: actions.OpenInterview) -> Screen:
    preparing = await desk.run(coach.look, learner_id)
    return screens.interview_screen(preparing, action.interview)


async def _soon(desk: Desk, learner_id: int, action: actions.InterviewIn) -> Screen | None:
    if action.days not in screens.SOON:
        return None
    preparing = await desk.run(coach.look, learner_id)
    if preparing.prospects:  # a second tap
        return _all(preparing)
    when = When(preparing.today + timedelta(days=action.days))
    begun = await desk.run(coach.begin, learner_id, when, Subject())
    return _outcome(begun, preparing.today)


async def _add(desk: Desk, learner_id: int, _action: actions.AddInterview) -> Screen:
    await desk.run(coach.look, learner_id, awaiting=True)
    return screens.date_screen()


async def _move(desk: Desk, learner_id: int, action: actions.MoveInterview) -> Screen:
    preparing = await desk.run(coach.look, learner_id)
    prospect = _prospect(preparing, action.interview)
    if prospect is None:
        return _all(preparing)
    await desk.run(coach.expect, learner_id, action.interview)
    return screens.date_screen(prospect.interview, preparing.today)


async def _drop(desk: Desk, learner_id: int, action: actions.DropInterview) -> Screen:
    if action.confirmed:
        return _all(await desk.run(coach.drop, learner_id, action.interview))
    preparing = await desk.run(coach.look, learner_id)
    prospect = _prospect(preparing, action.interview)
    return screens.drop_screen(prospect, preparing.today) if prospect else _all(preparing)


async def _subjects(desk: Desk, learner_id: int, action: actions.ShowSubjects) -> Screen:
    preparing = await desk.run(coach.look, learner_id)
    return _choosing(desk, preparing, action.interview, action.page)


async def _track(desk: Desk, learner_id: int, action: actions.AboutTrack) -> Screen:
    subject = Subject(TrackId(action.track))
    done = await desk.run(coach.about, learner_id, action.interview, subject)
    return await _chosen(desk, learner_id, done, action.interview)


async def _everything(desk: Desk, learner_id: int, action: actions.AboutEverything) -> Screen:
    done = await desk.run(coach.about, learner_id, action.interview, Subject())
    return await _chosen(desk, learner_id, done, action.interview)


async def _area(desk: Desk, learner_id: int, action: actions.AboutArea) -> Screen:
    area, which = AreaId(action.area), action.interview
    done = await desk.run(coach.about_area, learner_id, which, area, on=action.on)
    return await _chosen(desk, learner_id, done, which, action.page)


async def _chosen(
    desk: Desk, learner_id: int, done: Preparing | Refused, interview_id: int, page: int = 0
) -> Screen:
    if isinstance(done, Refused):
        today = (await desk.run(coach.look, learner_id)).today
        return screens.refused_screen(done.why, done.other, today)
    return _choosing(desk, done, interview_id, page)


def _choosing(desk: Desk, preparing: Preparing, interview_id: int, page: int) -> Screen:
    prospect = _prospect(preparing, interview_id)
    if prospect is None:
        return _all(preparing)
    return screens.subjects_screen(prospect, desk.bank.tracks, desk.bank.areas, page)


async def _a_day(desk: Desk, learner_id: int, _action: actions.ShowADay) -> Screen:
    return screens.a_day_screen((await desk.run(coach.look, learner_id, awaiting=True)).a_day)


async def _questions(desk: Desk, learner_id: int, action: actions.QuestionsADay) -> Screen | None:
    if not study.is_possible(action.number):
        return None
    return _all(await desk.run(coach.do_a_day, learner_id, action.number))


async def _minutes(desk: Desk, learner_id: int, action: actions.MinutesADay) -> Screen | None:
    length = timedelta(minutes=min(action.number, study.LARGEST_DAY + 1))
    if not study.is_possible(length):
        return None
    return _all(await desk.run(coach.do_a_day, learner_id, length))


def _prospect(preparing: Preparing, interview_id: int) -> Prospect | None:
    return next((p for p in preparing.prospects if p.interview.id == interview_id), None)


def _words_of(message: Message) -> str:
    """Take what follows the command out of a message."""
    head, _, rest = (message.text or "").partition(" ")
    return rest.strip() if head.partition("@")[0].casefold() == _COMMAND else ""


_SHOWN: dict[type[actions.Action], Callable[[Desk, int, Any], Awaitable[Screen | None]]] = {
    actions.ShowInterviews: _show,
    actions.OpenInterview: _open,
    actions.InterviewIn: _soon,
    actions.AddInterview: _add,
    actions.MoveInterview: _move,
    actions.DropInterview: _drop,
    actions.ShowSubjects: _subjects,
    actions.AboutTrack: _track,
    actions.AboutArea: _area,
    actions.AboutEverything: _everything,
    actions.ShowADay: _a_day,
    actions.QuestionsADay: _questions,
    actions.MinutesADay: _minutes,
}
