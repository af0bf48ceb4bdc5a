"""The method that answers taps on buttons."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.sandbox.chats import Answer
from bot.sandbox.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.sandbox.methods import Method
    from bot.sandbox.parameters import Parameters
    from bot.sandbox.world import World

PATIENCE = timedelta(seconds=15)
"""How long a tap can be answered; Telegram publishes no figure, bots report 10 to 20 s."""

ANSWER_LIMIT = 200

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def answer_callback_query(world: World, call: Parameters) -> bool:
    """Stop the waiting of a tapped button, with a note, an alert or nothing."""
    query = world.queries.get(call.text("callback_query_id"))
    if query is None or query.answer or world.clock.now() - query.at > PATIENCE:
        raise bad_request(TOO_OLD)
    answer = Answer(call.text("text"), call.flag("show_alert"), call.text("url"))
    if len(answer.text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    world.put_query(replace(query, answer=answer))
    return True


METHODS: Mapping[str, Method] = {"answerCallbackQuery": answer_callback_query}
