"""Undo, redo and labels in orders of acts that are rare, and must be exact all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import learner, marks, mending, nudge, practice, progress, regrading, search, topics
from bot.coach.turn import Notice
from bot.questions.model import TopicId
from bot.study.memory import Grade
from bot.study.prompt import Prompt, PromptState

if TYPE_CHECKING:
    from bot.coach.topics import Asking
    from tests.coach.conftest import Coach

ANN = 5_000_000_001


def asked(coach: Coach) -> Prompt:
    prompt = coach(practice.next_question, ANN, more=True)
    assert isinstance(prompt, Prompt)
    return prompt


def asked_of(coach: Coach, topic: str) -> Prompt:
    asking: Asking | None = coach(topics.ask, ANN, TopicId(topic))
    assert asking
    assert isinstance(asking.shown, Prompt)
    return asking.shown


def grade(coach: Coach, prompt: Prompt) -> Prompt:
    coach(practice.reveal, ANN, prompt.id)
    graded = coach(practice.grade, ANN, prompt.id, Grade.GOOD).prompt
    assert graded
    return graded


def test_redo_leaves_a_question_that_was_asked_meanwhile(coach: Coach) -> None:
    first = grade(coach, asked_of(coach, "python/basics"))
    coach(mending.undo, ANN)
    other = asked_of(coach, "kafka/basics")

    turn = coach(mending.redo, ANN)

    assert turn.prompt
    assert (turn.prompt.id, turn.prompt.state) == (first.id, PromptState.GRADED)
    assert turn.next == other


def test_undo_of_a_changed_grade_leaves_the_open_question(coach: Coach) -> None:
    first = grade(coach, asked(coach))
    waiting = asked(coach)
    coach(regrading.regrade, ANN, first.id, Grade.EASY)

    turn = coach(mending.undo, ANN)

    assert turn.withdrawn == ()
    assert coach(practice.current, ANN) == waiting


def test_undo_of_a_changed_grade_does_not_hide_again(coach: Coach) -> None:
    first = grade(coach, asked(coach))
    coach(marks.hide, ANN, first.id)
    coach(regrading.regrade, ANN, first.id, Grade.EASY)
    coach(learner.bring_back, ANN)

    coach(mending.undo, ANN)

    assert coach(progress.look, ANN).hidden == 0


def test_tap_on_an_old_message_does_not_change_labels_elsewhere(coach: Coach) -> None:
    old = grade(coach, asked(coach))
    waiting = asked(coach)
    coach(practice.sent, waiting.id, 7)
    coach(practice.reveal, ANN, waiting.id)
    coach.later(days=1)

    coach(practice.reveal, ANN, old.id)

    assert coach(practice.grade, ANN, waiting.id, Grade.GOOD).notice is Notice.NEW_DAY


def test_labels_follow_what_is_done_again(coach: Coach) -> None:
    first = grade(coach, asked(coach))
    assert first.question
    coach(mending.undo, ANN)
    coach(practice.stop, ANN)
    asking = coach(search.ask, ANN, first.question.id)
    assert asking
    coach(practice.reveal, ANN, asking.shown.id)

    following = coach(mending.redo, ANN).next

    assert isinstance(following, Prompt)
    assert following.id == asking.shown.id
    assert following.outcomes
    assert following.outcomes[Grade.GOOD].reviews == 2


def test_thirty_steps_can_be_undone_whatever_was_undone_before(coach: Coach) -> None:
    for _ in range(5):
        grade(coach, asked(coach))
    prompt = asked(coach)
    for _ in range(70):
        coach(marks.star, ANN, prompt.id, on=True)
        coach(mending.undo, ANN)

    notices = [coach(mending.undo, ANN).notice for _ in range(5)]

    assert notices == [Notice.DONE] * 5
    assert coach(progress.look, ANN).graded_today == 0


def test_question_that_was_graded_meanwhile_is_not_sent_again(coach: Coach) -> None:
    prompt = asked(coach)
    grade(coach, prompt)
    coach(nudge.unreachable, ANN)

    assert coach(nudge.send_again, prompt.id) is None

    assert coach(progress.look, ANN).graded_today == 1


def test_answer_that_comes_twice_is_not_taken_for_the_next_question(coach: Coach) -> None:
    first = asked(coach)
    coach(practice.answer, ANN, text="Because.", message_id=3, update_id=4)
    grade(coach, first)
    waiting = asked(coach)

    again = coach(practice.answer, ANN, text="Because.", message_id=3, update_id=4)

    assert again
    assert again.id == first.id
    assert coach(practice.current, ANN) == waiting
