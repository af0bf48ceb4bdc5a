"""What Telegram refuses is refused, with its status and its sentence."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.sandbox import TOKEN, FloodLimits

if TYPE_CHECKING:
    from bot.sandbox import Person, Sandbox
    from tests.sandbox.conftest import Client

GRIN = "😀"
ENTITY_AT_0 = "entity beginning at UTF-16 offset 0"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def keys(**button: object) -> dict[str, object]:
    return {"reply_markup": {"inline_keyboard": [[{"text": "Tap", **button}]]}}


def commands(name: str, description: str) -> dict[str, object]:
    return {"commands": [{"command": name, "description": description}]}


def bold(offset: int, length: int) -> dict[str, object]:
    return {"entities": [{"type": "bold", "offset": offset, "length": length}]}


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\t "}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "x" * 32769}, "text is too long"),
        (
            {"text": "abc", **bold(1, 3)},
            "entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 4",
        ),
        (
            {"text": "abc", **bold(4, 1)},
            "entity begins after the end of the text at UTF-16 offset 4",
        ),
        (
            {"text": f"a{GRIN}b", **bold(2, 1)},
            "entity begins in a middle of a UTF-16 symbol at byte offset 5",
        ),
        (
            {"text": f"a{GRIN}b", **bold(0, 2)},
            f"{ENTITY_AT_0} ends in a middle of a UTF-16 symbol at byte offset 5",
        ),
        ({"text": "x", **bold(-1, 1)}, "receive an entity with incorrect offset -1"),
        ({"text": "x", "entities": "{"}, "can't parse entities JSON object"),
        ({"text": "x", **keys(callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x", **keys(callback_data="")},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", **keys(url="nowhere")},
            "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", **keys(callback_data="a", style="loud")},
            "can't parse inline keyboard button: invalid button style specified",
        ),
        ({"text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
        (
            {"text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
    ],
)
async def test_send_refuses(
    client: Client, phone: Person, parameters: dict[str, object], reason: str
) -> None:
    refusal = await client.refusal("sendMessage", chat_id=phone.id, **parameters)

    assert refusal == (400, f"Bad Request: {reason}")


@pytest.mark.parametrize(
    "parameters",
    [
        {"text": GRIN * 4096},
        {"text": "abcdef", "entities": [*bold(0, 4)["entities"], *bold(2, 4)["entities"]]},  # type: ignore[misc]
        {"text": "x", **keys(callback_data="é" * 32)},
        {"text": "x", **keys(copy_text={"text": "copied"})},
        {"text": "x", **keys(url="https://example.org/a")},
        {"text": "x", "reply_parameters": {"message_id": 99, "allow_sending_without_reply": True}},
    ],
    ids=["4096 characters", "overlap", "64 bytes", "copy", "link", "reply to nothing"],
)
async def test_send_accepts(client: Client, phone: Person, parameters: dict[str, object]) -> None:
    assert (await client.call("sendMessage", chat_id=phone.id, **parameters))["ok"]


async def test_stranger_has_no_chat(client: Client, sandbox: Sandbox) -> None:
    stranger = sandbox.person()

    refusal = await client.refusal("sendMessage", chat_id=stranger.id, text="Hello")

    assert refusal == (400, "Bad Request: chat not found")


async def test_blocked_bot_cannot_write(client: Client, phone: Person) -> None:
    await phone.blocks()

    refusal = await client.refusal("sendMessage", chat_id=phone.id, text="Hello")

    assert refusal == (403, "Forbidden: bot was blocked by the user")


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"text": "Same", **keys(callback_data="a")}, NOT_MODIFIED),
        ({"text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        ({"text": ""}, "message text is empty"),
        ({"text": "x", "message_id": 99}, "message to edit not found"),
        ({"text": "x", "message_id": 1}, "message can't be edited"),
    ],
)
async def test_edit_refuses(
    client: Client, phone: Person, parameters: dict[str, object], reason: str
) -> None:
    same = {"text": "Same", **keys(callback_data="a")}
    sent = await client.result("sendMessage", chat_id=phone.id, **same)
    place = {"chat_id": phone.id, "message_id": sent["message_id"]}

    refusal = await client.refusal("editMessageText", **(place | parameters))

    assert refusal == (400, f"Bad Request: {reason}")


async def test_deleted_message_cannot_be_deleted(client: Client, phone: Person) -> None:
    sent = await client.result("sendMessage", chat_id=phone.id, text="Hello")
    place = {"chat_id": phone.id, "message_id": sent["message_id"]}
    assert await client.result("deleteMessage", **place)

    refusal = await client.refusal("deleteMessage", **place)

    assert refusal == (400, "Bad Request: message to delete not found")


TOO_OLD = (
    400,
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
)


async def test_unknown_query_is_too_old(client: Client) -> None:
    assert await client.refusal("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_second_answer_is_too_old(client: Client, phone: Person) -> None:
    await client.result("sendMessage", chat_id=phone.id, text="x", **keys(callback_data="a"))
    query = await phone.taps("Tap")
    assert query
    await client.result("answerCallbackQuery", callback_query_id=query.id)

    assert await client.refusal("answerCallbackQuery", callback_query_id=query.id) == TOO_OLD


async def test_late_answer_is_too_old(client: Client, sandbox: Sandbox, phone: Person) -> None:
    await client.result("sendMessage", chat_id=phone.id, text="x", **keys(callback_data="a"))
    query = await phone.taps("Tap")
    assert query
    await sandbox.jump_to(sandbox.clock.now() + timedelta(seconds=16))

    assert await client.refusal("answerCallbackQuery", callback_query_id=query.id) == TOO_OLD


@pytest.mark.parametrize(
    ("path", "status", "reason"),
    [
        ("bot1:other/getMe", 401, "Unauthorized"),
        ("botnonsense/getMe", 404, "Not Found"),
        (f"bot{TOKEN}/getNothing", 404, "Not Found: method not found"),
    ],
)
async def test_wrong_paths_are_refused(client: Client, path: str, status: int, reason: str) -> None:
    async with client.session.get(f"{client.sandbox.url}/{path}") as response:
        answer = await response.json()

    assert answer == {"ok": False, "error_code": status, "description": reason}


async def test_flood_is_refused_with_its_wait(
    client: Client, sandbox: Sandbox, phone: Person
) -> None:
    sandbox.flood.limits = FloodLimits(overall=30, chat=2, wait=timedelta(seconds=7))
    for _ in range(2):
        await client.result("sendMessage", chat_id=phone.id, text="x")

    answer = await client.call("sendMessage", chat_id=phone.id, text="x")

    assert answer["parameters"] == {"retry_after": 7}
    assert answer["description"] == "Too Many Requests: retry after 7"


@pytest.mark.parametrize(
    ("method", "parameters", "reason"),
    [
        ("setMyCommands", commands("Next", "x"), "BOT_COMMAND_INVALID"),
        ("setMyCommands", commands("next", ""), "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyName", {"name": "x" * 65}, "bot name is too long"),
        ("setWebhook", {"url": "http://example.org"}, "bad webhook: an HTTPS URL must be provided"),
        ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
    ],
)
async def test_other_refusals(
    client: Client, method: str, parameters: dict[str, object], reason: str
) -> None:
    status, sentence = await client.refusal(method, **parameters)

    assert status == 400
    assert sentence.startswith(f"Bad Request: {reason}")
