"""Texts fit where they are put, and nothing of them vanishes without a sign."""

from hypothesis import given
from hypothesis import strategies as st

from bot.drawing.sheet import cut, width, wrapped

WORDS = st.lists(st.text("abcdefWi", min_size=1, max_size=30), max_size=20).map(" ".join)


@given(WORDS, st.integers(60, 600), st.integers(1, 4))
def test_lines_fit_and_lose_nothing_unmarked(text: str, room: int, most: int) -> None:
    lines = wrapped(text, 30, room, most)

    assert len(lines) <= most
    assert all(width(line, 30) <= room for line in lines)
    assert " ".join(lines) == text or any("…" in line for line in lines)


@given(WORDS, st.integers(60, 600))
def test_cut_text_fits_and_says_so(text: str, room: int) -> None:
    line = cut(text, 30, room)

    assert width(line, 30) <= room
    assert line == text or (line.endswith("…") and text.startswith(line[:-1].rstrip()))


def test_text_that_fits_stays_as_it_is() -> None:
    assert wrapped("two short lines", 30, 200, 2) == ["two short", "lines"]
    assert cut("short", 30, 200) == "short"
    assert wrapped("", 30, 200, 2) == []
