"""Colours can be told apart and read, on light and on dark paper."""

from itertools import pairwise

import pytest

from bot.drawing.colours import DARK, LIGHT, Palette


def brightness(colour: str) -> float:
    """Compute the relative luminance of WCAG."""
    channels = (each / 255 for each in bytes.fromhex(colour[1:]))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_texts_are_readable(palette: Palette) -> None:
    assert contrast(palette.ink, palette.paper) >= 7
    assert contrast(palette.quiet, palette.paper) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_bars_stand_out_from_the_paper_and_from_what_is_empty(palette: Palette) -> None:
    for colour in (*(colour for _, colour in palette.levels), palette.accent):
        assert contrast(colour, palette.paper) >= 2.7
        assert contrast(colour, palette.faint) >= 2.2


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_days_are_told_apart_without_seeing_colours(palette: Palette) -> None:
    heat = list(palette.heat)

    assert heat == sorted(heat, key=brightness, reverse=palette is LIGHT)
    assert all(contrast(a, b) >= 1.2 for a, b in pairwise(heat))


@pytest.mark.parametrize(("share", "place"), [(0, 3), (39, 3), (40, 2), (60, 1), (80, 0), (100, 0)])
def test_share_has_the_colour_of_its_level(share: int, place: int) -> None:
    assert LIGHT.of(share) == LIGHT.levels[place][1]
