"""Rich messages: what is sent, and what a server's refusal or silence leads to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot

from bot.handlers.attempts import Outcome
from bot.handlers.delivery import Delivery
from bot.handlers.request import AiohttpRequest
from bot.handlers.rich import payload
from bot.sandbox import FaultKind, Sandbox
from bot.screens import actions, markup
from bot.screens.screen import Button, Formula, Screen, Span, Style, Styled, Table

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.sandbox import Person

SOURCE = "Look:\n\n| a | b |\n|---|--:|\n| 1 | 2 |"


def drawn(source: str = SOURCE) -> Screen:
    (page,) = markup.lay_out(markup.render(source))
    rows = ((Button("Next question", actions.Next()),),)
    return Screen(page.text, rows, page.parts, rich=True)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def phone(sandbox: Sandbox) -> Person:
    phone = sandbox.person()
    await phone.says("/start")
    return phone


@pytest.fixture
async def delivery(sandbox: Sandbox) -> AsyncIterator[Delivery]:
    async with Bot(
        sandbox.token,
        base_url=f"{sandbox.url}/bot",
        request=AiohttpRequest(read=timedelta(seconds=1)),
        get_updates_request=AiohttpRequest(),
    ) as bot:
        yield Delivery(bot)


def called(sandbox: Sandbox) -> list[str]:
    return [call.method for call in sandbox.calls if call.method != "getMe"]


def words(value: object) -> str:
    """Read all text of a payload aloud."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(map(words, value))
    if isinstance(value, dict):
        names = ("text", "cells", "blocks", "expression")
        return "".join(words(value[name]) for name in names if name in value)
    return ""


def test_payload_has_a_block_for_each_part() -> None:
    link = Styled("see here", (Span(Style.LINK, 4, 8, "https://example.org"),))
    table = Table((Styled("a"), Styled("b")), ((Styled("1"), Styled("2")),), ("left", "right"))

    blocks: Any = payload((link, table, Formula("x^2")))["blocks"]

    assert blocks[0] == {
        "type": "paragraph",
        "text": ["see ", {"type": "url", "text": "here", "url": "https://example.org"}],
    }
    assert blocks[1]["type"] == "table"
    assert blocks[1]["cells"] == [
        [
            {"text": "a", "align": "left", "valign": "top", "is_header": True},
            {"text": "b", "align": "right", "valign": "top", "is_header": True},
        ],
        [
            {"text": "1", "align": "left", "valign": "top"},
            {"text": "2", "align": "right", "valign": "top"},
        ],
    ]
    assert blocks[2] == {"type": "mathematical_expression", "expression": "x^2"}


def test_code_and_quotations_are_blocks_between_paragraphs() -> None:
    text = markup.styled("One\ntwo.\n\n```py\n  x = 1\n```\n\n> said **so**\n\nEnd")

    blocks = payload((text,))["blocks"]

    assert blocks == [
        {"type": "paragraph", "text": "One two."},
        {"type": "pre", "text": "  x = 1", "language": "py"},
        {
            "type": "blockquote",
            "blocks": [
                {"type": "paragraph", "text": ["said ", {"type": "bold", "text": "so"}]},
            ],
        },
        {"type": "paragraph", "text": "End"},
    ]


def test_table_without_titles_has_no_header() -> None:
    (table,) = payload(
        (Table((Styled(), Styled()), ((Styled("1"), Styled("2")),), ("left",) * 2),)
    )["blocks"]

    assert len(table["cells"]) == 1


