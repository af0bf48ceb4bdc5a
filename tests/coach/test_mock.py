from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.coach import clock, debrief, learner, mending, mock, nudge, practice, progress
from bot.coach.mock import Going, Refusal
from bot.coach.turn import Notice, Turn
from bot.questions import bank as banks
from bot.questions.model import AreaId, Level, TopicId, TrackId
from bot.storage import learners, memories
from bot.study.learner import Rest
from bot.study.memory import Grade
from bot.study.mock import (
    Answered,
    Clarity,
    Dimension,
    Length,
    Lobby,
    Mode,
    Report,
    Scope,
    Setup,
    Stage,
    Standing,
)
from bot.study.prompt import Help, Origin, Prompt, PromptState
from tests.conftest import content_file

if TYPE_CHECKING:
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
REAL = Setup(Length.THREE, Mode.REAL)
PRACTICE = Setup(Length.THREE, Mode.PRACTICE)


def begun(coach: Coach, setup: Setup = REAL) -> Prompt:
    going = coach(mock.begin, ANN, setup)
    assert isinstance(going, Going)
    assert isinstance(going.shown, Prompt)
    return going.shown


def following(turn: Turn) -> Prompt:
    assert turn.notice is Notice.DONE
    assert isinstance(turn.next, Prompt)
    return turn.next


def answered(coach: Coach, prompt: Prompt, how: Answered = Answered.ALOUD) -> Turn:
    return coach(mock.answered, ANN, prompt.id, how)


def graded(coach: Coach, prompt: Prompt, grade: Grade = Grade.GOOD) -> Turn:
    return coach(practice.grade, ANN, prompt.id, grade)


def on(coach: Coach) -> Standing:
    standing = coach(mock.look, ANN)
    assert isinstance(standing, Standing)
    return standing


def to_debrief(coach: Coach, setup: Setup = REAL) -> Prompt:
    """Answer everything of a real round aloud, up to the first question of the debrief."""
    prompt = begun(coach, setup)
    while prompt.state is PromptState.ASKED:
        prompt = following(answered(coach, prompt))
    return prompt


def to_report(coach: Coach, grade: Grade = Grade.GOOD, setup: Setup = REAL) -> Report:
    prompt = to_debrief(coach, setup)
    while True:
        after = graded(coach, prompt, grade).next
        if isinstance(after, Report):
            return after
        assert isinstance(after, Prompt)
        prompt = after


def test_real_round_reveals_nothing_until_everything_was_asked(coach: Coach) -> None:
    prompt = begun(coach)
    asked = []
    while prompt.state is PromptState.ASKED:
        assert prompt.outcomes is None
        asked.append(prompt.question)
        turn = answered(coach, prompt)
        assert turn.prompt
        assert turn.prompt.state is PromptState.HELD
        prompt = following(turn)

    assert len(asked) == len(set(asked)) == 3
    assert prompt.question == asked[0]
    assert prompt.place
    assert prompt.place.stage is Stage.DEBRIEF
    report = to_report_from(coach, prompt)
    assert [item.question for item in report.items] == asked
    assert report.score
    assert report.score.dimensions[Dimension.CORRECTNESS] == 85


def to_report_from(coach: Coach, prompt: Prompt) -> Report:
    while isinstance(after := graded(coach, prompt).next, Prompt):
        prompt = after
    assert isinstance(after, Report)
    return after


def test_practice_round_shows_each_answer_and_goes_on_after_the_grade(coach: Coach) -> None:
    first = begun(coach, PRACTICE)
    shown = answered(coach, first).prompt
    assert shown
    assert shown.state is PromptState.REVEALED

    second = following(graded(coach, first))

    assert second.state is PromptState.ASKED
    assert second.place
    assert (second.place.number, second.place.of) == (2, 3)


def test_difficulty_rises(coach: Coach) -> None:
    prompt, levels = begun(coach), []
    while prompt.state is PromptState.ASKED:
        assert prompt.question
        levels.append(prompt.question.level)
        prompt = following(answered(coach, prompt))

    assert levels == [Level.JUNIOR, Level.MIDDLE, Level.SENIOR]


