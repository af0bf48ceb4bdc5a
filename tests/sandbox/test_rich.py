"""Rich messages, as a bot meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from bot.sandbox import Sandbox
from bot.sandbox.rich import html
from tests.sandbox.conftest import Client

if TYPE_CHECKING:
    from pathlib import Path

    from bot.sandbox import Person

PARAGRAPH: dict[str, object] = {
    "type": "paragraph",
    "text": ["See ", {"type": "bold", "text": "this"}],
}
TABLE: dict[str, object] = {
    "type": "table",
    "cells": [[{"text": "a", "is_header": True}], [{"text": "<1>"}]],
}
KEYS = {"inline_keyboard": [[{"text": "Go", "callback_data": "g"}]]}


def rich(*blocks: object) -> dict[str, Any]:
    return {"blocks": list(blocks)}


async def test_rich_message_has_blocks_and_no_text(client: Client, phone: Person) -> None:
    sent = await client.result(
        "sendRichMessage",
        chat_id=phone.id,
        rich_message=rich(PARAGRAPH, TABLE),
        reply_markup=KEYS,
    )

    assert sent["rich_message"] == rich(PARAGRAPH, TABLE)
    assert "text" not in sent
    assert phone.received[-1].text == "See this\n\na\n<1>"
    assert phone.received[-1].labels == (("Go",),)


async def test_text_becomes_rich_and_text_again(client: Client, phone: Person) -> None:
    sent = await client.result("sendMessage", chat_id=phone.id, text="x")
    place = {"chat_id": phone.id, "message_id": sent["message_id"]}

    await client.result("editMessageText", rich_message=rich(TABLE), **place)
    assert phone.received[-1].rich == (TABLE,)
    await client.result("editMessageReplyMarkup", reply_markup=KEYS, **place)
    assert phone.received[-1].rich == (TABLE,)
    await client.result("editMessageText", text="y", **place)
    assert not phone.received[-1].rich
    assert phone.received[-1].text == "y"


async def test_same_blocks_are_no_change(client: Client, phone: Person) -> None:
    sent = await client.result("sendRichMessage", chat_id=phone.id, rich_message=rich(TABLE))
    place = {"chat_id": phone.id, "message_id": sent["message_id"]}

    status, reason = await client.refusal("editMessageText", rich_message=rich(TABLE), **place)

    assert (status, "message is not modified" in reason) == (400, True)


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (None, "rich message must be non-empty"),
        ({"blocks": []}, "rich message must be non-empty"),
        ("{", "can't parse rich message JSON object"),
        ("[1]", "object expected as rich message"),
        (rich("a"), "object expected as InputRichMessageBlock"),
        (rich({"text": "a"}), "can't parse InputRichBlock: Can't find field \"type\""),
        (rich({"type": "code"}), 'can\'t parse InputRichBlock: type "code" is unsupported'),
        (rich({"type": "paragraph", "text": {"type": "strike"}}), "unsupported rich text type"),
        (rich({"type": "paragraph", "text": 1}), "invalid rich text specified"),
        (rich({"type": "paragraph", "text": " "}), "RICH_MESSAGE_EMPTY"),
        (rich({"type": "paragraph", "text": "x" * 32_769}), "RICH_MESSAGE_TEXT_TOO_LONG"),
        (rich(*[PARAGRAPH] * 501), "RICH_MESSAGE_BLOCKS_TOO_MANY"),
        (rich({"type": "table", "cells": [["a"]]}), "richBlockTableCell must be an object"),
        (
            rich({"type": "table", "cells": [[{"text": "a", "align": "top"}]]}),
            "invalid horizontal alignment specified",
        ),
    ],
)
async def test_refusals_are_those_of_telegram(
    client: Client, phone: Person, message: object, reason: str
) -> None:
    refusal = await client.refusal("sendRichMessage", chat_id=phone.id, rich_message=message)

    assert refusal == (400, f"Bad Request: {reason}")


async def test_older_server_knows_neither_method_nor_parameter(
    client: Client, phone: Person
) -> None:
    sent = await client.result("sendMessage", chat_id=phone.id, text="x")
    place = {"chat_id": phone.id, "message_id": sent["message_id"]}
    client.sandbox.world.knows_rich = False

    assert await client.refusal("sendRichMessage", chat_id=phone.id, rich_message=rich(TABLE)) == (
        404,
        "Not Found: method not found",
    )
    assert await client.refusal("editMessageText", rich_message=rich(TABLE), **place) == (
        400,
        "Bad Request: message text is empty",
    )


async def test_rich_message_survives_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    async with Sandbox(state=file) as sandbox, aiohttp.ClientSession() as session:
        phone = sandbox.person()
        await phone.says("/start")
        client = Client(sandbox, session)
        await client.result("sendRichMessage", chat_id=phone.id, rich_message=rich(TABLE))

    async with Sandbox(state=file) as sandbox:
        assert sandbox.person().received[-1].rich == (TABLE,)


def test_nothing_of_a_cell_acts_as_markup() -> None:
    link = {"type": "url", "text": "<x>", "url": "javascript://alert(1)"}

    paragraph: dict[str, object] = {"type": "paragraph", "text": link}

    page = html((TABLE, paragraph))

    assert "<th" in page
    assert "&lt;1&gt;" in page
    assert page.endswith("<p><span>&lt;x&gt;</span></p>")
