"""Choosing a track, and finding one's way on the map of topics."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.questions import bank as banks
from tests.conftest import AREAS, content_file
from tests.journeys.stage import set_up

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage

WEB = (
    "---\ntrack: Web developer\nlevels: junior, senior\n---\n\nThey look for pages.\n\n"
    "- [Traps](../django/traps.md) · weight 5\n- [Python](../python/) · weight 1\n"
)
DATA = "---\ntrack: Data\nlevels: middle\n---\n\nThey look for streams.\n\n- [Kafka](../kafka/)\n"
PAGE = "# Python\n\n1. [Traps](traps.md)\n2. [Basics](basics.md)\n"


@pytest.fixture
def bank() -> Bank:
    files = [content_file(area, topic, 3) for area in AREAS for topic in ("Basics", "Traps")]
    packs = [("tracks/web.md", WEB), ("tracks/data.md", DATA), ("python/README.md", PAGE)]
    built, problems = banks.build([*files, *packs])
    assert not problems
    return built


def puts(topic: str) -> str:
    """Name the beginning of a question that is put."""
    return f"What is {topic} "


async def chosen(phone: Person, track: str) -> Message:
    await phone.says("/track")
    await phone.sees("Tracks")
    await phone.taps(track)
    return await phone.sees("Most weight")


async def answered(phone: Person, grade: str = "Good") -> None:
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    await phone.taps(grade)


async def test_a_track_is_chosen_and_asked(phone: Person) -> None:
    await set_up(phone)
    await answered(phone)
    await phone.says("/track")
    shown = await phone.sees("Tracks")
    assert "They look for pages." in shown.text
    assert "They look for streams." in shown.text
    assert ("✓ No track", "Topics") in shown.labels

    await phone.taps("Web developer")
    now = await phone.sees("Most weight: Traps, ")
    assert "3 topics, 6 questions\nLevel: junior, senior\n" in now.text
    await phone.taps("Skip")
    question = await phone.sees(puts("Django Traps"))
    assert " · junior\n" in question.text

    await phone.says("/track")
    assert ("✓ Web developer",) in (await phone.sees("✓ Web developer\n")).labels


async def test_a_track_stays_over_restarts_and_for_the_daily_question(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone, "Etc/UTC")
        await chosen(phone, "Data")
    async with stage.bot():
        morning = stage.sandbox.clock.now().replace(hour=9, minute=0) + timedelta(days=1)
        before = len(phone.received)
        await stage.sandbox.jump_to(morning)

        await phone.until(lambda: len(phone.received) > before)
        assert puts("Kafka") in phone.received[-1].text


async def test_no_track_brings_everything_back(phone: Person) -> None:
    await set_up(phone)
    await chosen(phone, "Web developer")
    await phone.says("/topics")
    areas = await phone.sees("Track: Web developer")
    assert "✓ Django: 2 of 4\n· Kafka: 4\n" in areas.text

    await phone.says("/track")
    await phone.sees("Tracks")
    await phone.taps("No track")
    await phone.sees("No track: I ask from everything.")
    await phone.taps("Topics")

    areas = await phone.sees("Level: all")
    assert "✓ Kafka: 6" in areas.text


async def test_what_rested_by_hand_is_told_when_the_track_ends(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/topics")
    await phone.sees("What I ask you about")
    await phone.taps("✓ Kafka")
    await phone.sees("In the order in which one learns it.")
    await phone.taps("✓ All of Kafka")
    await phone.sees("· 1. Basics")
    await chosen(phone, "Data")

    await phone.taps("No track")
    await phone.sees("As before it, these rest: Kafka.")
    await phone.taps("All areas")

    assert "✓ Kafka: 6" in (await phone.sees("What I ask you about")).text


async def test_the_map_leads_from_area_to_topic_to_question(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/topics")
    await phone.sees("What I ask you about")
    await phone.taps("✓ Python")
    area = await phone.sees("In the order in which one learns it.")
    assert area.text.index("1. Traps\n    ○ 3 unseen") < area.text.index("2. Basics\n")

    await phone.taps("✓ Traps")
    topic = await phone.sees("Python · 1 of 2")
    assert "3 questions: ○ 3 unseen." in topic.text
    assert "About Traps." in topic.text
    await phone.taps("Ask me from this topic")
    await phone.sees(puts("Python Traps"))
    for grade in ("Easy", "Good", "Good"):
        await answered(phone, grade)
    await phone.sees("That was all of Traps for today.")

    await phone.taps("Python")
    assert "1. Traps\n    ◐ 1 known, 2 shaky" in (await phone.sees("In the order")).text


async def test_a_waiting_question_is_put_away_for_the_topic(phone: Person) -> None:
    await set_up(phone)
    (waiting,) = [m for m in phone.received if m.text.count("What is ") and m.buttons]
    other = "Kafka" if "Kafka" not in waiting.text else "Django"
    await phone.says("/topics")
    await phone.sees("What I ask you about")
    await phone.taps(f"✓ {other}")
    await phone.sees("In the order")
    await phone.taps("✓ Basics")
    await phone.sees(f"{other} · 1 of 2")

    await phone.taps("Ask me from this topic")

    await phone.sees(puts(f"{other} Basics"))
    await phone.until(lambda: any("Put away for now." in m.text for m in phone.received))


async def test_a_topic_rests_and_comes_back(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/topics")
    await phone.sees("What I ask you about")
    await phone.taps("✓ Python")
    await phone.sees("In the order")
    await phone.taps("✓ Traps")
    await phone.sees("It is asked.")

    await phone.taps("Let it rest")
    await phone.sees("It rests")
    await phone.taps("Back to Python")
    assert "· 1. Traps" in (await phone.sees("In the order")).text
    await phone.taps("Traps")
    await phone.sees("It rests")
    await phone.taps("Ask it with the others")

    await phone.sees("It is asked.")


async def test_the_same_for_another_area_is_one_tap(phone: Person) -> None:
    await phone.says("/topics")
    await phone.sees("What I ask you about")
    await phone.taps("✓ Python")
    await phone.sees("In the order")

    await phone.taps("Same for another area")
    await phone.sees("What I ask you about")
    await phone.taps("✓ Django")

    assert (await phone.sees("In the order")).text.startswith("Django\n")


async def test_a_track_whose_file_is_gone_is_told_kindly(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await chosen(phone, "Web developer")
    packs = {name: track for name, track in stage.bank.tracks.items() if name != "web"}
    stage.bank = replace(stage.bank, tracks=packs)
    async with stage.bot():
        await phone.says("/topics")
        areas = await phone.sees("Your track (web) is no longer there")
        assert "✓ Kafka: 6" in areas.text
        await phone.says("/track")
        await phone.sees("Your track (web) is no longer there")
        await phone.taps("✓ No track")
        await phone.sees("No track: I ask from everything.")

        await phone.says("/topics")

        assert "no longer there" not in (await phone.sees("What I ask you about")).text


async def test_old_button_of_a_lost_track_shows_those_that_are_there(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await phone.says("/track")
        shown = await phone.sees("Tracks")
    packs = {name: track for name, track in stage.bank.tracks.items() if name != "web"}
    stage.bank = replace(stage.bank, tracks=packs)
    async with stage.bot():
        await phone.taps("Web developer", on=shown)

        left = await phone.sees(lambda message: "They look for streams." in message.text)
        assert "They look for pages." not in left.text


async def test_choosing_twice_is_choosing_once(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/track")
    shown = await phone.sees("Tracks")
    await phone.taps("Data", on=shown)
    await phone.sees("Most weight")
    await phone.says("/topics")
    await phone.sees("Level: middle")

    await phone.taps("Data", on=shown)

    await phone.says("/topics")
    assert "Track: Data" in (await phone.sees("What I ask you about")).text
