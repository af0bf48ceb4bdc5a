"""A newer version of a document: nothing that stayed loses its key, and nothing is lost."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.questions.document import Found, Reading
from bot.questions.revision import Fate, Kept, compare, is_newer_version
from bot.questions.rewording import asks_the_same
from tests.patience import ends_in_time

LOCK = "A lock lets one thread at a time pass, and every other one has to wait for it."

Row = tuple[str, str | None, str | None]
WORDS = st.sampled_from(["what is", "a lock", "a queue", "locks", "C++", "?", "", "ünder", "*x*"])
ROWS = st.lists(
    st.tuples(
        st.lists(WORDS, max_size=5).map(" ".join),
        st.none() | st.sampled_from(["yes", "no", LOCK, LOCK + " Really."]),
        st.none() | st.sampled_from(["One", "Two"]),
    ),
    max_size=12,
)


def reading(*rows: Row) -> Reading:
    return Reading(
        tuple(Found(q, a, t, None, n, ((n, n),), ()) for n, (q, a, t) in enumerate(rows))
    )


def stored(*rows: Row, first: int = 10, dropped: bool = False) -> list[Kept]:
    return [Kept(n, q, a, t, dropped) for n, (q, a, t) in enumerate(rows, first)]


def fates(kept: list[Kept], *rows: Row) -> list[tuple[Fate, int | None]]:
    return [(match.fate, match.key) for match in compare(kept, reading(*rows)).matches]


def test_every_fate_is_told_in_the_order_of_the_new_document() -> None:
    kept = stored(
        ("What is a lock?", "Old.", "Threads"),
        ("What is a queue?", "A line.", "Threads"),
        ("What is a socket?", "An end.", "Nets"),
        ("What is a cookie?", "A note.", "Nets"),
    )

    revision = compare(
        kept,
        reading(
            ("What is a socket?", "An end.", "Nets"),
            ("What is a schema?", "A plan.", "Data"),
            ("What is a lock?", "New.", "Threads"),
            ("What is a queue?", "A line.", "Data"),
        ),
    )

    assert [(match.fate, match.key) for match in revision.matches] == [
        (Fate.SAME, 12),
        (Fate.ADDED, None),
        (Fate.CHANGED, 10),
        (Fate.MOVED, 11),
    ]
    assert [one.key for one in revision.removed] == [13]
    assert {fate.name: revision.count(fate) for fate in Fate} == {
        "SAME": 1, "MOVED": 1, "CHANGED": 1, "ADDED": 1, "DROPPED": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("What is a touple?", "What is a tuple?"),
        ("How does a hash map work?", "How does a hash map work in Java?"),
        ("What is the GIL", "What's the GIL?"),
        ("Which locks does InnoDB take?", "Which lock does InnoDB take?"),
        ("Что такое индексы?", "Что такое индекс?"),
    ],
)
def test_mended_question_is_known(before: str, after: str) -> None:
    assert fates(stored((before, None, None)), (after, None, None)) == [(Fate.CHANGED, 10)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("What is a list?", "What is a dict?"),
        ("What is a tuple?", "What is a table?"),
        ("What does status 301 mean?", "What does status 302 mean?"),
        ("What is new in Python 3.11?", "What is new in Python 3.12?"),
        ("What is C++?", "What is C#?"),
        ("What is a primary key?", "What is a foreign key?"),
        ("How does a left join work?", "How does a right join work?"),
    ],
)
def test_question_about_something_else_is_another_one(before: str, after: str) -> None:
    assert fates(stored((before, None, None)), (after, None, None)) == [(Fate.ADDED, None)]


def test_unchanged_answer_speaks_for_a_reworded_question() -> None:
    kept = stored(("What is a lock?", LOCK, None))

    assert fates(kept, ("What are locks needed for?", LOCK, None)) == [(Fate.CHANGED, 10)]
    assert fates(kept, ("Why wait in a queue at all?", "It is fair.", None)) == [(Fate.ADDED, None)]


def test_the_most_alike_are_paired_first() -> None:
    kept = stored(("How does a cache help?", None, None), ("How do caches help us?", None, None))

    assert fates(kept, ("How do caches help us all?", None, None)) == [(Fate.CHANGED, 11)]


def test_match_tells_what_is_different() -> None:
    kept = stored(("What is a lock?", "A.", None), ("What is a touple?", "B.", None))

    first, second = compare(
        kept, reading(("What is a lock?", None, None), ("What is a tuple?", "B.", None))
    ).matches

    assert (first.answer_changed, first.reworded) == (True, False)
    assert (second.answer_changed, second.reworded) == (False, True)


def test_spaces_at_line_ends_and_case_of_headings_change_nothing() -> None:
    kept = stored(("What is it?", "One.\n\nTwo.", "Locks"))

    assert fates(kept, ("What is it? ", "One.  \n\nTwo.\n", "LOCKS")) == [(Fate.SAME, 10)]


def test_what_earlier_versions_left_out_comes_back_under_its_key() -> None:
    gone = stored(("What is a queue?", "A line.", None), first=20)

    revision = compare(
        stored(("What is a lock?", "A.", None)), reading(("What is a queue?", "B.", None)), gone
    )

    assert [(match.fate, match.key) for match in revision.matches] == [(Fate.ADDED, 20)]
    assert [one.key for one in revision.removed] == [10]


def test_dropped_question_stays_dropped_and_is_not_missed() -> None:
    kept = stored(("What is a lock?", "A.", None), ("Why a queue?", "B.", None), dropped=True)

    revision = compare(kept, reading(("What is a lock?", "Other.", None)))

    assert [(match.fate, match.key) for match in revision.matches] == [(Fate.DROPPED, 10)]
    assert [one.key for one in revision.removed] == [11]
    assert revision.missed == ()


@given(ROWS, ROWS)
def test_every_question_is_in_one_place(old: list[Row], new: list[Row]) -> None:
    kept = stored(*old)
    document = reading(*new)

    revision = compare(kept, document)

    assert tuple(match.found for match in revision.matches) == document.questions
    keys = [match.key for match in revision.matches if match.key is not None]
    assert sorted([*keys, *(one.key for one in revision.removed)]) == [one.key for one in kept]
    assert all((match.key is None) is (match.fate is Fate.ADDED) for match in revision.matches)


@given(ROWS)
def test_document_compared_with_itself_is_the_same(rows: list[Row]) -> None:
    revision = compare(stored(*rows), reading(*rows))

    assert {match.fate for match in revision.matches} <= {Fate.SAME}
    assert not revision.removed


@given(ROWS, st.randoms(use_true_random=False))
@example([("what is", None, "One"), ("what is ?", None, "One")], random.Random(0))
def test_another_order_changes_nothing_else(rows: list[Row], chance: random.Random) -> None:
    shuffled = chance.sample(rows, len(rows))

    revision = compare(stored(*rows), reading(*shuffled))

    assert {match.fate for match in revision.matches} <= {Fate.SAME}
    assert [match.found.question for match in revision.matches] == [row[0] for row in shuffled]


@given(ROWS, ROWS)
def test_pairs_by_wording_are_as_many_in_both_directions(old: list[Row], new: list[Row]) -> None:
    there = compare(stored(*old), reading(*new))
    back = compare(stored(*new), reading(*old))

    assert there.count(Fate.SAME) == back.count(Fate.SAME)


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_has_no_direction(first: str, second: str) -> None:
    assert asks_the_same(first, second) == asks_the_same(second, first)
    assert asks_the_same(first, first)


def test_half_of_the_stored_questions_make_a_newer_version() -> None:
    kept = stored(("What is a lock?", None, None), ("What is a queue?", None, None))

    assert is_newer_version(
        kept, reading(("*what is a LOCK*", "Now.", "New"), ("Why?", None, None))
    )
    assert not is_newer_version(kept, reading(("What is a cookie?", None, None)))
    assert not is_newer_version([], reading(("What is a lock?", None, None)))
    assert not is_newer_version(kept, Reading())


def thousands(kind: str) -> tuple[list[Row], list[Row]]:
    chance = random.Random(kind)
    letters = "abcdefghijklmnop"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(3000)]
    old: list[Row] = [
        (f"What is {' '.join(chance.choices(words, k=5))}?", f"Answer {n}", None)
        for n in range(5000)
    ]
    if kind == "mended":
        return old, [(f"{question} Why?", f"{answer}, more", None) for question, answer, _ in old]
    if kind == "alike":
        numbered: list[Row] = [(f"What is item {n} of all?", None, None) for n in range(10_000)]
        return numbered[:5000], numbered[5000:]
    return old, [(f"How {' '.join(chance.choices(words, k=5))}?", "B", None) for _ in range(5000)]


@pytest.mark.parametrize("kind", ["mended", "other", "alike"])
def test_thousands_are_compared_in_time(kind: str) -> None:
    old, new = thousands(kind)
    kept, document = stored(*old), reading(*new)
    expected = Fate.CHANGED if kind == "mended" else Fate.ADDED

    assert compare(kept, document).count(expected) == 5000
    assert ends_in_time(lambda: compare(kept, document))
