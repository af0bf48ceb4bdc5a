"""What the other methods do."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import aiohttp
import pytest

if TYPE_CHECKING:
    from bot.sandbox import Person, Sandbox
    from tests.sandbox.conftest import Client

GO = [{"command": "go", "description": "Go on"}]
STAY = [{"command": "stay", "description": "Stay"}]
KEYS = {"inline_keyboard": [[{"text": "Go", "callback_data": "g"}]]}


@pytest.mark.parametrize("method", ["getme", "GETME", "getMe"])
async def test_method_names_ignore_case(client: Client, method: str) -> None:
    assert (await client.result(method))["username"] == "sandbox_bot"


async def test_parameters_come_in_the_query(client: Client, phone: Person) -> None:
    url = f"{client.sandbox.url}/bot{client.sandbox.token}/sendMessage"
    query = {"chat_id": str(phone.id), "text": "from a query"}
    async with client.session.get(url, params=query) as response:
        assert response.ok

    assert phone.received[-1].text == "from a query"


async def test_parameters_come_in_a_form(client: Client, phone: Person) -> None:
    url = f"{client.sandbox.url}/bot{client.sandbox.token}/sendMessage"
    form = {"chat_id": str(phone.id), "text": "abc", "entities": "[]"}
    async with client.session.post(url, data=form) as response:
        assert response.ok

    assert phone.received[-1].text == "abc"


async def test_caption_can_be_edited(client: Client, phone: Person) -> None:
    sent = await send_file(client, phone, "document", caption="old")
    place = {"chat_id": phone.id, "message_id": sent["message_id"]}

    await client.result("editMessageCaption", caption="new", **place)

    assert phone.received[-1].text == "new"
    assert await client.refusal("editMessageText", text="x", **place) == (
        400,
        "Bad Request: there is no text in the message to edit",
    )


async def test_keyboard_can_be_taken_away(client: Client, phone: Person) -> None:
    sent = await client.result("sendMessage", chat_id=phone.id, text="x", reply_markup=KEYS)
    place = {"chat_id": phone.id, "message_id": sent["message_id"]}

    await client.result("editMessageReplyMarkup", **place)

    assert phone.received[-1].keyboard == ()
    assert phone.received[-1].edited_at is None


async def test_several_messages_are_deleted(client: Client, phone: Person) -> None:
    sent = [await client.result("sendMessage", chat_id=phone.id, text=text) for text in "ab"]
    numbers = [message["message_id"] for message in sent]

    await client.result("deleteMessages", chat_id=phone.id, message_ids=[*numbers, 999])

    assert not phone.received


async def test_file_is_sent_again_by_its_id(client: Client, phone: Person) -> None:
    sent = await send_file(client, phone, "document")
    known = sent["document"]["file_id"]

    again = await client.result("sendDocument", chat_id=phone.id, document=known)

    assert again["document"]["file_id"] == known


async def test_voice_has_its_length(client: Client, phone: Person) -> None:
    sent = await send_file(client, phone, "voice", duration="7")

    assert sent["voice"]["duration"] == 7


@pytest.mark.parametrize("kind", ["voice", "video_note", "audio"])
async def test_sound_sent_again_by_its_id_has_the_same_length(
    client: Client, phone: Person, kind: str
) -> None:
    sent = await send_file(client, phone, kind, duration="7")
    method = "send" + kind.title().replace("_", "")

    again = await client.result(method, chat_id=phone.id, **{kind: sent[kind]["file_id"]})

    assert (again[kind]["file_id"], again[kind]["duration"]) == (sent[kind]["file_id"], 7)


@pytest.mark.parametrize(
    ("kind", "content", "reason"),
    [
        ("document", b"", "file must be non-empty"),
        ("photo", b"x" * 10_000_001, "file is too big"),
    ],
    ids=["empty", "large"],
)
async def test_impossible_files_are_refused(
    client: Client, phone: Person, kind: str, content: bytes, reason: str
) -> None:
    answer = await upload(client, phone, kind, content)

    assert answer["description"] == f"Bad Request: {reason}"


async def test_huge_request_is_refused(client: Client, phone: Person) -> None:
    answer = await upload(client, phone, "document", b"x" * 52_000_001)

    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


async def test_unknown_action_is_refused(client: Client, phone: Person) -> None:
    assert await client.refusal("sendChatAction", chat_id=phone.id, action="dancing") == (
        400,
        "Bad Request: wrong parameter action in request",
    )


async def test_most_particular_commands_win(client: Client) -> None:
    await client.result("setMyCommands", commands=GO)
    private = {"scope": {"type": "all_private_chats"}}
    await client.result("setMyCommands", commands=STAY, **private)

    assert await client.result("getMyCommands") == GO
    assert await client.result("getMyCommands", **private) == STAY


async def test_commands_can_be_deleted(client: Client) -> None:
    await client.result("setMyCommands", commands=GO)
    await client.result("deleteMyCommands")

    assert await client.result("getMyCommands") == []


async def test_wording_falls_back_to_no_language(client: Client) -> None:
    await client.result("setMyDescription", description="Asks.")
    await client.result("setMyDescription", description="Fragt.", language_code="de")

    described = {"de": "Fragt.", "fr": "Asks.", "": "Asks."}
    for code, text in described.items():
        answer = await client.result("getMyDescription", language_code=code)
        assert answer == {"description": text}


async def test_menu_button_is_kept(client: Client) -> None:
    assert await client.result("getChatMenuButton") == {"type": "commands"}
    await client.result("setChatMenuButton", menu_button={"type": "default"})

    assert await client.result("getChatMenuButton") == {"type": "default"}


async def test_dropping_pending_updates(client: Client, phone: Person) -> None:
    assert phone.messages
    await client.result("deleteWebhook", drop_pending_updates=True)

    assert await client.result("getUpdates") == []


@pytest.mark.parametrize("method", ["logOut", "close"])
async def test_farewells_are_accepted(client: Client, method: str) -> None:
    assert await client.result(method) is True


async def test_inline_answers_come_too_late(client: Client) -> None:
    status, _ = await client.refusal("answerInlineQuery", inline_query_id="1", results=[])

    assert status == 400


async def test_long_note_is_refused(client: Client, phone: Person) -> None:
    await client.result("sendMessage", chat_id=phone.id, text="x", reply_markup=KEYS)
    query = await phone.taps("Go")
    assert query
    long = {"callback_query_id": query.id, "text": "x" * 201}

    assert await client.refusal("answerCallbackQuery", **long) == (
        400,
        "Bad Request: MESSAGE_TOO_LONG",
    )


async def test_buttons_beyond_a_row_are_dropped(client: Client, phone: Person) -> None:
    row = [{"text": str(number), "callback_data": "x"} for number in range(20)]
    await client.result(
        "sendMessage", chat_id=phone.id, text="x", reply_markup={"inline_keyboard": [row]}
    )

    assert [len(labels) for labels in phone.received[-1].labels] == [12]


async def test_unknown_file_is_not_found(client: Client, sandbox: Sandbox) -> None:
    url = f"{sandbox.url}/file/bot{sandbox.token}/files/nothing"
    async with client.session.get(url) as response:
        assert response.status == 404


async def send_file(
    client: Client, phone: Person, kind: str, **fields: str
) -> dict[str, dict[str, object]]:
    answer = await upload(client, phone, kind, b"# Notes", **fields)
    assert answer["ok"], answer
    return answer["result"]  # type: ignore[return-value]


async def upload(
    client: Client, phone: Person, kind: str, content: bytes, **fields: str
) -> dict[str, object]:
    form = aiohttp.FormData({"chat_id": str(phone.id), **fields})
    form.add_field(kind, io.BytesIO(content), filename="notes.md")
    url = f"{client.sandbox.url}/bot{client.sandbox.token}/send{kind.title().replace('_', '')}"
    async with client.session.post(url, data=form) as response:
        answer: dict[str, object] = await response.json()
    return answer
