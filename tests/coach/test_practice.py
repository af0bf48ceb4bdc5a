from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import learner, mending, practice, progress
from bot.coach.turn import Notice
from bot.study.learner import Reason, Rest
from bot.study.memory import Grade
from bot.study.picking import Limits
from bot.study.prompt import Prompt, PromptState

if TYPE_CHECKING:
    from tests.coach.conftest import Coach

ANN, BOB = 5_000_000_001, 5_000_000_002


def asked(coach: Coach, who: int = ANN) -> Prompt:
    prompt = coach(practice.next_question, who)
    assert isinstance(prompt, Prompt)
    return prompt


def graded(coach: Coach, grade: Grade = Grade.GOOD) -> Prompt:
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)
    coach(practice.grade, ANN, prompt.id, grade)
    return prompt


def test_open_question_is_shown_again(coach: Coach) -> None:
    assert asked(coach).id == asked(coach).id


def test_grade_sets_what_the_button_said(coach: Coach) -> None:
    prompt = asked(coach)
    revealed = coach(practice.reveal, ANN, prompt.id).prompt
    assert revealed
    assert revealed.outcomes

    turn = coach(practice.grade, ANN, prompt.id, Grade.EASY)

    assert turn.prompt
    assert turn.prompt.grade is Grade.EASY
    assert turn.prompt.outcomes
    assert turn.prompt.outcomes[Grade.EASY] == revealed.outcomes[Grade.EASY]
    assert isinstance(turn.next, Prompt)
    assert turn.next.id != prompt.id


def test_second_grade_changes_nothing(coach: Coach) -> None:
    prompt = graded(coach, Grade.GOOD)

    turn = coach(practice.grade, ANN, prompt.id, Grade.AGAIN)

    assert turn.notice is Notice.AGAIN
    assert turn.prompt
    assert turn.prompt.grade is Grade.GOOD
    assert coach(progress.look, ANN).graded_today == 1


def test_undelivered_next_question_is_named_again(coach: Coach) -> None:
    prompt = graded(coach)
    following = asked(coach)

    repeated = coach(practice.grade, ANN, prompt.id, Grade.GOOD)
    coach(practice.sent, following.id, 77)
    later = coach(practice.grade, ANN, prompt.id, Grade.GOOD)

    assert isinstance(repeated.next, Prompt)
    assert repeated.next.id == following.id
    assert later.next is None


def test_grade_needs_the_answer_first(coach: Coach) -> None:
    prompt = asked(coach)

    turn = coach(practice.grade, ANN, prompt.id, Grade.EASY)

    assert turn.notice is Notice.CLOSED
    assert asked(coach).state is PromptState.ASKED


def test_another_persons_prompt_is_unknown(coach: Coach) -> None:
    prompt = asked(coach)

    assert coach(practice.reveal, BOB, prompt.id).notice is Notice.UNKNOWN
    assert coach(practice.skip, BOB, prompt.id).notice is Notice.UNKNOWN
    assert coach(practice.look, BOB, prompt.id).notice is Notice.UNKNOWN
    assert asked(coach).state is PromptState.ASKED


def test_new_day_asks_for_the_grade_again(coach: Coach) -> None:
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)
    coach.later(days=1)

    stale = coach(practice.grade, ANN, prompt.id, Grade.GOOD)
    fresh = coach(practice.grade, ANN, prompt.id, Grade.GOOD)

    assert stale.notice is Notice.NEW_DAY
    assert fresh.notice is Notice.DONE
    assert coach(progress.look, ANN).graded_today == 1


def test_daily_numbers_end_the_day(coach: Coach) -> None:
    for _ in range(3):
        graded(coach)

    rest = coach(practice.next_question, ANN)

    assert isinstance(rest, Rest)
    assert rest.reason is Reason.DAY_DONE
    assert rest.graded == 3
    assert rest.more


def test_more_goes_on(coach: Coach) -> None:
    for _ in range(3):
        graded(coach)

    assert isinstance(coach(practice.next_question, ANN, more=True), Prompt)


def test_again_comes_back_the_same_day(coach: Coach) -> None:
    coach(learner.choose_limits, ANN, Limits(new=10, in_all=10))
    failed = graded(coach, Grade.AGAIN)
    others = [graded(coach) for _ in range(3)]

    back = asked(coach)

    assert failed.question
    assert back.question == failed.question
    assert all(other.question != failed.question for other in others)


def test_second_again_waits_for_tomorrow(coach: Coach) -> None:
    coach(learner.choose_limits, ANN, Limits(new=10, in_all=10))
    failed = graded(coach, Grade.AGAIN)
    for _ in range(3):
        graded(coach)
    back = graded(coach, Grade.AGAIN)
    rest_of_day = [graded(coach) for _ in range(5)]

    assert back.question == failed.question
    assert all(later.question != failed.question for later in rest_of_day)


def test_hidden_question_never_comes(coach: Coach) -> None:
    coach(learner.choose_limits, ANN, Limits(new=60, in_all=60))
    hidden = asked(coach)
    coach(practice.hide, ANN, hidden.id)

    seen = {graded(coach).question for _ in range(17)}

    assert hidden.question not in seen
    assert isinstance(coach(practice.next_question, ANN, more=True), Rest)


