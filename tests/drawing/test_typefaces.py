"""Any text can be drawn: what the fonts lack is written in Latin letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drawing.typefaces import drawable


@pytest.mark.parametrize(
    "text", ["Databases", "Собеседование", "Ελληνικά", "C++ → Rust ½ “so”", "Ł"]
)
def test_what_the_fonts_know_stays(text: str) -> None:
    assert drawable(text) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("数据库", "Shu Ju Ku"),
        ("索引，Kafka分区（一）。", "Suo Yin, Kafka Fen Qu(Yi)."),
        ("データ", "deta"),
        ("한국어", "HanGugEo"),
        ("हिन्दी", "hindi"),
        ("🐍 Python 3️⃣", "Python 3"),
        ("👩‍💻", ":woman::computer:"),
        ("𝖠𝖡", "AB"),
        ("a\tb\n c", "a b c"),
    ],
)
def test_what_the_fonts_lack_is_spelt(text: str, drawn: str) -> None:
    assert drawable(text).replace("\ufe0f", "") == drawn


def test_letters_from_right_to_left_are_spelt_where_they_cannot_be_laid_out() -> None:
    assert drawable("שלום", laid_out=False) == "slvm"


def test_letter_and_mark_become_one() -> None:
    assert drawable("e\u0301") == "é"


@given(st.text())
def test_nothing_that_cannot_be_seen_is_left(text: str) -> None:
    drawn = drawable(text)

    assert drawable(drawn) == drawn
    assert all(unicodedata.category(each) not in {"Cc", "Cf", "Cs", "Cn"} for each in drawn)
