"""What is sent and not yet said yes to: files, forwards and pasted texts, sound or not."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from bot.sandbox import FaultKind
from tests.journeys.kitchen import KITCHEN, NEWER, add_kitchen, is_asked_from_notes
from tests.journeys.stage import set_up

if TYPE_CHECKING:
    from bot.sandbox import Person
    from tests.journeys.stage import Stage


def archive() -> bytes:
    """Make a zip file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("notes.md", KITCHEN)
    return packed.getvalue()


REFUSED = {
    "empty": ("empty.md", b"", "empty"),
    "blank": ("blank.md", b"\n \n\t\n", "empty"),
    "binary": ("notes.md", bytes(range(256)) * 20, "binary"),
    "zip": ("notes.md", archive(), "zip archive"),
    "utf-16": ("notes.txt", KITCHEN.decode().encode("utf-16"), "UTF-16"),
    "legacy": ("notes.txt", "## Что такое кот?\n\nЗверь.\n".encode("cp1251"), "WINDOWS-1251"),
    "one character": ("notes.md", b"a" * 2_000_000, "200,000 characters"),
    "docx": ("notes.docx", archive(), ".docx"),
    "pdf": ("notes.pdf", b"%PDF-1.7 ...", ".pdf"),
    "too large": ("notes.md", b"# A\n" * 5_000_000, "2 MB"),
    "nothing asked": ("notes.md", b"Bread is made of flour.\n", "question"),
}

STRANGE = {
    "nested lists": b"".join(b" " * (n % 100) + b"- a\n" for n in range(10_000)),
    "brackets": b"[" * 10_000 + b"\n" + b"(" * 10_000,
    "backticks": b"`" * 100_000 + b"\n" + b"a`" * 90_000,
    "wide table": b"|a" * 1_000 + b"|\n" + b"|-" * 1_000 + b"|\n" + b"|What is b?" * 1_000 + b"|\n",
    "controls": b"## What is \x01\x02\x1b[31m red?\n\n\x07\x08 yes\n\n" * 3,
    "zeros": KITCHEN + b"\n" * 5_000 + b"## What is \0 zero?\n\nA \0.\n",
    "overrides": "## Why \u202egnitide\u202c?\n\n\u2066Yes.\n\n## Why \u202e?\n\nSo.\n".encode(),
}


@pytest.mark.parametrize("case", REFUSED)
async def test_what_cannot_be_read_gets_one_clear_sentence(phone: Person, case: str) -> None:
    name, content, sentence = REFUSED[case]
    await set_up(phone)
    if not content:
        content = b" "

    await phone.sends_document(name, content)

    answer = await phone.sees(sentence)
    assert "Add" not in str(answer.labels)
    await phone.says("/next")
    await phone.sees("What is")


@pytest.mark.parametrize("case", STRANGE)
async def test_strange_documents_are_read_or_refused(phone: Person, case: str) -> None:
    await set_up(phone)
    sent = await phone.sends_document("strange.md", STRANGE[case])

    preview = await phone.sees(lambda m: m.reply_to == sent.id)
    if "Look through" not in str(preview.labels):
        return
    await phone.taps("Look through")
    await phone.sees(lambda m: m.id == preview.id)
    await phone.taps("Add")
    await phone.sees("Added")
    await phone.taps("Ask me from these")
    await phone.sees(is_asked_from_notes)
    await phone.taps("Show answer")
    await phone.sees(lambda m: "Good" in str(m.labels))


async def test_nothing_is_stored_before_a_yes(phone: Person) -> None:
    await set_up(phone)
    await phone.sends_document("kitchen.md", KITCHEN)
    await phone.sees("4 questions")
    await phone.says("/notes")
    assert "kitchen" not in str((await phone.sees("notes")).labels)

    await phone.taps("Cancel")

    await phone.sees("Nothing was kept")
    await phone.says("/notes")
    assert "kitchen" not in str((await phone.sees("notes")).labels)


HERBS = b"# Herbs\n\n## Basil\n\nWarm.\n\n## Mint\n\nAnywhere.\n\n## Sage\n\n- Butter\n- Sun\n"


