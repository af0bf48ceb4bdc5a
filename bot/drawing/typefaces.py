"""The fonts of everything that is drawn: they come along, so a bare system has them too."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from anyascii import anyascii
from PIL import ImageFont, features

FOLDER: Final = Path(__file__).parent / "fonts"
REGULAR: Final = FOLDER / "DejaVuSans.ttf"
BOLD: Final = FOLDER / "DejaVuSans-Bold.ttf"

_PROBE: Final = 16
"""Pixels at which a glyph is compared with the box that stands for a missing one."""

_SPACELESS: Final = re.compile(
    r"[\u3001-\u3003\u3400-\u9fff\uf900-\ufaff\uff01-\uff20\U00020000-\U0003ffff]"
)
"""Syllables, and signs between them, that are written without spaces; spelt, they need some."""

_EDGE: Final = "\0"
_SYLLABLES_MEET: Final = re.compile(f"(?<=[\\w,.;:!?]){_EDGE}+(?=\\w)")

_NO_CHARACTER: Final = "\uffff"
_SILENT: Final = {"Cc", "Cf", "Cn", "Co", "Cs", "Me"}
_LAID_OUT: Final = {"R", "AL", "NSM"}
"""Letters that run from right to left, and marks that stand on others."""


@cache
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Load a font in a size of pixels."""
    return ImageFont.truetype(str(BOLD if bold else REGULAR), size)


def drawable(text: str, *, laid_out: bool = True) -> str:
    """Write in Latin letters what the fonts have no glyphs for; signs go, where words stay.

    So the name of a notebook in any script stays readable in a picture, where it would be boxes.
    ``laid_out`` tells whether what draws it can write from right to left.
    """
    if text.isascii() and text.isprintable():
        return text
    lays_out = laid_out and _lays_out()
    drawn = (_drawn(each, lays_out=lays_out) for each in unicodedata.normalize("NFC", text))
    spelt = _SYLLABLES_MEET.sub(" ", "".join(drawn)).replace(_EDGE, "")
    return " ".join(spelt.split()) or anyascii("".join(filter(_is_sign, text)))


@cache
def _drawn(character: str, *, lays_out: bool) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in _SILENT:
        return ""
    is_laid_out = unicodedata.bidirectional(character) in _LAID_OUT
    if _has_glyph(character) and (lays_out or not is_laid_out):
        return character
    if _is_sign(character):
        return ""
    spelt = anyascii(character)
    return f"{_EDGE}{spelt}{_EDGE}" if _SPACELESS.match(character) else spelt


def _is_sign(character: str) -> bool:
    """Tell whether it is an emoji or the like."""
    return unicodedata.category(character) == "So"


def _has_glyph(character: str) -> bool:
    return _shape(character) != _shape(_NO_CHARACTER)


def _shape(character: str) -> tuple[tuple[int, int], bytes]:
    mask = _probe().getmask(character)
    return mask.size, bytes(mask)


@cache
def _probe() -> ImageFont.FreeTypeFont:
    """Load the font that knows less, to draw glyph by glyph: with no circle under lone marks."""
    return ImageFont.truetype(str(BOLD), _PROBE, layout_engine=ImageFont.Layout.BASIC)


@cache
def _lays_out() -> bool:
    """Tell whether Pillow has what it needs to write from right to left; not every system has."""
    return bool(features.check("raqm") and features.check("fribidi"))
