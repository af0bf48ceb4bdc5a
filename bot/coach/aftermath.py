"""After an interview: asked once how it went, and which questions were asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

from bot.coach import agenda, arrival, clock, pool
from bot.storage import encounters, interviews, learners, notes
from bot.storage.tables import After, EncounterRow, InterviewRow
from bot.study import nudge
from bot.study.learner import Awaiting
from bot.study.marks import When

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.coach.transaction import Visit
    from bot.questions.model import QuestionId
    from bot.storage.tables import Learner
    from bot.study.interview import Felt, Interview

MOST_LINES: Final = 20
"""Lines of what a learner remembers that are looked up."""

_MORNING: Final = time(9)
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class AskHowItWent:
    """A learner to be asked how an interview went, and the one that they prepare for next."""

    learner_id: int
    interview: Interview
    following: Interview | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """An interview, what was told of it, and which of its questions are noted as asked."""

    interview: Interview
    lines: tuple[str, ...]
    noted: frozenset[QuestionId]


def over(visit: Visit) -> Sequence[int]:
    """List interviews that may be over and of which it was not asked yet how they went."""
    return interviews.to_ask_about(visit.session, visit.now.date() + timedelta(days=1))


def take_up(visit: Visit, interview_id: int) -> AskHowItWent | None:
    """Take up the question how an interview went, on the morning after it.

    Who is not to be written to meanwhile is not asked later either.
    """
    row = visit.session.get(InterviewRow, interview_id)
    learner = learners.lock(visit.session, row.learner_id) if row else None
    if row is None or learner is None or row.after != After.WAITING:
        return None
    zone, at = clock.zone_of(learner), learner.push_at or _MORNING
    slot = nudge.slot_on(row.day + timedelta(days=1), at, zone)
    if slot.opens > visit.now:
        return None
    ahead = agenda.settle(visit, learner, clock.local_time(visit, learner))
    if not slot.is_open(visit.now):
        row.after = After.SENT
        return None
    if _is_left_alone(visit, learner) or row.felt:
        return None
    return AskHowItWent(learner.id, interviews.as_value(row), next(iter(ahead), None))


def was_asked(visit: Visit, interview_id: int) -> None:
    """Record that the question has reached the learner, or may have."""
    row = visit.session.get(InterviewRow, interview_id)
    if row and row.after == After.WAITING:
        row.after = After.SENT
        visit.session.add(row)


def felt(visit: Visit, learner_id: int, interview_id: int, how: Felt) -> Told | None:
    """Keep how an interview went, and expect its questions to be typed; None when it is gone."""
    learner = arrival.arrive(visit, learner_id)
    row = interviews.get(visit.session, learner_id, interview_id)
    if row is None:
        return None
    row.felt = how
    if row.after == After.WAITING:
        row.after = After.SENT
    agenda.settle(visit, learner, clock.local_time(visit, learner))
    learner.awaiting, learner.awaiting_about = Awaiting.INTERVIEW_TOLD, interview_id
    return _told(visit, row)


def tell(visit: Visit, learner_id: int, text: str, *, update_id: int) -> Told | None:
    """Keep what was asked in an interview, a line a question; None when it is gone."""
    learner = arrival.arrive(visit, learner_id, typing=True)
    row = interviews.get(visit.session, learner_id, learner.awaiting_about or 0)
    arrival.settle(learner, Awaiting.INTERVIEW_TOLD, update_id)
    if row is None:
        return None
    lines = (" ".join(line.split()) for line in notes.storable(text).splitlines())
    row.told = list(dict.fromkeys([*row.told, *filter(None, lines)]))
    learner.awaiting_about = row.id  # in case the same text comes twice
    return _told(visit, row)


def told(visit: Visit, learner_id: int, interview_id: int | None = None) -> Told | None:
    """Look at what was told of an interview, or of the one that was told of last."""
    learner = arrival.arrive(visit, learner_id)
    about = interview_id or learner.awaiting_about or 0
    row = interviews.get(visit.session, learner_id, about)
    return _told(visit, row) if row else None


def asked_for_real(
    visit: Visit, learner_id: int, interview_id: int, question_id: QuestionId, *, on: bool
) -> Told | None:
    """Note that a question was asked in an interview, or was not; None when either is gone."""
    learner = arrival.arrive(visit, learner_id)
    row = interviews.get(visit.session, learner_id, interview_id)
    if row is None or pool.find(visit, learner_id, question_id) is None:
        return None
    rows = encounters.of(visit.session, learner_id, question_id)
    since = [met.id for met in rows if met.noted_on >= row.day]
    if on and not since:
        today = clock.today_of(visit, learner)
        met = EncounterRow(
            learner_id=learner_id,
            question_id=question_id,
            said=_when(row.day, today),
            noted_on=today,
        )
        encounters.note(visit.session, met)
    elif since and not on:
        before = [met.id for met in rows if met.id is not None and met.id not in since]
        encounters.keep(visit.session, learner_id, question_id, before)
    return _told(visit, row)


def _is_left_alone(visit: Visit, learner: Learner) -> bool:
    pausing = learner.paused_until is not None and learner.paused_until > visit.now
    return learner.stopped or learner.paused or pausing or not learner.reachable


def _told(visit: Visit, row: InterviewRow) -> Told:
    met = encounters.noted_since(visit.session, row.learner_id, row.day)
    return Told(interviews.as_value(row), tuple(row.told[-MOST_LINES:]), met)


def _when(day: date, today: date) -> When:
    if day == today:
        return When.TODAY
    if day == today - timedelta(days=1):
        return When.YESTERDAY
    return When.THIS_WEEK if today - day < _WEEK else When.EARLIER
