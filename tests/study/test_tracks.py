"""What a track leaves to rest, and how its weights order new questions."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.questions.model import (
    AreaId,
    Level,
    Question,
    QuestionId,
    Source,
    Topic,
    TopicId,
    Track,
    TrackId,
)
from bot.study import scope, tracks
from bot.study.memory import Grade, Memory, outcomes
from bot.study.picking import Asked, Limits, Situation, next_of_topic, next_question

if TYPE_CHECKING:
    from collections.abc import Mapping

DAY = date(2026, 11, 21)
TOPICS = [
    Topic(TopicId(f"{area}/{number}"), f"{area} {number}", AreaId(area), area)
    for area in ("python", "django", "kafka")
    for number in range(3)
]
IDS = [topic.id for topic in TOPICS]
TRACK = Track(
    TrackId("t"), "T", (Level.SENIOR,), "Depth.", {TopicId("django/1"): 5, TopicId("python/0"): 2}
)
NOT_DUE = outcomes(None, DAY + timedelta(days=400), others_left=False)[Grade.EASY]
HANDS = st.dictionaries(st.sampled_from(IDS), st.booleans())


def asked(by_hand: Mapping[str, bool]) -> set[str]:
    resting = tracks.resting(TRACK, by_hand, TOPICS)
    return {topic.id for topic in TOPICS if not scope.rests(topic, resting)}


def test_only_topics_of_the_track_are_asked() -> None:
    assert asked({}) == {"django/1", "python/0"}


def test_what_is_chosen_by_hand_counts() -> None:
    assert asked({"kafka/2": True, "python/0": False}) == {"django/1", "kafka/2"}


def test_nothing_left_means_the_track() -> None:
    assert asked({"django/1": False, "python/0": False}) == asked({})


def test_topics_that_have_gone_are_forgotten() -> None:
    assert asked({"gone/1": True}) == asked({})


@given(HANDS)
def test_only_what_differs_from_the_track_is_kept(by_hand: dict[str, bool]) -> None:
    resting = tracks.resting(TRACK, by_hand, TOPICS)

    kept = tracks.by_hand(TRACK, resting, TOPICS)

    assert tracks.resting(TRACK, kept, TOPICS) == resting
    assert all(on != (topic in TRACK.weights) for topic, on in kept.items())


@given(HANDS)
def test_something_is_always_asked_and_weighed(by_hand: dict[str, bool]) -> None:
    resting = tracks.resting(TRACK, by_hand, TOPICS)

    assert asked(by_hand)
    assert tracks.weights(TRACK, resting, TOPICS).keys() == asked(by_hand)


def test_added_topics_come_last_and_weigh_one() -> None:
    resting = tracks.resting(TRACK, {"kafka/2": True}, TOPICS)

    assert list(tracks.weights(TRACK, resting, TOPICS).items()) == [
        ("django/1", 5),
        ("python/0", 2),
        ("kafka/2", 1),
    ]


def questions(each: int, level: Level | None = None) -> list[Question]:
    return [
        Question(QuestionId(f"{t.id}-{number}"), "Q?", t, Source("a.md", 1), level)
        for t in TOPICS
        for number in range(each)
    ]


def drawn(weights: Mapping[TopicId, int], days: int, each: int = 40, seed: int = 1) -> list[str]:
    """Name the topics of new questions, three a day."""
    known: dict[QuestionId, Memory] = {}
    order: list[str] = []
    chance = Random(seed)
    for number in range(days):
        today: list[Asked] = []
        scoped = [q for q in questions(each) if q.topic.id in weights]
        for _ in range(3):
            day = DAY + timedelta(days=number)
            situation = Situation(scoped, dict(known), today, day, weights)
            picked = next_question(situation, Limits(), chance)
            assert picked
            order.append(picked.topic.id)
            today.append(Asked(picked.id, picked.topic.area_id, graded=True, new=True))
            known[picked.id] = NOT_DUE
    return order


def test_more_weight_comes_earlier() -> None:
    weights = {TopicId("python/0"): 1, TopicId("django/0"): 5, TopicId("kafka/0"): 3}

    assert drawn(weights, 2)[:4] == ["django/0", "kafka/0", "django/0", "django/0"]


def test_new_questions_are_shared_out_by_weight() -> None:
    weights = {TopicId("python/0"): 5, TopicId("django/0"): 3, TopicId("kafka/0"): 2}

    assert Counter(drawn(weights, 10)) == {"python/0": 15, "django/0": 9, "kafka/0": 6}


def test_equal_weights_keep_the_order_of_the_track_and_change_areas() -> None:
    weights = dict.fromkeys(map(TopicId, ("kafka/2", "kafka/0", "python/1")), 4)

    assert drawn(weights, 1) == ["kafka/2", "python/1", "kafka/0"]


@given(
    st.dictionaries(st.sampled_from(IDS), st.integers(1, 3), min_size=1, max_size=4), st.integers()
)
def test_every_topic_gets_its_share(weights: dict[TopicId, int], seed: int) -> None:
    total = sum(weights.values())

    counts = Counter(drawn(weights, total, seed=seed))

    assert counts == {topic: 3 * weight for topic, weight in weights.items()}


def test_what_runs_out_makes_room() -> None:
    weights = {TopicId("python/0"): 5, TopicId("django/0"): 1}

    assert Counter(drawn(weights, 2, each=3)) == {"python/0": 3, "django/0": 3}


def test_a_topic_is_gone_through_beyond_the_day() -> None:
    one = [question for question in questions(2) if question.topic.id == "python/0"]
    later = outcomes(None, DAY, others_left=False)[Grade.EASY]
    known = {one[0].id: later}

    first = next_of_topic(Situation(one, known, [], DAY), Random(1))
    today = [Asked(one[1].id, AreaId("python"), graded=True, new=True)]
    second = next_of_topic(Situation(one, known | {one[1].id: later}, today, DAY), Random(1))
    today = [*today, Asked(one[0].id, AreaId("python"), graded=True, new=False)]
    third = next_of_topic(Situation(one, known | {one[1].id: later}, today, DAY), Random(1))

    assert (first, second, third) == (one[1], one[0], None)