def test_skipped_question_waits_for_another_day(coach: Coach) -> None:
    skipped = asked(coach)
    turn = coach(practice.skip, ANN, skipped.id)

    assert isinstance(turn.next, Prompt)
    assert turn.next.question != skipped.question
    assert coach(progress.look, ANN).graded_today == 0


def test_stop_puts_the_question_away(coach: Coach) -> None:
    prompt = asked(coach)

    stopped = coach(practice.stop, ANN)

    assert stopped
    assert stopped.id == prompt.id
    assert stopped.state is PromptState.WITHDRAWN
    assert coach(practice.current, ANN) is None


def test_answers_are_joined_and_repeats_ignored(coach: Coach) -> None:
    asked(coach)
    for update_id, text in ((1, "First."), (2, "Second."), (2, "Second.")):
        coach(practice.answer, ANN, text=text, message_id=update_id, update_id=update_id)

    current = coach(practice.current, ANN)

    assert current
    assert current.own_answer == "First.\nSecond."


def test_edited_answer_is_replaced(coach: Coach) -> None:
    asked(coach)
    coach(practice.answer, ANN, text="Frist.", message_id=1, update_id=1)

    changed = coach(practice.change_answer, ANN, text="First.", message_id=1)

    assert changed
    assert changed.own_answer == "First."
    assert coach(practice.change_answer, ANN, text="x", message_id=99) is None


def test_zone_is_asked_once_after_the_first_grade(coach: Coach) -> None:
    turns = []
    for _ in range(2):
        prompt = asked(coach)
        coach(practice.reveal, ANN, prompt.id)
        turns.append(coach(practice.grade, ANN, prompt.id, Grade.GOOD))
        coach(learner.zone_was_asked, ANN)

    assert [turn.ask_zone for turn in turns] == [True, False]


def test_undo_restores_memory_counters_and_question(coach: Coach) -> None:
    before = coach(progress.look, ANN)
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)
    revealed = coach(practice.current, ANN)
    coach(practice.grade, ANN, prompt.id, Grade.GOOD)
    following = asked(coach)
    coach(practice.sent, following.id, 77)

    turn = coach(mending.undo, ANN)

    assert turn.withdrawn == (77,)
    assert coach(practice.current, ANN) == revealed
    assert coach(progress.look, ANN) == before


def test_undone_question_can_be_graded_otherwise(coach: Coach) -> None:
    prompt = graded(coach, Grade.EASY)
    coach(mending.undo, ANN)

    turn = coach(practice.grade, ANN, prompt.id, Grade.AGAIN)

    assert turn.prompt
    assert turn.prompt.grade is Grade.AGAIN


def test_withdrawn_follow_up_can_come_again(coach: Coach) -> None:
    coach(learner.choose_limits, ANN, Limits(new=60, in_all=60))
    graded(coach)
    follow_up = asked(coach).question
    coach(mending.undo, ANN)
    waiting = coach(practice.current, ANN)
    assert waiting
    coach(practice.grade, ANN, waiting.id, Grade.GOOD)

    seen = {asked(coach).question} | {graded(coach).question for _ in range(17)}

    assert follow_up in seen


def test_hide_and_skip_are_undone(coach: Coach) -> None:
    for act in (practice.hide, practice.skip):
        prompt = asked(coach)
        coach(act, ANN, prompt.id)
        coach(mending.undo, ANN)

        again = coach(practice.current, ANN)
        assert again
        assert again.id == prompt.id
    assert coach(progress.look, ANN).hidden == 0


def test_undo_goes_back_step_by_step(coach: Coach) -> None:
    first, second = graded(coach), graded(coach)

    undone = [coach(mending.undo, ANN).prompt for _ in range(2)]

    assert [prompt and prompt.id for prompt in undone] == [second.id, first.id]
    assert coach(mending.undo, ANN).notice is Notice.NOTHING


def test_undo_button_of_an_older_step_does_nothing(coach: Coach) -> None:
    prompt = asked(coach)
    coach(practice.reveal, ANN, prompt.id)
    old = coach(practice.grade, ANN, prompt.id, Grade.GOOD).prompt
    graded(coach)
    assert old

    turn = coach(mending.undo, ANN, step_id=old.step_id)

    assert turn.notice is Notice.NOTHING
    assert coach(progress.look, ANN).graded_today == 2


def test_repeated_update_undoes_and_skips_once(coach: Coach) -> None:
    graded(coach)
    graded(coach)
    for _ in range(2):
        coach(mending.undo, ANN, update_id=500)
    assert coach(progress.look, ANN).graded_today == 1

    waiting = coach(practice.current, ANN)
    assert waiting
    coach(practice.grade, ANN, waiting.id, Grade.GOOD)
    for _ in range(2):
        coach(practice.skip_open, ANN, update_id=501)
    assert len({asked(coach).id, waiting.id}) == 2
    assert asked(coach).id == waiting.id + 3


def test_removed_question_is_no_longer_asked(coach: Coach) -> None:
    prompt = asked(coach)
    assert prompt.question
    kept = {key: q for key, q in coach.bank.questions.items() if q != prompt.question}
    coach.bank = type(coach.bank)(kept, coach.bank.topics, coach.bank.renamed)

    following = asked(coach)
    looked = coach(practice.look, ANN, prompt.id).prompt

    assert following.id != prompt.id
    assert looked
    assert looked.question is None
