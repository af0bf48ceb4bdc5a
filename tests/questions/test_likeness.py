"""How alike two questions are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.questions.likeness import near_duplicates
from bot.questions.model import AreaId, Question, QuestionId, Source, Topic, TopicId

TOPIC = Topic(TopicId("python/lock"), "Lock", AreaId("python"), "Python")


def question(number: int, text: str) -> Question:
    return Question(QuestionId(f"q-{number}"), text, TOPIC, Source("python/lock.md", number))


@given(st.lists(st.text("abc def", max_size=20), max_size=6))
def test_share_lies_between_none_and_all(texts: list[str]) -> None:
    questions = [question(number, text) for number, text in enumerate(texts)]
    assert all(0 <= pair.share <= 1 + 1e-9 for pair in near_duplicates(questions, at_least=0))


def test_frequent_words_weigh_less() -> None:
    texts = ["what is pickling", "what is caching", "what is sharding", "pickling and sharding"]
    questions = [question(number, text) for number, text in enumerate(texts)]
    (first, *_) = near_duplicates(questions, at_least=0.01)
    assert {first.first, first.second} <= {"q-0", "q-2", "q-3"}


def test_most_alike_come_first() -> None:
    texts = ["cache stampede lock", "cache stampede locks", "cache size", "thread pool"]
    questions = [question(number, text) for number, text in enumerate(texts)]
    found = near_duplicates(questions, at_least=0.01)
    assert (found[0].first, found[0].second) == ("q-0", "q-1")
