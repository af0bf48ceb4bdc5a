"""Bytes -> text, or a sentence that says why they are none."""

from __future__ import annotations

import codecs
from typing import Final

from bot.questions.document.reading import Problem

_ARCHIVES: Final = {
    b"PK\x03\x04": "a zip archive (so are .docx, .xlsx and .apkg files)",
    b"PK\x05\x06": "an empty zip archive",
    b"\x1f\x8b": "a gzip archive",
    b"%PDF-": "a PDF",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"SQLite format 3": "an SQLite database",
    b"\xd0\xcf\x11\xe0": "an old Microsoft Office file",
    b"{\\rtf": "a rich text (RTF) file",
}
_MARKED: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_LEGACY: Final = ("shift_jis", "gb18030", "windows-1251", "windows-1252")
_SAMPLE: Final = 4096
_MEND: Final = "Save it as UTF-8 and send it again."


def decode(data: bytes) -> str | Problem:
    """Decode UTF-8, with or without a byte order mark; name what anything else looks like."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return Problem(1, "The file is empty. Send one with questions in it.")
    for signature, name in _ARCHIVES.items():
        if data.startswith(signature):
            return Problem(1, f"This is {name}, not a text. Export your notes as text or Markdown.")
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return Problem(1, f"The file is written in {encoding}. {_MEND}")
    if b"\0" in data[:_SAMPLE]:
        return _with_zeros(data[:_SAMPLE])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(line, f"The file is not UTF-8; it looks like {_likeliest(data)}. {_MEND}")


def _with_zeros(sample: bytes) -> Problem:
    """Tell UTF-16 without a mark, in which every other byte is often zero, from binary data."""
    halves = sample[0::2].count(0), sample[1::2].count(0)
    if max(halves) > len(sample) // 6 and min(halves) < max(halves) // 8:
        return Problem(1, f"The file looks like UTF-16. {_MEND}")
    return Problem(1, "This is a binary file, not a text. Export your notes as text or Markdown.")


def _likeliest(data: bytes) -> str:
    """Guess the encoding whose letters make the most words of one script."""
    return max(_LEGACY, key=lambda encoding: _plausibility(data, encoding)).upper()


def _plausibility(data: bytes, encoding: str) -> float:
    sample = data[: 16 * _SAMPLE]
    try:
        text = sample.decode(encoding, "strict" if len(sample) == len(data) else "ignore")
    except UnicodeDecodeError:
        return -1.0
    foreign = [c for c in text if c > "\x7f"]
    return sum(_weight(c, encoding) for c in foreign) / max(1, len(foreign))


def _weight(char: str, encoding: str) -> float:
    """Weigh a character by how usual it is in texts of an encoding."""
    if encoding == "windows-1251":
        return 1.0 if "а" <= char <= "я" else 0.5 if "А" <= char <= "Я" else -0.5
    if encoding == "windows-1252":
        return 0.9 if char in "áéíóúñüöäßàèçãõâêôîû¿¡«»“”’–—" else 0.1
    if encoding == "shift_jis":
        return 1.0 if "ぁ" <= char <= "ヺ" else 0.3 if "一" <= char <= "鿿" else -0.5
    return 0.8 if "一" <= char <= "鿿" or char in "，。？、：（）" else -0.5
