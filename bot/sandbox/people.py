"""What people do, over HTTP: for the page, and for tests of another process."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aiohttp import web
from pydantic import TypeAdapter

from bot.sandbox import acts, events
from bot.sandbox.bodies import answer, body, seconds
from bot.sandbox.chats import MediaKind, Message, Query
from bot.sandbox.media import SOUNDS
from bot.sandbox.parameters import Upload
from bot.sandbox.person import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import timedelta

    from bot.sandbox.chats import Object
    from bot.sandbox.person import Person
    from bot.sandbox.server import Sandbox

MESSAGE = TypeAdapter(Message)
MESSAGES = TypeAdapter(tuple[Message, ...])
QUERY: TypeAdapter[Query | None] = TypeAdapter(Query | None)


class People:
    """The endpoints under ``/sandbox/people``: one for each thing a person can do."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._verbs: dict[str, Callable[[Person, Object], Awaitable[bytes]]] = {
            "says": self._says,
            "edits": self._edits,
            "taps": self._taps,
            "presses": self._presses,
            "forwards": self._forwards,
            "blocks": self._blocks,
            "unblocks": self._unblocks,
            "sees": self._sees,
            "is-told": self._is_told,
        }

    def routes(self) -> list[web.RouteDef]:
        """Return what to serve."""
        return [
            web.post("/sandbox/people", self._join),
            web.get("/sandbox/people/{person}/events", self._events),
            web.get("/sandbox/people/{person}/messages", self._messages),
            web.post("/sandbox/people/{person}/sends", self._sends),
            web.post("/sandbox/people/{person}/{verb}", self._act),
        ]

    async def _join(self, request: web.Request) -> web.Response:
        wish = await body(request)
        name, language = str(wish.get("first_name", "Tester")), str(wish.get("language_code", "en"))
        person = self._sandbox.person(name, language_code=language)
        return web.json_response({"id": person.id})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        return await events.stream(request, self._sandbox.world, self._person(request).id)

    async def _messages(self, request: web.Request) -> web.Response:
        return answer(MESSAGES.dump_json(self._person(request).history))

    async def _act(self, request: web.Request) -> web.Response:
        verb = self._verbs.get(request.match_info["verb"])
        if verb is None:
            raise web.HTTPNotFound(text=f"People can: {', '.join(self._verbs)}, sends.")
        try:
            return answer(await verb(self._person(request), await body(request)))
        except (ValueError, AssertionError) as error:
            raise web.HTTPConflict(text=str(error)) from error

    async def _sends(self, request: web.Request) -> web.Response:
        form = await request.post()
        file = form.get("file")
        if not isinstance(file, web.FileField):
            raise web.HTTPBadRequest(text="A form with a field named file is expected.")
        upload = Upload(file.filename, file.content_type, file.file.read())
        kind = MediaKind(str(form.get("kind", "document")))
        person, caption = self._person(request), str(form.get("caption", ""))
        details: Object = {"duration": int(str(form.get("duration", 0)))} if kind in SOUNDS else {}
        world = self._sandbox.world
        said = acts.send(world, person.id, kind, upload, caption=caption, details=details)
        return answer(MESSAGE.dump_json(said))

    async def _says(self, person: Person, wish: Object) -> bytes:
        reply = self._message(wish["reply_to"]) if wish.get("reply_to") else None
        return MESSAGE.dump_json(await person.says(str(wish["text"]), reply_to=reply))

    async def _edits(self, person: Person, wish: Object) -> bytes:
        message = self._message(wish["message"])
        return MESSAGE.dump_json(await person.edits(message, str(wish["text"])))

    async def _forwards(self, person: Person, wish: Object) -> bytes:
        writer = str(wish.get("written_by", "Somebody"))
        return MESSAGE.dump_json(await person.forwards(str(wish["text"]), written_by=writer))

    async def _taps(self, person: Person, wish: Object) -> bytes:
        on = self._message(wish["message"]) if wish.get("message") else None
        query = await person.taps(str(wish["label"]), on=on, within=_patience(wish))
        return QUERY.dump_json(query)

    async def _presses(self, person: Person, wish: Object) -> bytes:
        message = self._message(wish["message"])
        row, column = int(str(wish["row"])), int(str(wish["column"]))
        try:
            button = message.keyboard[row][column]
        except IndexError:
            raise ValueError("This button is no longer there.") from None
        return QUERY.dump_json(acts.press(self._sandbox.world, person.id, message, button))

    async def _sees(self, person: Person, wish: Object) -> bytes:
        seen = await person.sees(str(wish.get("text", "")), within=_patience(wish))
        return MESSAGE.dump_json(seen)

    async def _is_told(self, person: Person, wish: Object) -> bytes:
        note = await person.is_told(str(wish.get("text", "")), within=_patience(wish))
        return json.dumps(note).encode()

    async def _blocks(self, person: Person, _wish: Object) -> bytes:
        await person.blocks()
        return b"true"

    async def _unblocks(self, person: Person, _wish: Object) -> bytes:
        await person.unblocks()
        return b"true"

    def _person(self, request: web.Request) -> Person:
        number = request.match_info["person"]
        if not number.isdigit() or int(number) not in self._sandbox.world.accounts:
            raise web.HTTPNotFound(text="There is no such person.")
        return self._sandbox.person(number=int(number))

    def _message(self, number: object) -> Message:
        message = self._sandbox.world.messages.get(int(str(number)))
        if message is None:
            raise web.HTTPNotFound(text="There is no such message.")
        return message


def _patience(wish: Object) -> timedelta:
    return seconds(wish, "within", PATIENCE.total_seconds())
