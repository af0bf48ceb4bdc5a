from hypothesis import given
from hypothesis import strategies as st

from bot.questions.model import AreaId, Topic, TopicId
from bot.study.scope import EVERYTHING, choose_area, choose_topic, chosen_areas, rests

AREAS = [AreaId(name) for name in ("python", "django", "kafka")]
TOPICS = [
    Topic(TopicId(f"{area}/{number}"), f"{area} {number}", area, area)
    for area in AREAS
    for number in range(3)
]
NAMES = [*AREAS, *(topic.id for topic in TOPICS)]
ACTS = st.lists(st.sampled_from([*NAMES, *(f"-{name}" for name in NAMES)]), max_size=30)


def acted(acts: list[str]) -> frozenset[str]:
    resting = EVERYTHING
    for act in acts:
        name = act.removeprefix("-")
        on = act == name
        if "/" in name:
            resting = choose_topic(TOPICS, resting, TopicId(name), on=on)
        else:
            resting = choose_area(TOPICS, resting, AreaId(name), on=on)
    return resting


def chosen(resting: frozenset[str]) -> set[str]:
    return {topic.id for topic in TOPICS if not rests(topic, resting)}


def test_first_area_stands_alone() -> None:
    assert chosen_areas(TOPICS, acted(["python"])) == {"python"}


def test_second_area_joins() -> None:
    assert chosen_areas(TOPICS, acted(["python", "kafka"])) == {"python", "kafka"}


def test_last_area_taken_away_means_all() -> None:
    assert acted(["python", "-python"]) == EVERYTHING


def test_topic_of_resting_area_is_chosen_alone() -> None:
    assert chosen(acted(["python", "kafka/1"])) == {"python/0", "python/1", "python/2", "kafka/1"}


def test_topic_taken_away_leaves_its_siblings() -> None:
    assert chosen(acted(["python", "-python/1"])) == {"python/0", "python/2"}


def test_resting_topic_stays_so_when_areas_change() -> None:
    assert chosen(acted(["python", "-python/1", "kafka", "-kafka"])) == {"python/0", "python/2"}


@given(ACTS)
def test_something_is_always_chosen(acts: list[str]) -> None:
    assert chosen(acted(acts))


@given(ACTS, st.sampled_from([name for name in NAMES if "/" in name]))
def test_choosing_twice_is_choosing_once(acts: list[str], topic: str) -> None:
    for act in (topic, f"-{topic}"):
        assert acted([*acts, act, act]) == acted([*acts, act])


@given(ACTS)
def test_one_area_less_leaves_the_others(acts: list[str]) -> None:
    before = chosen_areas(TOPICS, acted(acts))
    after = chosen_areas(TOPICS, acted([*acts, "-python"]))

    assert after == (before - {"python"} or set(AREAS))
