"""The chat page: a few files, served as they are."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

FOLDER = Path(__file__).with_name("page")

_HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


def routes() -> list[web.RouteDef]:
    """Return what to serve."""
    return [web.get("/", _index), web.get("/page/{name}", _part)]


async def _index(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(FOLDER / "index.html", headers=_HEADERS)


async def _part(request: web.Request) -> web.FileResponse:
    known = {path.name: path for path in FOLDER.iterdir()}
    try:
        return web.FileResponse(known[request.match_info["name"]], headers=_HEADERS)
    except KeyError:
        raise web.HTTPNotFound from None
