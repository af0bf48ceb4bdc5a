from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.journeys.kitchen import (
    KITCHEN,
    NEWER,
    add_kitchen,
    can_be_graded,
    grade_everything,
    is_asked_from_notes,
    is_done,
    is_next_or_done,
)
from tests.journeys.stage import set_up

if TYPE_CHECKING:
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage


DAY = timedelta(days=1)
OVEN = b"- How hot is an oven?\n- What is a peel?\n- Why steam?\n"


async def asked_now(phone: Person) -> Message:
    """Begin to be asked from the notes that were just added."""
    await phone.taps("Ask me from these")
    return await phone.sees(is_asked_from_notes)


async def test_a_file_is_looked_through_added_and_asked(phone: Person) -> None:
    await set_up(phone)
    sent = await phone.sends_document("kitchen.md", KITCHEN)
    preview = await phone.sees("4 questions")
    assert preview.reply_to == sent.id
    assert "kitchen" in preview.text

    await phone.taps("Look through")
    await phone.sees("What is a roux?")
    await phone.taps("Drop")
    await phone.sees(lambda m: "Keep" in str(m.labels))
    await phone.taps("Add 3")
    added = await phone.sees("Added 3 questions")
    assert added.id == preview.id

    await asked_now(phone)
    asked = await grade_everything(phone)
    assert len(asked) == 3
    assert "What is a roux?" not in asked


async def test_own_questions_come_with_the_daily_ones_when_they_are_mixed(stage: Stage) -> None:
    async with stage.bot():
        phone = stage.sandbox.person()
        await set_up(phone, zone="Lisbon")
        await add_kitchen(phone)
        await phone.taps("Mix into")
        await phone.sees(lambda m: "Only when I ask" in str(m.labels))
        daily: list[Message] = []
        while not any(is_asked_from_notes(message) for message in daily):
            assert len(daily) < 30
            await stage.sandbox.jump_to(stage.sandbox.clock.now() + DAY)
            daily.append(await phone.sees(lambda m: m.labels[:1] == (("Show answer",),)))
            await phone.taps("Show answer", on=daily[-1])
            await phone.sees(can_be_graded)
            await phone.taps("Easy")
            await phone.sees("That was today's question")


async def test_an_answer_can_be_written_where_the_notes_have_none(phone: Person) -> None:
    await set_up(phone)
    await phone.sends_document("oven.md", OVEN)
    await phone.taps("Add all")
    await phone.sees("Added")
    await asked_now(phone)
    await phone.taps("Show answer")
    await phone.sees("Your notes have no answer to this one.")

    await phone.taps("Write an answer")
    await phone.sees("answer")
    await phone.says("Hot enough, *really*.")

    shown = await phone.sees("Hot enough")
    assert "Good" in str(shown.labels)
    await phone.taps("Change my answer")
    await phone.says("Hotter.")
    await phone.sees("Hotter.")
    await phone.taps("Good")
    await phone.sees(is_asked_from_notes)


async def test_a_tap_ends_writing_an_answer(phone: Person) -> None:
    await set_up(phone)
    await phone.sends_document("oven.md", OVEN)
    await phone.taps("Add all")
    await asked_now(phone)
    await phone.taps("Show answer")
    await phone.taps("Write an answer")
    await phone.taps("Good")
    await phone.sees(is_asked_from_notes)

    await phone.says("About 450 degrees")

    await phone.sees("Noted.")


async def test_a_newer_version_keeps_progress_and_marks_changed_answers(stage: Stage) -> None:
    async with stage.bot():
        phone = stage.sandbox.person()
        await set_up(phone)
        await add_kitchen(phone)
        await asked_now(phone)
        assert len(await grade_everything(phone)) == 4
        await phone.says("/notes")
        await phone.sees("kitchen")

        await phone.sends_document("Kitchen (1).md", NEWER)
        preview = await phone.sees("newer version")
        for part in ("1 added", "1 changed", "1 moved", "1 removed", "1 the same"):
            assert part in preview.text
        await phone.taps("Look at changes")
        await phone.sees("bain-marie")
        await phone.taps("Update")
        await phone.sees("Updated")

        await stage.sandbox.jump_to(stage.sandbox.clock.now().replace(hour=12) + 4 * DAY)
        await phone.says("/next")
        changed = {}
        while not is_done(message := await phone.sees(is_next_or_done)):
            await phone.taps("Show answer", on=message)
            revealed = await phone.sees(can_be_graded)
            changed[message.text.partition("\n\n")[2]] = "has changed since" in revealed.text
            await phone.taps("Good")
        assert changed == {
            "Why rest a dough?": True,
            "What is a bain-marie?": False,
            "What is a roux?": False,
            "How hot is a pizza oven?": False,
        }


