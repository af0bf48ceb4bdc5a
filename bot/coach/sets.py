"""Sets of questions: begun, gone through, left, taken up again and summed up.

A set goes on while a question of it waits; it is left as soon as another one does, or none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.coach import arrival, aside, asking, choice, chosen, clock, covered, describing, pool
from bot.questions.model import Level, QuestionId
from bot.storage import memories, prompts, sets
from bot.storage.tables import SetRow
from bot.study import scope
from bot.study import sets as study
from bot.study.learner import Reason
from bot.study.memory import Grade
from bot.study.prompt import Origin, PromptState
from bot.study.sets import Asked, Finished, SetState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.coach.transaction import Visit
    from bot.questions.model import Question
    from bot.storage.tables import Learner, PromptRow
    from bot.study.learner import Rest
    from bot.study.picking import Situation
    from bot.study.prompt import Prompt
    from bot.study.requests import Set
    from bot.study.sets import Selection

_MOST_WEAK = 3
_MOST_LEFT_OUT = 3


@dataclass(frozen=True, slots=True)
class Refused:
    """Such a set cannot be; ``available`` questions there are of what it should be of.

    ``elsewhere`` counts those of other levels than were wanted.
    """

    available: int
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Begun:
    """A set that was made, and the question of it that is put now.

    ``put_away`` is a question that had waited instead; None for ``shown`` when the set waits
    for another one to end. ``again`` when the same update had made it before.
    """

    state: SetState
    selection: Selection | None
    shown: Prompt | Rest | None
    put_away: Prompt | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Resumed:
    """What a learner goes on with, and the question that had waited instead."""

    shown: Prompt | Rest
    put_away: Prompt | None = None


def begin(
    visit: Visit,
    learner_id: int,
    wanted: Set,
    *,
    update_id: int | None = None,
    later: bool = False,
) -> Begun | Refused:
    """Make a set, beyond the daily numbers, and put its first question, or keep it for later."""
    learner = arrival.arrive(visit, learner_id)
    made = _made_before(visit, learner_id, wanted, update_id)
    if made:
        return Begun(covered.state_of(visit, made), None, _unsent(visit, learner), again=True)
    situation = _situation(visit, learner, wanted)
    available = len(situation.questions)
    if not study.is_possible(wanted.number) or not available:
        anyway = _situation(visit, learner, replace(wanted, levels=tuple(Level)))
        return Refused(available, len(anyway.questions) - available)
    selection = study.select(situation, wanted.subjects, wanted.number, visit.chance)
    row = SetRow(
        learner_id=learner_id,
        name=study.named(wanted),
        subjects=[subject.id for subject in wanted.subjects],
        levels=[level.value for level in wanted.levels],
        number=wanted.number,
        plan=[question.id for question in selection.questions],
        asked_at=visit.now,
        update_id=update_id,
    )
    sets.put(visit.session, row)
    if later:
        return Begun(covered.state_of(visit, row), selection, None)
    put_away = put_away_open(visit, learner)
    shown = _go_on(visit, learner, row)
    return Begun(covered.state_of(visit, row), selection, shown, put_away)


def resume(visit: Visit, learner_id: int, set_id: int | None = None) -> Resumed | None:
    """Go on with a set, the newest that was left if none is named; None when there is none."""
    learner = arrival.arrive(visit, learner_id)
    if set_id is None:
        row = _left(visit, learner_id)
    else:
        row = sets.get(visit.session, learner_id, set_id)
    if row is None or row.dropped:
        return None
    waiting = asking.open_prompt(visit, learner)
    open_row = prompts.open_of(visit.session, learner_id)
    if waiting and open_row and open_row.set_id == row.id:
        return Resumed(waiting)
    put_away = put_away_open(visit, learner)
    return Resumed(_go_on(visit, learner, row), put_away)


def drop(visit: Visit, learner_id: int, set_id: int) -> SetState | None:
    """Leave a set for good; None when there is no such set of this learner."""
    arrival.arrive(visit, learner_id)
    row = sets.get(visit.session, learner_id, set_id)
    if row is None:
        return None
    row.dropped = True
    return covered.state_of(visit, row)


def offer(visit: Visit, learner: Learner) -> Rest | None:
    """Offer to go on with the set that was left, once a study day; None when there is none."""
    row = None if prompts.open_of(visit.session, learner.id) else _left(visit, learner.id)
    if row is None or row.offered_on == clock.today_of(visit, learner):
        return None
    row.offered_on = clock.today_of(visit, learner)
    rest = asking.rest(visit, learner, choice.situation_of(visit, learner), Reason.SET_LEFT)
    return replace(rest, left=covered.state_of(visit, row))


def told(visit: Visit, learner: Learner, prompt: PromptRow) -> None:
    """Note that a learner who leaves a set now is told so, and need not be told again today."""
    row = sets.get(visit.session, learner.id, prompt.set_id) if prompt.set_id else None
    if row:
        row.offered_on = clock.today_of(visit, learner)


def follow(visit: Visit, learner: Learner, set_id: int) -> Prompt | Rest:
    """Go on with a set after one of its questions, to its end."""
    row = sets.get(visit.session, learner.id, set_id)
    return _go_on(visit, learner, row) if row else asking.ask_next(visit, learner)


def last(visit: Visit, learner_id: int, set_id: int | None = None) -> Asked | None:
    """Tell what the last set, or a certain one, was asked for as; None when there is none."""
    arrival.arrive(visit, learner_id)
    if set_id is None:
        row = next(iter(sets.recent(visit.session, learner_id)), None)
    else:
        row = sets.get(visit.session, learner_id, set_id)
    return Asked(tuple(row.subjects), row.number, tuple(map(Level, row.levels))) if row else None


def put_away_open(visit: Visit, learner: Learner) -> Prompt | None:
    """Put the open question away as if it had not been asked; None when there is none."""
    row = prompts.open_of(visit.session, learner.id)
    if row is None:
        return None
    aside.put_away(visit, row)
    return describing.facts(visit, learner, row)


def _made_before(
    visit: Visit, learner_id: int, wanted: Set, update_id: int | None
) -> SetRow | None:
    """Find the set that an update has made already: the update came twice."""
    made = sets.made_by(visit.session, learner_id, update_id) if update_id else ()
    name = study.named(wanted)
    return next((row for row in made if (row.name, row.number) == (name, wanted.number)), None)


def _unsent(visit: Visit, learner: Learner) -> Prompt | None:
    """Find the open question if it never arrived; one that did keeps the labels it has there."""
    row = prompts.open_of(visit.session, learner.id)
    return asking.open_prompt(visit, learner) if row and row.message_id is None else None


def _situation(visit: Visit, learner: Learner, wanted: Set) -> Situation:
    """Gather what a set can be of: its subjects, else all that the learner has chosen."""
    hidden = memories.hidden(visit.session, learner.id)
    there = [q for q in _subjects(visit, learner, wanted) if q.id not in hidden]
    levels = wanted.levels or chosen.levels_of(visit, learner)
    fitting = [question for question in there if question.is_of(levels)]
    questions = fitting if fitting or wanted.levels else there
    waiting = prompts.open_of(visit.session, learner.id)
    situation = choice.situation_of(visit, learner)
    today = [a for a in situation.today if not waiting or a.question_id != waiting.question_id]
    return replace(situation, questions=questions, today=today)


def _subjects(visit: Visit, learner: Learner, wanted: Set) -> Sequence[Question]:
    every = visit.bank.questions.values()
    if wanted.subjects:
        named = {id_ for subject in wanted.subjects for id_ in subject.questions}
        return [question for question in every if question.id in named]
    if learner.only_notebook is not None:
        return pool.only_notes(visit, learner)
    resting = chosen.resting_of(visit, learner)
    bank = [question for question in every if not scope.rests(question.topic, resting)]
    return bank + pool.mixed_notes(visit, learner)


def _left(visit: Visit, learner_id: int) -> SetRow | None:
    """Find the newest set that has questions left; of those of one text the first."""
    rows = [
        row
        for row in sets.recent(visit.session, learner_id)
        if not row.dropped and covered.next_of(visit, row)
    ]
    together = [row for row in rows if row.update_id and row.update_id == rows[0].update_id]
    return next(iter((*reversed(together), *rows)), None)


def _go_on(visit: Visit, learner: Learner, row: SetRow) -> Prompt | Rest:
    following = covered.next_of(visit, row)
    question = pool.find(visit, learner.id, following) if following else None
    if question is None:
        return _sum_up(visit, learner, row)
    return asking.put(visit, learner, question, origin=Origin.SET, set_id=row.id)


def _sum_up(visit: Visit, learner: Learner, row: SetRow) -> Rest:
    """Say what came of a set, what deserves another look, and what else waits."""
    assert row.id is not None
    latest = {prompt.question_id: prompt for prompt in sets.closed(visit.session, row.id)}
    mine = [latest[id_] for id_ in covered.plan_of(visit, row) if id_ in latest]
    graded = [prompt for prompt in mine if prompt.state == PromptState.GRADED]
    left = _left(visit, learner.id)
    finished = Finished(
        state=covered.state_of(visit, row),
        grades=Counter(Grade(prompt.grade) for prompt in graded if prompt.grade),
        aside=len(mine) - len(graded),
        weak=tuple(_weak(visit, graded).most_common(_MOST_WEAK)),
        left_out=tuple(dict.fromkeys(_left_out(visit, graded)))[:_MOST_LEFT_OUT],
    )
    rest = asking.rest(visit, learner, choice.situation_of(visit, learner), Reason.SET_DONE)
    return replace(rest, finished=finished, left=covered.state_of(visit, left) if left else None)


def _weak(visit: Visit, graded: Sequence[PromptRow]) -> Counter[str]:
    """Count by topic what was graded below Good."""
    failed = (p for p in graded if p.grade in {Grade.AGAIN, Grade.HARD})
    found = (pool.find(visit, p.learner_id, QuestionId(p.question_id)) for p in failed)
    return Counter(question.topic.name for question in found if question)


def _left_out(visit: Visit, graded: Sequence[PromptRow]) -> Iterator[str]:
    for prompt in graded:
        question = pool.find(visit, prompt.learner_id, QuestionId(prompt.question_id))
        if question and prompt.ticked is not None:
            points = enumerate(question.key_points)
            yield from (point for number, point in points if number not in prompt.ticked)
