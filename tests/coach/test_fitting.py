"""A learner's own parameters: when they are fitted, and what they change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.coach import (
    choice,
    fitting,
    interview,
    learner,
    mending,
    practice,
    regrading,
    topics,
)
from bot.storage import fits, learners, memories, reviews
from bot.storage.tables import Learner, PromptRow
from bot.study import memory
from bot.study.dates import When
from bot.study.fitting import ENOUGH, MORE, Fit, Fitted
from bot.study.history import History
from bot.study.interview import Subject
from bot.study.memory import DEFAULTS, Grade, Memory
from bot.study.prompt import Delivery, Prompt, PromptState

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.questions.model import QuestionId
    from bot.study.picking import Situation
    from tests.coach.conftest import Coach

ANN, BEN = 5_000_000_001, 5_000_000_002
TODAY = date(2026, 11, 21)
OWN = (*(w / 2 for w in DEFAULTS[:4]), *DEFAULTS[4:8], DEFAULTS[8] - 0.7, *DEFAULTS[9:])
ADOPTED = Fit(OWN, 0.41, 0.38)
NOT_ADOPTED = Fit(OWN, 0.41, 0.42)


@pytest.fixture
def ann(coach: Coach) -> Coach:
    """Ann is set up, and it is noon of a Saturday in UTC."""
    coach(learner.start, ANN)
    return coach


def graded(visit: Visit, learner_id: int, number: int) -> None:
    """Let a learner have graded so many questions, ten a day, each question every few days."""
    ids = sorted(visit.bank.questions)
    known: dict[QuestionId, Memory] = {}
    for ordinal in range(number):
        day = TODAY - timedelta(days=1 + (number - 1 - ordinal) // 10)
        question_id = ids[ordinal % len(ids)]
        grade = Grade.AGAIN if ordinal % 7 == 0 else Grade.GOOD
        outcomes = memory.outcomes(known.get(question_id), day, others_left=False)
        known[question_id] = outcomes[grade]
        at = datetime.combine(day, datetime.min.time(), tzinfo=UTC) + timedelta(
            hours=9, minutes=ordinal % 10
        )
        visit.session.add(
            PromptRow(
                learner_id=learner_id,
                question_id=question_id,
                state=PromptState.GRADED,
                new=False,
                study_day=day,
                revealed_day=day,
                asked_at=at,
                closed_at=at,
                grade=grade,
                outcomes={each.value: memory.as_json(left) for each, left in outcomes.items()},
                delivery=Delivery.SENT,
            )
        )
    for question_id, left in known.items():
        memories.save(visit.session, learner_id, question_id, left)


def known_of(visit: Visit) -> dict[QuestionId, Memory]:
    return memories.of(visit.session, ANN)


def fitted_of(visit: Visit) -> Fitted | None:
    return fitting.fitted(visit, learners.join(visit.session, ANN, visit.now))


def parameters_of(visit: Visit) -> tuple[float, ...]:
    return fits.parameters(visit.session, ANN)


def begin_again(coach: Coach) -> None:
    """Have practised last at noon, and sleep until half past four."""
    coach(learner.start, ANN)
    coach.now = coach.now.replace(hour=4, minute=30) + timedelta(days=1)


def test_399_reviews_are_not_enough(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH - 1)

    assert ann(fitting.take_up, ANN) is None


def test_400_reviews_are_enough(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH)

    found = ann(fitting.take_up, ANN)

    assert found
    assert len(found) == ENOUGH
    assert [each.day for each in found] == sorted(each.day for each in found)


@pytest.mark.parametrize("fit", [ADOPTED, NOT_ADOPTED, None])
def test_next_fit_waits_for_200_more(ann: Coach, fit: Fit | None) -> None:
    ann(graded, ANN, ENOUGH + MORE - 1)
    ann(fitting.settle, ANN, ENOUGH, fit)
    assert ann(fitting.take_up, ANN) is None

    ann(fitting.settle, ANN, ENOUGH - 1, fit)

    assert ann(fitting.take_up, ANN) is not None


def test_nobody_is_fitted_while_they_practise(ann: Coach) -> None:
    assert ann(fitting.asleep) == []
    ann.later(hours=13)
    assert ann(fitting.asleep) == []


def test_who_sleeps_is_fitted_when_their_day_has_turned(ann: Coach) -> None:
    begin_again(ann)

    assert ann(fitting.asleep) == [ANN]


def test_day_turns_where_the_learner_lives(ann: Coach) -> None:
    ann(learner.choose_zone, ANN, ZoneInfo("America/New_York"))
    ann.later(hours=20)
    assert ann(fitting.asleep) == []
    ann.later(hours=2)

    assert ann(fitting.asleep) == [ANN]


def test_who_has_long_been_away_is_left_alone(ann: Coach) -> None:
    ann.later(days=3)

    assert ann(fitting.asleep) == []


def test_without_a_fit_the_defaults_serve(ann: Coach) -> None:
    assert ann(parameters_of) == DEFAULTS
    assert ann(fitted_of) is None


def test_better_parameters_serve(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH)

    ann(fitting.settle, ANN, ENOUGH, ADOPTED)

    assert ann(parameters_of) == OWN
    assert ann(fitted_of) == Fitted(TODAY, ENOUGH, 0.41, 0.38, adopted=True)


def test_worse_parameters_do_not_serve(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH)
    before = ann(known_of)

    ann(fitting.settle, ANN, ENOUGH, NOT_ADOPTED)

    assert ann(parameters_of) == DEFAULTS
    assert ann(known_of) == before
    assert ann(fitted_of) == Fitted(TODAY, ENOUGH, 0.41, 0.42, adopted=False)


def test_fit_that_came_to_nothing_changes_nothing(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH)
    ann(fitting.settle, ANN, ENOUGH, ADOPTED)
    before = ann(known_of), ann(fitted_of)

    ann(fitting.settle, ANN, ENOUGH + MORE, None)

    assert ann(parameters_of) == OWN
    assert (ann(known_of), ann(fitted_of)) == before


def test_adoption_replays_memories_and_keeps_due_days(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH)
    before = ann(known_of)

    ann(fitting.settle, ANN, ENOUGH, ADOPTED)

    after = ann(known_of)
    replayed = History(ann(lambda visit: reviews.of(visit.session, ANN))).replay(OWN).strengths
    assert {each: known.due_day for each, known in after.items()} == {
        each: known.due_day for each, known in before.items()
    }
    for each, known in after.items():
        assert (known.stability, known.difficulty) == replayed[each]
        assert known.stability != before[each].stability


def test_defaults_come_back_whole(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH)
    before = ann(known_of)
    ann(fitting.settle, ANN, ENOUGH, ADOPTED)

    ann(fitting.settle, ANN, ENOUGH + MORE, NOT_ADOPTED)

    assert ann(parameters_of) == DEFAULTS
    for each, known in ann(known_of).items():
        assert known.stability == pytest.approx(before[each].stability)
        assert known.due_day == before[each].due_day


def shown(coach: Coach) -> Prompt:
    """Ask the next question and look at its answer."""
    waiting = coach(practice.next_question, ANN)
    assert isinstance(waiting, Prompt)
    revealed = coach(practice.reveal, ANN, waiting.id).prompt
    assert revealed
    return revealed


def test_labels_and_grades_are_the_learners_own(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH)
    ann(fitting.settle, ANN, ENOUGH, ADOPTED)

    prompt = shown(ann)

    assert prompt.question
    assert prompt.outcomes
    known = ann(known_of)[prompt.question.id]
    own = memory.outcomes(known, TODAY, others_left=True, parameters=OWN)
    assert prompt.outcomes[Grade.GOOD] == own[Grade.GOOD]
    ann(practice.grade, ANN, prompt.id, Grade.GOOD)
    assert ann(known_of)[prompt.question.id] == own[Grade.GOOD]


def test_undo_and_redo_stay_exact_over_a_fit(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH)
    prompt = shown(ann)
    assert prompt.question
    before = ann(known_of)[prompt.question.id]
    ann(practice.grade, ANN, prompt.id, Grade.HARD)
    after = ann(known_of)[prompt.question.id]
    ann(fitting.settle, ANN, ENOUGH, ADOPTED)

    ann(mending.undo, ANN)
    assert ann(known_of)[prompt.question.id] == before
    ann(mending.redo, ANN)

    assert ann(known_of)[prompt.question.id] == after


def situation_of(visit: Visit) -> Situation:
    return choice.situation_of(visit, learners.join(visit.session, ANN, visit.now))


def test_plan_towards_an_interview_uses_them(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH)
    ann(fitting.settle, ANN, ENOUGH, ADOPTED)
    ann(interview.begin, ANN, When(TODAY + timedelta(days=14)), Subject())

    situation = ann(situation_of)

    assert situation.parameters == OWN
    assert situation.agenda
    assert [each.assumptions.parameters for each, _ in situation.agenda.plans] == [OWN]


def test_one_learners_fit_is_nobody_elses(ann: Coach) -> None:
    ann(learner.start, BEN)
    ann(graded, ANN, ENOUGH)
    ann(graded, BEN, ENOUGH)

    ann(fitting.settle, BEN, ENOUGH, ADOPTED)

    assert ann(parameters_of) == DEFAULTS
    assert ann(fitted_of) is None


def test_forgotten_learner_leaves_no_fit(ann: Coach) -> None:
    ann(graded, ANN, ENOUGH)
    ann(fitting.settle, ANN, ENOUGH, ADOPTED)

    ann(lambda visit: learners.forget(visit.session, ANN))
    ann(fitting.settle, ANN, ENOUGH, ADOPTED)

    assert ann(lambda visit: fits.get(visit.session, ANN)) is None
    assert ann(lambda visit: visit.session.get(Learner, ANN)) is None


def test_topics_are_known_as_the_learner_forgets(ann: Coach) -> None:
    def strong(visit: Visit) -> None:
        question_id = min(visit.bank.questions)
        left = Memory(30.0, 5.0, TODAY - timedelta(days=90), TODAY)
        memories.save(visit.session, ANN, question_id, left)

    def known(coach: Coach) -> int:
        return sum(each.known for each in coach(topics.counts, ANN))

    ann(strong)
    assert known(ann) == 1

    ann(fitting.settle, ANN, ENOUGH, Fit((*DEFAULTS[:20], 0.5), 0.41, 0.38))

    assert known(ann) == 0


def test_grades_that_follow_another_grade_are_own(ann: Coach) -> None:
    own = (*OWN[:17], 1.5, *OWN[18:])  # what a second grade on a day brings
    ann(fitting.settle, ANN, ENOUGH, Fit(own, 0.41, 0.38))
    failed = shown(ann)
    assert failed.question
    ann(practice.grade, ANN, failed.id, Grade.AGAIN)
    while (prompt := shown(ann)).question != failed.question:
        ann(practice.grade, ANN, prompt.id, Grade.GOOD)
    ann(practice.grade, ANN, prompt.id, Grade.GOOD)

    ann(regrading.regrade, ANN, failed.id, Grade.HARD)

    hard = memory.outcomes(None, TODAY, others_left=True, parameters=own)[Grade.HARD]
    good = memory.outcomes(hard, TODAY, others_left=True, parameters=own)[Grade.GOOD]
    assert ann(known_of)[failed.question.id] == good
