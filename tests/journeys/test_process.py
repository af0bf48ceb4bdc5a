from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import aiohttp

from bot.sandbox import Sandbox
from tests.journeys.machine import PATIENCE, TOKEN, Machine, free_port, running, write_bank
from tests.journeys.stage import answer, asks, set_up

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "s3cret-of-the-webhook"


async def test_wrong_token_is_one_sentence(tmp_path: Path) -> None:
    write_bank(tmp_path)
    async with Sandbox(token="1234567890:AAF1-quite-another-token-of-ours") as sandbox:
        quiet = {"BOT_LOG_LEVEL": "WARNING"}
        async with running(Machine(sandbox.url, tmp_path, quiet)) as machine:
            assert await machine.ended() == 2
    assert machine.log == "Telegram does not know this BOT_TOKEN. Copy it again from @BotFather.\n"


async def test_second_poller_stops_a_fresh_bot(machine: Machine) -> None:
    phone = machine.sandbox.person()
    await phone.says("/help")
    await phone.sees("/topics", within=PATIENCE)
    url = f"{machine.url}/bot{TOKEN}/getUpdates?timeout=5"
    ended = asyncio.create_task(machine.ended())
    async with aiohttp.ClientSession() as other:
        while not ended.done():  # whoever polls last ends the other's poll
            poll = asyncio.create_task(_read(other, url))
            await asyncio.wait({poll, ended}, return_when=asyncio.FIRST_COMPLETED)
            poll.cancel()

    assert await ended == 1
    assert "Another process already serves this bot" in machine.log


async def test_start_waits_for_a_network(tmp_path: Path) -> None:
    write_bank(tmp_path)
    port = free_port()
    async with (
        running(Machine(f"http://127.0.0.1:{port}", tmp_path)) as machine,
        Sandbox(token=TOKEN, port=port) as sandbox,
    ):
        phone = sandbox.person()
        await phone.says("/help")

        await phone.sees("/topics", within=PATIENCE)
        assert await machine.stop() == 0


async def test_stop_is_obeyed_without_a_network(tmp_path: Path) -> None:
    write_bank(tmp_path)
    async with running(Machine(f"http://127.0.0.1:{free_port()}", tmp_path)) as machine:
        await machine.logs("bot.handlers.outage")

        assert await machine.stop() == 0


async def test_webhook_serves_the_same_bot(tmp_path: Path) -> None:
    write_bank(tmp_path)
    port = str(free_port())
    webhook = {
        "BOT_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "BOT_WEBHOOK_SECRET": SECRET,
        "BOT_PORT": port,
    }
    async with (
        Sandbox(token=TOKEN) as sandbox,
        running(Machine(sandbox.url, tmp_path, webhook)) as machine,
    ):
        phone = sandbox.person()
        await phone.until(
            lambda: any(call.method == "setWebhook" for call in sandbox.calls), within=PATIENCE
        )
        await set_up(phone)
        await answer(phone, "Good")
        await phone.sees(asks)
        async with (
            aiohttp.ClientSession() as stranger,
            stranger.post(webhook["BOT_WEBHOOK_URL"], json={"update_id": 1}) as refused,
            stranger.get(f"http://127.0.0.1:{port}/healthz") as health,
        ):
            assert refused.status == 403
            assert health.status == 200

        assert await machine.stop() == 0


async def test_what_a_webhook_brings_twice_is_done_once(tmp_path: Path) -> None:
    write_bank(tmp_path)
    port = str(free_port())
    url = f"http://127.0.0.1:{port}/telegram"
    webhook = {"BOT_WEBHOOK_URL": url, "BOT_WEBHOOK_SECRET": SECRET, "BOT_PORT": port}
    async with (
        Sandbox(token=TOKEN) as sandbox,
        running(Machine(sandbox.url, tmp_path, webhook)),
        aiohttp.ClientSession(headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}) as telegram,
    ):
        phone = sandbox.person()
        await phone.until(
            lambda: any(call.method == "setWebhook" for call in sandbox.calls), within=PATIENCE
        )
        await set_up(phone)
        await answer(phone, "Good")
        await phone.sees(asks)

        async def brings(update_id: int, text: str) -> None:
            user = {"id": phone.id, "is_bot": False, "first_name": "Tester"}
            chat = {"id": phone.id, "type": "private", "first_name": "Tester"}
            message = {"message_id": update_id, "date": 0, "chat": chat, "from": user, "text": text}
            async with telegram.post(url, json={"update_id": update_id, "message": message}) as got:
                assert got.status == 200

        for update_id, text in enumerate(("undo", "redo", "3 python"), start=900_000_001):
            await brings(update_id, text)
        received = len(phone.received)
        await brings(900_000_001, "undo")
        await brings(900_000_002, "redo")

        assert len(phone.received) == received
        assert phone.received[-1].text.startswith("1 of 3")


async def test_nothing_that_is_logged_holds_the_token(tmp_path: Path) -> None:
    write_bank(tmp_path)
    talkative = {"BOT_LOG_LEVEL": "DEBUG"}
    async with (
        Sandbox(token=TOKEN) as sandbox,
        running(Machine(sandbox.url, tmp_path, talkative)) as machine,
    ):
        phone = sandbox.person()
        await phone.says("/start")
        await phone.sees("Which level", within=PATIENCE)
        assert await machine.stop() == 0

    assert "getMe" in machine.log
    assert TOKEN not in machine.log
    assert TOKEN.split(":")[1] not in machine.log


async def _read(session: aiohttp.ClientSession, url: str) -> bytes:
    async with session.get(url) as response:
        return await response.read()
