"""Interviews over Telegram: dates in words, buttons, and what is asked when one is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.coach import interview as coach
from bot.coach import learner
from bot.coach.interview import Refused
from bot.handlers import aftermath
from bot.handlers.dispatch import dispatch
from bot.questions.model import AreaId, TrackId
from bot.screens import actions
from bot.screens import aftermath as after_screens
from bot.screens import interview as screens
from bot.study import dates, requests
from bot.study import interview as study
from bot.study.dates import Trouble, When, Wrong
from bot.study.interview import Subject
from bot.study.learner import Awaiting

if TYPE_CHECKING:
    from datetime import date

    from telegram import CallbackQuery, Message

    from bot.handlers.context import Desk
    from bot.handlers.dispatch import Screens
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
    a_day = study.read_a_day(text, asked=profile.awaiting is Awaiting.A_DAY)
    if a_day is not None:
        screen = await _take_a_day(desk, learner_id, a_day, update_id)
    elif await _has_date(desk, learner_id, text):
        screen = await _take(desk, learner_id, text, profile.awaiting_about, update_id)
    else:
        return False
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
    if await dispatch(desk, query, action, _SCREENS, {}):
        return True
    return await aftermath.tapped(desk, query, action)


async def _has_date(desk: Desk, learner_id: int, text: str) -> bool:
    """Tell whether a text names a day, be it a possible one or not."""
    read = dates.read(text, await desk.run(coach.today, learner_id))
    return isinstance(read, When) or read.trouble is not Trouble.NOT_UNDERSTOOD


async def _take(
    desk: Desk, learner_id: int, words: str, about: int | None, update_id: int
) -> Screen:
    """Take typed words: an amount a day, or a date, for an interview or for a new one.

    When it cannot be, what is typed next is awaited as another try.
    """
    a_day = study.read_a_day(words)
    if a_day is not None:
        return await _take_a_day(desk, learner_id, a_day, update_id)
    today = await desk.run(coach.today, learner_id)
    when = dates.read(words, today)
    if isinstance(when, Wrong):
        await desk.run(learner.await_text, learner_id, Awaiting.INTERVIEW, about=about)
        return screens.wrong_date(when, today)
    about = about or await _meant_to_move(desk, learner_id, words)
    if about:
        moved = await desk.run(coach.move, learner_id, about, when, update_id=update_id)
        return _outcome(moved, today, about)
    subject = await _subject_in(desk, when.rest)
    begun = await desk.run(coach.begin, learner_id, when, subject, update_id=update_id)
    is_unknown = subject == Subject() and study.names_a_subject(when.rest)
    unknown = when.rest if is_unknown else ""
    if isinstance(begun, Refused):
        await desk.run(learner.await_text, learner_id, Awaiting.INTERVIEW)
        return screens.refused_screen(begun.why, begun.other, today, unknown)
    return _all(replace(begun, unknown=unknown))


async def _subject_in(desk: Desk, words: str) -> Subject:
    """Find what an interview is about: a track, or areas and topics, by any of their names."""
    names = {track.id: track.name for track in desk.bank.tracks.values()}
    named = study.subject_in(words, names, desk.bank.areas)
    if named.track:
        return named
    subjects = await desk.lookup.subjects()
    wanted = requests.named_in(words, subjects)
    if not wanted:
        return named
    areas = {AreaId(each.id) for each in wanted if each.id in desk.bank.areas}
    asked = {id_ for each in wanted if each.id not in areas for id_ in each.questions}
    topics = study.topics_of(asked, desk.bank.questions.values())
    return Subject(areas=frozenset(areas), topics=frozenset(topics))


async def _meant_to_move(desk: Desk, learner_id: int, words: str) -> int | None:
    """Find the one interview that lies ahead, if the words say that it was moved."""
    if not study.is_moved(words):
        return None
    prospects = (await desk.run(coach.look, learner_id)).prospects
    return prospects[0].interview.id if len(prospects) == 1 else None


async def _take_a_day(
    desk: Desk, learner_id: int, a_day: int | timedelta, update_id: int
) -> Screen:
    """Take an amount a day; one that cannot be is asked for again."""
    if study.is_possible(a_day):
        return _all(await desk.run(coach.do_a_day, learner_id, a_day, typed_in=update_id))
    await desk.run(learner.await_text, learner_id, Awaiting.A_DAY)
    return screens.wrong_amount()


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
    preparing = await desk.run(coach.look, learner_id)
    await desk.run(learner.await_text, learner_id, Awaiting.A_DAY)
    return screens.a_day_screen(preparing.a_day)


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


_SCREENS: Screens = {
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
