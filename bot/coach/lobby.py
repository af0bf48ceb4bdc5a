"""What a mock round may ask, and what can be chosen before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import choice, chosen, debrief
from bot.storage import memories, mocks
from bot.study.mock import Candidates, Length, Lobby, Mode, Scope, Setup

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.storage.tables import Learner, MockRow


def candidates_of(visit: Visit, learner: Learner, scope: Scope) -> Candidates:
    """Gather what a round may ask: of a scope the questions of the learner's levels, if any."""
    hidden = memories.hidden(visit.session, learner.id)
    every, weights = list(visit.bank.questions.values()), chosen.weights_of(visit, learner)
    track = visit.bank.tracks.get(scope.track) if scope.track else None
    levels = track.levels if track else chosen.levels_of(visit, learner)
    if scope == Scope():
        every = list(choice.situation_of(visit, learner, pushed=True).questions)
    elif scope.track:
        weights = track.weights if track else {}
        every = [question for question in every if question.topic.id in weights]
    else:
        wanted = scope.topic or scope.area
        every = [q for q in every if wanted in {q.topic.id, q.topic.area_id}]
    every = [question for question in every if question.id not in hidden]
    fitting = [question for question in every if question.is_of(levels)]
    return Candidates(
        questions=fitting or every,
        weights=weights,
        barred=mocks.asked_last(visit.session, learner.id),
        asked=mocks.times_asked(visit.session, learner.id),
    )


def lobby_of(visit: Visit, learner: Learner, setup: Setup | None) -> Lobby:
    """Tell what can be chosen; at first it is what the last round was."""
    setup = setup or _last_setup(visit, learner)
    candidates = candidates_of(visit, learner, setup.scope)
    about = debrief.about(visit, setup.scope)
    return Lobby(setup, about, len(candidates.questions), len(candidates.fresh))


def setup_of(row: MockRow) -> Setup:
    """Tell what a round was set up as."""
    return Setup(Length(row.length), Mode(row.mode), Scope.read(row.scope))


def _last_setup(visit: Visit, learner: Learner) -> Setup:
    last = next(iter(mocks.ended(visit.session, learner.id)), None)
    return setup_of(last) if last else Setup()
