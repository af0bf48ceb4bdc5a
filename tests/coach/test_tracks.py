"""A track says what is asked, until the learner says otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from bot.coach import learner, nudge, practice, topics, tracks
from bot.questions import bank as banks
from bot.questions.model import AreaId, Level, TopicId, TrackId
from bot.storage.tables import Learner
from bot.study.memory import Grade
from bot.study.prompt import Prompt
from tests.coach.conftest import Coach
from tests.conftest import AREAS, content_file

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.storage.database import Database

ANN = 5_000_000_001
WEB, DATA = TrackId("web"), TrackId("data")
PACKS = {
    WEB: "---\ntrack: Web\nlevels: junior, senior\n---\n\nPages.\n\n"
    "- [Traps](../django/traps.md) · weight 5\n- [Python](../python/) · weight 1\n",
    DATA: "---\ntrack: Data\nlevels: middle\n---\n\nStreams.\n\n- [Kafka](../kafka/)\n",
}


@pytest.fixture
def bank() -> Bank:
    files = [content_file(area, topic, 3) for area in AREAS for topic in ("Basics", "Traps")]
    built, problems = banks.build(
        [*files, *((f"tracks/{name}.md", text) for name, text in PACKS.items())]
    )
    assert not problems
    return built


@pytest.fixture
def coach(database: Database, bank: Bank) -> Coach:
    return Coach(database, bank)


def asked_topics(coach: Coach) -> set[str]:
    return {count.topic.id for count in coach(topics.counts, ANN) if count.chosen}


def practised(coach: Coach, number: int) -> list[str]:
    """Answer so many questions, one day each, and name their topics."""
    found: list[str] = []
    for _ in range(number):
        prompt = coach(practice.next_question, ANN, more=True)
        assert isinstance(prompt, Prompt)
        assert prompt.question
        found.append(prompt.question.topic.id)
        coach(practice.reveal, ANN, prompt.id)
        coach(practice.grade, ANN, prompt.id, Grade.EASY)
    return found


def test_a_track_sets_topics_and_levels(coach: Coach) -> None:
    profile = coach(tracks.choose, ANN, WEB)

    assert profile
    assert profile.track == coach.bank.tracks[WEB]
    assert profile.levels == (Level.JUNIOR, Level.SENIOR)
    assert asked_topics(coach) == {"django/traps", "python/basics", "python/traps"}


def test_more_weight_is_asked_first_and_more_often(coach: Coach) -> None:
    coach(tracks.choose, ANN, WEB)

    assert practised(coach, 4)[:2] == ["django/traps", "django/traps"]


def test_levels_can_be_changed_on_a_track(coach: Coach) -> None:
    coach(tracks.choose, ANN, WEB)

    assert coach(learner.choose_levels, ANN, [Level.MIDDLE]).levels == (Level.MIDDLE,)
    assert coach(learner.choose_levels, ANN, []).levels == ()
    assert coach(learner.profile, ANN).track


def test_topics_can_be_changed_on_a_track(coach: Coach) -> None:
    coach(tracks.choose, ANN, WEB)

    coach(learner.choose_topic, ANN, TopicId("kafka/basics"), on=True)
    coach(learner.choose_topic, ANN, TopicId("python/traps"), on=False)

    assert asked_topics(coach) == {"django/traps", "python/basics", "kafka/basics"}


def test_letting_the_last_topic_rest_means_the_track(coach: Coach) -> None:
    coach(tracks.choose, ANN, DATA)

    coach(learner.choose_area, ANN, AreaId("kafka"), on=False)

    assert asked_topics(coach) != set()


def test_without_the_track_all_is_as_before_it(coach: Coach) -> None:
    coach(learner.choose_levels, ANN, [Level.SENIOR])
    coach(learner.choose_topic, ANN, TopicId("python/traps"), on=False)
    before = asked_topics(coach)
    coach(tracks.choose, ANN, WEB)
    coach(learner.choose_levels, ANN, [Level.MIDDLE])
    coach(learner.choose_area, ANN, AreaId("kafka"), on=True)

    profile = coach(tracks.leave, ANN)

    assert profile.track is None
    assert profile.levels == (Level.SENIOR,)
    assert asked_topics(coach) == before == {t for t in coach.bank.topics if t != "python/traps"}


def test_choosing_again_keeps_what_was_changed(coach: Coach) -> None:
    coach(tracks.choose, ANN, WEB)
    coach(learner.choose_topic, ANN, TopicId("kafka/basics"), on=True)

    coach(tracks.choose, ANN, WEB)

    assert "kafka/basics" in asked_topics(coach)


def test_another_track_begins_as_it_is(coach: Coach) -> None:
    coach(tracks.choose, ANN, WEB)
    coach(learner.choose_topic, ANN, TopicId("django/basics"), on=True)
    coach(learner.choose_levels, ANN, [Level.SENIOR])

    profile = coach(tracks.choose, ANN, DATA)

    assert profile
    assert profile.levels == (Level.MIDDLE,)
    assert asked_topics(coach) == {"kafka/basics", "kafka/traps"}


def test_all_areas_ends_the_track(coach: Coach) -> None:
    coach(learner.choose_area, ANN, AreaId("python"), on=True)
    coach(tracks.choose, ANN, WEB)

    profile = coach(learner.choose_everything, ANN)

    assert profile.track is None
    assert asked_topics(coach) == coach.bank.topics.keys()


def test_unknown_track_changes_nothing(coach: Coach) -> None:
    coach(tracks.choose, ANN, WEB)

    assert coach(tracks.choose, ANN, TrackId("gone")) is None
    assert coach(learner.profile, ANN).track == coach.bank.tracks[WEB]


def test_track_whose_file_is_gone_is_as_none(coach: Coach, database: Database) -> None:
    coach(learner.choose_levels, ANN, [Level.SENIOR])
    coach(tracks.choose, ANN, WEB)
    poorer = Coach(database, replace(coach.bank, tracks={}), coach.now)

    profile = poorer(learner.profile, ANN)

    assert (profile.track, profile.lost_track) == (None, WEB)
    assert profile.levels == (Level.SENIOR,)
    assert asked_topics(poorer) == coach.bank.topics.keys()
    assert poorer(tracks.leave, ANN).lost_track is None


def test_new_topics_of_the_bank_follow_the_track(coach: Coach, database: Database) -> None:
    coach(tracks.choose, ANN, WEB)
    more = [content_file(area, topic, 3) for area in AREAS for topic in ("Basics", "Traps", "New")]
    richer, _ = banks.build([*more, ("tracks/web.md", PACKS[WEB])])

    known = asked_topics(Coach(database, richer, coach.now))

    assert known == {"django/traps", "python/basics", "python/traps", "python/new"}


def test_a_daily_question_keeps_to_the_track(coach: Coach) -> None:
    coach(tracks.choose, ANN, WEB)
    coach(learner.choose_zone, ANN, ZoneInfo("Etc/UTC"))
    coach.now = datetime(2026, 11, 22, 9, tzinfo=UTC)

    push = coach(nudge.claim, ANN)

    assert isinstance(push, nudge.Push)
    assert push.prompt.question
    assert push.prompt.question.topic.id == "django/traps"


def test_a_track_ends_asking_from_one_notebook_only(coach: Coach) -> None:
    coach(learner.start, ANN)
    with coach.database.transaction() as session:
        session.get_one(Learner, ANN).only_notebook = 1

    coach(tracks.choose, ANN, DATA)

    assert practised(coach, 1)[0] in {"kafka/basics", "kafka/traps"}


def test_what_is_known_of_resting_topics_is_kept(coach: Coach) -> None:
    known = {count.topic.id for count in coach(topics.counts, ANN)}
    (first,) = practised(coach, 1)
    other = DATA if not first.startswith("kafka") else WEB

    coach(tracks.choose, ANN, other)
    coach(tracks.leave, ANN)

    (count,) = [c for c in coach(topics.counts, ANN) if c.topic.id == first]
    assert first in known
    assert (count.known, count.unseen) == (1, 2)
