"""Sets of questions, in the words of somebody who wants so many of something, one at a time."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.questions import bank as banks
from tests.conftest import content_file
from tests.journeys.stage import set_up

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage

ORDER = ["junior", "middle", "senior"]


@pytest.fixture
def bank() -> Bank:
    files = [content_file("Python", topic, 12) for topic in ("Basics", "Traps", "Typing")]
    files += [content_file("Flask", "Routing", 6), content_file("Kafka", "Topics", 3)]
    built, problems = banks.build(files)
    assert not problems
    return built


def number_of(message: Message) -> str:
    found = re.match(r"\d+ of \d+(?= · )", message.text)
    return found[0] if found else ""


def asks_in_set(message: Message) -> bool:
    return bool(number_of(message)) and message.labels[:1] == (("Show answer",),)


async def grade(phone: Person, question: Message, label: str = "Good") -> None:
    await phone.taps("Show answer", on=question)
    revealed = await phone.sees(lambda m: m.id == question.id and "The answer to" in m.text)
    await phone.taps(label, on=revealed)


async def test_twenty_are_twenty_different_ones_each_with_an_answer(phone: Person) -> None:
    await set_up(phone)

    await phone.says("20 python junior to middle")
    said = await phone.sees("Python, junior to middle: 20 questions.")
    asked: list[Message] = []
    for number in range(1, 21):
        question = await phone.sees(asks_in_set)
        assert number_of(question) == f"{number} of 20"
        asked.append(question)
        await grade(phone, question)
    summary = await phone.sees("Done: 20 questions of Python, junior to middle")

    heads = [message.text.split("\n\n") for message in asked]
    levels = [head[0].split(" · ")[3] for head in heads]
    topics = [head[0].split(" · ")[2] for head in heads]
    assert len({head[1] for head in heads}) == 20
    assert levels == sorted(levels, key=ORDER.index)
    assert max(topics.count(t) for t in topics) - min(topics.count(t) for t in topics) <= 1
    assert "Good 20." in summary.text
    assert said.labels == (("It was my answer",),)
    assert summary.labels == (("Same again", "Another topic"), ("Next question",))
    await phone.says("/progress")
    await phone.sees("Today: 20 of 10")


async def test_pace_can_be_said_with_the_set(phone: Person) -> None:
    await set_up(phone)

    await phone.says("Can you give me 20 questions about python, beginner to middle, slowly?")
    await phone.sees("Answers point by point. It stays so")
    await phone.sees("Python, junior to middle: 20 questions.")
    first = await phone.sees(asks_in_set)
    await phone.taps("Show answer", on=first)

    assert "Next (1 of 3)" in str((await phone.sees("1. One")).labels)


async def test_answers_asked_for_with_the_set_stand_under_its_questions(phone: Person) -> None:
    await set_up(phone)

    await phone.says("6 python questions with answers")
    await phone.sees("Python: 6 questions.")
    shown = await phone.sees("The answer to")

    assert number_of(shown) == "1 of 6"


async def test_fewer_than_asked_is_said_first(phone: Person) -> None:
    await set_up(phone)

    await phone.says("give me 20 flask questions please")

    await phone.sees("I have 6 of these, not 20; here they are.")
    assert number_of(await phone.sees(asks_in_set)) == "1 of 6"


@pytest.mark.parametrize("number", ["0", "10000"])
async def test_impossible_number_is_refused_kindly(phone: Person, number: str) -> None:
    await set_up(phone)

    await phone.says(f"{number} questions about python")
    refused = await phone.sees("A set has 1 to 100 questions. I have 36 of Python; how many?")
    assert refused.labels == (("5", "10", "20", "36"),)
    await phone.taps("5")

    assert number_of(await phone.sees(asks_in_set)) == "1 of 5"


async def test_set_survives_a_restart_and_a_days_pause(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone, "Berlin")
        await phone.says("5 flask")
        await grade(phone, await phone.sees(asks_in_set))
        second = await phone.sees(asks_in_set)
        await phone.says("pause")
        await phone.sees("Pause")
    await stage.sandbox.jump_to(stage.sandbox.clock.now() + timedelta(hours=16))
    async with stage.bot():
        await phone.says("next")

        again = await phone.sees(asks_in_set)

        assert again.text == second.text
        assert number_of(again) == "2 of 5"


async def test_daily_question_in_between_gives_way_to_the_set(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone, "Berlin")
        await phone.says("5 flask")
        await grade(phone, await phone.sees(asks_in_set))
        second = await phone.sees(asks_in_set)
        await phone.says("stop")
        await phone.sees("Stopped at 2 of 5")
        await stage.sandbox.jump_to(stage.sandbox.clock.now() + timedelta(days=1))
        daily = await phone.sees(lambda m: m.labels[:1] == (("Show answer",),))
        assert not number_of(daily)

        await phone.says("let's continue")

        assert (await phone.sees(asks_in_set)).text == second.text


async def test_one_second_holds_the_place_and_a_pause_ends_there(phone: Person) -> None:
    await set_up(phone)
    await phone.says("5 flask")
    first = await phone.sees(asks_in_set)

    await phone.says("no no, one second")
    held = await phone.sees("Take your time: your question waits.")
    assert held.labels[0] == ("Go on",)
    await phone.taps("1 day")
    await phone.sees("Paused")
    await phone.says("go on")

    assert (await phone.sees(asks_in_set)).text == first.text


async def test_other_topic_in_between_and_back_again(phone: Person) -> None:
    await set_up(phone)
    await phone.says("5 flask")
    await grade(phone, await phone.sees(asks_in_set))
    left = await phone.sees(asks_in_set)

    await phone.says("2 kafka")
    await phone.sees("Kafka: 2 questions.")
    for _ in range(2):
        await grade(phone, await phone.sees(asks_in_set))
    summary = await phone.sees("Done: 2 questions of Kafka")
    assert summary.text.endswith("Still waiting: 1 of 5 of Flask.")
    assert summary.labels[0] == ("Go on: 1 of 5",)
    await phone.taps("Next question")
    offer = await phone.sees("1 of 5 of Flask, go on?")
    assert offer.labels == (("Go on", "New", "Leave it"),)
    await phone.taps("Go on")

    back = await phone.sees(asks_in_set)

    assert back.text == left.text


async def test_offer_can_be_left_and_is_made_once_a_day(phone: Person) -> None:
    await set_up(phone)
    await phone.says("5 flask")
    await phone.sees(asks_in_set)
    await phone.says("1 kafka")
    await phone.sees("Kafka: 1 question.")
    await grade(phone, await phone.sees(lambda m: asks_in_set(m) and "Kafka" in m.text))
    await phone.sees("Done: 1 question of Kafka")
    await phone.says("/next")
    await phone.sees("0 of 5 of Flask, go on?")

    await phone.taps("New")
    await phone.sees(lambda m: m.labels[:1] == (("Show answer",),) and not number_of(m))
    await phone.says("stop")
    await phone.sees("Stopped. Go on whenever you like.")
    await phone.says("/next")

    await phone.sees(lambda m: m.labels[:1] == (("Show answer",),) and not number_of(m))


async def test_set_can_be_left_for_good(phone: Person) -> None:
    await set_up(phone)
    await phone.says("5 flask")
    await phone.sees(asks_in_set)
    await phone.says("1 kafka")
    await grade(phone, await phone.sees(lambda m: asks_in_set(m) and "Kafka" in m.text))
    await phone.sees("Done: 1 question of Kafka")
    await phone.says("/next")
    await phone.sees("0 of 5 of Flask, go on?")

    await phone.taps("Leave it")

    await phone.sees("All right, 0 of 5 of Flask it is.")
    await phone.says("go on")
    await phone.sees(lambda m: m.labels[:1] == (("Show answer",),) and not number_of(m))


async def test_stop_holds_the_place(phone: Person) -> None:
    await set_up(phone)
    await phone.says("5 flask")
    await grade(phone, await phone.sees(asks_in_set))
    second = await phone.sees(asks_in_set)

    await phone.says("no no, one second")
    await phone.says("stop")
    stopped = await phone.sees("Stopped at 2 of 5 of Flask. It waits for you.")
    assert stopped.labels == (("Go on", "Next question"),)
    await phone.taps("Go on", on=stopped)

    again = await phone.sees(asks_in_set)
    assert again.text == second.text


async def test_same_for_another_topic_after_a_restart(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await phone.says("3 python junior")
        await phone.sees("Python, junior: 3 questions.")
    async with stage.bot():
        await phone.says("same for flask")

        await phone.sees("I have 2 of these, not 3")
        assert "junior" in (await phone.sees(asks_in_set)).text


async def test_summary_says_what_to_focus_on_and_starts_again(phone: Person) -> None:
    await set_up(phone)
    await phone.says("2 flask")
    first = await phone.sees(asks_in_set)
    await phone.taps("Show answer", on=first)
    await phone.sees("The answer to")
    await phone.taps("Points")
    await phone.taps("☐ 1. One")
    await phone.sees("Ticked 1 of 3")
    await phone.taps("Again")
    await grade(phone, await phone.sees(asks_in_set), "Hard")

    summary = await phone.sees("Done: 2 questions of Flask")

    assert "Again 1, Hard 1." in summary.text
    assert "Focus on: Routing (2)." in summary.text
    assert "You left out: Two; Three." in summary.text
    await phone.taps("Same again")
    await phone.sees("Flask: 2 questions.")
    again = await phone.sees(asks_in_set)
    assert again.text.split("\n\n")[1] != first.text.split("\n\n")[1]


async def test_several_sets_in_one_message_follow_one_another(phone: Person) -> None:
    await set_up(phone)

    await phone.says("2 kafka. 3 flask")
    await phone.sees("Kafka: 2 questions.\nThen: 3 questions of Flask.")
    for _ in range(2):
        await grade(phone, await phone.sees(asks_in_set))
    await phone.sees("Done: 2 questions of Kafka")
    await phone.taps("Go on: 0 of 3")

    assert number_of(await phone.sees(asks_in_set)) == "1 of 3"


async def test_unknown_level_of_a_topic_offers_the_others(phone: Person) -> None:
    await set_up(phone)
    await phone.says("5 kafka senior")
    await phone.sees("I have 1 of these, not 5")


async def test_what_looked_like_a_request_can_be_an_answer(phone: Person) -> None:
    await set_up(phone)
    question = await phone.sees("What is")

    await phone.says("2 flask")
    await phone.sees("Flask: 2 questions.")
    await phone.sees(asks_in_set)
    await phone.taps("It was my answer")

    again = await phone.sees(lambda m: m.text == question.text and m.id > question.id)
    await phone.taps("Show answer", on=again)
    await phone.sees("You said:\n2 flask")


async def test_undo_within_a_set_takes_its_count_back(phone: Person) -> None:
    await set_up(phone)
    await phone.says("3 flask")
    first = await phone.sees(asks_in_set)
    await grade(phone, first)
    await phone.sees(lambda m: number_of(m) == "2 of 3")

    await phone.says("undo")
    back = await phone.sees(lambda m: number_of(m) == "1 of 3" and "Good · 2 d" in str(m.labels))
    await phone.taps("Easy", on=back)

    await phone.sees(lambda m: number_of(m) == "2 of 3")
