"""The map of topics on a phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import content
from bot.questions.model import AreaId, Level, Topic, TopicId, TrackId
from bot.screens import actions
from bot.screens.screen import MESSAGE_LIMIT, Screen
from bot.screens.topics import area_screen, areas_screen, topic_screen
from bot.screens.turning import leaf, page_with
from bot.study.learner import Profile
from bot.study.nudge import ALL_WEEK, Schedule
from bot.study.picking import Limits
from bot.study.topics import TopicCount
from tests.conftest import ROOT
from tests.screens.promises import check_spans

if TYPE_CHECKING:
    from bot.screens.actions import Action

BUTTONS = 100
"""More of them under one message are refused by Telegram."""

BANK, _ = content.load(ROOT / "content")
OURS = [TopicCount(topic, chosen=True, questions=6) for topic in BANK.topics.values()]
PROFILE = Profile(
    zone=None,
    levels=(),
    resting=frozenset(),
    track=None,
    lost_track=None,
    limits=Limits(),
    push_on=True,
    schedule=Schedule(time(9), ALL_WEEK),
    push_count=1,
    next_push=None,
    paused=False,
    paused_until=None,
    stopped=False,
    awaiting=None,
    awaiting_about=None,
    settled_by=None,
    settled_as=None,
    preferences=frozenset(),
    new_here=False,
)


def made(areas: int, topics: int) -> list[TopicCount]:
    return [
        TopicCount(
            Topic(TopicId(f"area-{a}/t-{t}"), f"Topic {t}", AreaId(f"area-{a}"), f"Area {a}"),
            chosen=True,
            questions=3,
        )
        for a in range(areas)
        for t in range(topics)
    ]


def actions_of(screen: Screen) -> list[Action]:
    found = [button.action for row in screen.rows for button in row]
    assert all(isinstance(action, actions.Action) for action in found)
    return found  # type: ignore[return-value]


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def fits(screen: Screen) -> None:
    """Telegram takes it as it is."""
    assert 0 < len(screen.text) <= MESSAGE_LIMIT
    assert 0 < len(labels(screen)) <= BUTTONS
    assert all(actions.pack(action) for action in actions_of(screen))
    assert all(any(letter.isalpha() for letter in label) for label in labels(screen))
    check_spans(screen.text)


def test_an_area_says_what_is_known_in_the_order_of_learning() -> None:
    first, second, third = made(1, 3)
    counts = [
        replace(first, known=3),
        replace(second, chosen=False, known=1, shaky=1, due=1),
        third,
    ]

    text = area_screen(PROFILE, counts, AreaId("area-0")).text.text

    assert "✓ 1. Topic 0\n    ● 3 known\n" in text
    assert "· 2. Topic 1\n    ◐ 1 known, 1 shaky, 1 unseen, 1 due\n" in text
    assert "✓ 3. Topic 2\n    ○ 3 unseen\n" in text


def test_tapping_a_topic_opens_it() -> None:
    screen = area_screen(PROFILE, made(1, 2), AreaId("area-0"))

    assert actions_of(screen)[:2] == [
        actions.OpenTopic("area-0/t-0"),
        actions.OpenTopic("area-0/t-1"),
    ]


def test_the_same_for_another_area_is_one_tap() -> None:
    area = area_screen(PROFILE, made(2, 2), AreaId("area-0"))
    topic = topic_screen(PROFILE, made(2, 2), "area-0/t-1")
    target = actions.Settings(actions.Page.TOPICS)

    for screen in (area, topic):
        assert target in actions_of(screen)
        assert "Same for another area" in labels(screen)
    assert actions.OpenArea("area-1", 0) in actions_of(areas_screen(PROFILE, made(2, 2)))


def test_a_topic_can_be_asked_and_let_rest() -> None:
    count = replace(made(1, 1)[0], known=1, shaky=1, elsewhere=2)

    screen = topic_screen(PROFILE, [count], "area-0/t-0")

    assert "3 questions of your level: ◐ 1 known, 1 shaky, 1 unseen." in screen.text.text
    assert actions.AskTopic("area-0/t-0") in actions_of(screen)
    assert actions.ChooseTopic("area-0/t-0", on=False) in actions_of(screen)


def test_a_resting_topic_can_be_chosen() -> None:
    count = replace(made(1, 1)[0], chosen=False)

    screen = topic_screen(PROFILE, [count], "area-0/t-0")

    assert "It rests" in screen.text.text
    assert actions.ChooseTopic("area-0/t-0", on=True) in actions_of(screen)


def test_a_topic_without_questions_of_the_level_offers_the_level() -> None:
    count = replace(made(1, 1)[0], questions=0, elsewhere=4)

    screen = topic_screen(replace(PROFILE, levels=(Level.SENIOR,)), [count], "area-0/t-0")

    assert "None of your level; 4 of other levels." in screen.text.text
    assert actions.Settings(actions.Page.LEVELS) in actions_of(screen)
    assert actions.AskTopic("area-0/t-0") not in actions_of(screen)


def test_what_is_gone_shows_the_areas() -> None:
    areas = areas_screen(PROFILE, made(2, 2))

    assert area_screen(PROFILE, made(2, 2), AreaId("gone")) == areas
    assert topic_screen(PROFILE, made(2, 2), "gone/gone") == areas


def test_a_lost_track_is_told() -> None:
    profile = replace(PROFILE, lost_track=TrackId("django-developer"))

    text = areas_screen(profile, made(2, 2)).text.text

    assert "Your track (django developer) is no longer there" in text


def test_back_leads_to_the_page_of_the_topic() -> None:
    screen = topic_screen(PROFILE, made(1, 13), "area-0/t-9")

    assert actions.OpenArea("area-0", 1) in actions_of(screen)


@pytest.mark.parametrize("area", BANK.areas)
def test_our_areas_fit_a_phone(area: AreaId) -> None:
    for page in range(3):
        screen = area_screen(PROFILE, OURS, area, page)

        fits(screen)
        assert len(screen.rows) <= 12
        assert all(len(line) <= 40 for line in screen.text.text.split("\n")[4:-1])


def test_our_list_of_areas_fits_a_phone() -> None:
    screen = areas_screen(PROFILE, [replace(each, known=2, due=1) for each in OURS])

    fits(screen)
    assert len([row for row in screen.rows if row]) <= 14
    assert set(BANK.areas) <= {
        action.area for action in actions_of(screen) if isinstance(action, actions.OpenArea)
    }


@given(st.integers(1, 300), st.integers(0, 40))
def test_many_areas_come_in_pages(areas: int, page: int) -> None:
    fits(areas_screen(PROFILE, made(areas, 1), page))


@given(st.integers(1, 300), st.integers(0, 50))
def test_many_topics_come_in_pages(topics: int, page: int) -> None:
    fits(area_screen(PROFILE, made(1, topics), AreaId("area-0"), page))


@given(st.lists(st.integers(), max_size=100), st.integers(1, 12))
def test_pages_hold_a_list_once_and_evenly(items: list[int], at_most: int) -> None:
    pages = [leaf(items, at_most, page) for page in range(leaf(items, at_most, 0).pages)]

    assert [item for page in pages for item in page.items] == items
    assert max(len(page.items) for page in pages) <= at_most
    assert all(page.items for page in pages) or not items
    places = [page_with(place, len(items), at_most) for place in range(len(items))]
    assert places == [page.page for page in pages for _ in page.items]


@given(st.lists(st.integers(), max_size=30), st.integers(1, 9), st.integers(-5, 99))
def test_any_page_number_is_brought_into_range(items: list[int], at_most: int, page: int) -> None:
    found = leaf(items, at_most, page)

    assert 0 <= found.page < found.pages
