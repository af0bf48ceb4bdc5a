from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.sandbox import Button, ButtonKind
from bot.sandbox.acts import press
from tests.journeys.stage import answer, asks, set_up

if TYPE_CHECKING:
    from bot.sandbox import Person
    from tests.journeys.stage import Stage


async def test_group_gets_one_line_and_a_link(stage: Stage) -> None:
    async with stage.bot():
        phone = stage.sandbox.person()
        group = stage.sandbox.group("Team", phone)

        await phone.says("/start@sandbox_bot", chat=group)

        await phone.until(lambda: len(stage.sandbox.world.messages_in(group.id)) >= 2)
        reply = stage.sandbox.world.messages_in(group.id)[-1]
        assert reply.text == "I work in private chats. Talk to me there: https://t.me/sandbox_bot"


async def test_pictures_and_stickers_get_a_kind_line(phone: Person) -> None:
    await set_up(phone)
    await phone.sends_photo(b"\x89PNG")
    await phone.sees("only read text")
    await phone.sends_sticker("👍")
    await phone.sees("only read text")


@pytest.mark.parametrize("text", ["x" * 4096, "שלום, זה טקסט", "👩‍👩‍👧‍👦" * 50, "\u202eevil\u202c"])
async def test_any_text_is_an_answer(phone: Person, text: str) -> None:
    await set_up(phone)

    await phone.says(text)

    await phone.sees("Noted.")
    await phone.taps("Show answer")
    await phone.sees("You said:")


async def test_edited_small_talk_changes_nothing(phone: Person) -> None:
    await set_up(phone)
    thanks = await phone.says("thanks")
    await phone.sees("You are welcome.")
    before = len(phone.received)

    await phone.edits(thanks, "thanks a lot")
    await phone.says("/help")
    await phone.sees("/topics")

    assert len(phone.received) == before + 1


async def test_made_up_buttons_are_harmless(stage: Stage) -> None:
    async with stage.bot():
        ann, bob = stage.sandbox.person("Ann"), stage.sandbox.person("Bob")
        await set_up(ann)
        await set_up(bob)
        question = await bob.sees(asks)
        for data in (
            "r:1",
            "g:1:easy:0",
            "g:1:nonsense:0",
            "old-format",
            "dw:9",
            "z:",
            "r:99999999999999999999",
        ):
            press(stage.sandbox.world, bob.id, question, Button("?", ButtonKind.CALLBACK, data))
        await bob.says("/progress")
        await bob.sees("Today: 0 of 10")
        await ann.taps("Show answer")

        await ann.sees("The answer to")


async def test_tap_on_an_answered_push_says_so(phone: Person) -> None:
    await set_up(phone)
    first = await phone.sees(asks)
    await answer(phone, "Good")
    await phone.sees(asks)

    await phone.taps("Show answer", on=first)

    assert await phone.is_told("Already graded: Good")


async def test_stranger_is_turned_away(stage: Stage) -> None:
    known = stage.sandbox.person("Known")
    async with stage.bot(known.id):
        stranger = stage.sandbox.person("Stranger")
        await stranger.says("/start")
        await stranger.sees("This bot is private.")
        await known.says("/start")

        await known.sees("Which level")


async def test_name_descriptions_and_menu_are_set(stage: Stage) -> None:
    async with stage.bot():
        phone = stage.sandbox.person()
        await phone.says("/help")
        await phone.sees("/topics")
    methods = [call.method for call in stage.sandbox.calls]

    assert "setMyCommands" in methods
    assert "setMyDescription" in methods
    assert "setMyShortDescription" in methods


async def test_number_typed_as_an_answer_is_kept(phone: Person) -> None:
    await set_up(phone)
    await answer(phone, "Good")
    await phone.sees(asks)

    await phone.says("404")

    await phone.sees("Noted.")


async def test_unknown_command_is_no_answer(phone: Person) -> None:
    await set_up(phone)

    await phone.says("/nxt")

    await phone.sees("I do not know that command.")


async def test_caption_of_a_picture_is_an_answer(phone: Person) -> None:
    await set_up(phone)

    await phone.sends_photo(b"\x89PNG", caption="My drawing of it")

    await phone.sees("Noted.")


async def test_hello_before_start_is_no_setup(phone: Person) -> None:
    await phone.says("hello")
    await phone.sees("Hello!")

    await phone.says("/start")

    await phone.sees("Which level")


async def test_answer_of_a_vanished_message_is_sent_anew(stage: Stage) -> None:
    async with stage.bot() as bot:
        phone = stage.sandbox.person()
        await set_up(phone)
        question = await phone.sees(asks)
        await bot.application.bot.delete_message(phone.id, question.id)

        await phone.taps("Show answer", on=question)

        await phone.sees("The answer to")


async def test_second_tap_on_delete_keeps_the_report(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/forget")
    screen = await phone.sees("Delete everything about you?")
    await phone.taps("Delete all", on=screen)
    await phone.sees("Deleted: 1 question")

    await phone.taps("Delete all", on=screen)

    await phone.sees("deleted already")


async def test_second_tap_on_the_last_step_asks_once(phone: Person) -> None:
    await phone.says("/start")
    await phone.sees("Which level")
    await phone.taps("All levels")
    await phone.sees("Which areas")
    await phone.taps("All areas")
    screen = await phone.sees("What time is it")

    await phone.taps("Skip", on=screen)
    await phone.taps("Skip", on=screen)
    await phone.says("/help")
    await phone.sees("take the last step back")

    assert sum(asks(message) for message in phone.received) == 1
