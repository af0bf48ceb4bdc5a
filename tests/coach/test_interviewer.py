from __future__ import annotations

from typing import TYPE_CHECKING

from bot.coach import interviewer, learner, mock, practice
from bot.coach.mock import Going
from bot.storage import learners
from bot.study.memory import Grade
from bot.study.mock import Invitation, Length, Mode, Report, Setup, Sheet, Stage, Standing
from bot.study.prompt import Prompt, PromptState

if TYPE_CHECKING:
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
BEN, EVE = ANN + 1, ANN + 2
REAL = Setup(Length.THREE, Mode.REAL)


def invited(coach: Coach, who: int = ANN, setup: Setup = REAL) -> Standing:
    going = coach(mock.begin, who, setup, with_friend=True)
    assert isinstance(going, Going)
    assert isinstance(going.shown, Standing)
    return going.shown


def secret_of(standing: Standing) -> str:
    assert standing.secret
    return standing.secret


def together(coach: Coach, setup: Setup = REAL) -> Prompt:
    """Bring Ann and her interviewer Ben to the first question."""
    standing = invited(coach, setup=setup)
    coach(interviewer.agree, BEN, secret_of(standing))
    going = coach(mock.resume, ANN, standing.round_id)
    assert going
    assert isinstance(going.shown, Prompt)
    return going.shown


def sheet(coach: Coach, prompt: Prompt) -> Sheet:
    found = coach(interviewer.sheet_for, prompt.id)
    assert found
    return found


def test_nothing_begins_before_both_have_agreed(coach: Coach) -> None:
    standing = invited(coach)

    assert standing.stage is Stage.INVITED
    assert coach(practice.current, ANN) is None
    assert coach(interviewer.invitation, BEN, secret_of(standing)) is Invitation.OPEN
    assert coach(interviewer.agree, BEN, secret_of(standing)) == (Invitation.AGREED, ANN)
    assert coach(practice.current, ANN) is None
    found = coach(mock.look, ANN)
    assert isinstance(found, Standing)
    assert found.friend


def test_link_is_of_no_use_to_others(coach: Coach) -> None:
    standing = invited(coach)
    secret = secret_of(standing)

    assert coach(interviewer.agree, ANN, secret) == (Invitation.OWN, None)
    coach(interviewer.agree, BEN, secret)
    assert coach(interviewer.agree, BEN, secret) == (Invitation.AGREED, None)
    assert coach(interviewer.agree, EVE, secret) == (Invitation.TAKEN, None)
    assert coach(interviewer.invitation, EVE, "nonsense") is Invitation.OVER


def test_link_of_a_round_that_began_alone_or_is_dropped_is_over(coach: Coach) -> None:
    alone = invited(coach)
    coach(mock.resume, ANN, alone.round_id)
    assert coach(interviewer.invitation, BEN, secret_of(alone)) is Invitation.OVER
    coach(mock.end, ANN, alone.round_id, keep=False)

    dropped = invited(coach)
    coach(mock.end, ANN, dropped.round_id, keep=False)
    assert coach(interviewer.agree, BEN, secret_of(dropped)) == (Invitation.OVER, None)


def test_links_differ(coach: Coach) -> None:
    assert secret_of(invited(coach)) != secret_of(invited(coach, EVE))


def test_ticks_of_the_friend_are_suggested_in_the_debrief(coach: Coach) -> None:
    first = together(coach)
    asked = sheet(coach, first)
    coach(interviewer.tick, BEN, asked.question_id, 0, on=True)
    coach(interviewer.tick, BEN, asked.question_id, 2, on=True)
    ticked = coach(interviewer.tick, BEN, asked.question_id, 0, on=False)
    assert ticked
    assert ticked.ticked == {2}

    coach(interviewer.go_on, BEN, asked.question_id)
    going = coach(mock.end, ANN, asked.place.round_id, keep=True)

    assert going
    assert isinstance(going.shown, Prompt)
    assert going.shown.ticked == frozenset({2})


def test_interviewer_ends_an_answer_once(coach: Coach) -> None:
    first = together(coach)
    asked = sheet(coach, first)

    gone_on = coach(interviewer.go_on, BEN, asked.question_id)

    assert gone_on
    candidate, turn = gone_on
    assert candidate == ANN
    assert turn.prompt
    assert turn.prompt.state is PromptState.HELD
    assert isinstance(turn.next, Prompt)
    assert coach(interviewer.go_on, BEN, asked.question_id) is None
    current = coach(practice.current, ANN)
    assert current
    assert current.id == turn.next.id


