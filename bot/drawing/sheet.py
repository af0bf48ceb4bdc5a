"""A picture for a phone, filled from top to bottom: texts that fit, bars and rings."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw

from bot.drawing.typefaces import drawable, font

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

    from bot.drawing.colours import Palette

WIDTH: Final = 1080
"""Pixels of a picture: as wide as phones show it."""

MARGIN: Final = 64

_SHARP: Final = 4
"""Shapes are drawn so many times as large, and then made smaller: Pillow leaves edges rough."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""


class Sheet:
    """A picture in the making; ``at`` is how far down it is filled."""

    def __init__(self, height: int, palette: Palette) -> None:
        self.at = MARGIN
        self.palette = palette
        self._image = Image.new("RGB", (WIDTH, height), palette.paper)
        self._draw = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        """Give what was drawn, cut off below the last line."""
        bottom = min(self._image.height, self.at + MARGIN // 2)
        out = BytesIO()
        self._image.crop((0, 0, WIDTH, bottom)).save(out, "PNG")
        return out.getvalue()

    def text(  # noqa: PLR0913 - a text has that many looks
        self,
        x: int,
        y: int,
        text: str,
        size: int,
        colour: str | None = None,
        *,
        bold: bool = False,
        anchor: str = "la",
    ) -> None:
        """Write one line; ``anchor`` tells which point of it is given, as Pillow names it."""
        face = font(size, bold=bold)
        self._draw.text((x, y), drawable(text), colour or self.palette.ink, face, anchor=anchor)

    def bar(self, box: Box, colour: str, radius: int = 14) -> None:
        """Fill a rectangle with round corners."""
        left, top, right, bottom = box
        size = (right - left, bottom - top)
        self._image.paste(colour, (left, top), _rounded(size, min(radius, *(s // 2 for s in size))))

    def frame(self, box: Box, colour: str, radius: int) -> None:
        """Draw a thin line round a rectangle with round corners."""
        self._draw.rounded_rectangle(box, radius, outline=colour, width=4)

    def share(self, box: Box, share: int, colour: str) -> None:
        """Draw a share of 100 as a bar that is filled so far."""
        left, top, right, bottom = box
        self.bar(box, self.palette.faint)
        if share:
            until = left + max(bottom - top, (right - left) * share // 100)
            self.bar((left, top, until, bottom), colour)

    def ring(self, box: Box, share: int, colour: str, width: int) -> None:
        """Draw a share of 100 as a ring that is closed so far, from the top."""
        left, top, right, bottom = box
        for part, hue in ((100, self.palette.faint), (share, colour)):
            self._image.paste(hue, (left, top), _arc((right - left, bottom - top), part, width))

    def rule(self) -> None:
        """Draw a thin line across."""
        self._draw.line((MARGIN, self.at, WIDTH - MARGIN, self.at), self.palette.faint, 2)


def wrapped(text: str, size: int, room: int, most: int, *, bold: bool = False) -> list[str]:
    """Break a text into so many lines at most that fit; what is too long is cut."""
    face, words, lines = font(size, bold=bold), drawable(text).split(), list[str]()
    for n, word in enumerate(words):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= room:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(_shortened(word, face, room))
        else:
            lines[-1] = _shortened(" ".join((lines[-1], *words[n:])), face, room)
            break
    return lines


def cut(text: str, size: int, room: int, *, bold: bool = False) -> str:
    """Shorten a text until it fits, and show that it was cut."""
    return _shortened(drawable(text), font(size, bold=bold), room)


def width(text: str, size: int, *, bold: bool = False) -> int:
    """Measure a line."""
    return round(font(size, bold=bold).getlength(drawable(text)))


def _shortened(text: str, face: FreeTypeFont, room: int) -> str:
    if face.getlength(text) <= room:
        return text
    while text and face.getlength(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


@lru_cache(maxsize=256)
def _rounded(size: tuple[int, int], radius: int) -> Image.Image:
    mask = Image.new("L", (size[0] * _SHARP, size[1] * _SHARP), 0)
    box = (0, 0, mask.width - 1, mask.height - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, radius * _SHARP, 255)
    return mask.reduce(_SHARP)


def _arc(size: tuple[int, int], share: int, width: int) -> Image.Image:
    mask = Image.new("L", (size[0] * _SHARP, size[1] * _SHARP), 0)
    box = (0, 0, mask.width - 1, mask.height - 1)
    ImageDraw.Draw(mask).arc(box, -90, -90 + 3.6 * share, 255, width * _SHARP)
    return mask.reduce(_SHARP)
