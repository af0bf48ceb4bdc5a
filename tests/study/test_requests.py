from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import content
from bot.questions import bank as banks
from bot.questions.model import Level
from bot.study.requests import (
    Pace,
    Reading,
    Request,
    Same,
    Set,
    Subjects,
    Unsure,
    Word,
    exact,
    read,
    subjects_of,
)
from bot.study.requests.words import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.bank import Bank

HERE = Path(__file__).parent
LEVELS = {level.value for level in Level}


def rows() -> Iterator[tuple[str, str, bool]]:
    """Read `requests.txt`: what is typed, what it means, and whether a question is open."""
    is_open = False
    for line in (HERE / "requests.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            is_open = line == "== a question is open"
        elif line and not line.startswith("#"):
            typed, meaning = line.split(" -> ")
            yield typed, meaning, is_open


def answers() -> Iterator[str]:
    """Read `answers.txt`."""
    for line in (HERE / "answers.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def is_meant(request: Request, meaning: str) -> bool:
    kind, *words = meaning.split()
    numbers = [int(word) for word in words if word.isdigit()]
    levels = [word for word in words if word in LEVELS]
    subjects = [word.split("|") for word in words if not word.isdigit() and word not in LEVELS]
    match request:
        case Word() | Pace():
            return kind == type(request).__name__.lower() and request.value in words[0].split("|")
        case Set() | Same():
            return (
                kind == type(request).__name__.lower()
                and ([request.number] if request.number is not None else []) == numbers
                and list(request.levels) == levels
                and len(request.subjects) == len(subjects)
                and all(s.id in ids for s, ids in zip(request.subjects, subjects, strict=True))
            )
        case Unsure():
            offered = {subject.id for choice in request.choices for subject in choice.subjects}
            return kind == "unsure" and all(offered & set(ids) for ids in subjects)


def is_right(reading: Reading, meaning: str) -> bool:
    meanings = meaning.split(" & ")
    return len(reading.requests) == len(meanings) and all(
        is_meant(request, meant) for request, meant in zip(reading.requests, meanings, strict=True)
    )


def is_wrong_guess(reading: Reading, meaning: str) -> bool:
    unsure = all(isinstance(request, Unsure) for request in reading.requests)
    return not unsure and not is_right(reading, meaning)


@pytest.fixture(scope="module")
def bank() -> Bank:
    """The bank as it is; the words of the table are about it."""
    built, problems = content.load(HERE.parent.parent / "content")
    assert not problems
    return built


@pytest.fixture(scope="module")
def subjects(bank: Bank) -> Subjects:
    return subjects_of(bank.questions.values())


def test_table_is_understood_and_never_guessed_wrong(subjects: Subjects) -> None:
    table = [(read(typed, subjects, is_open=o), typed, meant) for typed, meant, o in rows()]
    wrong = [typed for reading, typed, meant in table if is_wrong_guess(reading, meant)]
    right = sum(is_right(reading, meant) for reading, _, meant in table)

    assert wrong == []
    assert right / len(table) >= 0.95


@pytest.mark.parametrize("text", list(answers()))
def test_answer_asks_for_nothing(text: str, subjects: Subjects) -> None:
    assert read(text, subjects, is_open=True).requests == ()


def test_key_points_of_the_bank_are_answers(bank: Bank, subjects: Subjects) -> None:
    points = [point for question in bank.questions.values() for point in question.key_points]
    taken = [p for p in points[::10] if read(p, subjects, is_open=True).requests]

    assert taken == []


def test_answer_can_still_become_a_request(subjects: Subjects) -> None:
    reading = read("kafka", subjects, is_open=True)

    assert reading.requests == ()
    assert reading.instead == read("kafka", subjects, is_open=False).requests
    assert is_right(Reading(reading.instead), "set #kafka")


def test_long_answer_becomes_nothing_else(subjects: Subjects) -> None:
    assert read("Kafka keeps its messages. " * 150, subjects, is_open=True) == Reading()


def test_doubt_offers_whole_requests(subjects: Subjects) -> None:
    (request,) = read("5 junior lambda functions python", subjects, is_open=False).requests

    assert isinstance(request, Unsure)
    assert 1 < len(request.choices) <= 4
    assert all((c.number, c.levels) == (5, (Level.JUNIOR,)) for c in request.choices)


def test_unknown_subject_is_named(subjects: Subjects) -> None:
    assert read("5 questions about rust", subjects, is_open=False).requests == (Unsure("rust"),)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("10 questions on fortran", (Unsure("fortran"),)),
        ("7 klingon", (Unsure("klingon"),)),
        ("three way handshake", ()),
        ("fortran", ()),
    ],
)
def test_unknown_subject_is_offered_beside_an_answer_when_it_was_asked_for(
    text: str, offered: tuple[Unsure, ...], subjects: Subjects
) -> None:
    assert read(text, subjects, is_open=True) == Reading(instead=offered)


