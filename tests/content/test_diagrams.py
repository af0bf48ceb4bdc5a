"""The pictures of the bank are those that `make diagrams` draws, and each has its place."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from bot import content
from tests.conftest import ROOT
from tools.diagrams.sources import is_up_to_date, picture_of, sources

if TYPE_CHECKING:
    from pathlib import Path

BANK, _ = content.load(ROOT / "content")
SHOWN = {picture.path for each in BANK.questions.values() for picture in each.pictures}
NAMES = [f"{source.parent.name}/{source.stem}" for source in sources()]


@pytest.mark.parametrize("source", sources(), ids=NAMES)
def test_picture_is_the_one_its_page_draws(source: Path) -> None:
    assert is_up_to_date(source), "Run 'make diagrams'."


@pytest.mark.parametrize("source", sources(), ids=NAMES)
def test_picture_is_wide_enough_for_a_phone_and_light_enough_for_a_train(source: Path) -> None:
    drawn = picture_of(source).read_bytes()
    width, height = struct.unpack(">II", drawn[16:24])

    assert width == 1080
    assert height <= 2.1 * width
    assert len(drawn) <= 64_000


def test_no_picture_is_missing_and_none_is_unused() -> None:
    lying = {path.relative_to(ROOT / "content").as_posix() for path in sorted_pictures()}

    assert lying == SHOWN
    assert lying == {f"{name.replace('/', '/pictures/')}.png" for name in NAMES}


def sorted_pictures() -> list[Path]:
    return sorted((ROOT / "content").glob("*/pictures/*"))