def test_grades_feed_the_memory_once_and_count_towards_today(coach: Coach) -> None:
    prompt = to_debrief(coach)
    graded(coach, prompt)

    again = graded(coach, prompt, Grade.AGAIN)

    assert again.notice is Notice.AGAIN
    assert prompt.question
    with coach.database.transaction() as session:
        known = memories.get(session, ANN, prompt.question.id)
    assert known
    assert known.reviews == 1
    assert coach(progress.look, ANN).graded_today == 1


def test_nothing_is_learnt_before_the_debrief(coach: Coach) -> None:
    to_debrief(coach)

    with coach.database.transaction() as session:
        assert memories.of(session, ANN) == {}


def test_grade_of_a_round_can_be_undone_and_given_again(coach: Coach) -> None:
    first = begun(coach, PRACTICE)
    answered(coach, first)
    second = following(graded(coach, first, Grade.AGAIN))
    coach(practice.answer, ANN, text="half an answer", message_id=9, update_id=9)

    back = coach(mending.undo, ANN)
    assert back.prompt
    assert (back.prompt.id, back.prompt.state) == (first.id, PromptState.REVEALED)
    again = following(graded(coach, first, Grade.GOOD))

    assert again.id == second.id
    assert again.own_answer == "half an answer"


def test_last_grade_can_be_undone_and_the_report_follows_it(coach: Coach) -> None:
    report = to_report(coach, Grade.AGAIN)
    last = coach(mending.undo, ANN).prompt
    assert last

    after = graded(coach, last, Grade.EASY).next

    assert isinstance(after, Report)
    assert report.score
    assert after.score
    assert after.score.overall > report.score.overall
    assert [item.grade for item in after.items] == [Grade.AGAIN, Grade.AGAIN, Grade.EASY]


def test_second_round_asks_nothing_of_the_first(coach: Coach) -> None:
    first = {item.question.id for item in to_report(coach).items}
    second = {item.question.id for item in to_report(coach).items}

    assert first & second == set()


def test_round_begun_twice_shows_the_one_that_is_on(coach: Coach) -> None:
    coach(practice.sent, begun(coach).id, 77)

    twice = coach(mock.begin, ANN, PRACTICE)

    assert isinstance(twice, Going)
    assert twice.again
    assert isinstance(twice.shown, Standing)
    assert twice.shown.setup.mode is Mode.REAL


def test_open_question_makes_way_and_is_as_never_asked(coach: Coach) -> None:
    waiting = coach(practice.next_question, ANN)
    assert isinstance(waiting, Prompt)

    going = coach(mock.begin, ANN, REAL)

    assert isinstance(going, Going)
    assert going.put_away
    assert (going.put_away.id, going.put_away.state) == (waiting.id, PromptState.WITHDRAWN)


def test_paused_round_goes_on_days_later_with_what_was_typed(coach: Coach) -> None:
    first = begun(coach)
    coach(practice.answer, ANN, text="Some words", message_id=5, update_id=5)
    coach.later(minutes=1)
    paused = coach(mock.pause, ANN, on(coach).round_id)
    assert paused
    assert paused.state is PromptState.HELD
    coach.later(days=3)
    other = coach(practice.next_question, ANN)
    assert isinstance(other, Prompt)
    assert other.origin is Origin.ASKED

    going = coach(mock.resume, ANN, on(coach).round_id)

    assert going
    assert isinstance(going.shown, Prompt)
    assert (going.shown.id, going.shown.own_answer) == (first.id, "Some words")
    assert going.put_away
    assert going.put_away.id == other.id


def test_time_stands_still_while_a_round_is_paused(coach: Coach) -> None:
    begun(coach, PRACTICE)
    coach.later(minutes=2)
    coach(mock.pause, ANN, on(coach).round_id)
    coach.later(days=2)
    going = coach(mock.resume, ANN, on(coach).round_id)
    assert going
    assert isinstance(going.shown, Prompt)
    coach.later(minutes=1)
    answered(coach, going.shown)
    graded(coach, going.shown)
    ended = coach(mock.end, ANN, on(coach).round_id, keep=True)

    assert ended
    assert isinstance(ended.shown, Report)
    assert [item.took for item in ended.shown.items] == [timedelta(minutes=3)]


