"""A widely used library is at home in the sandbox: its calls work and its errors map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from telegram import (
    Bot,
    BotCommand,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    Update,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.sandbox import FaultKind, Person, Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.sandbox.conftest import Client

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")


def bot_of(sandbox: Sandbox, token: str) -> Bot:
    return Bot(token, base_url=f"{sandbox.url}/bot", base_file_url=f"{sandbox.url}/file/bot")


@pytest.fixture(autouse=True)
def spans_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opt into what the library will do anyway; without it, it warns."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest_asyncio.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with bot_of(sandbox, sandbox.token) as bot:
        yield bot


async def test_bot_knows_itself(bot: Bot, sandbox: Sandbox) -> None:
    assert (bot.id, bot.username) == (sandbox.world.bot.id, "sandbox_bot")


async def test_message_comes_back_as_sent(bot: Bot, phone: Person) -> None:
    rows = [[InlineKeyboardButton("Go", callback_data="g")]]
    rows += [[InlineKeyboardButton("Copy", copy_text=CopyTextButton("x"))]]
    entities = [MessageEntity("pre", 0, 5, language="python")]

    sent = await bot.send_message(
        phone.id, "hello", entities=entities, reply_markup=InlineKeyboardMarkup(rows)
    )

    assert (sent.text, list(sent.entities)) == ("hello", entities)
    assert sent.reply_markup == InlineKeyboardMarkup(rows)
    assert phone.received[0].labels == (("Go",), ("Copy",))


async def test_message_is_edited_and_deleted(bot: Bot, phone: Person) -> None:
    sent = await bot.send_message(phone.id, "one")
    await bot.edit_message_text("two", phone.id, sent.message_id)
    await phone.sees("two")
    await bot.delete_message(phone.id, sent.message_id)

    assert not phone.received


async def test_updates_parse(bot: Bot, phone: Person) -> None:
    await phone.sends_sticker()
    await phone.sends_document("a.md", b"#")
    await phone.forwards("x")
    await phone.blocks()

    updates = await bot.get_updates()

    assert all(isinstance(update, Update) and not update.api_kwargs for update in updates)
    assert [update.effective_user and update.effective_user.id for update in updates] == [
        phone.id
    ] * 5


async def test_files_go_both_ways(bot: Bot, phone: Person) -> None:
    sent = await bot.send_document(phone.id, b"# Notes", filename="notes.md", caption="Yours")
    assert sent.document
    file = await sent.document.get_file()

    assert bytes(await file.download_as_bytearray()) == b"# Notes"
    assert (sent.document.file_name, sent.caption) == ("notes.md", "Yours")


async def test_photo_has_its_size(bot: Bot, phone: Person) -> None:
    sent = await bot.send_photo(phone.id, PNG)

    assert (sent.photo[-1].width, sent.photo[-1].height) == (640, 480)


async def test_profile_is_kept(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("next", "Go on")])
    await bot.set_my_description("Asks.")
    await bot.set_my_name("Hotseat")

    assert await bot.get_my_commands() == (BotCommand("next", "Go on"),)
    assert (await bot.get_my_description()).description == "Asks."
    assert (await bot.get_my_name()).name == "Hotseat"


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (FaultKind.FLOOD, RetryAfter),
        (FaultKind.BLOCKED, Forbidden),
        (FaultKind.BAD_REQUEST, BadRequest),
        (FaultKind.SERVER, NetworkError),
        (FaultKind.DROP, NetworkError),
    ],
)
async def test_faults_become_errors(
    bot: Bot, client: Client, phone: Person, kind: FaultKind, error: type[Exception]
) -> None:
    client.sandbox.faults.add(method="sendMessage", kind=kind)

    with pytest.raises(error):
        await bot.send_message(phone.id, "x")


async def test_wrong_token_is_noticed(sandbox: Sandbox) -> None:
    with pytest.raises(InvalidToken):
        async with bot_of(sandbox, "1234567890:other"):
            pass


async def test_polling_beside_a_webhook_conflicts(bot: Bot) -> None:
    await bot.set_webhook("https://example.org/hook")

    with pytest.raises(Conflict):
        await bot.get_updates()
