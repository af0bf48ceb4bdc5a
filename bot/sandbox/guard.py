"""Keeps other web sites away from the sandbox: they may not steer it through somebody's browser."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiohttp import web

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler, Middleware


def guard(host: str) -> Middleware:
    """Let through what is addressed to this machine, and comes from the page or no page at all.

    A name that resolves to this machine could belong to anybody (DNS rebinding), so only
    addresses, ``localhost`` and the host that is served are accepted.
    """

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith(("/bot", "/file/bot")):
            return await handler(request)  # The token in the path is protection enough.
        origin = request.headers.get("Origin")
        if not _is_ours(f"//{request.host}", host):
            raise web.HTTPForbidden(text="This host name is not served here.")
        if origin is not None and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="Another web site may not do that.")
        return await handler(request)

    return check


def _is_ours(address: str, host: str) -> bool:
    name = urlsplit(address).hostname or ""
    return name in ("localhost", host) or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
