"""Tables as an app draws them: tried once, kept, and never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.questions import bank as banks
from bot.sandbox import FaultKind
from tests.journeys.stage import answer, set_up

if TYPE_CHECKING:
    from bot.questions.bank import Bank
    from bot.sandbox import Message, Person
    from tests.journeys.stage import Stage

QUESTION = """
## What is level {number}?
<!-- id: level-{number} · level: middle -->

The answer to {number}, in a table:

| Isolation level | What it prevents | Cost |
|-----------------|------------------|-----:|
| Read committed | Dirty reads, nothing else | {number} |
| Serializable | Every anomaly there is | high |

### Example
```python
print({number})
```
### Key points
- One
"""
DRAWN = "Isolation level | What it prevents | Cost"
TOLD = "Isolation level: Read committed"


@pytest.fixture
def bank() -> Bank:
    questions = "".join(QUESTION.format(number=number) for number in range(6))
    text = f"---\ntopic: Levels\narea: Databases\n---\n{questions}"
    built, problems = banks.build([("databases/levels.md", text)])
    assert not problems
    return built


async def take_the_test(phone: Person, reply: str) -> None:
    await phone.says("/pace")
    await phone.sees("Your pace")
    await phone.taps("Tables drawn: test my app")
    await phone.sees("Do you see a table")
    await phone.taps(reply)


async def sees_tables(phone: Person) -> None:
    await set_up(phone)
    await take_the_test(phone, "Yes, a table")
    await phone.sees("come drawn from now on")
    await phone.taps("Next question")
    await phone.sees("What is level")


def offers(phone: Person) -> list[Message]:
    return [message for message in phone.received if "Does yours?" in message.text]


async def test_who_sees_a_table_gets_answers_with_tables(phone: Person) -> None:
    await sees_tables(phone)

    await phone.taps("Show answer")
    shown = await phone.sees(DRAWN)

    kinds = [block["type"] for block in shown.rich]
    assert kinds == ["paragraph", "paragraph", "paragraph", "table"]
    assert "Good · 2 d" in str(shown.labels)
    await phone.taps("Good")
    graded = await phone.sees("Good. Again on ")
    assert (graded.id, graded.rich[-1]["type"]) == (shown.id, "paragraph")


async def test_what_can_be_done_with_an_answer_can_be_done_with_a_table(phone: Person) -> None:
    await sees_tables(phone)
    await phone.taps("Show answer")
    shown = await phone.sees(DRAWN)

    await phone.taps("Example")
    example = await phone.sees("print(")
    await phone.taps("Answer")
    await phone.sees(lambda m: m.id == shown.id and m.rich == shown.rich)
    await phone.taps("Repeat")
    repeated = await phone.sees(lambda m: m.id != shown.id and m.rich == shown.rich)
    await phone.taps("Hard")
    await phone.sees(lambda m: m.id == repeated.id and "Hard. Again on " in m.text)
    await phone.taps("Undo")
    undone = await phone.sees(lambda m: m.id == repeated.id and m.rich == shown.rich)

    assert (example.id, example.rich) == (shown.id, ())
    assert undone.labels[:-1] == shown.labels  # and Redo


async def test_who_sees_no_table_keeps_text_and_is_rid_of_the_sample(phone: Person) -> None:
    await set_up(phone)
    await take_the_test(phone, "No")

    await phone.sees("Then they stay as text")
    await phone.until(lambda: not any(message.rich for message in phone.messages))
    await phone.taps("Next question")
    await phone.taps("Show answer")
    shown = await phone.sees(TOLD)
    assert not shown.rich
    assert not offers(phone)


async def test_the_test_is_offered_once(phone: Person) -> None:
    await set_up(phone)

    for _ in range(2):
        await answer(phone, "Good")
        await phone.sees("What is level")
    await phone.taps("Show answer")
    await phone.sees(TOLD)

    assert len(offers(phone)) == 1
    await phone.taps("Test my app", on=offers(phone)[0])
    await phone.sees("Do you see a table")


async def test_tables_are_given_up_in_the_settings(phone: Person) -> None:
    await sees_tables(phone)
    await phone.says("/pace")
    await phone.sees("Your pace")

    await phone.taps("✓ Tables drawn")

    await phone.sees("Tables as text")
    await phone.says("/next")
    await phone.taps("Show answer")
    assert not (await phone.sees(TOLD)).rich


async def test_old_server_is_named_as_the_reason(stage: Stage, phone: Person) -> None:
    stage.sandbox.world.knows_rich = False
    await set_up(phone)
    await phone.says("/pace")
    await phone.sees("Your pace")
    await phone.taps("Tables drawn: test my app")

    await phone.sees("This Telegram server cannot send tables yet")
    await phone.taps("Next question")
    await phone.taps("Show answer")
    await phone.sees(TOLD)
    assert not offers(phone)


async def test_server_that_forgets_tables_gets_text_at_once(stage: Stage, phone: Person) -> None:
    await sees_tables(phone)
    stage.sandbox.world.knows_rich = False

    await phone.taps("Show answer")
    shown = await phone.sees(TOLD)
    await phone.taps("Good")
    await phone.sees(lambda m: m.id == shown.id and "Good. Again on " in m.text)

    refused = [call for call in stage.sandbox.calls if call.status == 400]
    assert [call.error for call in refused] == ["Bad Request: message text is empty"]


async def test_table_that_may_have_arrived_is_not_sent_again(stage: Stage, phone: Person) -> None:
    await sees_tables(phone)
    await phone.taps("Show answer")
    await phone.sees(DRAWN)
    stage.sandbox.faults.add(method="sendRichMessage", kind=FaultKind.DROP_AFTER)

    await phone.taps("Repeat")
    await phone.says("/pace")
    await phone.sees("Your pace")

    assert sum(DRAWN in message.text for message in phone.received) == 2
    assert not any(TOLD in message.text for message in phone.received)


async def test_sample_that_may_have_arrived_is_asked_about(stage: Stage, phone: Person) -> None:
    stage.sandbox.faults.add(method="sendRichMessage", kind=FaultKind.DROP_AFTER)
    await set_up(phone)
    await take_the_test(phone, "No")

    await phone.sees("Then they stay as text")
    assert sum(bool(message.rich) for message in phone.received) == 1
