from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.model import AreaId, Level, Question, QuestionId, Source, Topic, TopicId
from bot.study.memory import Grade, Memory, outcomes
from bot.study.picking import Asked as Today
from bot.study.picking import Situation
from bot.study.requests import Same, Set, Subject, subjects_of
from bot.study.sets import Asked, following, is_possible, named, range_of, same, select

TODAY = date(2026, 11, 21)
LEVELS = list(Level)


def question(topic: str, number: int, level: Level | None = Level.JUNIOR) -> Question:
    area = AreaId(topic.partition("/")[0])
    where = Topic(TopicId(topic), topic.partition("/")[2].title(), area, area.title())
    id_ = QuestionId(f"{topic.replace('/', '-')}-{number}")
    return Question(id_, f"What is {id_}?", where, Source("a", 1), level, answer="So.")


def many(*topics: str, of_each: int) -> list[Question]:
    return [question(t, n, LEVELS[n % 3]) for t in topics for n in range(of_each)]


def situation(
    questions: list[Question],
    memories: dict[QuestionId, Memory] | None = None,
    today: tuple[QuestionId, ...] = (),
) -> Situation:
    asked = [Today(id_, None, graded=True, new=True) for id_ in today]
    return Situation(questions, memories or {}, asked, TODAY)


def graded_on(day: date, grade: Grade) -> Memory:
    return outcomes(None, day, others_left=False)[grade]


@given(number=st.integers(1, 60), seed=st.integers(0, 9), of_each=st.integers(1, 9))
def test_set_has_the_number_asked_for_or_all_there_are(
    number: int, seed: int, of_each: int
) -> None:
    questions = many("a/x", "a/y", "b/z", of_each=of_each)
    selected = select(situation(questions), (), number, Random(seed)).questions
    taken = [[str(q.topic.id) for q in selected].count(t) for t in ("a/x", "a/y", "b/z")]

    assert len(selected) == len(set(selected)) == min(number, len(questions))
    assert max(taken) - min(taken) <= 1
    ranks = [LEVELS.index(q.level) for q in selected if q.level]
    assert ranks == sorted(ranks)


def test_small_subject_has_its_turn_beside_a_large_one() -> None:
    large, small = many(*(f"a/{n}" for n in range(9)), of_each=3), many("b/x", of_each=6)
    subjects = [
        Subject(id_, id_, frozenset(q.id for q in questions))
        for id_, questions in (("a", large), ("b", small))
    ]

    selected = select(situation(large + small), subjects, 10, Random(1)).questions

    assert sum(q.topic.area_id == "b" for q in selected) == 5


def test_due_ones_come_before_new_ones_and_these_before_known_ones() -> None:
    due, new, known = (question("a/x", number) for number in range(3))
    memories = {
        due.id: graded_on(TODAY - timedelta(days=9), Grade.HARD),
        known.id: graded_on(TODAY - timedelta(days=1), Grade.EASY),
    }

    here = situation([known, new, due], memories)

    assert select(here, (), 1, Random(1)).questions == (due,)
    assert set(select(here, (), 2, Random(1)).questions) == {due, new}


def test_what_was_asked_today_comes_last_and_is_counted() -> None:
    first, second = question("a/x", 1), question("a/x", 2)
    here = situation([first, second], today=(first.id,))

    assert select(here, (), 1, Random(1)).questions == (second,)
    assert select(here, (), 2, Random(1)).repeated == 1


def test_usual_number_takes_no_question_without_an_answer() -> None:
    bare = Question(QuestionId("bare"), "?", question("a/x", 1).topic, Source("a", 1))
    here = situation([bare, question("a/x", 1)])

    assert bare not in select(here, (), None, Random(1)).questions
    assert select(here, (), 2, Random(1)).unanswered == 1
    assert select(situation([bare]), (), None, Random(1)).questions == (bare,)


@pytest.mark.parametrize(
    ("number", "possible"),
    [(None, True), (1, True), (100, True), (0, False), (101, False), (10_000, False)],
)
def test_set_has_one_to_a_hundred_questions(number: int | None, *, possible: bool) -> None:
    assert is_possible(number) is possible


def test_set_is_named_by_what_it_is_of() -> None:
    some = [Subject(name, name, frozenset()) for name in ("Python", "Django", "Flask")]

    assert (
        named(Set(tuple(some[:1]), 5, (Level.JUNIOR, Level.MIDDLE))) == "Python, junior to middle"
    )
    assert named(Set(tuple(some))) == "Python, Django and Flask"
    assert named(Set(levels=(Level.SENIOR,))) == "senior"
    assert named(Set()) == ""
    assert range_of((Level.JUNIOR, Level.SENIOR)) == "junior and senior"


def test_same_takes_what_was_said_then_unless_said_now() -> None:
    known = subjects_of(many("python/x", "flask/y", of_each=2))
    last = Asked(("python",), 20, (Level.SENIOR,))
    flask = known.by_id["flask"]

    assert same(last, Same((flask,)), known) == Set((flask,), 20, (Level.SENIOR,))
    assert same(last, Same((), 5), known) == Set((known.by_id["python"],), 5, (Level.SENIOR,))
    assert same(None, Same((flask,)), known) == Set((flask,))
    assert same(Asked(("gone",), 3, ()), Same(), known) == Set((), 3)


def test_set_goes_on_with_the_first_that_was_not_covered() -> None:
    plan = [QuestionId(id_) for id_ in "abc"]

    assert following(plan, {plan[0]}) == "b"
    assert following(plan, plan) is None
