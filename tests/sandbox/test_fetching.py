"""How the bot gets its updates by long polling."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.sandbox.updates import OTHER_POLL

if TYPE_CHECKING:
    from bot.sandbox import Person, Sandbox
    from tests.sandbox.conftest import Client


async def test_unconfirmed_updates_come_again(client: Client, phone: Person) -> None:
    first = await client.result("getUpdates")
    again = await client.result("getUpdates")

    assert [update["message"]["text"] for update in again] == ["/start"]
    assert first == again
    assert phone.messages


async def test_offset_confirms_what_lies_before(client: Client, phone: Person) -> None:
    await phone.says("two")
    first, second = await client.result("getUpdates")

    left = await client.result("getUpdates", offset=first["update_id"] + 1)

    assert left == [second]


async def test_negative_offset_keeps_the_last(client: Client, phone: Person) -> None:
    await phone.says("two")
    await phone.says("three")

    left = await client.result("getUpdates", offset=-1)

    assert [update["message"]["text"] for update in left] == ["three"]


async def test_limit_bounds_a_batch(client: Client, phone: Person) -> None:
    await phone.says("two")

    assert len(await client.result("getUpdates", limit=1)) == 1


async def test_poll_waits_for_an_update(client: Client, sandbox: Sandbox) -> None:
    polling = asyncio.create_task(client.result("getUpdates", timeout=10))
    await _until_called(sandbox, client)

    await sandbox.person().says("Here")

    (update,) = await asyncio.wait_for(polling, 5)
    assert update["message"]["text"] == "Here"


async def test_second_poll_ends_the_first(client: Client, sandbox: Sandbox) -> None:
    first = asyncio.create_task(client.refusal("getUpdates", timeout=10))
    await _until_called(sandbox, client)

    await client.result("getUpdates", timeout=0)

    assert await first == (409, f"Conflict: {OTHER_POLL}")


async def test_webhook_excludes_polling(client: Client) -> None:
    await client.result("setWebhook", url="https://example.org/hook")

    status, reason = await client.refusal("getUpdates")

    assert status == 409
    assert reason.startswith("Conflict: can't use getUpdates method while webhook is active")


async def test_allowed_updates_stay_when_omitted(client: Client, phone: Person) -> None:
    await client.result("getUpdates", allowed_updates=["my_chat_member"], offset=-1)
    await client.result("getUpdates", offset=10**9)
    await phone.says("unheard")
    await phone.blocks()

    (update,) = await client.result("getUpdates")

    assert "my_chat_member" in update


async def test_update_ids_never_come_twice(client: Client, sandbox: Sandbox, phone: Person) -> None:
    (before,) = await client.result("getUpdates")
    assert phone.messages
    await sandbox.start_over()
    await sandbox.person().says("/start")

    (after,) = await client.result("getUpdates")

    assert after["update_id"] > before["update_id"]
    assert after["message"]["message_id"] > before["message"]["message_id"]


async def _until_called(sandbox: Sandbox, client: Client) -> None:
    """Return when the poll is under way: the server takes requests in order."""
    while sandbox.world.updates.is_waited_for is False:
        await client.result("getMe")
