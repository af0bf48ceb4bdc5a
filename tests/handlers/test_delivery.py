from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot

from bot.handlers.attempts import Outcome
from bot.handlers.delivery import Delivery
from bot.handlers.rendering import entities
from bot.handlers.request import AiohttpRequest
from bot.sandbox import FaultKind, Sandbox
from bot.screens.practice import line
from bot.screens.screen import Screen, Span, Style, Styled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.sandbox import Person

SCREEN = line("Hello", go_on=True)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def phone(sandbox: Sandbox) -> Person:
    phone = sandbox.person()
    await phone.says("/start")
    return phone


@pytest.fixture
async def delivery(sandbox: Sandbox) -> AsyncIterator[Delivery]:
    url = sandbox.url
    requests = AiohttpRequest(read=timedelta(seconds=1))
    async with Bot(
        sandbox.token,
        base_url=f"{url}/bot",
        request=requests,
        get_updates_request=AiohttpRequest(),
    ) as bot:
        yield Delivery(bot)


async def test_sent_message_is_known(delivery: Delivery, phone: Person) -> None:
    sent = await delivery.send(phone.id, SCREEN)

    message = await phone.sees("Hello")
    assert (sent.outcome, sent.message_id) == (Outcome.SENT, message.id)
    assert message.labels == (("Next question",),)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (FaultKind.BLOCKED, (Outcome.UNREACHABLE, 0)),
        (FaultKind.HANG, (Outcome.UNKNOWN, 0)),
        (FaultKind.HANG_AFTER, (Outcome.UNKNOWN, 1)),
        (FaultKind.DROP_AFTER, (Outcome.UNKNOWN, 1)),
        (FaultKind.SERVER, (Outcome.SENT, 1)),
    ],
)
async def test_trouble_is_understood(
    sandbox: Sandbox,
    delivery: Delivery,
    phone: Person,
    kind: FaultKind,
    expected: tuple[Outcome, int],
) -> None:
    sandbox.faults.add(method="sendMessage", kind=kind)

    sent = await delivery.send(phone.id, SCREEN)

    assert (sent.outcome, len(phone.received)) == expected


async def test_unknown_chat_is_unreachable(delivery: Delivery) -> None:
    assert (await delivery.send(4_999_999_999, SCREEN)).outcome is Outcome.UNREACHABLE


async def test_patient_sender_waits_for_the_flood(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    sandbox.faults.add(method="sendMessage", kind=FaultKind.FLOOD, wait=timedelta(seconds=1))

    assert (await delivery.send(phone.id, SCREEN)).outcome is Outcome.SENT


async def test_long_flood_is_not_waited_for(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    sandbox.faults.add(method="sendMessage", kind=FaultKind.FLOOD, wait=timedelta(minutes=5))

    assert (await delivery.send(phone.id, SCREEN)).outcome is Outcome.NOT_SENT


async def test_chat_in_a_flood_is_left_alone(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    sandbox.faults.add(method="sendMessage", kind=FaultKind.FLOOD, wait=timedelta(minutes=5))
    await delivery.send(phone.id, SCREEN, patient=False)
    calls = len(sandbox.calls)

    assert (await delivery.send(phone.id, SCREEN, patient=False)).outcome is Outcome.NOT_SENT
    assert len(sandbox.calls) == calls


async def test_edit_without_change_is_success(delivery: Delivery, phone: Person) -> None:
    sent = await delivery.send(phone.id, SCREEN)
    assert sent.message_id

    assert await delivery.edit(phone.id, sent.message_id, SCREEN)


async def test_vanished_message_is_told(delivery: Delivery, phone: Person) -> None:
    assert not await delivery.edit(phone.id, 999, SCREEN)
    assert not await delivery.strip(phone.id, 999)
    await delivery.delete(phone.id, 999)


async def test_refused_formatting_is_sent_plain(delivery: Delivery, phone: Person) -> None:
    broken = Screen(Styled("Hello", (Span(Style.LINK, 0, 5, "http://"),)))

    sent = await delivery.send(phone.id, broken)

    assert sent.outcome is Outcome.SENT
    await phone.sees("Hello")


@given(st.text(min_size=1, max_size=50), st.data())
def test_entities_count_utf16_units(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    (entity,) = entities(Styled(text, (Span(Style.BOLD, start, end),)))

    units = text.encode("utf-16-le", "surrogatepass")
    covered = units[2 * entity.offset : 2 * (entity.offset + entity.length)]
    assert covered.decode("utf-16-le", "surrogatepass") == text[start:end]