def test_ticks_come_too_late_when_the_answer_is_over(coach: Coach) -> None:
    asked = sheet(coach, together(coach))
    coach(interviewer.go_on, BEN, asked.question_id)

    late = coach(interviewer.tick, BEN, asked.question_id, 0, on=True)

    assert late
    assert late.ticked == frozenset()
    assert not late.is_open


def test_nobody_else_sees_or_does_anything(coach: Coach) -> None:
    asked = sheet(coach, together(coach))

    for stranger in (EVE, ANN):
        assert coach(interviewer.sheet, stranger, asked.question_id) is None
        assert coach(interviewer.tick, stranger, asked.question_id, 0, on=True) is None
        assert coach(interviewer.go_on, stranger, asked.question_id) is None
    assert coach(interviewer.sheet, BEN, asked.question_id + 99) is None


def test_who_leaves_sees_nothing_more_and_the_round_goes_on(coach: Coach) -> None:
    first = together(coach)
    asked = sheet(coach, first)

    (parted,) = coach(interviewer.leave, BEN)

    assert parted.candidate_id == ANN
    assert not parted.standing.friend
    assert coach(interviewer.sheet, BEN, asked.question_id) is None
    assert coach(interviewer.leave, BEN) == ()
    assert isinstance(coach(mock.answered, ANN, first.id).next, Prompt)


def test_candidate_goes_on_without_the_friend(coach: Coach) -> None:
    asked = sheet(coach, together(coach))

    parted = coach(interviewer.dismiss, ANN)

    assert parted
    assert parted.friend_id == BEN
    assert coach(interviewer.dismiss, ANN) is None
    assert coach(interviewer.sheet, BEN, asked.question_id) is None


def test_friend_is_thanked_once_when_all_was_asked(coach: Coach) -> None:
    prompt = together(coach)
    round_id = sheet(coach, prompt).place.round_id
    assert coach(interviewer.release, round_id) is None
    while prompt.state is PromptState.ASKED:
        coach(interviewer.shown, sheet(coach, prompt).question_id, prompt.id + 100)
        following = coach(mock.answered, ANN, prompt.id).next
        assert isinstance(following, Prompt)
        last, prompt = prompt, following

    assert coach(interviewer.release, round_id) == (BEN, last.id + 100)
    assert coach(interviewer.release, round_id) is None


def test_practice_with_a_friend_suggests_the_grade_at_once(coach: Coach) -> None:
    first = together(coach, Setup(Length.THREE, Mode.PRACTICE))
    asked = sheet(coach, first)
    for point in range(3):
        coach(interviewer.tick, BEN, asked.question_id, point, on=True)

    shown = coach(mock.answered, ANN, first.id).prompt

    assert shown
    assert shown.ticked == frozenset({0, 1, 2})
    coach(practice.grade, ANN, first.id, Grade.EASY)
    report = coach(mock.end, ANN, asked.place.round_id, keep=True)
    assert report
    assert isinstance(report.shown, Report)


def test_friend_need_not_be_a_learner_and_does_not_become_one(coach: Coach) -> None:
    together(coach)

    with coach.database.transaction() as session:
        assert learners.everybody(session) == [ANN]


def test_two_can_interview_each_other(coach: Coach) -> None:
    together(coach)
    mine = invited(coach, BEN)
    assert coach(interviewer.agree, ANN, secret_of(mine)) == (Invitation.AGREED, BEN)

    going = coach(mock.resume, BEN, mine.round_id)

    assert going
    assert isinstance(going.shown, Prompt)
    found = coach(interviewer.waiting, ANN)
    assert found
    assert found.question == going.shown.question


def test_forgotten_friend_is_forgotten_by_the_round(coach: Coach) -> None:
    asked = sheet(coach, together(coach))
    coach(learner.start, BEN)

    with coach.database.transaction() as session:
        learners.forget(session, BEN)

    assert coach(interviewer.sheet, BEN, asked.question_id) is None
    assert coach(interviewer.friend_of, asked.place.round_id) is None
