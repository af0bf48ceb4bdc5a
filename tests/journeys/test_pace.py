"""An answer at one's own pace, in the words of somebody who wants it slower."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions import bank as banks
from tests.journeys.stage import asks, set_up

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage

QUESTION = """
## What is thing {number}?
<!-- id: thing-{number} · level: middle -->

The answer to {number}, at full length and with every detail.

### Key points
- First of all
- Then the second thing
- A third at last
### Example
```python
print({number})
```
### Example
Another one:

```python
{long}
```
### In plain words
Short {number}.
### Pitfalls
Forgetting it.
### Hint
Look closer.
"""
LONG = "\n".join(f"print({number})" for number in range(20, 50))


@pytest.fixture
def bank() -> Bank:
    questions = "".join(QUESTION.format(number=number, long=LONG) for number in range(6))
    text = f"---\ntopic: Things\narea: Python\n---\n{questions}"
    built, problems = banks.build([("python/things.md", text)])
    assert not problems
    return built


def body(message: Message) -> str:
    return message.text.split("?\n\n", 1)[1]


async def revealed(phone: Person) -> Message:
    await phone.taps("Show answer")
    return await phone.sees("The answer to")


async def test_every_part_is_one_tap_and_the_grades_stay(phone: Person) -> None:
    await set_up(phone)
    first = await revealed(phone)

    await phone.taps("Example")
    example = await phone.sees("print(")
    await phone.taps("Another")
    another = await phone.sees("Another one:")
    await phone.taps("Another")
    assert "last example" in await phone.is_told("last example")
    await phone.taps("Simpler")
    simpler = await phone.sees("Short ")

    assert {m.id for m in (example, another, simpler)} == {first.id}
    assert body(example) != body(another)
    assert len(body(simpler)) < len(body(first))
    assert all("Good · 2 d" in str(m.labels) for m in (example, another, simpler))
    await phone.taps("Good")
    await phone.sees("Good. Again on ")


async def test_repeat_sends_the_same_text_again(phone: Person) -> None:
    await set_up(phone)
    first = await revealed(phone)

    await phone.taps("Repeat")
    second = await phone.sees(lambda m: m.text == first.text and m.id != first.id)

    assert second.labels == first.labels
    await phone.until(lambda: all(not m.labels for m in phone.messages if m.id == first.id))


async def test_hint_then_outline_then_answer_with_points_ticked(phone: Person) -> None:
    await set_up(phone)
    await phone.taps("Hint")
    await phone.sees("Hint: Look closer.")
    await phone.taps("Outline")
    await phone.sees("Then the second …")
    await revealed(phone)

    await phone.taps("Points")
    for point in ("☐ 1. First of all", "☐ 2. Then the second thing", "☐ 3. A third at last"):
        await phone.taps(point)

    ticked = await phone.sees("Ticked 3 of 3. I suggest Hard; you decide.")
    assert "→ Hard · 1 d" in str(ticked.labels)


async def test_pace_said_once_holds_after_a_restart(stage: Stage) -> None:
    phone = stage.sandbox.person()
    async with stage.bot():
        await set_up(phone)
        await phone.says("/pace")
        await phone.sees("Your pace")
        await phone.taps("Answers point by point")
        await phone.sees(lambda m: "✓ Answers point by point" in str(m.labels))
    async with stage.bot():
        await phone.says("/next")
        await phone.sees(asks_with_help)
        await phone.taps("Show answer")

        first = await phone.sees("1. First of all")
        await phone.taps("Next (1 of 3)")
        await phone.sees("2. Then the second thing")

        assert "second thing" not in first.text


async def test_answers_shown_at_once_stand_under_the_question(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/pace")
    await phone.sees("Your pace")
    await phone.taps("Answers under the question")
    await phone.sees(lambda m: "✓ Answers under the question" in str(m.labels))
    await phone.says("skip")

    shown = await phone.sees("The answer to")

    assert "Good · 2 d" in str(shown.labels)


async def test_grade_can_be_changed_and_undone_and_redone(phone: Person) -> None:
    await set_up(phone)
    await revealed(phone)
    await phone.taps("Good")
    await phone.sees("Good. Again on ")

    await phone.taps("Change grade")
    await phone.sees(lambda m: "✓ Good · 2 d" in str(m.labels))
    await phone.taps("Easy · 8 d")
    await phone.sees("Easy. Again on ")
    await phone.says("/undo")
    await phone.sees("Good. Again on ")
    await phone.says("/redo")

    await phone.sees("Easy. Again on ")


def asks_with_help(message: Message) -> bool:
    return message.labels[:2] == (("Show answer",), ("Hint", "Outline"))


async def test_old_message_of_points_changes_nothing(phone: Person) -> None:
    await set_up(phone)
    await revealed(phone)
    await phone.taps("Points")
    old = await phone.sees(lambda m: "☐ 1. First of all" in str(m.labels))
    await phone.taps("Good")
    await phone.sees(asks_with_help)
    assert not asks(old)

    await phone.taps("☐ 1. First of all", on=old)

    assert "Already graded: Good" in await phone.is_told("Already graded")


async def test_long_code_comes_as_a_file(phone: Person) -> None:
    await set_up(phone)
    await revealed(phone)
    await phone.taps("Another")
    await phone.sees("Another one:")

    await phone.taps("Code as a file")

    sent = await phone.sees(lambda m: bool(m.media))
    assert sent.media
    assert sent.media.name == "example.py"
    assert phone.opens(sent).decode() == LONG + "\n"


async def test_long_code_of_an_answer_in_ones_notes_comes_as_a_file(phone: Person) -> None:
    await set_up(phone)
    answer = f"Like this:\n\n```python\n{LONG}\n```"
    await phone.says(f"/import ## How do you count?\n\n{answer}\n\n## And again?\n\n{answer}")
    await phone.taps("Add all")
    await phone.taps("Ask me from these now")
    await phone.taps("Show answer", on=await phone.sees("Your notes"))

    await phone.taps("Code as a file")

    sent = await phone.sees(lambda m: bool(m.media))
    assert phone.opens(sent).decode() == LONG + "\n"


async def test_short_code_is_copied_by_a_tap(phone: Person) -> None:
    await set_up(phone)
    await revealed(phone)
    await phone.taps("Example")
    await phone.sees("print(")

    await phone.taps("Copy code")

    assert phone.clipboard.startswith("print(")


async def test_typed_points_are_ticked_and_the_first_tick_goes_on_from_there(phone: Person) -> None:
    await set_up(phone)
    await phone.says("A third at last, I think, and then the second thing of all.")
    await phone.sees("Noted.")
    await phone.taps("Show answer")
    await phone.sees("The answer to")

    await phone.taps("Points")
    await phone.sees("Ticked 2 of 3. I suggest Good; you decide.")
    await phone.taps("☐ 1. First of all")

    await phone.sees("Ticked 3 of 3. I suggest Easy; you decide.")


async def test_how_sure_one_was_is_compared_with_what_one_said(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/pace")
    await phone.sees("Your pace")
    await phone.taps("Ask how sure I am")
    await phone.sees("Your pace")
    await phone.says("/next")
    for _ in range(5):
        await phone.sees("How sure are you?")
        await phone.taps("Sure")
        await phone.sees("The answer to")
        await phone.taps("Points")
        await phone.taps("☐ 1. First of all")
        await phone.sees("Ticked 1 of 3")
        await phone.taps("→ Hard")
        await phone.sees("Hard. Again on ")
        await phone.says("more")

    await phone.says("/progress")
    await phone.sees("Where you stand")
    await phone.taps("Statistics")

    await phone.until(
        lambda: "Sure and all points: 0; sure but few or some points: 5" in phone.messages[-1].text
    )


async def test_the_rule_of_grades_is_told(phone: Person) -> None:
    await set_up(phone)
    await phone.says("/help")
    await phone.sees("/help grading")

    await phone.says("/help grading")

    rule = await phone.sees("How I suggest a grade")
    assert "Good: most of them, 60% or more" in rule.text
