from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.coach import draft as drafts
from bot.coach import learner, marks, mending, notes, practice
from bot.coach.turn import Notice
from bot.storage import encounters
from bot.study.learner import Awaiting
from bot.study.marks import Encounter, Mark, When
from bot.study.memory import Grade
from bot.study.prompt import Prompt, PromptState
from tests.coach.notebooks import draft

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from bot.questions.model import QuestionId
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
BEN = 5_000_000_002


def asked(coach: Coach) -> Prompt:
    prompt = coach(practice.next_question, ANN, more=True)
    assert isinstance(prompt, Prompt)
    return prompt


def revealed(coach: Coach) -> Prompt:
    shown = coach(practice.reveal, ANN, asked(coach).id).prompt
    assert shown
    return shown


def looked(coach: Coach, prompt: Prompt) -> Prompt:
    shown = coach(practice.look, ANN, prompt.id).prompt
    assert shown
    return shown


def listed(coach: Coach, mark: Mark) -> list[QuestionId]:
    return [question.id for question in coach(marks.marked, ANN, mark)]


def id_of(prompt: Prompt) -> QuestionId:
    assert prompt.question
    return prompt.question.id


def test_star_holds_until_it_is_taken_off(coach: Coach) -> None:
    prompt = revealed(coach)

    assert coach(marks.star, ANN, prompt.id, on=True).notice is Notice.DONE
    assert coach(marks.star, ANN, prompt.id, on=True).notice is Notice.AGAIN

    assert looked(coach, prompt).starred
    assert listed(coach, Mark.STAR) == [id_of(prompt)]
    coach(marks.lift, ANN, id_of(prompt), Mark.STAR)
    assert listed(coach, Mark.STAR) == []


def test_marks_are_steps_that_leave_the_open_question_alone(coach: Coach) -> None:
    prompt = revealed(coach)
    coach(marks.star, ANN, prompt.id, on=True)
    coach(marks.met, ANN, prompt.id, When.TODAY, 0)
    coach(marks.split, ANN, prompt.id, on=True)

    undone = [coach(mending.undo, ANN) for _ in range(3)]

    assert [turn.mark for turn in undone] == [Mark.SPLIT, Mark.REAL, Mark.STAR]
    assert all(turn.withdrawn == () and turn.next is None for turn in undone)
    shown = looked(coach, prompt)
    assert (shown.state, shown.starred, shown.split) == (PromptState.REVEALED, False, False)
    assert shown.encounters == ()
    redone = [coach(mending.redo, ANN) for _ in range(3)]
    assert [turn.mark for turn in redone] == [Mark.STAR, Mark.REAL, Mark.SPLIT]
    shown = looked(coach, prompt)
    assert (shown.starred, shown.split, len(shown.encounters)) == (True, True, 1)


def test_undo_goes_back_over_a_mark_to_the_grade_before_it(coach: Coach) -> None:
    first = revealed(coach)
    coach(practice.grade, ANN, first.id, Grade.GOOD)
    second = asked(coach)
    coach(practice.reveal, ANN, second.id)
    coach(marks.star, ANN, second.id, on=True)

    coach(mending.undo, ANN)
    assert asked(coach).id == second.id
    coach(mending.undo, ANN)

    assert looked(coach, first).state is PromptState.REVEALED
    assert looked(coach, second).state is PromptState.WITHDRAWN


def test_undo_button_of_a_grade_does_not_name_the_star(coach: Coach) -> None:
    prompt = revealed(coach)
    coach(marks.star, ANN, prompt.id, on=True)
    assert looked(coach, prompt).step_id is None
    coach(practice.grade, ANN, prompt.id, Grade.GOOD)
    step = looked(coach, prompt).step_id
    coach(marks.star, ANN, prompt.id, on=False)

    assert looked(coach, prompt).step_id == step


def test_mark_that_comes_twice_is_made_once(coach: Coach) -> None:
    prompt = revealed(coach)

    coach(marks.star, ANN, prompt.id, on=True, update_id=7)
    coach(marks.star, ANN, prompt.id, on=False, update_id=7)

    assert looked(coach, prompt).starred


def test_asked_for_real_counts_each_time_once(coach: Coach) -> None:
    prompt = revealed(coach)

    coach(marks.met, ANN, prompt.id, When.TODAY, 0)
    coach(marks.met, ANN, prompt.id, When.TODAY, 0)
    coach(marks.met, ANN, prompt.id, When.EARLIER, 1)

    assert [each.when for each in looked(coach, prompt).encounters] == [When.TODAY, When.EARLIER]


