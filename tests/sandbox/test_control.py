"""The endpoints of the sandbox itself, and who may use them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from bot.sandbox import FaultKind, RemoteSandbox, Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.sandbox import Person
    from tests.sandbox.conftest import Client


@pytest_asyncio.fixture
async def remote(sandbox: Sandbox) -> AsyncIterator[RemoteSandbox]:
    async with RemoteSandbox(sandbox.url) as remote:
        yield remote


async def post(client: Client, path: str, body: object) -> tuple[int, Any]:
    url = f"{client.sandbox.url}/sandbox/{path}"
    async with client.session.post(url, json=body) as response:
        is_json = response.content_type == "application/json"
        return response.status, await (response.json() if is_json else response.text())


async def test_person_acts_from_afar(client: Client, remote: RemoteSandbox) -> None:
    person = await remote.person("Remote")
    said = await person.says("/start")

    assert (said.text, said.sender) == ("/start", person.id)
    assert (await client.result("getUpdates"))[0]["message"]["from"]["first_name"] == "Remote"


async def test_person_sees_from_afar(client: Client, phone: Person, remote: RemoteSandbox) -> None:
    person = await remote.person()
    keys = {"inline_keyboard": [[{"text": "Good", "callback_data": "g"}]]}
    await client.result("sendMessage", chat_id=phone.id, text="Hello there", reply_markup=keys)

    seen = await person.sees("Hello")
    query = await person.taps("Good")
    assert query
    await client.result("answerCallbackQuery", callback_query_id=query.id, text="Noted")

    assert seen == phone.received[0]
    assert await person.is_told() == "Noted"
    assert await person.messages() == phone.messages


async def test_waiting_from_afar_has_an_end(phone: Person, remote: RemoteSandbox) -> None:
    person = await remote.person()

    with pytest.raises(AssertionError, match=r"Waited 0.01 s for 'Hello'"):
        await person.sees("Hello", within=timedelta(milliseconds=10))
    assert phone.messages


async def test_faults_can_be_added_from_afar(client: Client, remote: RemoteSandbox) -> None:
    await remote.add_fault(method="getMe", kind=FaultKind.SERVER)

    assert (await client.call("getMe"))["error_code"] == 500


async def test_clock_can_be_moved_from_afar(remote: RemoteSandbox) -> None:
    later = await remote.now() + timedelta(days=2)
    await remote.jump_to(later)

    assert await remote.now() >= later


async def test_clock_refuses_to_go_back(client: Client) -> None:
    status, reason = await post(client, "clock", {"to": "2020-01-01T00:00:00+00:00"})

    assert status == 409
    assert "never goes back" in reason


async def test_calls_can_be_read_over_http(client: Client) -> None:
    await client.call("getMe")
    async with client.session.get(f"{client.sandbox.url}/sandbox/calls") as response:
        calls = await response.json()

    assert [call["method"] for call in calls] == ["getMe"]


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}],
    ids=["rebound name", "other site", "no site"],
)
async def test_other_sites_are_kept_out(client: Client, headers: dict[str, str]) -> None:
    url = f"{client.sandbox.url}/sandbox/start-over"
    async with client.session.post(url, json={}, headers=headers) as response:
        assert response.status == 403


async def test_simple_requests_are_not_accepted(client: Client, phone: Person) -> None:
    url = f"{client.sandbox.url}/sandbox/people/{phone.id}/says"
    async with client.session.post(url, data='{"text": "x"}') as response:
        assert response.status == 415


async def test_events_begin_with_the_chat(client: Client, phone: Person) -> None:
    url = f"{client.sandbox.url}/sandbox/people/{phone.id}/events"
    async with client.session.get(url) as response:
        lines = [await response.content.readline() for _ in range(5)]

    assert [lines[0], lines[3]] == [b"event: about\n", b"event: chat\n"]
    assert b'"text": "/start"' in lines[4]


async def test_unknown_verbs_are_explained(client: Client, phone: Person) -> None:
    status, reason = await post(client, f"people/{phone.id}/flies", {})

    assert status == 404
    assert reason.startswith("People can: says, edits, taps")


async def test_sent_page_cannot_run(client: Client, phone: Person) -> None:
    await phone.sends_document("page.html", b"<script>1</script>")
    (file,) = client.sandbox.world.files.values()
    async with client.session.get(f"{client.sandbox.url}/sandbox/files/{file.id}") as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
