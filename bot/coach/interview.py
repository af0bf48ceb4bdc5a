"""Interviews: noted, changed, dropped, and what to expect of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from statistics import mean
from typing import TYPE_CHECKING, Final

from bot.coach import agenda, arrival, choice, clock, pushing
from bot.storage import interviews, memories
from bot.storage.tables import After, InterviewRow
from bot.study import interview as study
from bot.study.interview import (
    ADay,
    Interview,
    Preparing,
    Prospect,
    Refusal,
    Subject,
)
from bot.study.learner import Awaiting
from bot.study.target import forecast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.coach.transaction import Visit
    from bot.questions.model import AreaId
    from bot.storage.tables import Learner
    from bot.study.dates import When
    from bot.study.picking import Situation
    from bot.study.target import Preparation

STILL_ASKED: Final = timedelta(days=14)
"""For so long after an interview a learner may say how it went."""

_TOPICS: Final = 4
_NAMES: Final = 4

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be done, and the interview that stands in the way, if one does."""

    why: Refusal
    other: Interview | None = None


def look(visit: Visit, learner_id: int, *, awaiting: bool = False) -> Preparing:
    """Look at the interviews of a learner; a date that is typed next may be awaited."""
    learner = arrival.arrive(visit, learner_id)
    preparing = preparing_of(visit, learner)
    if awaiting:
        learner.awaiting, learner.awaiting_about = Awaiting.INTERVIEW, None
    return preparing


def today(visit: Visit, learner_id: int) -> date:
    """Tell from which day on a learner counts who has typed something."""
    return clock.today_of(visit, arrival.arrive(visit, learner_id, typing=True))


def begin(
    visit: Visit,
    learner_id: int,
    when: When,
    subject: Subject,
    *,
    update_id: int | None = None,
) -> Preparing | Refused:
    """Note an interview, once for an update; from now on what is asked leads to it."""
    learner = arrival.arrive(visit, learner_id)
    if not (update_id and interviews.made_by(visit.session, learner_id, update_id)):
        ahead = agenda.settle(visit, learner, clock.local_time(visit, learner))
        refused = _refused(visit, learner, ahead, when, subject)
        if refused:
            return refused
        row = InterviewRow(
            learner_id=learner_id,
            day=when.day,
            at=when.at,
            since=clock.today_of(visit, learner),
            track=subject.track,
            areas=sorted(subject.areas),
            topics=sorted(subject.topics),
            update_id=update_id,
        )
        interviews.put(visit.session, row)
        _changed(visit, learner, update_id)
    return replace(preparing_of(visit, learner), other_reading=when.month_first)


def move(
    visit: Visit, learner_id: int, interview_id: int, when: When, *, update_id: int
) -> Preparing | Refused:
    """Give an interview another date."""
    learner = arrival.arrive(visit, learner_id)
    row = _ahead(visit, learner, interview_id)
    if row is None:
        return Refused(Refusal.GONE)
    ahead = agenda.settle(visit, learner, clock.local_time(visit, learner))
    value = interviews.as_value(row)
    other = study.on_same(ahead, when.day, value.subject, but=value.id)
    if other:
        return Refused(Refusal.SAME_DAY, other)
    row.day, row.at = when.day, when.at
    _changed(visit, learner, update_id)
    return replace(preparing_of(visit, learner), other_reading=when.month_first)


def about(
    visit: Visit, learner_id: int, interview_id: int, subject: Subject
) -> Preparing | Refused:
    """Say what an interview is about."""
    learner = arrival.arrive(visit, learner_id)
    row = _ahead(visit, learner, interview_id)
    if row is None:
        return Refused(Refusal.GONE)
    ahead = agenda.settle(visit, learner, clock.local_time(visit, learner))
    other = study.on_same(ahead, row.day, subject, but=interviews.as_value(row).id)
    if other:
        return Refused(Refusal.SAME_DAY, other)
    if not agenda.subject_of(visit, learner, subject, _ground(visit, learner)):
        return Refused(Refusal.NO_QUESTIONS)
    row.track = subject.track
    row.areas, row.topics = sorted(subject.areas), sorted(subject.topics)
    _changed(visit, learner)
    return preparing_of(visit, learner)


def about_area(
    visit: Visit, learner_id: int, interview_id: int, area: AreaId, *, on: bool
) -> Preparing | Refused:
    """Add an area to an interview, or take it away; the last one leaves everything."""
    learner = arrival.arrive(visit, learner_id)
    row = _ahead(visit, learner, interview_id)
    before = interviews.as_value(row).subject if row else Subject()
    areas = before.areas - {area} | ({area} if on else frozenset())
    return about(visit, learner_id, interview_id, Subject(areas=areas, topics=before.topics))


def drop(visit: Visit, learner_id: int, interview_id: int) -> Preparing:
    """Prepare no more for an interview; dropping it twice is the same."""
    learner = arrival.arrive(visit, learner_id)
    row = interviews.get(visit.session, learner_id, interview_id)
    if row:
        row.after, row.settled = After.DROPPED, True
        _changed(visit, learner)
    return preparing_of(visit, learner)