@given(st.text("ab\n *`", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_payload_says_what_the_text_says(text: str, bounds: list[tuple[int, int]]) -> None:
    styles = (Style.BOLD, Style.ITALIC, Style.CODE, Style.PRE, Style.QUOTE)
    spans = tuple(
        Span(styles[number % len(styles)], start, min(end, len(text)))
        for number, (start, end) in enumerate(bounds)
        if start < min(end, len(text))
    )

    said = words(payload((Styled(text, spans),))["blocks"])

    assert "".join(said.split()) == "".join(text.split())


async def test_screen_goes_out_in_its_rich_form(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    sent = await delivery.send(phone.id, drawn())

    message = phone.received[-1]
    assert (sent.outcome, sent.message_id) == (Outcome.SENT, message.id)
    assert message.rich[-1]["type"] == "table"
    assert message.labels == (("Next question",),)
    assert called(sandbox) == ["sendRichMessage"]


async def test_message_becomes_rich_and_text_again(delivery: Delivery, phone: Person) -> None:
    text = Screen(Styled("Only text"))
    sent = await delivery.send(phone.id, text)
    assert sent.message_id

    assert await delivery.edit(phone.id, sent.message_id, drawn())
    assert phone.received[-1].rich
    assert await delivery.edit(phone.id, sent.message_id, drawn())  # the same once more
    assert phone.received[-1].rich
    assert await delivery.edit(phone.id, sent.message_id, text)
    assert (phone.received[-1].rich, phone.received[-1].text) == ((), "Only text")


async def test_stripped_table_stays_a_table(delivery: Delivery, phone: Person) -> None:
    sent = await delivery.send(phone.id, drawn())
    assert sent.message_id

    await delivery.strip(phone.id, sent.message_id)

    assert phone.received[-1].rich
    assert not phone.received[-1].labels


@pytest.mark.parametrize("method", ["sendRichMessage", "editMessageText"])
async def test_refused_form_is_replaced_by_text_at_once(
    sandbox: Sandbox, delivery: Delivery, phone: Person, method: str
) -> None:
    sent = await delivery.send(phone.id, Screen(Styled("Before")))
    assert sent.message_id
    sandbox.faults.add(method=method, kind=FaultKind.BAD_REQUEST)

    if method == "sendRichMessage":
        await delivery.send(phone.id, drawn())
    else:
        await delivery.edit(phone.id, sent.message_id, drawn())

    message = phone.received[-1]
    assert (message.rich, message.text) == ((), drawn().text.text)
    assert message.labels == (("Next question",),)


async def test_one_refusal_does_not_end_tables(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    sandbox.faults.add(method="sendRichMessage", kind=FaultKind.BAD_REQUEST)
    await delivery.send(phone.id, drawn())

    await delivery.send(phone.id, drawn())

    assert phone.received[-1].rich


async def test_old_server_is_asked_once(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    sandbox.world.knows_rich = False
    sent = await delivery.send(phone.id, drawn())
    assert sent.message_id
    assert not delivery.knows_tables
    first = called(sandbox)

    await delivery.send(phone.id, drawn())
    await delivery.edit(phone.id, sent.message_id, drawn("$$x$$"))

    assert first == ["sendRichMessage", "sendMessage"]
    assert called(sandbox)[2:] == ["sendMessage", "editMessageText"]
    assert all(not message.rich for message in phone.received)


async def test_server_that_has_learnt_of_tables_is_known_by_a_test(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    sandbox.world.knows_rich = False
    await delivery.send(phone.id, drawn())
    sandbox.world.knows_rich = True

    assert (await delivery.send_rich(phone.id, drawn())).outcome is Outcome.SENT
    assert delivery.knows_tables


async def test_old_server_is_known_by_an_edit_too(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    sent = await delivery.send(phone.id, Screen(Styled("Before")))
    assert sent.message_id
    sandbox.world.knows_rich = False

    assert await delivery.edit(phone.id, sent.message_id, drawn())

    assert not delivery.knows_tables
    assert phone.received[-1].text == drawn().text.text


@pytest.mark.parametrize("kind", [FaultKind.HANG_AFTER, FaultKind.DROP_AFTER])
async def test_silence_is_no_refusal(
    sandbox: Sandbox, delivery: Delivery, phone: Person, kind: FaultKind
) -> None:
    sandbox.faults.add(method="sendRichMessage", kind=kind)

    sent = await delivery.send(phone.id, drawn())

    assert sent.outcome is Outcome.UNKNOWN
    assert called(sandbox) == ["sendRichMessage"]
    assert delivery.knows_tables


async def test_edit_that_hangs_is_made_again_in_the_same_form(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    sent = await delivery.send(phone.id, Screen(Styled("Before")))
    assert sent.message_id
    sandbox.faults.add(method="editMessageText", kind=FaultKind.HANG)

    assert await delivery.edit(phone.id, sent.message_id, drawn())

    assert phone.received[-1].rich


async def test_fact_about_the_chat_is_not_taken_for_a_refusal(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    assert (await delivery.send(4_999_999_999, drawn())).outcome is Outcome.UNREACHABLE
    assert not await delivery.edit(phone.id, 999, drawn())
    assert called(sandbox) == ["sendRichMessage", "editMessageText"]


async def test_rich_form_alone_is_refused_without_a_replacement(
    sandbox: Sandbox, delivery: Delivery, phone: Person
) -> None:
    sandbox.faults.add(method="sendRichMessage", kind=FaultKind.BAD_REQUEST)

    assert (await delivery.send_rich(phone.id, drawn())).outcome is Outcome.REFUSED
    assert not phone.received
