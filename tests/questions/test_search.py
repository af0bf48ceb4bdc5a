from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import content
from bot.questions import bank as banks
from bot.questions.search import Index, index, search
from bot.questions.stems import stem, words

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.questions.model import QuestionId

CONTENT = Path(__file__).parent.parent.parent / "content"

FIRST_THREE = {
    "gil": "gil",
    "what is the gil": "gil",
    "N+1": "django-n-plus-one",
    "n+1 django": "django-n-plus-one",
    "__slots__": "slots-memory",
    "slots": "slots-memory",
    "SELECT ... FOR UPDATE": "django-select-for-update",
    "select_for_update": "django-select-for-update",
    "cors": "cors-what-it-does",
    "circuit breaker": "circuit-breaker",
    "circuit braker": "circuit-breaker",
    "decoratr arguments": "decorator-arguments",
    "kub dns": "kubernetes-dns-discovery",
    "crashloop": "pod-crash-debugging",
    "CrashLoopBackOff": "pod-crash-debugging",
    "OOMKilled": "requests-limits-oomkilled",
    "0.1 + 0.2": "float-and-decimal",
    "presigned url": "s3-presigned-urls",
    "cold start": "lambda-cold-starts",
    "url shortener": "design-url-shortener",
    "news feed": "design-news-feed",
    "cap theorem": "cap-in-practice",
    "mutable default": "mutable-default-argument",
    "deep copy": "shallow-deep-copy",
    "walrus": "walrus-operator",
    "args kwargs": "args-and-kwargs",
    "**kwargs": "args-and-kwargs",
    "__init__ __new__": "init-and-new",
    "__str__ vs __repr__": "str-and-repr",
    "mro": "mro-multiple-inheritance",
    "502": "gateway-errors-502-504",
    "exponential backoff": "retries-and-jitter",
    "idempotency key": "idempotency-keys",
    "refresh token rotation": "refresh-token-rotation",
    "virtual environments": "why-virtual-environments",
    "lock file": "lock-file-purpose",
    "wheel sdist": "wheel-or-sdist",
    "binary serach": "binary-search",
    "flaky": "flaky-tests",
    "merge conflict": "merge-conflicts",
    "tell me about yourself": "tell-me-about-yourself",
    "gather taskgroup": "gather-and-taskgroup",
    "contextvars": "context-variables",
    "etcd": "etcd-role",
    "websocket scaling": "websocket-scaling",
    "sql injektion": "sql-injection-prevention",
    "strangler": "strangler-fig",
    "blocking code asyncio": "blocking-calls-in-threads",
}


@pytest.fixture(scope="module")
def bank() -> Bank:
    """The bank as it is."""
    built, problems = content.load(CONTENT)
    assert not problems
    return built


@pytest.fixture(scope="module")
def prepared(bank: Bank) -> Index:
    return index(bank.questions.values())


def ids(prepared: Index, text: str) -> list[QuestionId]:
    return [found.question.id for found in search(prepared, text)]


def notes(*texts: str) -> Index:
    file = "".join(f"\n## {text}\n<!-- id: n{i} -->\nIt.\n" for i, text in enumerate(texts))
    built, _ = banks.build([("own/notes.md", f"---\ntopic: Notes\narea: Own\n---\n{file}")])
    return index(built.questions.values())


@pytest.mark.parametrize(("text", "expected"), FIRST_THREE.items())
def test_question_is_among_the_first_three(text: str, expected: str, prepared: Index) -> None:
    assert expected in ids(prepared, text)[:3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C#", ["n0"]),
        ("c++", ["n1"]),
        ("замыкания", ["n2"]),
        ("замыкание", ["n2"]),
        ("闭包", ["n3"]),
        ("什么是闭包", ["n3"]),
        ("idée", ["n4"]),
        ("idee", ["n4"]),
        ("iteraci", ["n5"]),
    ],
)
def test_own_notes_are_found_in_any_script(text: str, expected: list[str]) -> None:
    own = notes(
        "What is boxing in C#?",
        "What is RAII in C++?",
        "Что такое замыкание?",
        "什么是闭包？",
        "Quelle est l'idée?",
        "¿Qué es la iteración?",
    )

    assert sorted(ids(own, text)) == expected


@pytest.mark.parametrize("text", ["", "  ", "?!", "👍", "zzzzzz", "qqq www"])
def test_nothing_is_found_for_nothing(text: str, prepared: Index) -> None:
    assert search(prepared, text) == ()


def test_empty_index_is_searched() -> None:
    assert search(index(()), "gil") == ()


def test_equals_keep_the_order_of_the_files() -> None:
    assert ids(notes("What is A?", "What is A?", "What is A?"), "what is") == ["n0", "n1", "n2"]


def test_question_with_all_words_comes_before_one_with_some(prepared: Index) -> None:
    first, *_ = search(prepared, "deadlock database")

    assert first.question.id == "database-deadlocks"


def test_best_comes_first(prepared: Index) -> None:
    scores = [found.score for found in search(prepared, "kafka consumer groups")]

    assert scores == sorted(scores, reverse=True)


@settings(deadline=None, max_examples=100)
@given(text=st.text(max_size=40))
def test_any_text_finds_the_same_twice(text: str, prepared: Index) -> None:
    assert search(prepared, text) == search(prepared, text)


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_every_question_is_found_by_its_own_words(data: st.DataObject, prepared: Index) -> None:
    question = data.draw(st.sampled_from(prepared.questions))

    assert question.id in ids(prepared, question.text)[:3]


@given(st.text())
def test_any_text_is_cut_into_plain_words(text: str) -> None:
    assert all(word.strip() == word != "" and stem(word) for word in words(text))
