"""What people do reaches the bot in Telegram's shapes, and what tests see of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from bot.sandbox import Person
    from tests.sandbox.conftest import Client


async def latest(client: Client) -> dict[str, Any]:
    update: dict[str, Any] = (await client.result("getUpdates", offset=-1))[0]
    return update


async def test_command_has_its_entity(client: Client, phone: Person) -> None:
    await phone.says("/level senior")

    message = (await latest(client))["message"]

    assert message["from"] == {
        "id": 5_000_000_001,
        "is_bot": False,
        "first_name": "Tester",
        "language_code": "en",
    }
    assert message["chat"] == {"id": 5_000_000_001, "first_name": "Tester", "type": "private"}
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_edit_has_its_date(client: Client, phone: Person) -> None:
    said = await phone.says("tpyo")
    await phone.edits(said, "typo")

    message = (await latest(client))["edited_message"]

    assert message["text"] == "typo"
    assert message["edit_date"] >= message["date"]


async def test_forward_names_its_origin(client: Client, phone: Person) -> None:
    await phone.forwards("Said elsewhere", written_by="Somebody")

    origin = (await latest(client))["message"]["forward_origin"]

    assert (origin["type"], origin["sender_user_name"]) == ("hidden_user", "Somebody")


async def test_reply_holds_its_message(client: Client, phone: Person) -> None:
    first = await phone.says("one")
    await phone.says("two", reply_to=first)

    assert (await latest(client))["message"]["reply_to_message"]["text"] == "one"


async def test_document_can_be_fetched(client: Client, phone: Person) -> None:
    await phone.sends_document("notes.json", b"[]", caption="Mine")
    message = (await latest(client))["message"]
    file = await client.result("getFile", file_id=message["document"]["file_id"])
    root = f"{client.sandbox.url}/file/bot{client.sandbox.token}"
    async with client.session.get(f"{root}/{file['file_path']}") as response:
        content = await response.read()

    assert (message["caption"], message["document"]["mime_type"]) == ("Mine", "application/json")
    assert content == b"[]"


async def test_other_media_have_their_fields(client: Client, phone: Person) -> None:
    await phone.sends_photo(b"\xff\xd8")
    await phone.sends_voice(timedelta(seconds=9))
    await phone.sends_sticker("🎯")

    updates = (await client.result("getUpdates"))[-3:]
    photo, voice, sticker = (update["message"] for update in updates)

    assert photo["photo"][-1]["width"] == 1280
    assert voice["voice"]["duration"] == 9
    assert sticker["sticker"]["emoji"] == "🎯"


async def test_blocking_is_told(client: Client, phone: Person) -> None:
    await phone.blocks()

    change = (await latest(client))["my_chat_member"]

    assert change["old_chat_member"]["status"] == "member"
    assert change["new_chat_member"]["status"] == "kicked"


async def test_whoever_blocked_cannot_write(phone: Person) -> None:
    await phone.blocks()

    with pytest.raises(ValueError, match="unblock"):
        await phone.says("Hello?")


async def test_long_text_goes_out_in_parts(phone: Person) -> None:
    await phone.says("x" * 5000)

    assert [len(message.text) for message in phone.messages[1:]] == [4096, 904]


async def test_tap_carries_message_and_data(client: Client, phone: Person) -> None:
    keys = {"inline_keyboard": [[{"text": "Good · 2 days", "callback_data": "g:1"}]]}
    sent = await client.result("sendMessage", chat_id=phone.id, text="Well?", reply_markup=keys)
    await phone.taps("Good")

    query = (await latest(client))["callback_query"]

    assert (query["data"], query["message"]["message_id"]) == ("g:1", sent["message_id"])
    assert query["message"]["reply_markup"] == keys


async def test_stale_button_can_be_tapped(client: Client, phone: Person) -> None:
    keys = {"inline_keyboard": [[{"text": "Good", "callback_data": "old"}]]}
    sent = await client.result("sendMessage", chat_id=phone.id, text="x", reply_markup=keys)
    seen = await phone.sees("x")
    place = {"chat_id": phone.id, "message_id": sent["message_id"]}
    await client.result("editMessageText", text="y", **place)

    query = await phone.taps("Good", on=seen)

    assert query
    assert query.data == "old"


async def test_copying_button_fills_the_clipboard(client: Client, phone: Person) -> None:
    keys = {"inline_keyboard": [[{"text": "Copy", "copy_text": {"text": "abc"}}]]}
    await client.result("sendMessage", chat_id=phone.id, text="x", reply_markup=keys)
    await phone.taps("Copy")

    assert phone.clipboard == "abc"


async def test_sight_begins_at_the_last_act(client: Client, phone: Person) -> None:
    await client.result("sendMessage", chat_id=phone.id, text="Question one")
    await phone.says("next")

    with pytest.raises(AssertionError, match=r"(?s)Waited 0.01 s for 'Question'.*< Question one"):
        await phone.sees("Question", within=timedelta(milliseconds=10))


async def test_note_is_heard(client: Client, phone: Person) -> None:
    keys = {"inline_keyboard": [[{"text": "Good", "callback_data": "g"}]]}
    await client.result("sendMessage", chat_id=phone.id, text="x", reply_markup=keys)
    query = await phone.taps("Good")
    assert query
    await client.result("answerCallbackQuery", callback_query_id=query.id, text="Noted")

    assert await phone.is_told("Not") == "Noted"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("/start", True),
        ("/start@sandbox_bot", True),
        ("/start@other_bot", False),
        ("ask @sandbox_bot", True),
        ("just talking", False),
    ],
)
async def test_group_is_mostly_private(
    client: Client,
    phone: Person,
    text: str,
    heard: bool,  # noqa: FBT001 - a column of the table
) -> None:
    group = client.sandbox.group("Team", phone)
    await phone.says(text, chat=group)

    update = await latest(client)

    assert (update.get("message", {}).get("chat", {}).get("type") == "group") is heard
