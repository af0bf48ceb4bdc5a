"""JSON into and out of the sandbox's own endpoints."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from bot.sandbox.chats import Object


async def body(request: web.Request) -> Object:
    """Return the JSON object of a request, empty without a body."""
    if not request.can_read_body:
        return {}
    # Only this type: other web sites can send the simple ones without being asked first.
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="A body of the type application/json is expected.")
    try:
        content = await request.json()
    except ValueError:
        content = None
    if not isinstance(content, dict):
        raise web.HTTPBadRequest(text="A JSON object is expected.")
    return content


def answer(content: bytes) -> web.Response:
    """Answer with JSON that is written already."""
    return web.Response(body=content, content_type="application/json")


def seconds(content: Object, name: str, default: float) -> timedelta:
    """Read a span of time that is given in seconds."""
    return timedelta(seconds=float(str(content.get(name, default))))
