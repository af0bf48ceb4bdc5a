"""Mock rounds: begun, gone through, paused, taken up again and ended.

A round goes on while a prompt of it is open; it is paused as soon as none is.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.coach import arrival, aside, asking, course, describing, lobby
from bot.coach.turn import Notice, Turn
from bot.storage import learners, mocks, prompts
from bot.storage.tables import MockRow
from bot.study import mock
from bot.study.mock import WALKED_AWAY, Answered, Mode, Stage
from bot.study.prompt import Delivery, Origin, PromptState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner, MockQuestionRow, PromptRow
    from bot.study.mock import Clarity, Lobby, Report, Setup, Standing
    from bot.study.prompt import Prompt


class Refusal(enum.Enum):
    """Why a round cannot begin."""

    NOTHING = enum.auto()  # there is no question in its scope
    ALL_ASKED = enum.auto()  # the last round has asked everything there is


@dataclass(frozen=True, slots=True)
class Going:
    """What a round goes on with; ``put_away`` is the question that had waited instead.

    ``again`` when it was on already.
    """

    shown: Prompt | Report | Standing
    put_away: Prompt | None = None
    again: bool = False


def look(visit: Visit, learner_id: int, setup: Setup | None = None) -> Lobby | Standing:
    """Look at the round that is on, or at what can be chosen for one."""
    learner = arrival.arrive(visit, learner_id)
    row = mocks.on(visit.session, learner_id)
    return course.standing_of(visit, row) if row else lobby.lobby_of(visit, learner, setup)


def begin(
    visit: Visit,
    learner_id: int,
    setup: Setup,
    *,
    with_friend: bool = False,
) -> Going | Refusal:
    """Begin a round, or wait for a friend first; one that is on is shown instead."""
    learner = arrival.arrive(visit, learner_id)
    row = mocks.on(visit.session, learner_id)
    if row:
        return Going(_unsent(visit, learner) or course.standing_of(visit, row), again=True)
    candidates = lobby.candidates_of(visit, learner, setup.scope)
    if not candidates.fresh:
        return Refusal.ALL_ASKED if candidates.questions else Refusal.NOTHING
    row = MockRow(
        learner_id=learner_id,
        mode=setup.mode,
        length=setup.length,
        scope=setup.scope.code,
        plan=list(mock.plan(candidates, setup.length.questions, visit.chance)),
        stage=Stage.INVITED if with_friend else Stage.ASKING,
        began_at=visit.now,
        secret=f"{visit.chance.getrandbits(96):024x}" if with_friend else None,
    )
    mocks.add(visit.session, row)
    if with_friend:
        return Going(course.standing_of(visit, row))
    return _go_on(visit, learner, row)


def resume(visit: Visit, learner_id: int, mock_id: int) -> Going | None:
    """Begin the round that has waited for a friend, or go on; None when it is over."""
    learner = arrival.arrive(visit, learner_id)
    row = mocks.get(visit.session, learner_id, mock_id)
    if row is None or Stage(row.stage).is_over:
        return None
    if row.stage == Stage.INVITED:
        row.stage, row.began_at = Stage.ASKING, visit.now
        if not row.friend_agreed:
            row.secret = row.friend_id = None
    return _go_on(visit, learner, row)


def pause(visit: Visit, learner_id: int, mock_id: int) -> Prompt | None:
    """Leave a round as it is; None when it is over, or paused already."""
    learner = arrival.arrive(visit, learner_id)
    row = mocks.get(visit.session, learner_id, mock_id)
    open_row = prompts.open_of(visit.session, learner_id)
    asked = mocks.of_prompt(visit.session, open_row.id) if open_row else None
    if row is None or open_row is None or asked is None or asked.mock_id != row.id:
        return None
    aside.put_away(visit, open_row)
    return describing.facts(visit, learner, open_row)


def end(visit: Visit, learner_id: int, mock_id: int, *, keep: bool) -> Going | None:
    """Give a round up: look at what was answered so far, or drop it; None when it is over.

    What was graded stays graded either way.
    """
    learner = arrival.arrive(visit, learner_id)
    row = mocks.get(visit.session, learner_id, mock_id)
    if row is None or Stage(row.stage).is_over:
        return None
    paused = pause(visit, learner_id, mock_id)
    asked = mocks.questions(visit.session, mock_id)
    unlooked = keep and row.mode == Mode.REAL and row.stage == Stage.ASKING
    for question, prompt in asked:
        if prompt.state == PromptState.HELD and not (unlooked and question.answered):
            values = {"state": PromptState.WITHDRAWN, "closed_at": visit.now}
            prompts.move(visit.session, prompt, values)
    left = [
        question
        for question, prompt in asked
        if prompt.state in {PromptState.GRADED, PromptState.HELD}
    ]
    row.plan = [question.question_id for question in left if question.depth == 0]
    open_row = prompts.get(visit.session, learner_id, paused.id) if paused else None
    put_away = describing.facts(visit, learner, open_row) if open_row else None
    if not (keep and left):
        row.stage, row.ended_at = Stage.DROPPED, visit.now
        return Going(course.standing_of(visit, row), put_away)
    if unlooked:
        row.stage = Stage.DEBRIEF
    else:
        row.stage, row.ended_at = Stage.DONE, visit.now
    return Going(course.go_on(visit, learner, row), put_away)


def answered(visit: Visit, learner_id: int, prompt_id: int, how: Answered = Answered.ALOUD) -> Turn:
    """End an answer: a practice round shows the model answer now, a real one goes on."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    asked = mocks.of_prompt(visit.session, prompt_id)
    if row is None or asked is None:
        return Turn(Notice.UNKNOWN)
    if row.state != PromptState.ASKED:
        return _too_late(visit, learner, row)
    return finish_answer(visit, learner, row, asked, how)