def test_word_about_the_time_comes_once_and_only_in_a_real_round(coach: Coach) -> None:
    first = begun(coach)
    coach.later(minutes=2, seconds=59)
    assert coach(mock.to_nudge) == []
    coach.later(seconds=1)

    (due,) = coach(mock.to_nudge)
    said = coach(mock.nudge, due)

    assert said
    assert said.prompt.id == first.id
    assert coach(mock.nudge, due) is None
    assert coach(mock.to_nudge) == []


def test_no_word_about_the_time_while_paused_or_in_practice_or_much_too_late(
    coach: Coach,
) -> None:
    begun(coach, PRACTICE)
    coach.later(hours=1)
    assert coach(mock.to_nudge) == []
    coach(mock.end, ANN, on(coach).round_id, keep=False)

    begun(coach)
    coach(mock.pause, ANN, on(coach).round_id)
    coach.later(minutes=10)
    assert coach(mock.to_nudge) == []
    coach(mock.resume, ANN, on(coach).round_id)
    coach.later(hours=3)
    (due,) = coach(mock.to_nudge)
    assert coach(mock.nudge, due) is None


def test_dropped_round_leaves_no_trace_but_its_grades(coach: Coach) -> None:
    first = begun(coach, PRACTICE)
    answered(coach, first)
    following(graded(coach, first))

    gone = coach(mock.end, ANN, on(coach).round_id, keep=False)

    assert gone
    assert isinstance(gone.shown, Standing)
    assert gone.shown.stage is Stage.DROPPED
    assert isinstance(coach(mock.look, ANN), Lobby)
    assert coach(progress.look, ANN).graded_today == 1
    assert coach(practice.current, ANN) is None


def test_real_round_given_up_can_be_looked_at_as_far_as_it_came(coach: Coach) -> None:
    first = begun(coach)
    second = following(answered(coach, first))

    kept = coach(mock.end, ANN, on(coach).round_id, keep=True)

    assert kept
    assert kept.put_away
    assert (kept.put_away.id, kept.put_away.state) == (second.id, PromptState.WITHDRAWN)
    assert isinstance(kept.shown, Prompt)
    assert (kept.shown.id, kept.shown.state) == (first.id, PromptState.REVEALED)
    report = graded(coach, first).next
    assert isinstance(report, Report)
    assert len(report.items) == 1


def test_giving_up_before_any_answer_ends_it(coach: Coach) -> None:
    begun(coach)

    gone = coach(mock.end, ANN, on(coach).round_id, keep=True)

    assert gone
    assert isinstance(gone.shown, Standing)
    assert gone.shown.stage is Stage.DROPPED


def test_practice_round_given_up_is_summed_up(coach: Coach) -> None:
    first = begun(coach, PRACTICE)
    answered(coach, first)
    following(graded(coach, first))

    kept = coach(mock.end, ANN, on(coach).round_id, keep=True)

    assert kept
    assert isinstance(kept.shown, Report)
    assert len(kept.shown.items) == 1


def test_who_does_not_know_passes_and_is_suggested_nothing_better_than_again(
    coach: Coach,
) -> None:
    first = begun(coach, PRACTICE)

    shown = answered(coach, first, Answered.PASSED).prompt

    assert shown
    assert shown.ticked == frozenset()
    report = coach(mock.end, ANN, on(coach).round_id, keep=True)
    assert report


def test_skipping_in_words_is_passing(coach: Coach) -> None:
    begun(coach)

    turn = coach(practice.skip_open, ANN, update_id=7)

    assert turn.prompt
    assert turn.prompt.state is PromptState.HELD
    assert turn.prompt.place
    assert turn.prompt.place.answered is Answered.PASSED


def test_typed_answer_counts_as_written_and_its_points_are_ticked(linked: Coach) -> None:
    scope = Scope(topic=TopicId("python/chain"))
    first = begun(linked, Setup(Length.TEN, Mode.PRACTICE, scope))
    linked(practice.answer, ANN, text="It is alpha, then beta.", message_id=5, update_id=5)

    shown = answered(linked, first).prompt

    assert shown
    assert shown.place
    assert shown.place.answered is Answered.WRITTEN
    assert shown.ticked == frozenset({0})


