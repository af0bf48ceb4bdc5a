"""What a study day of a learner holds by plan: for their interviews, or back after a gap."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.coach import chosen, clock
from bot.questions.model import Level
from bot.storage import interviews, memories, prompts
from bot.study import agenda as study
from bot.study import memory, scope, tracks
from bot.study.interview import ADay, Subject, attendance, planned_days, usual_time
from bot.study.nudge import ALL_WEEK
from bot.study.target import Assumptions, Capacity, Done, Preparation, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from bot.coach.transaction import Visit
    from bot.questions.model import Question, QuestionId, TopicId
    from bot.storage.tables import Learner
    from bot.study.agenda import Agenda
    from bot.study.interview import Interview
    from bot.study.picking import Situation

    _Scope = list[tuple[Question, float]]

_TIMES = 50
"""Questions by which the bot learns how long one takes."""

_LEVELS = {level: order for order, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Laid:
    """The agenda of a day, and all questions that it may ask."""

    agenda: Agenda
    questions: tuple[Question, ...]


def lay_out(
    visit: Visit, learner: Learner, ground: Situation, ahead: Sequence[Interview]
) -> Laid | None:
    """Plan the day of a learner for the interviews ahead, out of all that they have chosen.

    None without anything to plan for.
    """
    asked = {one.question_id for one in ground.today}
    scopes = _scopes(visit, learner, ground, ahead)
    agenda = study.towards(_prepare(visit, learner, ground, ahead, scopes), asked)
    by_id = {q.id: q for q in ground.questions}
    for scope_ in scopes.values():
        by_id |= {q.id: q for q, _ in scope_}
    back_by = learner.back_by if learner.back_by and learner.back_by >= ground.day else None
    if back_by and not (agenda and agenda.is_the_day):
        back = _back(ground, by_id, back_by, agenda)
        agenda = replace(back, plans=agenda.plans if agenda else ())
    return Laid(agenda.without(asked), tuple(by_id.values())) if agenda else None


def leads(visit: Visit, learner: Learner) -> bool:
    """Tell whether a plan chooses what a learner is asked on the days to come."""
    today = clock.today_of(visit, learner)
    if learner.back_by and learner.back_by > today:
        return True
    return any(row.day > today for row in interviews.unsettled(visit.session, learner.id))


def settle(visit: Visit, learner: Learner, local: datetime) -> list[Interview]:
    """List the interviews that lie ahead; what the plan of one that is over moved goes back."""
    rows = interviews.unsettled(visit.session, learner.id)
    over = [row for row in rows if interviews.as_value(row).is_over(local)]
    for row in over:
        row.settled = True
        visit.session.add(row)
    if over:
        release(visit, learner)
    return [interviews.as_value(row) for row in rows if row not in over]


def release(visit: Visit, learner: Learner) -> None:
    """Let every memory be due when it alone asks for it."""
    for question_id, known in memories.of(visit.session, learner.id).items():
        if memory.is_brought_forward(known):
            memories.save(visit.session, learner.id, question_id, memory.on_its_own(known))
    visit.session.flush()


def prepare(
    visit: Visit, learner: Learner, ground: Situation, ahead: Sequence[Interview]
) -> list[Preparation]:
    """Gather what the plans of interviews depend on; a question put aside today stays out."""
    return _prepare(visit, learner, ground, ahead, _scopes(visit, learner, ground, ahead))


def _scopes(
    visit: Visit, learner: Learner, ground: Situation, ahead: Sequence[Interview]
) -> Mapping[Subject, _Scope]:
    subjects = dict.fromkeys(each.subject for each in ahead)
    return {each: subject_of(visit, learner, each, ground) for each in subjects}


def _prepare(
    visit: Visit,
    learner: Learner,
    ground: Situation,
    ahead: Sequence[Interview],
    scopes: Mapping[Subject, _Scope],
) -> list[Preparation]:
    if not ahead:
        return []
    waiting = prompts.open_of(visit.session, learner.id)
    open_id = waiting.question_id if waiting else None
    graded = study.today_of(ground.today)
    aside = {one.question_id for one in ground.today} - graded.keys() - {open_id}
    weekdays = weekdays_of(learner)
    kept = prompts.graded_days(visit.session, learner.id)
    size = a_day_of(visit, learner).fits
    preparations = []
    for each in ahead:
        weights = {q.id: weight for q, weight in scopes[each.subject] if q.id not in aside}
        days = planned_days(each.since, ground.day, weekdays)
        new = sum(is_new for id_, is_new in graded.items() if id_ in weights)
        preparations.append(
            Preparation(
                Target(each.on, each.since, weights),
                ground.memories,
                Capacity(size, weekdays, attendance(days, kept)),
                ground.day,
                Done(len(graded), new),
                assumptions=Assumptions(parameters=ground.parameters),
            )
        )
    return preparations


def a_day_of(visit: Visit, learner: Learner) -> ADay:
    """Tell how much a learner does a day on the way to an interview."""
    questions = learner.plan_questions or learner.in_all_per_day
    each = usual_time(interviews.times(visit.session, learner.id, _TIMES))
    length = timedelta(minutes=learner.plan_minutes) if learner.plan_minutes else None
    return ADay(questions, length, each)


def weekdays_of(learner: Learner) -> frozenset[int]:
    """Tell on which weekdays a learner practises: those of their daily question, if it comes."""
    return frozenset(learner.push_weekdays if learner.push_on else ()) or ALL_WEEK


def subject_of(visit: Visit, learner: Learner, subject: Subject, ground: Situation) -> _Scope:
    """List the questions an interview is about with their weights, topics in turn, easy ones first.

    ``ground`` holds what the learner has chosen; what they have hidden is left out.
    """
    track = visit.bank.tracks.get(subject.track) if subject.track else None
    areas = subject.areas & visit.bank.areas.keys()
    topics = subject.topics & visit.bank.topics.keys()
    every = visit.bank.topics.values()
    weights: Mapping[TopicId, int] = ground.weights
    asked: list[Question] = list(ground.questions)
    if track:
        resting = tracks.resting(track, {}, every)
        weights = tracks.weights(track, resting, every)
        asked = [
            q
            for q in visit.bank.questions.values()
            if q.is_of(track.levels) and not scope.rests(q.topic, resting)
        ]
    elif areas or topics:
        levels = chosen.levels_of(visit, learner)
        everything = visit.bank.questions.values()
        named = [q for q in everything if q.topic.area_id in areas or q.topic.id in topics]
        asked = [q for q in named if q.is_of(levels)]
    if track or areas or topics:
        hidden = memories.hidden(visit.session, learner.id)
        asked = [q for q in asked if q.id not in hidden]
    return [(q, float(weights.get(q.topic.id, 1))) for q in _in_turn(asked, ground.real)]


def _in_turn(questions: Iterable[Question], real: Iterable[QuestionId]) -> list[Question]:
    """Order questions: those asked for real, then one of each topic after the other, by level."""
    by_level = sorted(questions, key=lambda q: _LEVELS[q.level] if q.level else 0)
    place: Counter[TopicId] = Counter()
    turns: dict[QuestionId, int] = {}
    for question in by_level:
        turns[question.id] = place[question.topic.id]
        place[question.topic.id] += 1
    first = set(real)
    return sorted(by_level, key=lambda q: (q.id not in first, turns[q.id]))


def _back(
    ground: Situation, questions: Mapping[QuestionId, Question], by: date, towards: Agenda | None
) -> Agenda:
    asked = {one.question_id for one in ground.today}
    waiting = {
        id_: known
        for id_, known in ground.memories.items()
        if id_ in questions and known.due_day <= ground.day and id_ not in asked
    }
    done = sum(not is_new for is_new in study.today_of(ground.today).values())
    return study.coming_back(waiting, done, ground.day, by, towards.on if towards else None)
