from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.coach import learner, mending, nudge, practice, requests, search, sets, topics
from bot.coach.sets import Begun, Refused
from bot.questions.model import Level, QuestionId, TopicId
from bot.storage.tables import SetRow
from bot.study.learner import Reason, Rest
from bot.study.memory import Grade
from bot.study.prompt import Origin, Prompt, PromptState
from bot.study.requests import Set, Subjects, subjects_of

if TYPE_CHECKING:
    from tests.coach.conftest import Coach

ANN = 5_000_000_001
BOB = 5_000_000_002


@pytest.fixture
def subjects(coach: Coach) -> Subjects:
    return subjects_of(coach.bank.questions.values())


@pytest.fixture
def python(subjects: Subjects) -> Set:
    return Set((subjects.by_id["python"],), 4)


def begun(coach: Coach, wanted: Set, *, update_id: int | None = None) -> Begun:
    made = coach(sets.begin, ANN, wanted, update_id=update_id)
    assert isinstance(made, Begun)
    return made


def put(shown: object) -> Prompt:
    assert isinstance(shown, Prompt)
    return shown


def graded(coach: Coach, prompt: object, grade: Grade = Grade.GOOD) -> Prompt | Rest:
    open_ = put(prompt)
    coach(practice.reveal, ANN, open_.id)
    following = coach(practice.grade, ANN, open_.id, grade).next
    assert isinstance(following, Prompt | Rest)
    return following


def asked(coach: Coach, shown: object) -> tuple[list[Prompt], Rest]:
    """Grade a set to its end."""
    prompts = []
    while isinstance(shown, Prompt):
        prompts.append(shown)
        shown = graded(coach, shown)
    assert isinstance(shown, Rest)
    return prompts, shown


def ids(prompts: list[Prompt]) -> list[QuestionId]:
    return [prompt.question.id for prompt in prompts if prompt.question]


def test_set_asks_so_many_different_questions_beyond_the_daily_numbers(
    coach: Coach, subjects: Subjects
) -> None:
    wanted = Set((subjects.by_id["python"], subjects.by_id["django"]), 12)
    prompts, end = asked(coach, begun(coach, wanted).shown)

    assert len(set(ids(prompts))) == len(prompts) == 12
    assert [(p.in_set.number, p.in_set.of) for p in prompts if p.in_set] == [
        (number, 12) for number in range(1, 13)
    ]
    assert end.reason is Reason.SET_DONE
    assert end.graded == 12


def test_levels_rise_and_topics_take_turns(coach: Coach, subjects: Subjects) -> None:
    wanted = Set((subjects.by_id["python"],), 6)
    prompts, _ = asked(coach, begun(coach, wanted).shown)
    questions = [prompt.question for prompt in prompts if prompt.question]

    assert [question.level for question in questions] == [
        level for level in Level for _ in range(2)
    ]
    assert all(a.topic != b.topic for a, b in zip(questions[::2], questions[1::2], strict=True))


def test_fewer_are_told_first(coach: Coach, subjects: Subjects) -> None:
    made = begun(coach, Set((subjects.by_id["kafka"],), 20, (Level.JUNIOR, Level.MIDDLE)))

    assert made.selection
    assert len(made.selection.questions) == made.state.of == 4
    assert all(question.level is not Level.SENIOR for question in made.selection.questions)


@pytest.mark.parametrize("number", [0, 101, 10_000])
def test_impossible_number_begins_nothing(coach: Coach, python: Set, number: int) -> None:
    refused = coach(sets.begin, ANN, Set(python.subjects, number))

    assert refused == Refused(available=6)
    assert coach(practice.current, ANN) is None
    assert coach(sets.last, ANN) is None


def test_chosen_levels_hold_unless_others_are_named(coach: Coach, python: Set) -> None:
    coach(learner.choose_levels, ANN, [Level.SENIOR])

    own = begun(coach, Set(python.subjects, 5)).selection
    named = begun(coach, Set(python.subjects, 5, (Level.JUNIOR,))).selection

    assert own
    assert named
    assert {question.level for question in own.questions} == {Level.SENIOR}
    assert {question.level for question in named.questions} == {Level.JUNIOR}


def test_again_returns_after_the_set_not_within_it(coach: Coach, python: Set) -> None:
    coach(learner.choose_area, ANN, python.subjects[0].id, on=False)  # type: ignore[arg-type]
    first = put(begun(coach, python).shown)
    prompts, end = asked(coach, graded(coach, first, Grade.AGAIN))

    assert first.question
    assert first.question.id not in ids(prompts)
    assert end.finished
    assert end.finished.grades == {Grade.AGAIN: 1, Grade.GOOD: 3}
    assert end.finished.weak == ((first.question.topic.name, 1),)
    following = put(coach(practice.next_question, ANN))
    assert following.question == first.question
    assert following.in_set is None


