"""Finding a question by words, in the bot and in any other chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions import bank as banks
from tests.conftest import content_file
from tests.journeys.kitchen import add_kitchen
from tests.journeys.stage import answer, asks, set_up

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage

GIL = """---
topic: The interpreter lock
area: Python
---

## What is the GIL, and when does it hurt?
<!-- id: gil · level: middle · tags: cpython, threads -->

One thread at a time **runs** bytecode.

```python
print("threads")
```

It is let go while waiting.

### Key points
- One lock
- Released for I/O
- Hurts with CPU work
"""


@pytest.fixture
def bank() -> Bank:
    files = [("python/gil.md", GIL)]
    files += [content_file("Python", "Basics", 8), content_file("Django", "Traps", 8)]
    built, problems = banks.build(files)
    assert not problems
    return built


def buttons(message: Message) -> list[str]:
    return [label for row in message.labels for label in row]


async def test_found_question_is_asked_by_one_tap(phone: Person) -> None:
    await set_up(phone)
    waiting = await phone.sees("What is")

    await phone.says("/search interpreter lock")
    found = await phone.sees("1 found.")
    assert "1. What is the GIL, and when does it hurt?" in found.text
    assert buttons(found) == ["Ask 1"]
    await phone.taps("Ask 1")

    asked = await phone.sees(lambda m: asks(m) and "What is the GIL" in m.text)
    assert asked.text.startswith("Python · The interpreter lock · middle")
    await phone.until(lambda: any("Put away" in m.text for m in phone.messages))
    assert next(m for m in phone.messages if "Put away" in m.text).id == waiting.id


async def test_typing_errors_are_forgiven_and_results_come_in_pages(phone: Person) -> None:
    await set_up(phone)

    await phone.says("/search djnago traps")
    first = await phone.sees("8 found.")
    await phone.taps("More (1 of 2)")
    second = await phone.sees(lambda m: m.id == first.id and "Back" in buttons(m))

    pages = [*buttons(first)[:-1], *buttons(second)[:-1]]
    assert len(pages) == len(set(pages)) == 8
    assert (first.text + second.text).count("Django Traps") == 8
    await phone.taps("Back")
    assert (await phone.sees(lambda m: m.id == first.id)).text == first.text


async def test_search_without_words_asks_for_them(phone: Person) -> None:
    await set_up(phone)

    await phone.says("/search")
    await phone.sees("What are you looking for?")
    await phone.says("gil")
    await phone.sees("“gil”\n1 found.")
    await phone.says("a lock of the interpreter")

    await phone.sees("Noted.")


async def test_nothing_found_offers_a_way_on(phone: Person) -> None:
    await set_up(phone)

    await phone.says("/search zxqv")

    nothing = await phone.sees("Nothing found for “zxqv”.")
    assert nothing.labels == (("Other topics", "Next question"),)


async def test_revealed_question_is_graded_first(phone: Person) -> None:
    await set_up(phone)
    await phone.taps("Show answer")
    revealed = await phone.sees("The answer to")
    await phone.says("/search gil")
    found = await phone.sees("1 found.")

    await phone.taps("Ask 1")
    await phone.sees("Grade this one first")
    below = await phone.sees(lambda m: m.text == revealed.text and m.id != revealed.id)
    await phone.taps("Good", on=below)
    await phone.taps("Ask 1", on=found)

    await phone.sees(lambda m: asks(m) and "What is the GIL" in m.text)


async def test_own_notes_are_found_by_their_owner_only(stage: Stage) -> None:
    async with stage.bot():
        ann, bob = stage.sandbox.person("Ann"), stage.sandbox.person("Bob")
        await set_up(ann)
        await set_up(bob)
        await add_kitchen(ann)

        await ann.says("/search roux")
        await ann.sees("Your notes · Cooking")
        await bob.says("/search roux")
        await bob.sees("Nothing found")
        await ann.taps("Ask 1")

        asked = await ann.sees("Your notes · Cooking\n\nWhat is a roux?")
        assert asks(asked)
        mine, others = await ann.asks_inline("roux"), await bob.asks_inline("roux")
        assert mine.choices
        assert [choice.title for choice in mine.choices] == ["What is a roux?"]
        assert mine.personal
        assert mine.cache.total_seconds() == 0
        assert others.choices == ()


async def test_question_is_posted_in_another_chat_and_leads_here(stage: Stage) -> None:
    async with stage.bot():
        ann, bob = stage.sandbox.person("Ann"), stage.sandbox.person("Bob")
        group = stage.sandbox.group("Team", ann, bob)
        await set_up(ann)

        offered = await ann.asks_inline("gil")
        assert offered.choices
        choice = offered.choices[0]
        assert choice.title == "What is the GIL, and when does it hurt?"
        assert choice.description == "Python · The interpreter lock · middle"
        posted = ann.posts(choice, chat=group)

        assert posted.parts("spoiler") == (
            "One thread at a time runs bytecode.\n\nIt is let go while waiting.",
        )
        assert "print(" not in posted.text
        assert posted.text.endswith("The code is in the bot.")
        link = posted.buttons[0]
        assert (link.label, link.value) == (
            "Practise it",
            "https://t.me/sandbox_bot?start=q_gil",
        )
        await bob.says("/start q_gil")
        assert asks(await bob.sees("What is the GIL"))


async def test_post_in_the_bots_own_chat_is_no_answer(phone: Person) -> None:
    await set_up(phone)
    offered = await phone.asks_inline("gil")
    assert offered.choices

    phone.posts(offered.choices[0])
    await answer(phone, "Good")

    await phone.sees(lambda m: "Good. Again on" in m.text and "You said" not in m.text)


async def test_inline_choices_come_in_pages(phone: Person) -> None:
    await set_up(phone)

    first = await phone.asks_inline("what is")
    assert first.choices
    assert len(first.choices) <= 20
    nothing = await phone.asks_inline("")

    assert nothing.choices == ()


async def test_stranger_is_offered_nothing(stage: Stage) -> None:
    known = stage.sandbox.person("Known")
    async with stage.bot(known.id):
        stranger = stage.sandbox.person("Stranger")

        assert (await stranger.asks_inline("gil")).choices == ()
        assert (await known.asks_inline("gil")).choices


async def test_link_to_a_question_that_is_gone_welcomes(phone: Person) -> None:
    await phone.says("/start q_no-such-question")

    await phone.sees("Which level")


async def test_question_in_prose_with_nothing_open_is_searched_for(phone: Person) -> None:
    await set_up(phone)
    await phone.says("stop")
    await phone.sees("Stopped.")

    await phone.says("when is the interpreter lock released while waiting?")

    await phone.sees("What is the GIL")
