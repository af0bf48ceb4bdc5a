"""Labels, dates and repeats that must be exact also on unusual days."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from threading import Barrier
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.coach import learner, mending, nudge, practice, progress, reports
from bot.coach.nudge import Push
from bot.coach.turn import Notice, Turn
from bot.questions import bank as banks
from bot.storage import learners, memories, renaming
from bot.study.learner import Awaiting, Rest
from bot.study.memory import Grade
from bot.study.prompt import Prompt
from tests.conftest import AREAS, content_file

if TYPE_CHECKING:
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
UTC_ZONE = ZoneInfo("Etc/UTC")
NINE = datetime(2026, 11, 22, 9, tzinfo=UTC)


def one(coach: Coach, grade: Grade = Grade.GOOD, update_id: int | None = None) -> Turn:
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    coach(practice.reveal, ANN, prompt.id)
    return coach(practice.grade, ANN, prompt.id, grade, update_id=update_id)


def due_days(prompt: Prompt | Rest | None) -> list[int]:
    assert isinstance(prompt, Prompt)
    assert prompt.outcomes
    return [(prompt.outcomes[grade].due_day - prompt.today).days for grade in Grade]


def renamed(coach: Coach, old: str) -> None:
    """Restart with a bank in which a question has got a new id."""
    files = [content_file(area, topic, 3) for area in AREAS for topic in ("Basics", "Traps")]
    coach.bank, problems = banks.build(
        (name, text.replace(f"id: {old} ", f"id: brand-new · was: {old} ")) for name, text in files
    )
    assert not problems
    with coach.database.transaction() as session:
        renaming.rename(session, coach.bank.renamed)


def remembered(coach: Coach) -> set[str]:
    with coach.database.transaction() as session:
        return set(memories.of(session, ANN))


def pushed(coach: Coach) -> Push:
    coach(learner.choose_zone, ANN, UTC_ZONE)
    coach.now = NINE
    push = coach(nudge.claim, ANN)
    assert isinstance(push, Push)
    return push


def test_again_says_tomorrow_on_the_last_new_question(coach: Coach) -> None:
    one(coach)
    one(coach)
    last = coach(practice.next_question, ANN)
    assert isinstance(last, Prompt)

    assert due_days(coach(practice.reveal, ANN, last.id).prompt)[0] == 1


def test_skipped_question_of_an_earlier_day_rests_today(coach: Coach) -> None:
    one(coach, Grade.AGAIN)
    coach.later(days=1)
    due = coach(practice.next_question, ANN)
    assert isinstance(due, Prompt)
    coach.later(days=1)

    following = coach(practice.skip, ANN, due.id).next

    assert isinstance(following, Prompt)
    assert following.question != due.question


def test_promised_push_comes(coach: Coach) -> None:
    coach(learner.choose_zone, ANN, UTC_ZONE)
    coach(learner.choose_push_time, ANN, time(21))
    for _ in range(3):
        one(coach)
    rest = coach(practice.next_question, ANN)
    assert isinstance(rest, Rest)
    assert rest.next_push

    coach.now = rest.next_push

    assert coach(nudge.claim, ANN)


def test_push_promised_after_a_move_comes(coach: Coach) -> None:
    coach(learner.choose_zone, ANN, ZoneInfo("Europe/Berlin"))
    coach.now = datetime(2026, 11, 22, 8, tzinfo=UTC)
    push = coach(nudge.claim, ANN)
    assert isinstance(push, Push)
    coach(practice.sent, push.prompt.id, 1)
    coach.later(hours=1)
    moved = coach(learner.choose_zone, ANN, ZoneInfo("America/New_York"))
    assert moved.next_push

    coach.now = moved.next_push

    assert coach(nudge.claim, ANN)


def test_labels_are_of_the_day_on_which_they_are_seen(coach: Coach) -> None:
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    coach(practice.reveal, ANN, prompt.id)
    coach.later(days=3)

    assert due_days(coach(practice.next_question, ANN)) == [0, 1, 2, 8]


def test_labels_after_a_late_undo_are_of_today(coach: Coach) -> None:
    one(coach)
    coach.later(days=1)

    assert due_days(coach(mending.undo, ANN).prompt) == [0, 1, 2, 8]


def test_second_tap_on_undo_takes_nothing_more(coach: Coach) -> None:
    one(coach)
    last = one(coach).prompt
    assert last
    coach(mending.undo, ANN, step_id=last.step_id, update_id=1)

    assert coach(mending.undo, ANN, step_id=last.step_id, update_id=2).notice is Notice.AGAIN
    assert coach(progress.look, ANN).graded_today == 1


def test_grade_and_undo_that_come_twice_end_undone(coach: Coach) -> None:
    graded = one(coach).prompt
    assert graded
    coach(mending.undo, ANN, step_id=graded.step_id)
    for _ in range(2):
        coach.take(1, practice.grade, ANN, graded.id, Grade.GOOD, update_id=1)
        coach.take(2, mending.undo, ANN, update_id=2)

    assert coach(progress.look, ANN).graded_today == 0


def test_zone_question_that_never_arrived_is_asked_again(coach: Coach) -> None:
    graded = one(coach).prompt
    assert graded

    assert coach(practice.grade, ANN, graded.id, Grade.GOOD).ask_zone


def test_grade_of_a_renamed_question_counts(coach: Coach) -> None:
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    assert prompt.question
    coach(practice.reveal, ANN, prompt.id)
    renamed(coach, prompt.question.id)

    coach(practice.grade, ANN, prompt.id, Grade.EASY)

    assert remembered(coach) == {"brand-new"}


def test_undo_of_a_renamed_question_is_exact(coach: Coach) -> None:
    graded = one(coach).prompt
    assert graded
    assert graded.question
    renamed(coach, graded.question.id)

    coach(mending.undo, ANN)

    assert remembered(coach) == set()


def test_stale_tap_does_not_make_somebody_known(coach: Coach) -> None:
    coach(learner.set_up, ANN)
    coach(learner.forget, ANN)
    coach(practice.look, ANN, 1)

    assert coach(learner.start, ANN).new_here


def test_unreachable_learner_is_not_asked_whether_to_go_on(coach: Coach) -> None:
    coach(learner.choose_zone, ANN, UTC_ZONE)
    for day in range(4):
        coach.now = NINE + timedelta(days=day)
        push = coach(nudge.claim, ANN)
        if isinstance(push, Push):
            coach(practice.sent, push.prompt.id, day + 1)
    assert coach(nudge.unasked) == [ANN]
    coach.later(hours=18)
    assert coach(nudge.check_in, ANN) is None  # not at three in the morning

    coach(nudge.unreachable, ANN)

    assert coach(nudge.unasked) == []


@pytest.mark.parametrize("silence", ["stop", "pause", "off"])
def test_unsent_push_respects_silence(coach: Coach, silence: str) -> None:
    push = pushed(coach)
    if silence == "stop":
        coach(learner.stop, ANN)
    elif silence == "pause":
        coach(learner.pause, ANN, None)
    else:
        coach(learner.switch_push, ANN, on=False)

    assert coach(nudge.send_again, push.prompt.id) is None


def test_replaced_message_is_known_after_a_crash(coach: Coach) -> None:
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    coach(practice.sent, prompt.id, 7)
    push = pushed(coach)

    again = coach(nudge.send_again, push.prompt.id)

    assert again
    assert (push.replaced, again.replaced) == (7, 7)


def test_question_that_was_put_off_is_sent_by_a_tick(coach: Coach) -> None:
    following = one(coach).next
    assert isinstance(following, Prompt)
    assert coach(nudge.unsent) == []
    coach.later(minutes=3)

    assert coach(nudge.unsent) == [following.id]


def test_choices_that_come_twice_stay(coach: Coach) -> None:
    first = coach(learner.switch_weekday, ANN, 0, on=False)

    assert coach(learner.switch_weekday, ANN, 0, on=False) == first


def test_question_ends_waiting_for_a_setting(coach: Coach) -> None:
    for act in (practice.next_question, practice.stop):
        coach(learner.await_text, ANN, Awaiting.PUSH_TIME)
        coach(act, ANN)

        assert coach(learner.profile, ANN).awaiting is None


def test_enormous_ids_are_unknown(coach: Coach) -> None:
    one(coach)

    assert coach(practice.reveal, ANN, 2**63 - 1).notice is Notice.UNKNOWN
    assert coach(mending.undo, ANN, step_id=2**63 - 1).notice is Notice.NOTHING


def test_two_first_contacts_at_once_make_one_learner(coach: Coach) -> None:
    together = Barrier(2)

    def join(_: int) -> None:
        with coach.database.transaction() as session:
            if coach.database.writers > 1:
                learners.lock(session, ANN)
                together.wait()
            learners.join(session, ANN, coach.now)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(join, range(2)))

    with coach.database.transaction() as session:
        assert learners.everybody(session) == [ANN]


def test_hidden_questions_can_be_brought_back(coach: Coach) -> None:
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    coach(practice.hide, ANN, prompt.id)

    coach(learner.bring_back, ANN)

    assert coach(progress.look, ANN).hidden == 0


def test_label_that_was_moved_unseen_grades_nothing(coach: Coach) -> None:
    prompt = coach(practice.next_question, ANN)
    assert isinstance(prompt, Prompt)
    seen = coach(practice.reveal, ANN, prompt.id).prompt
    assert seen
    assert seen.outcomes
    promised = seen.outcomes[Grade.GOOD].due_day
    coach.later(days=1)
    coach(reports.await_report, ANN, prompt.id)

    turn = coach(practice.grade, ANN, prompt.id, Grade.GOOD, promised=promised)

    assert turn.notice is Notice.NEW_DAY
    assert turn.prompt
    assert turn.prompt.outcomes
    promised = turn.prompt.outcomes[Grade.GOOD].due_day
    graded = coach(practice.grade, ANN, prompt.id, Grade.GOOD, promised=promised)
    assert graded.notice is Notice.DONE
