"""Live updates for an open page, as server-sent events."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aiohttp import web

from bot.sandbox import view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sandbox.feed import Event
    from bot.sandbox.world import World

_HEADERS = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
_AROUND = frozenset({"chat", "people", "commands", "bot", "clock"})
"""Events after which everything around the messages is sent anew."""

CLOSING = "closing"


async def stream(request: web.Request, world: World, person: int) -> web.StreamResponse:
    """Send the chat as it is, then every change, until the page or the sandbox closes."""
    response = web.StreamResponse(headers=_HEADERS)
    await response.prepare(request)
    try:
        with world.feed.listen() as events:
            await response.write(_whole(world, person))
            while (event := await events.get()).kind != CLOSING:
                for part in _written(world, person, event):
                    await response.write(part)
    except ConnectionError:
        pass  # The page was closed.
    return response


def _whole(world: World, person: int) -> bytes:
    return _line("about", view.about(world, person)) + _line("chat", view.chat(world, person))


def _written(world: World, person: int, event: Event) -> Iterator[bytes]:
    if event.kind == "cleared":
        yield _line("cleared", {})
    elif event.chat not in (None, person) or person not in world.accounts:
        return
    elif event.kind in _AROUND:
        yield _line("about", view.about(world, person))
    elif event.kind == "message":
        yield _message(world, person, event)
    elif event.kind == "query":
        query = world.queries[str(event.body["id"])]
        yield _line("answer", view.answer(query)) if query.answer else b""
    elif event.kind == "action":
        yield _line("action", event.body)


def _message(world: World, person: int, event: Event) -> bytes:
    said = world.messages.get(int(str(event.body["id"])))
    if said is None or said.deleted:
        return _line("gone", event.body)
    return _line("message", view.message(world, said, person))


def _line(kind: str, body: object) -> bytes:
    return f"event: {kind}\ndata: {json.dumps(body)}\n\n".encode()
