from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.journeys.stage import answer, asks, set_up

if TYPE_CHECKING:
    from bot.sandbox import Person
    from tests.journeys.stage import Stage


async def test_start_takes_four_taps(phone: Person) -> None:
    await phone.says("/start")
    welcome = await phone.sees("Which level")
    assert len(welcome.text.split("\n\n")[0].split("\n")) == 2
    await phone.taps("Middle")
    await phone.sees("Which areas")
    await phone.taps("All areas")
    await phone.sees("What time is it")
    await phone.taps(phone.received[-1].labels[0][0])
    await phone.sees("Which place is nearest?")
    await phone.taps("★")
    await phone.sees("Daily question: ")

    question = await phone.sees(asks)

    assert " · middle\n" in question.text


async def test_every_step_can_be_skipped(phone: Person) -> None:
    await phone.says("/start")
    await phone.sees("Which level")
    await phone.taps("Skip")
    await phone.sees("Which areas")
    await phone.taps("Skip")
    await phone.sees("What time is it")
    await phone.taps("Skip")

    await phone.sees(asks)


async def test_typed_city_is_understood(phone: Person) -> None:
    await phone.says("/start")
    await phone.sees("Which level")
    await phone.taps("Skip")
    await phone.sees("Which areas")
    await phone.taps("Skip")
    await phone.sees("What time is it")

    await phone.says("Tokyo")

    await phone.sees(asks)
    await phone.says("/daily")
    await phone.sees("Time zone: Asia/Tokyo")


async def test_unknown_city_is_said(phone: Person) -> None:
    await phone.says("/daily")
    await phone.sees("The daily question")
    await phone.taps("My time zone")
    await phone.sees("What time is it")

    await phone.says("Xqzwv")

    await phone.sees("I do not know that place")


async def test_start_again_loses_nothing(phone: Person) -> None:
    await set_up(phone, "Europe/Berlin")
    await answer(phone, "Good")
    await phone.sees(asks)

    await phone.says("/start")
    await phone.sees("Good to see you again.")
    await phone.says("/progress")

    await phone.sees("Today: 1 of 10")


async def test_chosen_area_is_asked(phone: Person) -> None:
    await phone.says("/start")
    await phone.sees("Which level")
    await phone.taps("Skip")
    await phone.sees("Which areas")
    await phone.taps("Kafka")
    await phone.sees(lambda message: "✓ Kafka" in str(message.labels))
    await phone.taps("Done")
    await phone.sees("What time is it")
    await phone.taps("Skip")

    assert "Kafka · " in (await phone.sees(asks)).text


async def test_topics_show_counts_and_can_rest(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/topics")
    areas = await phone.sees("What I ask you about")
    assert "✓ Python: 6" in areas.text

    await phone.taps("✓ Python")
    await phone.sees("✓ 1. Basics")
    await phone.taps("✓ Basics")
    await phone.sees("3 questions: ○ 3 unseen.")
    await phone.taps("Let it rest")
    await phone.sees("It rests")
    await phone.taps("Same for another area")

    assert "✓ Python: 3 of 6" in (await phone.sees("What I ask you about")).text


async def test_level_is_changed_and_kept_over_restarts(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await phone.says("/topics")
        await phone.sees("What I ask you about")
        await phone.taps("Level")
        await phone.sees("Which level")
        await phone.taps("Senior")
        await phone.sees("Level: senior")
    async with stage.bot():
        await phone.says("/topics")

        await phone.sees("Level: senior")


async def test_every_change_of_the_daily_question_says_the_next(phone: Person) -> None:
    await set_up(phone, "Europe/Berlin")
    await phone.says("/daily")
    await phone.sees("On: 09:00, every day")
    await phone.taps("Time")
    await phone.sees("When shall I ask?")
    await phone.taps("18:00")
    assert ", 18:00 (your time)." in (await phone.sees("On: 18:00")).text
    await phone.taps("Weekdays")
    await phone.sees("On which days?")
    await phone.taps("✓ Sun")
    await phone.sees("Next: ")
    await phone.taps("Back")
    await phone.sees("Mon, Tue, Wed, Thu, Fri, Sat")
    await phone.taps("How many")
    await phone.sees("How many at a time?")
    await phone.taps("3")
    await phone.sees("At a time: 3 questions")
    await phone.taps("Daily numbers")
    await phone.sees("How much a day?")
    await phone.taps("5 new, 15 in all")
    await phone.sees("A day: 5 new, 15 in all")
    await phone.taps("Switch off")

    assert "No daily question is planned." in (await phone.sees("Off: 18:00")).text


async def test_push_time_can_be_typed(phone: Person) -> None:
    await set_up(phone, "Europe/Berlin")
    await phone.says("/daily")
    await phone.sees("The daily question")
    await phone.taps("Time")
    await phone.sees("When shall I ask?")

    await phone.says("7.45 am")

    await phone.sees(", 07:45 (your time).")


async def test_pause_and_resume(phone: Person) -> None:
    await set_up(phone, "Europe/Berlin")
    await phone.says("/pause")
    await phone.sees("Pause the daily question")
    await phone.taps("Until I resume")
    await phone.sees("Paused until you say /resume.")

    await phone.says("/resume")

    await phone.sees("Next: ")


async def test_stop_is_quiet_and_start_wakes(stage: Stage) -> None:
    async with stage.bot():
        phone = stage.sandbox.person()
        await set_up(phone, "Etc/UTC")
        await phone.says("/stop")
        await phone.sees("I am quiet.")
        before = len(phone.received)

        await stage.sandbox.jump_to(stage.sandbox.clock.now() + timedelta(days=2))
        assert len(phone.received) == before
        await phone.says("/start")

        await phone.sees("Daily question: ")


async def test_forget_deletes_everything(phone: Person) -> None:
    await set_up(phone)
    await answer(phone, "Good")
    await phone.sees(asks)
    await phone.says("/forget")
    await phone.sees("Delete everything about you?")

    await phone.taps("Delete all")

    await phone.sees("Deleted: 2 questions")
    await phone.says("/start")
    await phone.sees("One interview question at a time")


async def test_forget_can_be_taken_back(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/forget")
    await phone.sees("Delete everything about you?")

    await phone.taps("Keep it")

    await phone.sees("Nothing was deleted.")


async def test_help_is_short(phone: Person) -> None:
    await phone.says("/help")

    shown = await phone.sees("/topics")

    assert len(shown.text.split("\n")) <= 20


async def test_progress_by_area(phone: Person) -> None:
    await set_up(phone)
    question = await phone.sees(asks)
    area = question.text.split(" · ")[0]
    await answer(phone, "Good")
    await phone.sees(asks)

    await phone.says("/progress")

    shown = await phone.sees("Where you stand")
    assert "Streak: 1 day\n" in shown.text
    assert re.search(rf"{area}: \d+%, 1 of 6 seen", shown.text)
