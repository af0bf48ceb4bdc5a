from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.coach import leech, marks, mending, practice, regrading
from bot.coach.turn import Notice, Turn
from bot.storage import memories
from bot.study.memory import Grade
from bot.study.prompt import Prompt, PromptState
from tests.coach.lists import one_question

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.questions.bank import Bank
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
NOTICE = 77


@pytest.fixture
def bank() -> Bank:
    return one_question()


def asked(coach: Coach) -> Prompt:
    prompt = coach(practice.next_question, ANN, more=True)
    assert isinstance(prompt, Prompt)
    return prompt


def graded(coach: Coach, grade: Grade, *ticked: int) -> Turn:
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)
    for point in ticked:
        coach(practice.tick, ANN, prompt.id, point, on=True)
    return coach(practice.grade, ANN, prompt.id, grade)


def forgotten(coach: Coach, times: int) -> Turn:
    """Forget a question once more, which makes so many times."""
    graded(coach, Grade.GOOD)

    def count(visit: Visit) -> None:
        known = memories.get(visit.session, ANN, "list")
        assert known
        memories.save(visit.session, ANN, "list", replace(known, lapses=times - 1))

    coach(count)
    coach.later(days=9000)
    return graded(coach, Grade.AGAIN)


def looked(coach: Coach, prompt: Prompt) -> Prompt:
    shown = coach(practice.look, ANN, prompt.id).prompt
    assert shown
    return shown


@pytest.mark.parametrize("lapses", [7, 8, 9, 12])
def test_eighth_and_twelfth_lapse_are_announced(coach: Coach, lapses: int) -> None:
    said = forgotten(coach, lapses).leech

    assert (said.lapses if said else None) == (lapses if lapses in {8, 12} else None)


def test_what_was_left_out_most_is_named(coach: Coach) -> None:
    for ticked in ((0,), (0, 1), (0,)):
        graded(coach, Grade.GOOD, *ticked)
        coach.later(days=9000)

    said = forgotten(coach, 8).leech

    assert said
    assert said.missed == ("It may hold anything", "It can change")
    assert said.question.hint == "Square brackets."
    assert said.can_split


def test_nothing_disappears_by_itself(coach: Coach) -> None:
    forgotten(coach, 8)
    coach.later(days=30)

    assert asked(coach).question


def test_undo_of_the_grade_takes_the_notice_back_and_redo_says_it_again(coach: Coach) -> None:
    turn = forgotten(coach, 8)
    assert turn.prompt
    assert turn.leech
    coach(leech.told, turn.prompt.id, NOTICE)

    undone = coach(mending.undo, ANN)

    assert NOTICE in undone.withdrawn
    again = coach(mending.redo, ANN).leech
    assert again
    assert again.lapses == 8


def test_another_grade_takes_the_notice_back(coach: Coach) -> None:
    turn = forgotten(coach, 8)
    assert turn.prompt
    coach(leech.told, turn.prompt.id, NOTICE)

    better = coach(regrading.regrade, ANN, turn.prompt.id, Grade.HARD)
    assert (better.withdrawn, better.leech) == ((NOTICE,), None)

    assert coach(regrading.regrade, ANN, turn.prompt.id, Grade.AGAIN).leech


def test_notice_is_given_again_only_until_it_was_sent(coach: Coach) -> None:
    turn = forgotten(coach, 8)
    assert turn.prompt

    assert coach(practice.grade, ANN, turn.prompt.id, Grade.AGAIN).leech
    coach(leech.told, turn.prompt.id, None)
    assert coach(practice.grade, ANN, turn.prompt.id, Grade.AGAIN).leech is None


def test_split_question_is_recalled_point_by_point_then_graded_as_one(coach: Coach) -> None:
    first = asked(coach)
    coach(marks.split, ANN, first.id, on=True)
    assert looked(coach, first).is_by_points

    for point, said in ((0, True), (1, False), (2, True)):
        shown = coach(leech.recall, ANN, first.id, point, said=said).prompt

    assert shown
    assert (shown.state, shown.ticked, shown.recalled) == (
        PromptState.REVEALED,
        frozenset({0, 2}),
        3,
    )
    closed = coach(practice.grade, ANN, first.id, Grade.GOOD)
    assert closed.notice is Notice.DONE


def test_point_that_is_told_twice_counts_once(coach: Coach) -> None:
    prompt = asked(coach)
    coach(marks.split, ANN, prompt.id, on=True)

    coach(leech.recall, ANN, prompt.id, 0, said=False)
    turn = coach(leech.recall, ANN, prompt.id, 0, said=True)
    ahead = coach(leech.recall, ANN, prompt.id, 2, said=True)

    assert turn.notice is ahead.notice is Notice.AGAIN
    assert (looked(coach, prompt).recalled, looked(coach, prompt).ticked) == (1, frozenset())


def test_split_holds_for_the_next_time_and_ends_when_it_is_taken_back(coach: Coach) -> None:
    first = asked(coach)
    coach(marks.split, ANN, first.id, on=True)
    coach(practice.skip, ANN, first.id)
    coach.later(days=1)

    second = asked(coach)
    assert second.is_by_points
    coach(marks.split, ANN, second.id, on=False)

    assert not looked(coach, second).is_by_points


def test_whole_answer_is_always_there(coach: Coach) -> None:
    prompt = asked(coach)
    coach(marks.split, ANN, prompt.id, on=True)

    coach(practice.reveal, ANN, prompt.id)

    assert looked(coach, prompt).state is PromptState.REVEALED
    assert coach(leech.recall, ANN, prompt.id, 0, said=True).notice is Notice.AGAIN


def test_hidden_leech_is_not_asked_until_it_is_brought_back(coach: Coach) -> None:
    turn = forgotten(coach, 8)
    assert turn.prompt
    coach(marks.hide, ANN, turn.prompt.id)

    def hidden(visit: Visit) -> bool:
        return memories.is_hidden(visit.session, ANN, "list")

    assert coach(hidden)
    coach(mending.undo, ANN)
    assert not coach(hidden)