async def test_what_asks_nothing_is_asked_as_its_owner_says(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await phone.sends_document("herbs.md", HERBS)
        nothing = await phone.sees("I found no questions in herbs")
        await phone.taps("Its 2 list items")
        await phone.sees(lambda m: m.id == nothing.id and "I ask its list items." in m.text)
        await phone.taps("Not these questions?")
        await phone.sees("What shall I ask of herbs?")
        await phone.taps("Its 3 headings")
        await phone.sees("3 questions, all answered\nI ask its headings.")
    async with stage.bot():
        await phone.taps("Add all 3")  # of a reading that is gone: it begins anew, nothing is kept
        await phone.sees("I found no questions in herbs")
        await phone.taps("Its 3 headings")
        await phone.taps("Add all 3")
        await phone.sees("Added 3 questions")
        await phone.taps("Ask me from these")
        await phone.sees(is_asked_from_notes)


async def test_a_double_tap_adds_once(phone: Person) -> None:
    await set_up(phone)
    await phone.sends_document("kitchen.md", KITCHEN)
    preview = await phone.sees("4 questions")
    await phone.taps("Add all", on=preview)
    await phone.taps("Add all", on=preview)
    await phone.sees("Added 4 questions")

    await phone.says("/notes")

    assert str((await phone.sees("kitchen")).labels).count("kitchen") == 1


async def test_only_answered_leaves_out_the_rest(phone: Person) -> None:
    await set_up(phone)
    await phone.sends_document("kitchen.md", KITCHEN)
    await phone.taps("Only answered")

    await phone.sees("Added 3 questions")


async def test_a_restart_between_preview_and_yes_does_not_matter(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await phone.sends_document("kitchen.md", KITCHEN)
        await phone.sees("4 questions")
    async with stage.bot():
        await phone.taps("Add all")

        await phone.sees("Added 4 questions")


async def test_a_restart_between_changes_and_yes_does_not_matter(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await add_kitchen(phone)
        await phone.sends_document("kitchen.md", NEWER)
        await phone.sees("newer version")
    async with stage.bot():
        await phone.taps("Update")

        await phone.sees("Updated kitchen")


async def test_a_double_tap_updates_once(phone: Person) -> None:
    await set_up(phone)
    await add_kitchen(phone)
    await phone.sends_document("kitchen.md", NEWER)
    preview = await phone.sees("newer version")
    await phone.taps("Update", on=preview)
    await phone.taps("Update", on=preview)

    await phone.sees("4 questions")
    await phone.says("/notes")
    assert "kitchen: 4 questions" in (await phone.sees("Your notes")).text


async def test_a_restart_that_loses_what_was_dropped_is_told(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await phone.sends_document("kitchen.md", KITCHEN)
        await phone.taps("Look through")
        await phone.sees("What is a roux?")
        await phone.taps("Drop")
        await phone.sees(lambda m: "Add 3" in str(m.labels))
    async with stage.bot():
        await phone.taps("Add 3")

        await phone.is_told("what you dropped is back")
        await phone.sees("4 questions")


async def test_a_file_that_is_gone_has_to_be_sent_again(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await phone.sends_document("kitchen.md", KITCHEN)
        await phone.sees("4 questions")
    stage.sandbox.faults.add(method="getFile", kind=FaultKind.BAD_REQUEST)
    async with stage.bot():
        await phone.taps("Add all")

        await phone.sees("end it again")


async def test_three_files_get_three_previews(phone: Person) -> None:
    await set_up(phone)
    sent = [
        await phone.sends_document(f"part{n}.md", KITCHEN.replace(b"roux", b"thing %d" % n))
        for n in range(3)
    ]

    await phone.until(lambda: {m.reply_to for m in phone.received} >= {m.id for m in sent})


async def test_a_pasted_text_in_two_parts_is_one_document(phone: Person) -> None:
    await set_up(phone)
    text = "".join(f"## What is thing {n}?\n\n{'word ' * 20}{n}.\n\n" for n in range(50))
    await phone.says("/import")
    await phone.sees("aste")

    await phone.says(text)
    preview = await phone.sees("50 questions")

    assert len([m for m in phone.messages if "questions" in m.text and m.labels]) == 1
    await phone.taps("Add all", on=preview)
    await phone.sees("Added 50 questions")


async def test_more_of_a_text_is_read_as_its_owner_has_said(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/import")
    await phone.says("- Basil\n  - warm\n- Mint\n  - anywhere")
    await phone.taps("Its 2 list items")
    await phone.sees("2 questions, all answered\nI ask its list items.")

    await phone.taps("Look through")
    await phone.taps("Drop 2")
    await phone.taps("Overview")
    await phone.sees("1 question: 1 answered, 0 unanswered, 1 dropped\nI ask its list items.")

    await phone.says("- Sage\n  - sun")

    await phone.sees("2 questions: 2 answered, 0 unanswered, 1 dropped\nI ask its list items.")
    await phone.taps("Add 2")
    await phone.sees("Added 2 questions")


async def test_a_part_that_is_edited_is_read_again(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/import")
    await phone.says("## What is a roux?\n\nFlour.")
    second = await phone.says("## Why rest a dough\n\nIt relaxes.\n\n## Why salt?\n\nTaste.")
    await phone.sees("3 questions")

    await phone.edits(second, "## Why salt?\n\nTaste.")

    preview = await phone.sees("2 questions")
    assert preview.reply_to == second.id


async def test_a_restart_within_a_text_of_parts_asks_for_it_again(stage: Stage) -> None:
    phone = stage.sandbox.person()
    text = "".join(f"## What is thing {n}?\n\n{'word ' * 20}{n}.\n\n" for n in range(50))
    async with stage.bot():
        await set_up(phone)
        await phone.says("/import")
        await phone.says(text)
        await phone.sees("50 questions")
    async with stage.bot():
        await phone.taps("Add all")

        await phone.sees("end it again")


async def test_a_text_after_something_else_is_no_part_of_the_notes(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/import")
    await phone.says(KITCHEN.decode())
    await phone.sees("4 questions")
    await phone.says("/progress")
    await phone.sees("Today")

    await phone.says("My answer is this")

    await phone.sees("Noted.")


async def test_notes_may_follow_the_command(phone: Person) -> None:
    await set_up(phone)

    await phone.says("/import " + KITCHEN.decode())

    await phone.sees("4 questions")


async def test_a_reply_to_the_command_brings_notes(phone: Person) -> None:
    await set_up(phone)
    command = await phone.says("/import")
    await phone.sees("aste")
    await phone.taps("Cancel")

    await phone.says(KITCHEN.decode(), reply_to=command)

    await phone.sees("4 questions")


async def test_a_long_forwarded_message_is_read(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await phone.forwards(KITCHEN.decode(), written_by="A friend")
        await phone.sees("4 questions")
    async with stage.bot():
        await phone.taps("Add all")

        await phone.sees("Added 4 questions")


async def test_others_are_answered_while_a_document_is_read(stage: Stage) -> None:
    async with stage.bot():
        ann, bob = stage.sandbox.person("Ann"), stage.sandbox.person("Bob")
        await set_up(ann)
        await set_up(bob)
        questions = "".join(f"## What is thing {n}?\n\nThing {n} of it.\n\n" for n in range(40_000))
        sent = await ann.sends_document("long.md", questions.encode()[:2_000_000])

        await bob.taps("Show answer")
        await bob.sees("The answer to")

        assert not any(message.reply_to == sent.id for message in ann.received)
        await ann.sees(lambda m: m.reply_to == sent.id)


async def test_pictures_that_are_missing_are_named(phone: Person) -> None:
    await set_up(phone)

    await phone.sends_document("kitchen.md", KITCHEN + b"\n![Oven](img/oven.png)\n")

    await phone.sees("oven.png")


async def test_own_notes_have_commands(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/help")

    listed = await phone.sees("/next")
    assert "/notes" in listed.text
    assert "/import" in listed.text


async def test_a_preview_of_an_added_document_tells_that_it_is_there(phone: Person) -> None:
    await set_up(phone)
    added = await add_kitchen(phone)

    assert "Add" not in [label for row in added.labels for label in row]