def test_set_is_left_by_stopping_and_gone_on_with(coach: Coach, python: Set) -> None:
    second = put(graded(coach, begun(coach, python).shown))
    stopped = coach(practice.stop, ANN)
    assert stopped
    assert stopped.state is PromptState.WITHDRAWN

    resumed = coach(sets.resume, ANN)

    assert resumed
    shown = put(resumed.shown)
    assert shown.question == second.question
    assert shown.in_set
    assert (shown.in_set.number, shown.in_set.of) == (2, 4)


def test_set_that_was_left_is_offered_once_a_day(coach: Coach, python: Set) -> None:
    graded(coach, begun(coach, python).shown)
    coach(topics.ask, ANN, TopicId("kafka/basics"))
    coach(practice.stop, ANN)

    offer = coach(practice.next_question, ANN)
    assert isinstance(offer, Rest)
    assert offer.left
    assert (offer.left.done, offer.left.of, offer.left.name) == (1, 4, "Python")
    assert isinstance(coach(practice.next_question, ANN), Prompt)
    coach(practice.stop, ANN)
    coach.later(days=1)

    again = coach(practice.next_question, ANN)

    assert isinstance(again, Rest)
    assert again.reason is Reason.SET_LEFT


def test_who_has_just_stopped_is_not_asked_the_same_day(coach: Coach, python: Set) -> None:
    graded(coach, begun(coach, python).shown)
    coach(practice.stop, ANN)

    assert isinstance(coach(practice.next_question, ANN), Prompt)


def test_dropped_set_is_never_offered(coach: Coach, python: Set) -> None:
    made = begun(coach, python)
    coach(practice.stop, ANN)
    coach.later(days=1)

    coach(sets.drop, ANN, made.state.id)

    assert isinstance(coach(practice.next_question, ANN), Prompt)
    assert coach(sets.resume, ANN, made.state.id) is None
    assert coach(sets.resume, ANN) is None


def test_set_of_another_learner_is_none(coach: Coach, python: Set) -> None:
    made = begun(coach, python)

    assert coach(sets.resume, BOB, made.state.id) is None
    assert coach(sets.drop, BOB, made.state.id) is None
    assert coach(sets.last, BOB, made.state.id) is None


def test_undo_takes_the_count_back(coach: Coach, python: Set) -> None:
    first = put(begun(coach, python).shown)
    second = put(graded(coach, first))
    graded(coach, second)

    turn = coach(mending.undo, ANN)

    assert turn.prompt
    assert turn.prompt.in_set
    assert (turn.prompt.id, turn.prompt.in_set.number) == (second.id, 2)
    third = put(graded(coach, turn.prompt))
    assert third.in_set
    assert third.in_set.number == 3


def test_undo_after_the_end_opens_the_set_again(coach: Coach, python: Set) -> None:
    prompts, end = asked(coach, begun(coach, python).shown)
    assert end.finished

    turn = coach(mending.undo, ANN)

    assert turn.prompt
    assert turn.prompt.id == prompts[-1].id
    state = coach(sets.drop, ANN, end.finished.state.id)
    assert state
    assert (state.done, state.of) == (3, 4)


def test_skipped_and_hidden_ones_count_and_are_named(coach: Coach, python: Set) -> None:
    first = put(begun(coach, python).shown)
    second = put(coach(practice.skip, ANN, first.id).next)
    third = coach(practice.hide, ANN, second.id).next
    prompts, end = asked(coach, third)

    assert [p.in_set.number for p in prompts if p.in_set] == [3, 4]
    assert end.finished
    assert (end.finished.aside, end.finished.grades) == (2, {Grade.GOOD: 2})


def test_same_again_brings_others_first(coach: Coach, subjects: Subjects) -> None:
    wanted = Set((subjects.by_id["python"],), 3)
    before, _ = asked(coach, begun(coach, wanted).shown)

    second = begun(coach, wanted).selection
    third = begun(coach, Set(wanted.subjects, 5)).selection

    assert second
    assert third
    assert not set(ids(before)) & {question.id for question in second.questions}
    assert second.repeated == 0
    assert third.repeated == 2


def test_set_begun_later_waits_for_the_one_before(coach: Coach, subjects: Subjects) -> None:
    wanted = [Set((subjects.by_id[id_],), 2) for id_ in ("python", "django", "kafka")]
    first = begun(coach, wanted[0], update_id=7)
    for each in wanted[1:]:
        made = coach(sets.begin, ANN, each, update_id=7, later=True)
        assert isinstance(made, Begun)
        assert made.shown is None

    _, end = asked(coach, first.shown)

    assert end.left
    assert (end.left.done, end.left.of, end.left.name) == (0, 2, "Django")


def test_text_that_comes_twice_begins_one_set(coach: Coach, python: Set) -> None:
    first = begun(coach, python, update_id=7)
    assert coach(requests.is_open, ANN, update_id=7) is False
    assert coach(requests.is_open, ANN, update_id=8) is True

    second = begun(coach, python, update_id=7)

    assert second.again
    assert second.state == first.state
    assert put(second.shown).id == put(first.shown).id


def test_last_request_is_remembered(coach: Coach, python: Set) -> None:
    begun(coach, Set(python.subjects, 3, (Level.JUNIOR,)))

    last = coach(sets.last, ANN)

    assert last
    assert (last.subjects, last.number, last.levels) == (("python",), 3, (Level.JUNIOR,))


