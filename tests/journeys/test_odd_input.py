from __future__ import annotations

from dataclasses import fields
from datetime import date, time
from typing import TYPE_CHECKING, get_type_hints

import pytest

from bot.sandbox import Button, ButtonKind
from bot.sandbox.acts import press
from bot.screens import actions
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
            "g:1:easy:0:2026-11-24",
            "g:1:nonsense:0:2026-11-24",
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


@pytest.mark.parametrize("number", [0, 1, 8, 1000, 10**9, 2**63 - 1])
async def test_no_made_up_button_is_too_much(
    stage: Stage, caplog: pytest.LogCaptureFixture, number: int
) -> None:
    async with stage.bot():
        phone = stage.sandbox.person()
        await set_up(phone)
        question = await phone.sees(asks)

        for data in every_button(number):
            press(stage.sandbox.world, phone.id, question, Button("?", ButtonKind.CALLBACK, data))
        await phone.until(lambda: not stage.sandbox.world.updates.waiting)

        await phone.says("/help")
        await phone.sees("/topics")
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def every_button(number: int) -> list[str]:
    """Make up a button of each kind with one number for all that it names."""
    kinds = [vars(actions)[name] for name in actions.__all__]
    buttons = [k for k in kinds if isinstance(k, type) and issubclass(k, actions.Action)]
    made: dict[object, object] = {bool: True, int: number, str: "x", time: time(4), date: date.max}
    found = []
    for kind in buttons:
        if kind not in {actions.Action, actions.Forget}:
            types = [get_type_hints(kind)[field.name] for field in fields(kind)]
            values = [made[of] if of in made else next(iter(of)) for of in types]
            found.append(actions.pack(kind(*values)))
    return found


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
