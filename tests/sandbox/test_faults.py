"""Trouble on demand, as a bot meets it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.sandbox import FaultKind, Sandbox
from tests.sandbox.conftest import Client

if TYPE_CHECKING:
    from bot.sandbox import Person


@pytest.mark.parametrize(
    ("kind", "status", "reason"),
    [
        (FaultKind.FLOOD, 429, "Too Many Requests: retry after 4"),
        (FaultKind.BLOCKED, 403, "Forbidden: bot was blocked by the user"),
        (FaultKind.SERVER, 500, "Internal Server Error: restart"),
    ],
)
async def test_fault_answers_in_place_of_the_method(
    client: Client, phone: Person, kind: FaultKind, status: int, reason: str
) -> None:
    client.sandbox.faults.add(method="sendMessage", kind=kind, wait=timedelta(seconds=4))

    refusal = await client.refusal("sendMessage", chat_id=phone.id, text="x")

    assert refusal == (status, reason)
    assert not phone.received


async def test_fault_hits_as_often_as_asked(client: Client, phone: Person) -> None:
    client.sandbox.faults.add(method="sendMessage", kind=FaultKind.SERVER, times=2)

    answers = [await client.call("sendMessage", chat_id=phone.id, text="x") for _ in range(3)]

    assert [answer["ok"] for answer in answers] == [False, False, True]


async def test_fault_leaves_other_methods_alone(client: Client) -> None:
    client.sandbox.faults.add(method="sendMessage", kind=FaultKind.SERVER)

    assert (await client.call("getMe"))["ok"]


async def test_fault_can_be_about_one_chat(client: Client, phone: Person) -> None:
    client.sandbox.faults.add(kind=FaultKind.SERVER, chat=phone.id + 1)

    assert (await client.call("sendMessage", chat_id=phone.id, text="x"))["ok"]


@pytest.mark.parametrize(
    ("kind", "sent"), [(FaultKind.DROP, 0), (FaultKind.DROP_AFTER, 1)], ids=["before", "after"]
)
async def test_connection_breaks(client: Client, phone: Person, kind: FaultKind, sent: int) -> None:
    client.sandbox.faults.add(method="sendMessage", kind=kind)

    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.call("sendMessage", chat_id=phone.id, text="x")

    assert len(phone.received) == sent


@pytest.mark.parametrize(
    ("kind", "sent"), [(FaultKind.HANG, 0), (FaultKind.HANG_AFTER, 1)], ids=["before", "after"]
)
async def test_hanging_call_is_never_answered(kind: FaultKind, sent: int) -> None:
    async with Sandbox() as sandbox, aiohttp.ClientSession() as session:
        phone = sandbox.person()
        await phone.says("/start")
        sandbox.faults.add(method="sendMessage", kind=kind)
        client = Client(sandbox, session)
        call = asyncio.create_task(client.call("sendMessage", chat_id=phone.id, text="x"))
        await phone.until(lambda: bool(sandbox.calls))

        assert not call.done()
        assert len(phone.received) == sent
        await sandbox.stop()
        with pytest.raises(aiohttp.ClientError):
            await call


async def test_calls_note_what_came(client: Client, phone: Person) -> None:
    await client.call("sendMessage", chat_id=phone.id, text="x", reply_markup='{"a": 1}')

    call = client.sandbox.calls[-1]
    assert (call.method, call.status) == ("sendMessage", 200)
    assert call.parameters == {"chat_id": phone.id, "text": "x", "reply_markup": {"a": 1}}
