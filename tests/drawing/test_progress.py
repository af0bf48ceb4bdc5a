"""The picture of progress: complete at any size, on light and on dark paper, and quickly made."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.drawing.colours import DARK, LIGHT, Palette
from bot.drawing.progress import Area, Card, Day, picture
from bot.drawing.sheet import MARGIN, WIDTH

TODAY = date(2026, 11, 21)
A_DAY = timedelta(days=1)
QUIET_WEEKS = tuple(tuple(None if n == 97 else 0 for n in range(w, w + 7)) for w in range(0, 98, 7))
BUSY_WEEKS = tuple(
    tuple(None if n == 97 else n % 25 for n in range(w, w + 7)) for w in range(0, 98, 7)
)
QUIET_DAYS = tuple(Day(TODAY + n * A_DAY, 0, 0) for n in range(14))
BUSY_DAYS = tuple(Day(TODAY + n * A_DAY, n * 9 % 31, n % 4) for n in range(14))
EMPTY = Card("Progress", "", None, "", (), TODAY, QUIET_WEEKS, QUIET_DAYS)


def areas(number: int, name: str = "Databases") -> tuple[Area, ...]:
    return tuple(Area(f"{name} {n}", n * 7 % 101, n % 5, 30) for n in range(number))


def card(number: int, name: str = "Databases") -> Card:
    return Card(
        "12 December",
        "21 days left. Senior Python backend.",
        61,
        "on the day",
        areas(number, name),
        TODAY,
        BUSY_WEEKS,
        BUSY_DAYS,
        on=TODAY + 5 * A_DAY,
        rhythm="5 days in a row",
    )


def drawn(what: Card) -> Image.Image:
    png = picture(what)
    assert len(png) < 300_000
    return Image.open(BytesIO(png)).convert("RGB")


def border(image: Image.Image) -> set[object]:
    """Collect the colours on the rim, where nothing is ever drawn."""
    rim = 20
    boxes = (
        (0, 0, image.width, rim),
        (0, image.height - rim, image.width, image.height),
        (0, 0, rim, image.height),
        (image.width - rim, 0, image.width, image.height),
    )
    return {colour for box in boxes for _, colour in image.crop(box).getcolors() or ()}


def paper(palette: Palette) -> tuple[int, ...]:
    return tuple(bytes.fromhex(palette.paper[1:]))


@pytest.mark.parametrize("number", [0, 1, 7, 8, 21, 40])
@pytest.mark.parametrize("dark", [False, True])
def test_any_number_of_areas_fits(number: int, *, dark: bool) -> None:
    image = drawn(replace(card(number), dark=dark))

    assert image.width == WIDTH
    assert border(image) == {paper(DARK if dark else LIGHT)}


def test_learner_who_has_done_nothing_gets_a_picture() -> None:
    image = drawn(EMPTY)

    assert border(image) == {paper(LIGHT)}
    assert image.height < drawn(card(1)).height


def test_long_texts_stay_within_the_picture() -> None:
    endless = "a very long text that goes on and on " * 9
    told = replace(
        card(5, endless), title=endless, about=endless, ready_about=endless, rhythm=endless
    )

    assert border(drawn(told)) == {paper(LIGHT)}
    assert border(drawn(replace(card(30, "W" * 300), title="W" * 300))) == {paper(LIGHT)}


def test_same_values_make_the_same_picture() -> None:
    assert picture(card(3)) == picture(card(3))
    assert picture(card(3)) != picture(replace(card(3), dark=True))


def test_names_in_any_script_are_words_and_no_boxes() -> None:
    assert picture(card(3, "数据库")) == picture(card(3, "Shu Ju Ku"))
    assert picture(replace(card(1), title="データ")) == picture(replace(card(1), title="deta"))


def test_interview_is_marked_on_its_day() -> None:
    assert picture(card(3)) != picture(replace(card(3), on=TODAY + 6 * A_DAY))
    assert picture(replace(card(3), on=None)) == picture(replace(card(3), on=TODAY + 14 * A_DAY))


def test_area_that_nobody_has_seen_is_told_from_one_that_was() -> None:
    one, other = (replace(EMPTY, areas=(Area("Python", 40, seen, 9),)) for seen in (0, 9))

    assert picture(one) != picture(other)


@given(
    st.lists(
        st.builds(Area, st.text(max_size=40), st.integers(0, 100), st.integers(0, 99), st.just(99))
    ),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 50)), min_size=14, max_size=14),
    st.integers(0, 100),
    st.text(max_size=60),
    st.booleans(),
)
@settings(max_examples=15, deadline=None)
def test_whatever_there_is_can_be_drawn(
    some: list[Area],
    days: list[tuple[int, int]],
    ready: int,
    title: str,
    dark: bool,  # noqa: FBT001 - hypothesis gives it
) -> None:
    coming = tuple(Day(TODAY + n * A_DAY, *day) for n, day in enumerate(days))
    told = replace(card(0), title=title, ready=ready, areas=some, coming=coming, dark=dark)
    image = drawn(told)

    assert border(image) == {paper(DARK if dark else LIGHT)}
    assert image.height + image.width < 10_000  # what Telegram takes for a photo
    assert image.height > MARGIN
