"""What survives a restart, and what a damaged file says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.sandbox import DamagedStateError, Sandbox
from tests.sandbox.conftest import Client

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


async def test_chat_survives(file: Path) -> None:
    async with Sandbox(state=file) as before:
        await before.person().says("/start")
        await before.person().sends_document("notes.md", b"\x00\xff# Notes")
        said = before.person().messages

    async with Sandbox(state=file) as after:
        assert after.person().messages == said
        assert [kept.content for kept in after.world.files.values()] == [b"\x00\xff# Notes"]


async def test_pending_updates_survive(file: Path) -> None:
    async with Sandbox(state=file) as before:
        await before.person().says("/start")

    async with Sandbox(state=file) as after, aiohttp.ClientSession() as session:
        (update,) = await Client(after, session).result("getUpdates")
        assert update["message"]["text"] == "/start"


async def test_clock_goes_on_from_its_jump(file: Path) -> None:
    async with Sandbox(state=file) as before:
        await before.jump_to(before.clock.now() + timedelta(days=3))
        left = before.clock.now()

    async with Sandbox(state=file) as after:
        assert after.clock.now() >= left


async def test_many_messages_keep_their_order(file: Path) -> None:
    texts = [str(number) for number in range(12)]
    async with Sandbox(state=file) as before:
        for text in texts:
            await before.person().says(text)

    async with Sandbox(state=file) as after:
        assert [message.text for message in after.person().messages] == texts


async def test_starting_over_empties_the_file(file: Path) -> None:
    async with Sandbox(state=file) as before:
        await before.person().says("/start")
        await before.start_over()

    async with Sandbox(state=file) as after:
        assert not len(after.world.accounts)
        assert not len(after.world.messages)


@pytest.fixture
def garbage(file: Path) -> Path:
    file.write_bytes(b"this is no database" * 100)
    return file


async def test_garbage_is_named_in_one_sentence(garbage: Path) -> None:
    with pytest.raises(DamagedStateError, match=r"^The sandbox cannot read .*start over\.$"):
        await Sandbox(state=garbage).start()


async def test_strange_content_is_damage_too(file: Path) -> None:
    async with Sandbox(state=file) as before:
        await before.person().says("/start")
    with closing(sqlite3.connect(file)) as kept, kept:
        kept.execute("UPDATE kept SET value = '[]' WHERE shelf = 'messages'")

    with pytest.raises(DamagedStateError):
        await Sandbox(state=file).start()
