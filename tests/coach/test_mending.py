from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import mending, practice, progress, regrading
from bot.coach.turn import Notice
from bot.storage import memories
from bot.study.learner import Rest
from bot.study.memory import Grade, Memory
from bot.study.prompt import Prompt, PromptState

if TYPE_CHECKING:
    from bot.coach.transaction import Visit
    from tests.coach.conftest import Coach

ANN = 5_000_000_001


def asked(coach: Coach) -> Prompt:
    prompt = coach(practice.next_question, ANN, more=True)
    assert isinstance(prompt, Prompt)
    return prompt


def graded(coach: Coach, grade: Grade) -> Prompt:
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)
    closed = coach(practice.grade, ANN, prompt.id, grade).prompt
    assert closed
    return closed


def come_back(coach: Coach, first: Prompt) -> Prompt:
    """Grade others until the failed question is asked again."""
    while (prompt := asked(coach)).question != first.question:
        graded(coach, Grade.GOOD)
    return prompt


def memory_of(coach: Coach, prompt: Prompt) -> Memory | None:
    def read(visit: Visit) -> Memory | None:
        assert prompt.question
        return memories.get(visit.session, ANN, prompt.question.id)

    return coach(read)


def state(coach: Coach, prompt: Prompt) -> PromptState:
    shown = coach(practice.look, ANN, prompt.id).prompt
    assert shown
    return shown.state


def test_redo_brings_back_exactly_what_was_undone(coach: Coach) -> None:
    prompts = [graded(coach, grade) for grade in (Grade.GOOD, Grade.AGAIN, Grade.EASY)]
    known = [memory_of(coach, prompt) for prompt in prompts]
    for _ in prompts:
        coach(mending.undo, ANN)
    assert [memory_of(coach, prompt) for prompt in prompts] == [None] * 3

    for _ in prompts:
        assert coach(mending.redo, ANN).notice is Notice.DONE

    assert [memory_of(coach, prompt) for prompt in prompts] == known
    assert [state(coach, prompt) for prompt in prompts] == [PromptState.GRADED] * 3
    assert coach(progress.look, ANN).graded_today == 3
    assert coach(mending.redo, ANN).notice is Notice.NOTHING


def test_new_act_ends_what_can_be_redone(coach: Coach) -> None:
    graded(coach, Grade.GOOD)
    undone = coach(mending.undo, ANN).prompt
    assert undone
    coach(practice.grade, ANN, undone.id, Grade.HARD)

    assert coach(mending.redo, ANN).notice is Notice.NOTHING
    coach(mending.undo, ANN)
    assert coach(mending.redo, ANN).notice is Notice.DONE
    assert coach(mending.redo, ANN).notice is Notice.NOTHING
    assert coach(practice.look, ANN, undone.id).prompt.grade is Grade.HARD  # type: ignore[union-attr]


def test_redo_that_comes_twice_is_done_once(coach: Coach) -> None:
    graded(coach, Grade.GOOD)
    graded(coach, Grade.GOOD)
    coach(mending.undo, ANN)
    coach(mending.undo, ANN)

    coach(mending.redo, ANN, update_id=9)
    again = coach(mending.redo, ANN, update_id=9)

    assert again.notice is Notice.AGAIN
    assert coach(progress.look, ANN).graded_today == 1


def test_undone_prompt_names_the_step_to_redo(coach: Coach) -> None:
    graded(coach, Grade.GOOD)

    undone = coach(mending.undo, ANN).prompt

    assert undone
    assert undone.redo_id
    assert coach(mending.redo, ANN, step_id=undone.redo_id).notice is Notice.DONE
    assert coach(mending.redo, ANN, step_id=undone.redo_id).notice is Notice.AGAIN


def test_another_grade_leaves_what_it_would_have_left_at_first(coach: Coach) -> None:
    first = graded(coach, Grade.AGAIN)
    graded(coach, Grade.GOOD)
    assert first.outcomes

    turn = coach(regrading.regrade, ANN, first.id, Grade.GOOD)

    assert turn.notice is Notice.DONE
    assert memory_of(coach, first) == first.outcomes[Grade.GOOD]
    assert coach(progress.look, ANN).graded_today == 2


def test_question_does_not_come_back_when_again_was_a_mistake(coach: Coach) -> None:
    first = graded(coach, Grade.AGAIN)
    returned = come_back(coach, first)

    turn = coach(regrading.regrade, ANN, first.id, Grade.GOOD)

    assert state(coach, returned) is PromptState.WITHDRAWN
    assert isinstance(turn.next, Rest)
    assert turn.next.graded == coach(progress.look, ANN).graded_today


def test_what_followed_from_the_first_grade_follows_from_the_second(coach: Coach) -> None:
    first = graded(coach, Grade.AGAIN)
    second = come_back(coach, first)
    coach(practice.reveal, ANN, second.id)
    coach(practice.grade, ANN, second.id, Grade.GOOD)
    after_again = memory_of(coach, first)

    coach(regrading.regrade, ANN, first.id, Grade.EASY)
    after_easy = memory_of(coach, first)

    assert after_again
    assert after_easy
    assert after_easy.stability > after_again.stability
    assert after_easy.reviews == after_again.reviews == 2
    coach(mending.undo, ANN)
    assert memory_of(coach, first) == after_again
    coach(mending.redo, ANN)
    assert memory_of(coach, first) == after_easy


def test_grade_cannot_be_changed_on_another_study_day(coach: Coach) -> None:
    prompt = graded(coach, Grade.GOOD)
    assert prompt.graded_today
    coach.later(days=1)

    turn = coach(regrading.regrade, ANN, prompt.id, Grade.EASY)

    assert turn.notice is Notice.CLOSED
    assert turn.prompt
    assert turn.prompt.grade is Grade.GOOD
    assert not turn.prompt.graded_today


def test_the_same_grade_again_is_no_step(coach: Coach) -> None:
    prompt = graded(coach, Grade.GOOD)

    assert coach(regrading.regrade, ANN, prompt.id, Grade.GOOD).notice is Notice.AGAIN
    coach(mending.undo, ANN)
    assert memory_of(coach, prompt) is None


def test_undo_takes_back_a_changed_grade_first(coach: Coach) -> None:
    prompt = graded(coach, Grade.GOOD)
    good = memory_of(coach, prompt)
    coach(regrading.regrade, ANN, prompt.id, Grade.EASY)

    coach(mending.undo, ANN)
    assert memory_of(coach, prompt) == good
    coach(mending.undo, ANN)
    assert memory_of(coach, prompt) is None
