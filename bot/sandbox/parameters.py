"""The parameters of a Bot API call, in whichever of its four forms they came."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import web

from bot.sandbox.errors import bad_request

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """Named values, and files by the name of their form field."""

    values: Mapping[str, object] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) is not None

    def text(self, name: str) -> str:
        """Return a string; empty if it is missing."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def whole(self, name: str, default: int = 0) -> int:
        """Return a whole number; the default if it is missing or none."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """Return whether a Boolean is set."""
        return self.text(name).lower() in ("true", "1", "yes")

    def parsed(self, name: str) -> object:
        """Return a value that may be written as JSON in a string; None if it is missing."""
        value = self.values.get(name)
        if not isinstance(value, str) or not value:
            return value or None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """Return the file of a field, which may point to another one with ``attach://``."""
        return self.files.get(self.text(name).removeprefix("attach://")) or self.files.get(name)

    def plain(self) -> dict[str, object]:
        """Return everything with JSON decoded and files by their names, for a log."""
        decoded = {name: _decoded(value) for name, value in self.values.items()}
        return decoded | {name: file.name for name, file in self.files.items()}


async def read(request: web.Request) -> Parameters:
    """Read the query and the body of a request."""
    query: dict[str, object] = dict(request.query)
    if request.method != "POST" or not request.can_read_body:
        return Parameters(query)
    if request.content_type == "application/json":
        return Parameters(query | await _json_body(request))
    return await _form(request, query)


async def _json_body(request: web.Request) -> dict[str, object]:
    try:
        body = await request.json()
    except ValueError:
        raise bad_request("can't parse request JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("expected an Object")
    return body


async def _form(request: web.Request, query: dict[str, object]) -> Parameters:
    values, files = query, {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            values[name] = value if isinstance(value, str) else bytes(value).decode()
    return Parameters(values, files)


def _decoded(value: object) -> object:
    if not isinstance(value, str) or not value.startswith(("{", "[")):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