def test_place_is_what_is_typed_next(coach: Coach) -> None:
    prompt = revealed(coach)
    coach(marks.met, ANN, prompt.id, When.YESTERDAY, 0)
    assert coach(learner.listen, ANN).awaiting is Awaiting.PLACE

    kept = coach(marks.place, ANN, "Acme\0, second round", update_id=3)

    day = coach.now.date()
    assert kept == Encounter(When.YESTERDAY, day, "Acme, second round")
    assert looked(coach, prompt).encounters == (kept,)
    assert coach(learner.listen, ANN).awaiting is None


def test_place_of_what_was_taken_back_is_nowhere(coach: Coach) -> None:
    prompt = revealed(coach)
    coach(marks.met, ANN, prompt.id, When.TODAY, 0)
    awaited = coach(learner.listen, ANN)
    coach(mending.undo, ANN)
    coach(learner.await_text, ANN, Awaiting.PLACE, about=awaited.awaiting_about)

    assert coach(marks.place, ANN, "Acme", update_id=3) is None


def test_asked_for_real_comes_before_other_new_ones(coach: Coach) -> None:
    first = revealed(coach)
    coach(marks.met, ANN, first.id, When.TODAY, 0)
    coach(practice.skip, ANN, first.id)
    coach(practice.stop, ANN)
    coach.later(days=1)

    assert asked(coach).question == first.question


def test_hidden_question_is_lifted_as_a_step(coach: Coach) -> None:
    prompt = asked(coach)
    coach(practice.hide, ANN, prompt.id)
    assert listed(coach, Mark.HIDDEN) == [id_of(prompt)]

    coach(marks.lift, ANN, id_of(prompt), Mark.HIDDEN, update_id=4)
    assert listed(coach, Mark.HIDDEN) == []
    coach(marks.lift, ANN, id_of(prompt), Mark.HIDDEN, update_id=4)
    coach(mending.undo, ANN)

    assert listed(coach, Mark.HIDDEN) == [id_of(prompt)]
    assert looked(coach, prompt).state is PromptState.HIDDEN


def test_hiding_what_was_graded_leaves_its_grade(coach: Coach) -> None:
    prompt = revealed(coach)
    coach(practice.grade, ANN, prompt.id, Grade.GOOD)

    turn = coach(marks.hide, ANN, prompt.id)

    assert (turn.notice, turn.next) == (Notice.DONE, None)
    assert listed(coach, Mark.HIDDEN) == [id_of(prompt)]
    assert looked(coach, prompt).state is PromptState.GRADED


def test_hiding_what_is_asked_again_goes_on_to_another(coach: Coach) -> None:
    first = revealed(coach)
    coach(practice.skip, ANN, first.id)
    coach(practice.stop, ANN)
    coach(marks.met, ANN, first.id, When.TODAY, 0)
    coach.later(days=1)
    assert asked(coach).question == first.question

    turn = coach(marks.hide, ANN, first.id)

    assert isinstance(turn.next, Prompt)
    assert turn.next.question != first.question


@pytest.mark.parametrize("mark", [Mark.STAR, Mark.HIDDEN])
def test_lists_are_ones_own(coach: Coach, mark: Mark) -> None:
    prompt = revealed(coach)
    coach(marks.star, ANN, prompt.id, on=True)
    coach(practice.hide, ANN, prompt.id)

    assert coach(marks.marked, BEN, mark) == ()
    assert coach(marks.star, BEN, prompt.id, on=True).notice is Notice.UNKNOWN


def test_forgetting_forgets_what_was_asked_for_real(coach: Coach) -> None:
    prompt = revealed(coach)
    coach(marks.met, ANN, prompt.id, When.TODAY, 0)

    coach(learner.forget, ANN)

    def left(visit: Visit) -> frozenset[QuestionId]:
        return encounters.questions(visit.session, ANN)

    assert coach(left) == frozenset()


def test_deleting_notes_forgets_that_they_were_asked_for_real(coach: Coach) -> None:
    notebook = coach(drafts.add, ANN, *draft(), answered_only=False)
    coach(notes.ask_only, ANN, notebook.id)
    prompt = revealed(coach)
    coach(marks.met, ANN, prompt.id, When.TODAY, 0)

    coach(notes.delete, ANN, notebook.id)

    assert looked(coach, prompt).encounters == ()
    assert coach(mending.undo, ANN).notice is Notice.NOTHING