def test_five_requests_come_in_their_order(subjects: Subjects) -> None:
    text = "Repeat\nexample\nsimpler please\n5 kafka\nstop"
    meant = "word repeat & word example & word simpler & set #kafka 5 & word stop"

    assert is_right(read(text, subjects, is_open=False), meant)
    assert is_right(read(text, subjects, is_open=True), meant)


@pytest.mark.parametrize("text", ["docker+redis 10", "docker & redis 10", "docker/redis 10"])
def test_subjects_are_joined_by_any_sign(text: str, subjects: Subjects) -> None:
    assert is_right(read(text, subjects, is_open=False), "set #docker #redis 10")


def test_courtesies_do_not_hide_a_request(subjects: Subjects) -> None:
    assert is_right(read("Hi! 5 kafka. Thank you", subjects, is_open=False), "set #kafka 5")


def test_area_holds_all_its_questions(bank: Bank, subjects: Subjects) -> None:
    in_area = {q.id for q in bank.questions.values() if q.topic.area_id == "django"}

    assert subjects.by_id["django"].questions == in_area


def test_word_holds_what_is_tagged_with_it(bank: Bank, subjects: Subjects) -> None:
    tagged = {q.id for q in bank.questions.values() if "kafka" in q.tags}

    assert subjects.by_id["#kafka"].questions >= tagged
    assert subjects.by_id["#postgresql"].name == "PostgreSQL"


def test_ids_fit_on_buttons(subjects: Subjects) -> None:
    assert max(len(id_.encode()) for id_ in subjects.by_id) <= 48


def test_every_other_name_is_of_a_subject(bank: Bank, subjects: Subjects) -> None:
    tags = {f"#{tag}" for question in bank.questions.values() for tag in question.tags}
    named = {id_ for _, meant, _ in entries("names.txt") for id_ in meant.split(", ") if id_}

    assert named - tags - subjects.by_id.keys() == set()


def test_bank_without_them_knows_no_other_names() -> None:
    built, _ = banks.build(
        [
            (
                "go/basics.md",
                "---\ntopic: Basics\narea: Go\n---\n## What is Go?\n<!-- id: go -->\nIt.",
            )
        ]
    )
    subjects = subjects_of(built.questions.values())

    assert set(subjects.by_id) == {"go", "go/basics"}
    assert is_right(read("go 5", subjects, is_open=False), "set go 5")
    assert read("kafka", subjects, is_open=False).requests == (Unsure("kafka"),)


def test_words_mean_one_thing_each() -> None:
    phrases = [
        (words, meant) for section, meant, words in entries("words.txt") if section != "parts"
    ]
    first = dict(reversed(phrases))

    assert [words for words, meant in phrases if first[words] != meant] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Next", Word.NEXT),
        ("next, please!", Word.NEXT),
        ("NEXT QUESTION", Word.NEXT),
        ("I don\u2019t know", Word.ANSWER),
        ("Thank you so much.", Word.THANKS),
        ("ok 👍", Word.OK),
        ("Stop!!", Word.STOP),
        ("wait, wait", Word.STOP),
        ("undo", Word.UNDO),
    ],
)
def test_whole_messages_are_words(text: str, word: Word) -> None:
    assert exact(text) is word


@pytest.mark.parametrize(
    "text",
    [
        "",
        "next to the lock",
        "stop the world collector",
        "ok but why",
        "👍",
        "pass",
        "continue",
        "yes",
    ],
)
def test_parts_of_answers_are_not(text: str) -> None:
    assert exact(text) is None


def test_exact_reads_one_phrase_only() -> None:
    assert exact("Next, please!") is Word.NEXT
    assert exact("Más despacio") is Pace.SLOWER
    assert exact("next to the lock") is None


@settings(deadline=None, max_examples=200)
@given(text=st.text(max_size=60), is_open=st.booleans())
def test_any_text_is_read_the_same_twice(text: str, is_open: bool, subjects: Subjects) -> None:  # noqa: FBT001
    reading = read(text, subjects, is_open=is_open)

    assert reading == read(text, subjects, is_open=is_open)
    assert not (reading.requests and reading.instead)
