"""One spelling for all the ways in which people write the name of a place."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
    | dict.fromkeys("ʹʻʼʽʾʿˈ·")  # apostrophes of transliterations
)
_SHORTENED = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_WORD = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """Reduce a name to what all its spellings share: no case, accents, spaces, punctuation.

    >>> plain("St. John's"), plain("SÃO PAULO"), plain("Łódź")
    ('saintjohns', 'saopaulo', 'lodz')
    """
    letters = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    words = _WORD.findall(unicodedata.normalize("NFC", bare))
    return "".join(_SHORTENED.get(word, word) for word in words)
