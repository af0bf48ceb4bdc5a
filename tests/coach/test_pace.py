from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.coach import learner, practice
from bot.coach.turn import Notice
from bot.questions.model import QuestionId
from bot.study.memory import Grade
from bot.study.preference import Preference
from bot.study.prompt import Confidence, Help, Prompt, PromptState
from tests.coach.lists import one_question

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from tests.coach.conftest import Coach

ANN = 5_000_000_001


@pytest.fixture
def bank() -> Bank:
    return one_question()


def asked(coach: Coach) -> Prompt:
    prompt = coach(practice.next_question, ANN, more=True)
    assert isinstance(prompt, Prompt)
    return prompt


def looked(coach: Coach, prompt: Prompt) -> Prompt:
    shown = coach(practice.look, ANN, prompt.id).prompt
    assert shown
    return shown


@pytest.mark.parametrize("preference", Preference)
def test_choice_holds_until_it_is_taken_back(coach: Coach, preference: Preference) -> None:
    coach(learner.prefer, ANN, preference, on=True)
    coach(learner.prefer, ANN, preference, on=True)
    assert coach(learner.profile, ANN).preferences == {preference}
    assert asked(coach).preferences == {preference}

    assert coach(learner.prefer, ANN, preference, on=False).preferences == set()


def test_help_is_remembered_with_the_question(coach: Coach) -> None:
    prompt = asked(coach)

    coach(practice.give_help, ANN, prompt.id, Help.HINT)
    coach(practice.give_help, ANN, prompt.id, Help.OUTLINE)
    coach(practice.give_help, ANN, prompt.id, Help.HINT)

    assert looked(coach, prompt).help == set(Help)


def test_help_comes_too_late_after_the_answer(coach: Coach) -> None:
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)

    turn = coach(practice.give_help, ANN, prompt.id, Help.HINT)

    assert turn.notice is Notice.AGAIN
    assert looked(coach, prompt).help == set()


def test_confidence_is_kept_with_the_reveal(coach: Coach) -> None:
    prompt = asked(coach)

    coach(practice.reveal, ANN, prompt.id, Confidence.HALF)
    coach(practice.reveal, ANN, prompt.id, Confidence.SURE)

    shown = looked(coach, prompt)
    assert (shown.state, shown.confidence) == (PromptState.REVEALED, Confidence.HALF)


def test_ticks_add_up_and_come_off(coach: Coach) -> None:
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)
    assert looked(coach, prompt).ticked is None

    for point, on in ((0, True), (2, True), (2, True), (0, False)):
        coach(practice.tick, ANN, prompt.id, point, on=on)

    assert looked(coach, prompt).ticked == frozenset({2})


def test_point_that_is_not_there_changes_nothing(coach: Coach) -> None:
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)

    coach(practice.tick, ANN, prompt.id, 3, on=True)

    assert looked(coach, prompt).ticked is None


def test_ticks_on_a_graded_question_change_nothing(coach: Coach) -> None:
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)
    coach(practice.tick, ANN, prompt.id, 1, on=True)
    coach(practice.grade, ANN, prompt.id, Grade.GOOD)

    turn = coach(practice.tick, ANN, prompt.id, 0, on=True)

    assert turn.notice is Notice.AGAIN
    assert looked(coach, prompt).ticked == frozenset({1})


def test_points_left_out_are_named_at_the_next_reveal(coach: Coach) -> None:
    first = asked(coach)
    coach(practice.reveal, ANN, first.id)
    coach(practice.tick, ANN, first.id, 1, on=True)
    coach(practice.grade, ANN, first.id, Grade.GOOD)
    coach.later(days=3)

    second = asked(coach)
    assert second.left_out == ()
    coach(practice.reveal, ANN, second.id)

    assert looked(coach, second).left_out == ("It is ordered", "It may hold anything")


def test_answers_shown_at_once_can_be_graded_at_once(coach: Coach) -> None:
    coach(learner.prefer, ANN, Preference.ANSWERS_SHOWN, on=True)

    prompt = asked(coach)
    turn = coach(practice.grade, ANN, prompt.id, Grade.GOOD)

    assert prompt.state is PromptState.REVEALED
    assert turn.notice is Notice.DONE
    assert coach.bank.get(QuestionId("list")) == prompt.question
