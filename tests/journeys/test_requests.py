"""What people type with one thumb, while a question is open and while none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions import bank as banks
from bot.screens import pace
from bot.study.preference import Preference
from tests.conftest import content_file
from tests.journeys.stage import set_up
from tests.journeys.test_pace import LONG, QUESTION

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage


@pytest.fixture
def bank() -> Bank:
    questions = "".join(QUESTION.format(number=number, long=LONG) for number in range(6))
    text = f"---\ntopic: Things\narea: Python\n---\n{questions}"
    files = [("python/things.md", text), content_file("Kafka", "Topics", 3)]
    built, problems = banks.build(files)
    assert not problems
    return built


async def python_question(phone: Person) -> Message:
    await set_up(phone)
    await phone.says("6 python")
    return await phone.sees("1 of 6 · Python")


async def revealed(phone: Person) -> Message:
    await python_question(phone)
    await phone.says("show me the answer")
    return await phone.sees("The answer to")


def body(message: Message) -> str:
    return message.text.split("?\n\n", 1)[1]


async def test_words_show_the_parts_of_an_open_answer(phone: Person) -> None:
    answer = await revealed(phone)

    await phone.says("give me an example")
    example = await phone.sees("print(")
    await phone.says("another example")
    another = await phone.sees("Another one:")
    await phone.says("repeat")
    same = await phone.sees("Another one:")
    await phone.says("simpler")
    simpler = await phone.sees("Short ")
    await phone.says("points")
    await phone.sees("Tap what you said.")
    await phone.says("more")
    await phone.sees("Pitfalls")

    assert body(example) != body(another)
    assert (same.text, same.labels) == (another.text, another.labels)
    assert same.id != another.id
    assert len(body(simpler)) < len(body(answer))


async def test_another_example_is_a_different_one_until_there_is_none(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await revealed(phone)
        await phone.says("example")
        await phone.sees("print(")
        await phone.says("another")
        await phone.sees("Another one:")
    async with stage.bot():
        await phone.says("another")

        await phone.sees("That was the last example of this question.")


async def test_example_waits_for_the_answer_and_a_hint_does_not(phone: Person) -> None:
    await python_question(phone)

    await phone.says("example")
    first = await phone.sees("Example comes with the answer.")
    assert first.labels == (("Show answer", "Hint"),)
    await phone.says("hint")
    await phone.sees("Hint: Look closer.")
    await phone.says("outline")
    await phone.sees("Then the second …")
    await phone.says("simpler")
    simpler = await phone.sees("Simpler words come with the answer.")
    assert simpler.labels == (("Show answer",),)
    await phone.taps("Show answer", on=first)

    await phone.sees("The answer to")


async def test_pace_said_once_holds(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await revealed(phone)
        await phone.says("slow down")
        await phone.sees(pace.said(Preference.POINT_BY_POINT, on=True))
        await phone.sees("1. First of all")
    async with stage.bot():
        await phone.says("skip")
        await phone.sees("2 of 6")
        await phone.says("answer")

        step = await phone.sees("1. First of all")
        assert "second thing" not in step.text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("shorter", pace.said(Preference.SHORT_FIRST, on=True)),
        ("full answers", pace.said(Preference.SHORT_FIRST, on=False)),
        ("one by one", "One question a message"),
        ("whole answer", pace.said(Preference.POINT_BY_POINT, on=False)),
        ("hide answers", pace.said(Preference.ANSWERS_SHOWN, on=False)),
    ],
)
async def test_each_pace_is_confirmed_in_a_line(phone: Person, said: str, told: str) -> None:
    await python_question(phone)

    await phone.says(said)

    await phone.sees(told)


async def test_questions_with_answers_shows_this_one_and_the_next(phone: Person) -> None:
    await python_question(phone)

    await phone.says("questions with answers")
    await phone.sees(pace.said(Preference.ANSWERS_SHOWN, on=True))
    first = await phone.sees("The answer to")
    await phone.taps("Good", on=first)

    following = await phone.sees("2 of 6")
    assert "The answer to" in following.text


async def test_bare_topic_is_an_answer_and_one_tap_from_a_request(phone: Person) -> None:
    await python_question(phone)

    await phone.says("kafka")
    noted = await phone.sees("Noted.")
    assert noted.labels == (("Show answer",), ("I meant: ask me Kafka",))
    await phone.taps("I meant: ask me Kafka")

    await phone.sees("Kafka: 3 questions.")
    asked = await phone.sees("1 of 3 · Kafka")
    assert asked.labels[0] == ("Show answer",)


async def test_bare_topic_is_a_request_when_nothing_is_open(phone: Person) -> None:
    await set_up(phone)
    await phone.says("stop")
    await phone.sees("Stopped.")

    await phone.says("kafak")

    await phone.sees("1 of 3 · Kafka")


async def test_after_thanks_nothing_but_a_short_line(phone: Person) -> None:
    await python_question(phone)
    before = len(phone.received)

    await phone.says("thanks a lot")
    said = await phone.sees("You are welcome. Your question is still open.")
    assert said.labels == (("Go on",),)
    await phone.says("/help")
    await phone.sees("/topics")

    assert len(phone.received) == before + 2


async def test_several_requests_are_done_in_their_order(phone: Person) -> None:
    await python_question(phone)

    await phone.says("hint. outline. slower. answer")

    await phone.sees(pace.said(Preference.POINT_BY_POINT, on=True))
    last = await phone.sees("1. First of all")
    texts = [message.text for message in phone.received]
    hint = next(n for n, text in enumerate(texts) if "Hint: Look closer." in text)
    slower = next(n for n, text in enumerate(texts) if "point by point" in text)
    assert hint < slower < texts.index(last.text)


async def test_nothing_on_a_topic_is_said_with_a_way_on(phone: Person) -> None:
    await set_up(phone)
    await phone.says("stop")
    await phone.sees("Stopped.")

    await phone.says("10 questions on fortran")

    nothing = await phone.sees("I have nothing on “fortran”.")
    assert nothing.labels == (("Other topics", "Next question"),)


async def test_unknown_topic_during_a_question_is_one_tap_from_being_told(phone: Person) -> None:
    question = await python_question(phone)

    await phone.says("10 questions on fortran")
    noted = await phone.sees("Noted.")
    assert noted.labels == (("Show answer",), ("I meant: ask me fortran",))
    await phone.taps("I meant: ask me fortran")
    await phone.sees("I have nothing on “fortran”.")
    await phone.taps("Show answer", on=question)

    assert "You said" not in (await phone.sees("The answer to")).text


async def test_hide_undo_redo_and_settings_in_words(phone: Person) -> None:
    await python_question(phone)
    await phone.says("never ask this again")
    await phone.sees("2 of 6")
    await phone.says("undo")
    await phone.sees("1 of 6")
    await phone.says("redo")
    await phone.sees("2 of 6")

    await phone.says("settings")

    settings = await phone.sees("What would you like to change?")
    assert settings.labels == (("Topics", "Level"), ("Daily question", "Pace"))


async def test_star_in_words_is_listed(phone: Person) -> None:
    await python_question(phone)
    await phone.says("bookmark this")
    await phone.sees("Starred.")

    await phone.says("/starred")

    await phone.sees("What is thing")


async def test_words_about_a_question_without_one(phone: Person) -> None:
    await set_up(phone)
    await phone.says("stop")
    await phone.sees("Stopped.")

    await phone.says("simpler")

    await phone.sees("No question is open to do that with.")


async def test_mock_interview_is_asked_for_in_words(phone: Person) -> None:
    await set_up(phone)

    await phone.says("start a mock, 5 questions")

    await phone.sees("Mock")
    await phone.taps("Begin")


async def test_what_the_bank_does_not_have_is_said(phone: Person) -> None:
    await set_up(phone)
    await phone.says("stop")
    await phone.sees("Stopped")

    await phone.says("cobol")

    await phone.sees("I have nothing on “cobol”.")


async def test_place_that_is_not_known_is_asked_for_again(phone: Person) -> None:
    await phone.says("/start")
    await phone.taps("All levels")
    await phone.taps("All areas")
    await phone.sees("What time is it")

    await phone.says("Atlantis")

    await phone.sees("I do not know")