def do_a_day(
    visit: Visit, learner_id: int, a_day: int | timedelta, *, typed_in: int | None = None
) -> Preparing:
    """Do so many questions, or practise so long, a day on the way to interviews."""
    learner = arrival.arrive(visit, learner_id)
    learner.awaiting = None
    if typed_in is not None:
        arrival.settle(learner, Awaiting.A_DAY, typed_in)
    if isinstance(a_day, timedelta):
        learner.plan_questions, learner.plan_minutes = None, a_day // _MINUTE
    else:
        learner.plan_questions, learner.plan_minutes = a_day, None
    return preparing_of(visit, learner)


def expect(visit: Visit, learner_id: int, interview_id: int) -> bool:
    """Expect another date for an interview to be typed; False when it is gone."""
    learner = arrival.arrive(visit, learner_id)
    if _ahead(visit, learner, interview_id) is None:
        return False
    learner.awaiting, learner.awaiting_about = Awaiting.INTERVIEW, interview_id
    return True


def preparing_of(visit: Visit, learner: Learner) -> Preparing:
    """Tell what to expect of all interviews of a learner."""
    ahead = agenda.settle(visit, learner, clock.local_time(visit, learner))
    visit.session.flush()
    ground = _ground(visit, learner)
    a_day = agenda.a_day_of(visit, learner)
    prepared = agenda.prepare(visit, learner, ground, ahead)
    since = ground.day - STILL_ASKED
    ended = interviews.last_settled(visit.session, learner.id, since)
    return Preparing(
        today=ground.day,
        a_day=a_day,
        prospects=tuple(
            _prospect(visit, each, _alone(preparation, prepared), a_day)
            for each, preparation in zip(ahead, prepared, strict=True)
        ),
        ended=interviews.as_value(ended) if ended and ended.felt is None else None,
        has_zone=learner.zone is not None,
    )


def _refused(
    visit: Visit, learner: Learner, ahead: Sequence[Interview], when: When, subject: Subject
) -> Refused | None:
    other = study.on_same(ahead, when.day, subject)
    if other:
        return Refused(Refusal.SAME_DAY, other)
    if len(ahead) >= study.MOST:
        return Refused(Refusal.TOO_MANY)
    if not agenda.subject_of(visit, learner, subject, _ground(visit, learner)):
        return Refused(Refusal.NO_QUESTIONS)
    return None


def _ahead(visit: Visit, learner: Learner, interview_id: int) -> InterviewRow | None:
    """Find an interview that lies ahead."""
    row = interviews.get(visit.session, learner.id, interview_id)
    return row if row and not row.settled else None


def _changed(visit: Visit, learner: Learner, update_id: int | None = None) -> None:
    """Let the plans begin anew; what a plan had moved goes back."""
    if update_id is not None:
        arrival.settle(learner, Awaiting.INTERVIEW, update_id)
    visit.session.flush()
    agenda.release(visit, learner)
    pushing.keep_push(visit, learner)


def _ground(visit: Visit, learner: Learner) -> Situation:
    return choice.chosen_by(visit, learner, memories.hidden(visit.session, learner.id))


def _alone(preparation: Preparation, all_: Sequence[Preparation]) -> Preparation:
    """Count only what those that lead ask of its scope too; those of one day take turns."""
    target = preparation.target
    dates = sorted({other.target.on for other in all_ if other.target.on <= target.on})
    leading = {day: [o.target for o in all_ if o.target.on == day] for day in dates}
    shares = ((day, mean(o.overlap(target) for o in first)) for day, first in leading.items())
    return replace(preparation, shares=tuple(shares))


def _prospect(visit: Visit, interview: Interview, alone: Preparation, a_day: ADay) -> Prospect:
    expected = forecast(alone)
    bigger = _more(a_day)
    roomier = replace(alone.capacity, questions=bigger.fits)
    with_more = forecast(replace(alone, capacity=roomier)).expected
    topics = Counter(
        question.topic.name for id_ in expected.left_out if (question := visit.bank.get(id_))
    )
    amount = bigger.length // _MINUTE if bigger.length else bigger.questions
    helps = round(with_more) > round(expected.expected) and amount <= study.LARGEST_DAY
    return Prospect(
        interview=interview,
        subject=_named(visit, interview.subject),
        days=alone.ahead,
        forecast=expected,
        more=(amount, with_more) if helps else None,
        left_out=tuple(name for name, _ in topics.most_common(_TOPICS)),
    )


def _more(a_day: ADay) -> ADay:
    """Think of half as much again, in steps of five."""
    now = a_day.length // _MINUTE if a_day.length else a_day.questions
    amount = -(-(now + max(2, now // 2)) // 5) * 5
    if a_day.length:
        return replace(a_day, length=amount * _MINUTE)
    return replace(a_day, questions=amount)


def _named(visit: Visit, subject: Subject) -> str:
    """Name what an interview is about; empty when it is all that the learner is asked."""
    track = visit.bank.tracks.get(subject.track) if subject.track else None
    if track:
        return track.name
    named = [name for id_, name in visit.bank.areas.items() if id_ in subject.areas]
    named += [topic.name for id_, topic in visit.bank.topics.items() if id_ in subject.topics]
    if len(named) > _NAMES:
        named = [*named[: _NAMES - 1], f"{len(named) - _NAMES + 1} more"]
    return ", ".join(named)