def test_own_mark_of_clarity_is_kept_and_scored(coach: Coach) -> None:
    first = begun(coach, PRACTICE)
    answered(coach, first)

    marked = coach(mock.mark, ANN, first.id, Clarity.CLEAR).prompt
    graded(coach, first)
    ended = coach(mock.end, ANN, on(coach).round_id, keep=True)

    assert marked
    assert marked.place
    assert marked.place.clarity is Clarity.CLEAR
    assert ended
    assert isinstance(ended.shown, Report)
    assert ended.shown.score
    assert ended.shown.score.dimensions[Dimension.COMMUNICATION] == 100


def test_mark_of_what_is_graded_changes_nothing(coach: Coach) -> None:
    first = begun(coach, PRACTICE)
    answered(coach, first)
    graded(coach, first)

    assert coach(mock.mark, ANN, first.id, Clarity.CLEAR).notice is Notice.AGAIN


def test_round_of_minutes_begins_nothing_new_when_they_are_over(coach: Coach) -> None:
    prompt = begun(coach, Setup(Length.QUARTER, Mode.REAL))
    asked = 0
    while prompt.state is PromptState.ASKED:
        asked += 1
        coach.later(minutes=8)
        prompt = following(answered(coach, prompt))

    assert asked == 2


def test_quick_round_of_minutes_goes_on_until_the_scope_is_used_up(coach: Coach) -> None:
    setup = Setup(Length.QUARTER, Mode.REAL, Scope(area=AreaId("python")))
    prompt, asked = begun(coach, setup), set()
    while prompt.state is PromptState.ASKED:
        assert prompt.question
        asked.add(prompt.question.id)
        coach.later(minutes=1)
        prompt = following(answered(coach, prompt))

    assert len(asked) == 6


def test_round_is_about_its_scope(coach: Coach) -> None:
    report = to_report(
        coach, setup=Setup(Length.THREE, Mode.REAL, Scope(topic=TopicId("kafka/traps")))
    )

    assert {item.question.topic.id for item in report.items} == {"kafka/traps"}
    assert report.about == "Traps"


def test_scope_without_a_question_is_refused_and_so_is_one_that_was_just_asked(
    coach: Coach,
) -> None:
    topic = Setup(Length.THREE, Mode.REAL, Scope(topic=TopicId("kafka/traps")))
    lost = Setup(Length.THREE, scope=Scope(track=TrackId("gone")))

    assert coach(mock.begin, ANN, lost) is Refusal.NOTHING
    to_report(coach, setup=topic)
    assert coach(mock.begin, ANN, topic) is Refusal.ALL_ASKED


def test_lobby_proposes_what_the_last_round_was(coach: Coach) -> None:
    first = coach(mock.look, ANN)
    to_report(coach, setup=Setup(Length.THREE, Mode.REAL, Scope(area=AreaId("django"))))
    second = coach(mock.look, ANN)

    assert isinstance(first, Lobby)
    assert (first.setup, first.about, first.questions) == (Setup(), "all you chose", 18)
    assert isinstance(second, Lobby)
    assert second.setup.scope == Scope(area=AreaId("django"))
    assert (second.about, second.questions, second.fresh) == ("Django", 6, 3)


def test_report_compares_with_earlier_rounds_and_names_what_was_missed(coach: Coach) -> None:
    first = to_report(coach, Grade.AGAIN)
    second = to_report(coach, Grade.EASY)

    assert first.earlier == ()
    assert first.score
    assert [each.overall for each in second.earlier] == [first.score.overall]
    assert len(first.missed) == 3
    assert second.missed == ()


def test_what_was_missed_is_queued_once(coach: Coach) -> None:
    report = to_report(coach, Grade.AGAIN)

    queued = coach(debrief.queue, ANN, report.round_id)
    again = coach(debrief.queue, ANN, report.round_id)

    assert queued
    assert again
    assert queued.queued == again.queued
    assert queued.queued is not None
    left = coach(practice.next_question, ANN)
    assert isinstance(left, Rest)
    assert left.left
    assert left.left.name == debrief.MISSED