def test_question_that_left_the_bank_is_no_part_of_the_set(coach: Coach, python: Set) -> None:
    made = begun(coach, python)
    with coach.database.transaction() as session:
        row = session.get_one(SetRow, made.state.id)
        row.plan = [*row.plan[:1], "gone-for-good", *row.plan[1:]]

    prompts, end = asked(coach, made.shown)

    assert len(prompts) == 4
    assert end.finished
    assert (end.finished.state.done, end.finished.state.of) == (4, 4)


def test_unanswered_questions_come_only_when_too_few(coach: Coach, python: Set) -> None:
    coach.bank = type(coach.bank)(
        {
            id_: type(question)(
                question.id, question.text, question.topic, question.source, question.level
            )
            if id_ == "python-basics-1"
            else question
            for id_, question in coach.bank.questions.items()
        },
        coach.bank.topics,
        coach.bank.renamed,
    )

    five = begun(coach, Set(python.subjects, 5)).selection
    six = begun(coach, Set(python.subjects, 6)).selection

    assert five
    assert six
    assert (five.unanswered, six.unanswered) == (0, 1)


def test_daily_question_leaves_the_set_and_stays_out_of_it(coach: Coach, python: Set) -> None:
    coach(learner.choose_zone, ANN, ZoneInfo("UTC"))
    second = put(graded(coach, begun(coach, python).shown))
    coach.later(hours=21)
    push = coach(nudge.claim, ANN)
    assert isinstance(push, nudge.Push)
    assert push.prompt.origin is Origin.PUSH
    assert push.prompt.in_set is None

    end = graded(coach, push.prompt)
    offer = coach(practice.next_question, ANN)

    assert isinstance(end, Rest)
    assert isinstance(offer, Rest)
    assert offer.left
    resumed = coach(sets.resume, ANN, offer.left.id)
    assert resumed
    assert put(resumed.shown).question == second.question


def test_answer_taken_for_a_request_is_given_back(coach: Coach, python: Set) -> None:
    waiting = put(coach(practice.next_question, ANN))
    made = begun(coach, python)
    assert made.put_away
    assert made.put_away.id == waiting.id

    back = coach(requests.was_answer, ANN, waiting.id, {"text": "4 threads", "message_id": 9})

    assert back
    shown = put(back.shown)
    assert (shown.id, shown.state, shown.own_answer) == (
        waiting.id,
        PromptState.ASKED,
        "4 threads",
    )
    assert coach(sets.resume, ANN) is None


def test_answer_is_not_given_back_after_the_set_has_moved(coach: Coach, python: Set) -> None:
    waiting = put(coach(practice.next_question, ANN))
    graded(coach, begun(coach, python).shown)

    assert coach(requests.was_answer, ANN, waiting.id, {"text": "x", "message_id": 9}) is None


def test_request_taken_for_an_answer_leaves_the_answer(coach: Coach) -> None:
    waiting = put(coach(practice.next_question, ANN))
    for number, text in enumerate(("A lock", "kafka"), start=1):
        coach(practice.answer, ANN, text=text, message_id=number, update_id=number)

    assert coach(requests.was_request, ANN, 2) == "kafka"
    assert coach(requests.was_request, ANN, 2) is None

    shown = coach(practice.look, ANN, waiting.id).prompt
    assert shown
    assert shown.own_answer == "A lock"


def test_question_searched_for_in_a_set_leads_back_to_it(coach: Coach, python: Set) -> None:
    second = put(graded(coach, begun(coach, python).shown))

    asking_ = coach(search.ask, ANN, QuestionId("kafka-traps-1"))

    assert asking_
    assert asking_.put_away
    assert asking_.put_away.id == second.id
    assert asking_.shown.in_set is None
    back = put(graded(coach, asking_.shown))
    assert back.question == second.question
    assert back.in_set
    assert back.in_set.number == 2


def test_revealed_question_is_graded_before_another_is_asked(coach: Coach) -> None:
    waiting = put(coach(practice.next_question, ANN))
    coach(practice.reveal, ANN, waiting.id)

    other = next(id_ for id_ in coach.bank.questions if [id_] != ids([waiting]))
    asking_ = coach(search.ask, ANN, other)

    assert asking_
    assert asking_.first
    assert asking_.shown.id == waiting.id
    assert coach(search.ask, ANN, QuestionId("no-such-question")) is None


def test_everything_is_forgotten(coach: Coach, python: Set) -> None:
    begun(coach, python)
    coach(learner.forget, ANN)

    assert coach(sets.last, ANN) is None


def test_chance_changes_which_but_not_how_many(coach: Coach, python: Set) -> None:
    drawn = set()
    for seed in range(6):
        coach.chance = Random(seed)
        made = begun(coach, Set(python.subjects, 2))
        assert made.selection
        drawn.add(tuple(question.id for question in made.selection.questions))
        assert len({question.topic.id for question in made.selection.questions}) == 2
    assert len(drawn) > 1
