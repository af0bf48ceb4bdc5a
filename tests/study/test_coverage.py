from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import content
from bot.questions.model import QuestionId
from bot.study.coverage import said
from bot.study.requests import subjects_of, synonyms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.bank import Bank

HERE = Path(__file__).parent
POINTS = (
    "Stops calls to a failing dependency",
    "Closed, open, half-open with trial calls",
    "Cheap",
)


def rows() -> Iterator[tuple[QuestionId, frozenset[int], str]]:
    """Read `said.txt`: a question, the points that a fair interviewer ticks, and the answer."""
    for row in (HERE / "said.txt").read_text(encoding="utf-8").split("\n== ")[1:]:
        head, _, answer = row.partition("\n")
        id_, _, points = head.partition(":")
        yield QuestionId(id_), frozenset(int(point) - 1 for point in points.split()), answer


@pytest.fixture(scope="module")
def bank() -> Bank:
    """The bank as it is; the answers of the table are to its questions."""
    built, problems = content.load(HERE.parent.parent / "content")
    assert not problems
    return built


def test_ticks_are_those_of_a_fair_interviewer(bank: Bank) -> None:
    same = synonyms(subjects_of(bank.questions.values()))
    right = ticked = fair = 0
    for id_, points, answer in rows():
        ticks = said(answer, bank.questions[id_].key_points, same)
        right, ticked, fair = right + len(ticks & points), ticked + len(ticks), fair + len(points)

    assert right / ticked >= 0.95
    assert right / fair >= 0.75


def test_model_answers_cover_most_of_their_points(bank: Bank) -> None:
    asked = [q for q in bank.questions.values() if q.answer][::10]
    covered = sum(len(said(q.answer or "", q.key_points)) for q in asked)

    assert covered / sum(len(q.key_points) for q in asked) >= 0.8


@pytest.mark.parametrize(
    ("answer", "ticked"),
    [
        ("", set()),
        ("no idea", set()),
        ("it stops working", set()),
        ("it stops calls to the failing dependency", {0}),
        ("stopping a call when a dependency fails", {0}),
        ("stops calls to a failing dependancy", {0}),
        ("closed, half open, trial call", {1}),
        ("cheap", {2}),
        ("STOPS CALLS TO A FAILING DEPENDENCY!!! closed open half-open, trial", {0, 1}),
    ],
)
def test_point_is_ticked_by_half_of_its_words(answer: str, ticked: set[int]) -> None:
    assert said(answer, POINTS) == ticked


def test_words_far_apart_are_no_point() -> None:
    between = "and then something else entirely happened over here yesterday evening " * 5
    points = ("Threshold on a rate with a minimum number of calls",)

    assert said("a threshold on a rate and a minimum", points) == {0}
    assert said(f"a threshold on a rate. {between} a minimum", points) == frozenset()


def test_abbreviations_and_synonyms_count() -> None:
    points = ("Database connections in production",)

    assert said("db conn in prod", points) == {0}
    assert said("postgres pools", ("PostgreSQL pools",)) == frozenset()
    assert said("postgres pools", ("PostgreSQL pools",), {"postgres": "postgresql"}) == {0}


@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=6))
def test_only_points_there_are_are_ticked(answer: str, points: list[str]) -> None:
    assert said(answer, points) <= frozenset(range(len(points)))


@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=6))
def test_empty_answer_covers_nothing(answer: str, points: list[str]) -> None:
    assert said("", [answer, *points]) == frozenset()