def test_report_of_another_learner_is_none(coach: Coach) -> None:
    report = to_report(coach)

    assert coach(debrief.report, ANN + 1, report.round_id) is None
    assert coach(mock.resume, ANN + 1, report.round_id) is None


def test_what_never_arrived_is_shown_when_its_update_comes_again(coach: Coach) -> None:
    first = begun(coach)
    twice = coach(mock.begin, ANN, REAL)
    assert isinstance(twice, Going)
    assert isinstance(twice.shown, Prompt)
    assert twice.shown.id == first.id
    second = following(answered(coach, first))

    again = answered(coach, first)

    assert isinstance(again.next, Prompt)
    assert again.next.id == second.id


def test_answer_that_was_ended_twice_moves_nothing(coach: Coach) -> None:
    first = begun(coach)
    second = following(answered(coach, first))
    coach(practice.sent, second.id, 78)

    again = answered(coach, first)

    assert again.notice is Notice.AGAIN
    current = coach(practice.current, ANN)
    assert current
    assert current.id == second.id


def test_hint_of_a_round_lowers_the_suggestion(coach: Coach) -> None:
    first = begun(coach)
    turn = coach(practice.give_help, ANN, first.id, Help.OUTLINE)

    assert turn.prompt
    assert turn.prompt.help == {Help.OUTLINE}


def test_daily_question_waits_while_a_round_is_on_and_not_for_ever(coach: Coach) -> None:
    coach(learner.start, ANN)
    coach(learner.choose_zone, ANN, clock.NOWHERE)
    coach.later(hours=20)  # eight in the morning
    first = begun(coach)
    coach.later(hours=1, minutes=5)
    assert coach(nudge.claim, ANN) is None
    coach.later(hours=13)  # the slot has closed
    assert coach(nudge.claim, ANN) is None
    coach.later(hours=11)

    push = coach(nudge.claim, ANN)

    assert isinstance(push, nudge.Push)
    assert push.prompt.origin is Origin.PUSH
    going = coach(mock.resume, ANN, on(coach).round_id)
    assert going
    assert isinstance(going.shown, Prompt)
    assert going.shown.id == first.id


def test_hidden_question_is_no_part_of_its_round(coach: Coach) -> None:
    prompt = to_debrief(coach)

    after = following(coach(practice.hide, ANN, prompt.id))
    report = to_report_from(coach, after)

    assert len(report.items) == 2


def test_forgetting_takes_rounds_along(coach: Coach) -> None:
    to_report(coach)
    begun(coach)

    with coach.database.transaction() as session:
        learners.forget(session, ANN)

    assert isinstance(coach(mock.look, ANN), Lobby)


LINKED = """---
topic: Chain
area: Python
---
## One?
<!-- id: one · level: junior -->

Answer.

### Key points
- Alpha beta
### Follow-ups
- [Two?](#two)
- Not in the bank?

## Two?
<!-- id: two · level: middle -->

Answer.

### Key points
- Gamma
### Follow-ups
- [Three?](#three)

## Three?
<!-- id: three · level: middle -->

Answer.

### Key points
- Delta
### Follow-ups
- [Four?](#four)

## Four?
<!-- id: four · level: senior -->

Answer.
"""


@pytest.fixture
def linked(coach: Coach) -> Coach:
    files = [("python/chain.md", LINKED), content_file("Kafka", "Basics", 9)]
    built, problems = banks.build(files)
    assert not problems
    coach.bank = built
    return coach


def depths(coach: Coach, how: Answered) -> set[int]:
    """Go through rounds about the chain until follow-ups had every chance."""
    found: set[int] = set()
    for _ in range(12):
        prompt = begun(coach)
        while prompt.state is PromptState.ASKED:
            assert prompt.place
            found.add(prompt.place.depth)
            prompt = following(answered(coach, prompt, how))
        coach(mock.end, ANN, on(coach).round_id, keep=False)
    return found


def test_follow_ups_come_after_answers_and_not_after_passing(linked: Coach) -> None:
    assert depths(linked, Answered.PASSED) == {0}
    assert 1 in depths(linked, Answered.ALOUD)
    assert max(depths(linked, Answered.ALOUD)) <= 2
