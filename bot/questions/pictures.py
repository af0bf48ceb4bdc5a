"""The pictures of an answer: image lines of their own in a content file, and what may lie there.

``![What it shows.](pictures/name.png)`` on a line of its own is a picture, which is sent beside
the answer. An image in the middle of a sentence, or on the web, stays part of the text.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from bot.questions.model import Picture, Source

if TYPE_CHECKING:
    from collections.abc import Container

FOLDER: Final = "pictures"
"""Where the pictures of a content file lie, beside it."""

SIZE_LIMIT: Final = 10_000_000
"""Bytes of a picture that Telegram takes."""

_LINE = re.compile(
    r"""[ ]{0,3}!\[(?P<description>[^\[\]]*)\]\(\s*
    (?:<(?P<framed>[^<>]+)>|(?P<plain>[^()<>\s]+))
    (?:\s+(?:"[^"]*"|'[^']*'))?\s*\)\s*""",
    re.VERBOSE,
)
_ON_THE_WEB = re.compile(r"//|[A-Za-z][\w+.-]*:")
_BEGINNINGS = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}


def read(line: str, source: Source) -> Picture | None:
    """Read the picture that a line is; None for any other line. Its place may still be wrong."""
    match = _LINE.fullmatch(line)
    if match is None or _ON_THE_WEB.match(match["framed"] or match["plain"]):
        return None
    name = unquote(match["framed"] or match["plain"]).removeprefix("./")
    return Picture(f"{PurePosixPath(source.path).parent}/{name}", match["description"], source)


def is_in_place(picture: Picture) -> bool:
    """Tell whether a picture lies in the folder for pictures beside its content file."""
    home = PurePosixPath(picture.source.path).parent / FOLDER
    return PurePosixPath(picture.path).parent == home and "\\" not in picture.path


def fault_of(name: str, content: bytes) -> str | None:
    """Say what is wrong with a file that should be a picture; None when it can be sent."""
    beginning = _BEGINNINGS.get(PurePosixPath(name).suffix.lower())
    if beginning is None or not beginning.match(content):
        return "is no PNG, JPEG or WebP picture"
    if len(content) > SIZE_LIMIT:
        return f"is larger than {SIZE_LIMIT // 1_000_000} MB"
    return None


def as_link(line: str, shown: Container[str]) -> str:
    """Turn a line that is a picture into a link to it, unless its name is one that is shown."""
    picture = read(line, Source("", 1))
    if picture is None or picture.path.removeprefix("./") in shown:
        return line
    name = PurePosixPath(picture.path).name
    words = picture.description or re.sub(r"[\[\]]", "", name)
    return re.sub(r"!\[[^\[\]]*\]", lambda _: f"[{words}]", line, count=1)
