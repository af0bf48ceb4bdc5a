"""Ids and file names: readable where they can be, sound whatever the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.naming import file_name, question_id, unique


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the GIL?", "gil"),
        ("What is the difference between a list and a tuple?", "list-tuple"),
        ("What is it?", "what-is-it"),
        ("What is C++?", "cpp"),
        ("What is C#?", "csharp"),
        ("What is `O'Reilly`'s rule?", "oreillys-rule"),
        ("Что такое индекс?", "chto-takoe-indeks"),
        ("¿Qué es un índice?", "que-es-un-indice"),
        ("什么是索引？", "shen-me-shi-suo-yin"),
        (
            "How do you guard shared memory against many writers at once?",
            "guard-shared-memory-against-many-writers",
        ),
        ("Donaudampfschifffahrtsgesellschaftskapitän", "donaudampfschifffahrtsgesellschaftskapit"),
    ],
)
def test_an_id_says_what_the_question_is_about(question: str, expected: str) -> None:
    assert question_id(question, ()) == expected


def test_a_text_without_a_letter_gets_the_same_id_every_time() -> None:
    assert re.fullmatch(r"q-[0-9a-f]{8}", question_id("🔥?", ()))
    assert question_id("🔥?", ()) == question_id("🔥?", ())
    assert question_id("🔥?", ()) != question_id("🔥🔥?", ())


@given(st.lists(st.text(max_size=60), max_size=8))
def test_ids_are_sound_and_unique(questions: list[str]) -> None:
    taken: set[str] = set()
    for question in questions:
        new = question_id(question, taken)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", new)
        assert len(new) <= 40
        assert new not in taken
        taken.add(new)


@given(st.text(max_size=80), st.integers(min_value=12, max_value=50))
def test_file_names_fit(name: str, limit: int) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", file_name(name, (), limit))
    assert len(file_name(name, (), limit)) <= limit


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert unique("lock", {"lock", "lock-2"}, 40) == "lock-3"
    assert unique("thread-lock", {"thread-lock"}, 8) == "thread-2"
