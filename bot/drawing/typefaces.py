"""The fonts of everything that is drawn: they come along, so a bare system has them too."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from PIL import ImageFont

FOLDER: Final = Path(__file__).parent / "fonts"
REGULAR: Final = FOLDER / "DejaVuSans.ttf"
BOLD: Final = FOLDER / "DejaVuSans-Bold.ttf"


@cache
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Load a font in a size of pixels."""
    return ImageFont.truetype(str(BOLD if bold else REGULAR), size)
