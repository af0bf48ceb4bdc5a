from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screens.markup.characters import harmless, is_boundary, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("plain", 5),
        ("日本", 4),
        ("e\u0301", 1),
        ("👩‍💻", 2),
        ("👍🏽", 2),
        ("🇩🇪🇫🇷", 4),
        ("✔️", 2),
        ("ﾊﾝ", 2),
        ("\u200b", 0),
        ("", 0),
    ],
)
def test_width_is_counted_in_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("null\x00 bell\x07 delete\x7f", "null␀ bell␇ delete␡"),
        ("\ufeffpage\x0cbreak\x0btab\tkept", "page break tab\tkept"),
        ("user\u202egpj.exe \u2066isolated\u2069", "usergpj.exe isolated"),
        ("half \ud83d of a pair, \x9f", "half \ufffd of a pair, \ufffd"),
        ("A\u030angstro\u0308m", "\u00c5ngstro\u0308m"),
        ("👩‍💻 न\u094dद \u200e", "👩‍💻 न\u094dद \u200e"),
    ],
)
def test_what_harms_is_shown_or_dropped(text: str, expected: str) -> None:
    assert harmless(text) == expected


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_what_is_harmless_stays(text: str) -> None:
    assert unicodedata.normalize("NFC", harmless(text)) == unicodedata.normalize("NFC", text)


@given(st.text())
def test_harmless_text_has_no_more_to_change(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)


@given(st.text(), st.integers(min_value=0, max_value=9))
def test_combining_marks_stay_with_their_letter(text: str, at: int) -> None:
    marked = text[:at] + "a\u0301" + text[at:]
    assert not is_boundary(marked, marked.index("a\u0301") + 1)
