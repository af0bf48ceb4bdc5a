from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox import FaultKind
from tests.journeys.stage import answer, asks, set_up

if TYPE_CHECKING:
    from bot.sandbox import Person
    from tests.journeys.stage import Stage


async def test_question_answer_grade(phone: Person) -> None:
    await set_up(phone)
    question = await phone.sees("What is")
    assert question.labels == (("Show answer",), ("Outline",), ("Skip today", "Hide"))

    await phone.taps("Show answer")
    revealed = await phone.sees("The answer to")
    assert revealed.id == question.id
    assert revealed.labels == (
        ("Again · today", "Hard · 1 d"),
        ("Good · 2 d", "Easy · 8 d"),
        ("Points", "Repeat", "More"),
    )

    await phone.taps("Good")
    graded = await phone.sees("Good. Again on ")
    assert graded.labels == (("Undo", "Change grade"),)
    following = await phone.sees(asks)
    assert following.id != question.id


async def test_nothing_else_is_on_the_screen_of_a_question(phone: Person) -> None:
    await set_up(phone)

    question = await phone.sees("What is")

    quiet, empty, bold = question.text.split("\n")
    assert quiet.split(" · ")[2] in {"junior", "middle", "senior"}
    assert not empty
    assert question.parts("bold") == (bold,)


async def test_second_tap_grades_nothing(phone: Person) -> None:
    await set_up(phone)
    await phone.taps("Show answer")
    revealed = await phone.sees("The answer to")
    await phone.taps("Good")
    await phone.sees(asks)

    await phone.taps("Again · today", on=revealed)

    assert "Already graded: Good" in await phone.is_told("Already graded")
    await phone.says("/progress")
    await phone.sees("Today: 1 of 10")


async def test_undo_brings_the_question_back(phone: Person) -> None:
    await set_up(phone)
    first = await phone.sees(asks)
    await answer(phone, "Good")
    following = await phone.sees(asks)

    await phone.taps("Undo")
    again = await phone.sees(lambda message: "Good · 2 d" in str(message.labels))

    assert again.id == first.id
    await phone.until(lambda: all(message.id != following.id for message in phone.messages))
    await phone.says("/progress")
    await phone.sees("Today: 0 of 10")


async def test_undo_works_after_a_restart(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await answer(phone, "Easy")
        await phone.sees(asks)
    async with stage.bot():
        await phone.says("/undo")

        await phone.sees(lambda message: "Easy · 8 d" in str(message.labels))


async def test_nothing_to_undo_is_said(phone: Person) -> None:
    await set_up(phone)
    await phone.sees(asks)

    await phone.says("undo")

    await phone.sees("nothing to undo")


async def test_skip_and_hide_go_on(phone: Person) -> None:
    await set_up(phone)
    first = await phone.sees(asks)

    await phone.taps("Skip")
    await phone.sees("Skipped until tomorrow.")
    second = await phone.sees(asks)
    await phone.taps("Hide")
    await phone.sees("Hidden: I will not ask it again.")
    third = await phone.sees(asks)

    assert len({first.text, second.text, third.text}) == 3


async def test_day_ends_and_more_goes_on(phone: Person) -> None:
    await set_up(phone)
    for _ in range(3):
        await phone.sees(asks)
        await answer(phone, "Good")
    await phone.sees("That is all for today: 3 questions done.")

    await phone.taps("More questions")

    await phone.sees(asks)


async def test_own_answer_stands_beside_the_model_answer(phone: Person) -> None:
    await set_up(phone)
    await phone.says("A lock, I think.")
    await phone.sees("Noted.")
    second = await phone.says("And it hurts threads.")
    await phone.sees("Noted.")
    await phone.edits(second, "And it hurts CPU-bound threads.")
    await phone.sees("Changed.")

    await phone.taps("Show answer")

    revealed = await phone.sees("The answer to")
    assert "You said:" in revealed.text
    assert "A lock, I think.\nAnd it hurts CPU-bound threads." in revealed.text


async def test_answer_typed_after_the_reveal_is_shown_too(phone: Person) -> None:
    await set_up(phone)
    await phone.taps("Show answer")
    revealed = await phone.sees("The answer to")

    await phone.says("I would have said something else.")

    await phone.sees(lambda message: message.id == revealed.id and "You said:" in message.text)


async def test_known_words_are_understood(phone: Person) -> None:
    await set_up(phone)
    question = await phone.sees(asks)

    await phone.says("Thanks!")
    await phone.sees("You are welcome.")
    await phone.says("repeat, please")
    repeated = await phone.sees(asks)
    await phone.says("show me the answer")
    await phone.sees("The answer to")
    await phone.says("skip")
    following = await phone.sees(asks)

    assert repeated.text == question.text
    assert following.text != question.text


async def test_stop_ends_but_does_not_silence(phone: Person) -> None:
    await set_up(phone)
    await phone.sees(asks)

    await phone.says("Stop!")
    await phone.sees("Stopped.")
    await phone.taps("Next question")

    await phone.sees(asks)


async def test_text_without_question_gets_a_way_on(phone: Person) -> None:
    await set_up(phone)
    await phone.says("stop")
    await phone.sees("Stopped.")

    await phone.says("kubernetes maybe")

    assert (await phone.sees("did not get that")).labels == (("Next question",),)


async def test_next_repeats_the_open_question_below(phone: Person) -> None:
    await set_up(phone)
    question = await phone.sees(asks)

    await phone.says("/next")
    again = await phone.sees(asks)

    assert again.text == question.text
    assert again.id > question.id
    await phone.until(lambda: all(not m.labels for m in phone.received if m.id == question.id))


async def test_two_people_do_not_touch_each_other(stage: Stage) -> None:
    async with stage.bot():
        ann, bob = stage.sandbox.person("Ann"), stage.sandbox.person("Bob")
        await set_up(ann)
        await set_up(bob)
        await answer(ann, "Good")
        await bob.says("/progress")

        await bob.sees("Today: 0 of 10")


async def test_long_answer_of_a_person_is_kept_whole(phone: Person) -> None:
    await set_up(phone)
    words = " ".join(f"word{number}" for number in range(500))[:4096]
    await phone.says(words)
    await phone.sees("Noted.")

    await phone.taps("Show answer")
    pages = [(await phone.sees("You said:")).text]
    while any(label.startswith("Page ") for row in phone.received[-1].labels for label in row):
        await phone.taps("Page ")
        pages.append((await phone.sees("What is")).text)

    shown = " ".join(pages)
    assert all(word in shown for word in words.split())


async def test_failed_send_is_mended_by_the_next_tap(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone, "Europe/Berlin")
        await phone.taps("Show answer")
        revealed = await phone.sees("The answer to")
        stage.sandbox.faults.add(method="sendMessage", kind=FaultKind.SERVER)
        await phone.taps("Good")
        await phone.sees("Good. Again on")

        await phone.taps("Good · 2 d", on=revealed)

        await phone.sees(asks)