async def test_a_newer_version_can_be_added_as_a_new_one(phone: Person) -> None:
    await set_up(phone)
    await add_kitchen(phone)
    await phone.sends_document("kitchen.md", NEWER)
    await phone.sees("newer version")

    await phone.taps("Add as a new one")
    await phone.taps("Add all")
    await phone.sees("Added 4 questions")

    await phone.says("/notes")
    listed = await phone.sees("kitchen")
    assert str(listed.labels).count("kitchen") == 2


async def test_the_same_version_changes_nothing(phone: Person) -> None:
    await set_up(phone)
    await add_kitchen(phone)

    await phone.sends_document("kitchen.md", KITCHEN)

    await phone.sees("None of its questions has changed")


async def test_notes_can_be_renamed_sent_back_and_deleted(phone: Person) -> None:
    await set_up(phone)
    content = "﻿# Küche\r\n\r\n## Was?\r\n\r\nDas.\r\n\r\n## Wo?\r\n\r\nDa.\r\n".encode()
    await phone.sends_document("../../etc/küche.md", content)
    await phone.taps("Add all")
    await phone.sees("Added")
    await phone.says("/notes")
    await phone.sees("Your notes")
    await phone.taps("küche")
    await phone.sees("Added on")

    await phone.taps("Rename")
    await phone.sees("Type the new name")
    await phone.says("Grandma's kitchen")
    await phone.sees("Grandma's kitchen")

    await phone.taps("Get the file")
    file = await phone.sees(lambda m: m.media is not None)
    assert file.media
    assert file.media.name == "küche.md"
    assert phone.opens(file) == content

    await phone.taps("Delete")
    await phone.sees("cannot be undone")
    await phone.taps("Delete")
    await phone.sees("Deleted")
    await phone.says("/notes")
    empty = await phone.sees(lambda m: "kitchen" not in m.text)
    assert "Grandma" not in str(empty.labels)


async def test_deleting_can_be_thought_over(phone: Person) -> None:
    await set_up(phone)
    await add_kitchen(phone)
    await phone.says("/notes")
    await phone.sees("Your notes")
    await phone.taps("kitchen")
    await phone.sees("Added on")
    await phone.taps("Delete")
    await phone.sees("cannot be undone")
    await phone.taps("Keep it")

    assert "4 questions" in (await phone.sees("kitchen")).text


async def test_from_everything_goes_back(phone: Person) -> None:
    await set_up(phone)
    await add_kitchen(phone)
    await asked_now(phone)
    await phone.says("/notes")
    await phone.sees("I ask only from these now")

    await phone.taps("From everything")

    asked = await phone.sees(lambda m: "What is" in m.text and " · " in m.text)
    assert not is_asked_from_notes(asked)


async def test_another_learner_sees_nothing(stage: Stage) -> None:
    async with stage.bot():
        ann, bob = stage.sandbox.person("Ann"), stage.sandbox.person("Bob")
        await set_up(ann)
        await set_up(bob)
        await add_kitchen(ann)
        await ann.taps("Mix into")

        await bob.says("/notes")

        assert "kitchen" not in (await bob.sees("notes")).text


async def test_forgetting_deletes_notes(phone: Person) -> None:
    await set_up(phone)
    await add_kitchen(phone)
    await phone.says("/forget")
    await phone.taps("Delete all")
    await phone.sees("I know nothing of you")

    await phone.says("/notes")

    assert "kitchen" not in str((await phone.sees("notes")).labels)
