"""The methods that send files, and the one that says where to fetch them."""

from __future__ import annotations

import struct
from functools import partial
from typing import TYPE_CHECKING

from bot.sandbox.chats import Media, MediaKind
from bot.sandbox.errors import bad_request
from bot.sandbox.messages import caption, posted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.sandbox.chats import File, Object
    from bot.sandbox.methods import Method
    from bot.sandbox.parameters import Parameters
    from bot.sandbox.world import World

DOWNLOAD_LIMIT = 20_000_000
PHOTO_LIMIT = 10_000_000

SOUNDS = frozenset({MediaKind.VOICE, MediaKind.VIDEO_NOTE, MediaKind.AUDIO})
"""What has a length in seconds."""

_PNG = b"\x89PNG\r\n\x1a\n"


def media_of(kind: MediaKind, file: File, details: Object | None = None) -> Media:
    """Describe a file as a message of one kind carries it."""
    details = details or {}
    if kind is MediaKind.PHOTO:
        details |= dict(zip(("width", "height"), picture_size(file.content), strict=True))
    return Media(
        kind=kind,
        file=file.id,
        name=file.name,
        mime=file.mime,
        size=len(file.content),
        details=details,
    )


def picture_size(content: bytes) -> tuple[int, int]:
    """Return width and height of a PNG in pixels; those of a phone for any other picture."""
    if content.startswith(_PNG) and len(content) >= 24:  # noqa: PLR2004 - the header's end
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    return 1280, 960


async def send_media(world: World, call: Parameters, *, kind: MediaKind) -> Object:
    """Send a file that came with the call, or one that is known by its id."""
    chat = world.writable(call.whole("chat_id"))
    file = _file(world, call, kind)
    text, spans = caption(call)
    details = _known_details(world, file)
    if kind in SOUNDS and ("duration" in call or not details):
        details["duration"] = call.whole("duration")
    media = media_of(kind, file, details)
    return posted(world, call, chat.id, text=text, spans=spans, media=media)


async def get_file(world: World, call: Parameters) -> Object:
    """Say where a file can be fetched."""
    file = world.files.get(call.text("file_id"))
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.id[-12:],
        "file_size": len(file.content),
        "file_path": file.path,
    }


METHODS: Mapping[str, Method] = {
    "sendDocument": partial(send_media, kind=MediaKind.DOCUMENT),
    "sendPhoto": partial(send_media, kind=MediaKind.PHOTO),
    "sendVoice": partial(send_media, kind=MediaKind.VOICE),
    "sendVideoNote": partial(send_media, kind=MediaKind.VIDEO_NOTE),
    "sendAudio": partial(send_media, kind=MediaKind.AUDIO),
    "getFile": get_file,
}


def _known_details(world: World, file: File) -> Object:
    """Tell what is known of a file that was sent before, such as its length."""
    sent = (said.media for said in world.messages.values())
    return next((dict(media.details) for media in sent if media and media.file == file.id), {})


def _file(world: World, call: Parameters, kind: MediaKind) -> File:
    upload = call.upload(kind.value)
    if upload is None:
        known = world.files.get(call.text(kind.value))
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return known
    if not upload.content:
        raise bad_request("file must be non-empty")
    if kind is MediaKind.PHOTO and len(upload.content) > PHOTO_LIMIT:
        raise bad_request("file is too big")
    return world.put_file(name=upload.name, mime=upload.mime, content=upload.content)
