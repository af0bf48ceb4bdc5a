"""Inline mode: what is offered to who types after the bot's name, and what is posted."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.sandbox import Person
    from tests.sandbox.conftest import Client

ARTICLE = {
    "type": "article",
    "id": "gil",
    "title": "What is the GIL?",
    "input_message_content": {
        "message_text": "A lock.",
        "entities": [{"type": "spoiler", "offset": 0, "length": 7}],
    },
    "reply_markup": {"inline_keyboard": [[{"text": "Go", "url": "https://t.me/x"}]]},
}


async def asked(client: Client) -> dict[str, object]:
    (update,) = await client.result("getUpdates", timeout=5)
    found = update["inline_query"]
    assert isinstance(found, dict)
    return found


async def test_choices_reach_who_has_asked(client: Client, phone: Person) -> None:
    await client.result("deleteWebhook", drop_pending_updates=True)
    asking = asyncio.create_task(phone.asks_inline("gil", offset="20"))
    query = await asked(client)
    assert (query["query"], query["offset"]) == ("gil", "20")

    await client.result(
        "answerInlineQuery",
        inline_query_id=query["id"],
        results=[ARTICLE],
        cache_time=0,
        is_personal=True,
        next_offset="40",
    )

    offered = await asking
    assert offered.choices
    assert (offered.choices[0].title, offered.next_offset) == ("What is the GIL?", "40")
    assert (offered.personal, offered.cache) == (True, timedelta(0))


async def test_chosen_one_is_posted_by_way_of_the_bot(client: Client, phone: Person) -> None:
    await client.result("deleteWebhook", drop_pending_updates=True)
    asking = asyncio.create_task(phone.asks_inline("gil"))
    query = await asked(client)
    await client.result("answerInlineQuery", inline_query_id=query["id"], results=[ARTICLE])
    offered = await asking
    assert offered.choices

    posted = phone.posts(offered.choices[0])

    assert posted.sender == phone.id
    assert posted.parts("spoiler") == ("A lock.",)
    assert posted.labels == (("Go",),)
    updates = await client.result("getUpdates")
    assert updates[-1]["message"]["via_bot"]["username"] == "sandbox_bot"


@pytest.mark.parametrize(
    ("results", "error"),
    [
        ([{**ARTICLE, "title": ""}], "ARTICLE_TITLE_EMPTY"),
        ([{**ARTICLE, "id": "x" * 65}], "RESULT_ID_INVALID"),
        ([ARTICLE, ARTICLE], "RESULT_ID_DUPLICATE"),
        ([{**ARTICLE, "id": str(number)} for number in range(51)], "RESULTS_TOO_MUCH"),
        ([{**ARTICLE, "input_message_content": {}}], "MESSAGE_EMPTY"),
    ],
)
async def test_bad_results_are_refused(
    client: Client, phone: Person, results: list[object], error: str
) -> None:
    await client.result("deleteWebhook", drop_pending_updates=True)
    asking = asyncio.create_task(phone.asks_inline("gil"))
    query = await asked(client)

    refused = await client.refusal(
        "answerInlineQuery", inline_query_id=query["id"], results=results
    )

    assert refused == (400, f"Bad Request: {error}")
    await client.result("answerInlineQuery", inline_query_id=query["id"], results=[])
    assert (await asking).choices == ()


async def test_second_answer_comes_too_late(client: Client, phone: Person) -> None:
    await client.result("deleteWebhook", drop_pending_updates=True)
    asking = asyncio.create_task(phone.asks_inline("gil"))
    query = await asked(client)
    await client.result("answerInlineQuery", inline_query_id=query["id"], results=[])
    await asking

    status, _ = await client.refusal("answerInlineQuery", inline_query_id=query["id"], results=[])

    assert status == 400