def reveal(visit: Visit, learner_id: int, prompt_id: int) -> Turn:
    """Show the model answer of a practice round; a real one reveals nothing yet."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    asked = mocks.of_prompt(visit.session, prompt_id)
    if row is None or asked is None:
        return Turn(Notice.UNKNOWN)
    if visit.session.get_one(MockRow, asked.mock_id).mode == Mode.REAL:
        return Turn(Notice.CLOSED, describing.facts(visit, learner, row))
    return answered(visit, learner_id, prompt_id)


def finish_answer(
    visit: Visit, learner: Learner, row: PromptRow, asked: MockQuestionRow, how: Answered
) -> Turn:
    """End the answer to the open question, whoever has said so."""
    round_row = visit.session.get_one(MockRow, asked.mock_id)
    aside.stop_clock(visit, asked)
    said_something = row.own_answer or row.voices
    asked.answered = Answered.WRITTEN if said_something and how is Answered.ALOUD else how
    if asked.answered == Answered.PASSED:
        row.ticked = []
    elif asked.friend_ticked is not None:
        row.ticked = asked.friend_ticked
    visit.session.add(row)
    if round_row.mode == Mode.PRACTICE:
        values = {"state": PromptState.REVEALED, "revealed_at": visit.now}
        describing.fix_outcomes(visit, learner, row, **values)
        return Turn(Notice.DONE, describing.facts(visit, learner, row))
    prompts.move(visit.session, row, {"state": PromptState.HELD})
    told = describing.facts(visit, learner, row)
    return Turn(Notice.DONE, told, course.go_on(visit, learner, round_row))


def mark(visit: Visit, learner_id: int, prompt_id: int, clarity: Clarity) -> Turn:
    """Keep how clearly the learner has put an answer, by their own mark."""
    learner = arrival.arrive(visit, learner_id)
    row = prompts.get(visit.session, learner_id, prompt_id)
    asked = mocks.of_prompt(visit.session, prompt_id)
    if row is None or asked is None:
        return Turn(Notice.UNKNOWN)
    if row.state != PromptState.REVEALED:
        return _too_late(visit, learner, row)
    asked.clarity = clarity
    visit.session.add(asked)
    visit.session.flush()
    return Turn(Notice.DONE, describing.facts(visit, learner, row))


@dataclass(frozen=True, slots=True)
class Nudge:
    """A gentle word about the time that an answer has taken."""

    learner_id: int
    prompt: Prompt


def to_nudge(visit: Visit) -> Sequence[int]:
    """List the questions at which a word about the time is due."""
    return mocks.to_nudge(visit.session, visit.now)


def nudge(visit: Visit, question_id: int) -> Nudge | None:
    """Take up a word about the time, once; one that comes much too late is not said."""
    asked = mocks.question(visit.session, question_id)
    learner = learners.lock(visit.session, asked.learner_id) if asked else None
    if asked is None or learner is None:
        return None
    visit.session.refresh(asked)
    due = asked.nudge_at
    if due is None or due > visit.now:
        return None
    asked.nudge_at = None
    visit.session.add(asked)
    row = prompts.get(visit.session, asked.learner_id, asked.prompt_id)
    late = visit.now - due > WALKED_AWAY
    if row is None or row.state != PromptState.ASKED or late or not learner.reachable:
        return None
    return Nudge(learner.id, describing.facts(visit, learner, row))


def _go_on(visit: Visit, learner: Learner, row: MockRow) -> Going:
    """Go on with a round; an open question of another kind makes way."""
    open_row = prompts.open_of(visit.session, learner.id)
    put_away = None
    if open_row and open_row.origin != Origin.MOCK:
        aside.put_away(visit, open_row)
        put_away = describing.facts(visit, learner, open_row)
    return Going(course.go_on(visit, learner, row), put_away)


def _too_late(visit: Visit, learner: Learner, row: PromptRow) -> Turn:
    """Tell what is the case; what follows is named only if it never reached the learner."""
    return Turn(Notice.AGAIN, describing.facts(visit, learner, row), _unsent(visit, learner))


def _unsent(visit: Visit, learner: Learner) -> Prompt | None:
    waiting = asking.open_prompt(visit, learner)
    return waiting if waiting and waiting.delivery is Delivery.PENDING else None
