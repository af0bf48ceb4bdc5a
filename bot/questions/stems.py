"""Words of any text as they are compared: without case, accents and endings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from threading import get_ident
from typing import TYPE_CHECKING

import snowballstemmer  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f"
"""Letters of scripts that put no spaces between words: Chinese, Japanese, Korean, Thai."""
_WORD = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+(?:\+\d+|[+#]+(?!\w))?")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_POSSESSIVE = re.compile(r"['\u2019](?:s\b)?")


def words(text: str) -> Iterator[str]:
    """Cut a text into plain words; scripts without spaces into pairs of characters.

    >>> list(words("`__slots__`, N+1 and C#: it's an idée fixe"))
    ['slots', 'n+1', 'and', 'c#', 'it', 'an', 'idee', 'fixe']
    """
    for word in _WORD.findall(_plain(_POSSESSIVE.sub("", text.casefold()))):
        if word.isascii() or len(word) == 1 or not re.match(f"[{_UNSPACED}]", word):
            yield word
        else:
            yield from (word[i : i + 2] for i in range(len(word) - 1))


def _plain(text: str) -> str:
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Take the ending off a plain word, in English or Russian by its letters."""
    language = "russian" if _CYRILLIC.search(word) else "english"
    stemmed: str = _stemmer(language, get_ident()).stemWord(word)
    return stemmed


@lru_cache(maxsize=200)
def _stemmer(language: str, _thread: int) -> snowballstemmer.stemmer:
    """Give each thread a stemmer of its own, since it holds the word that it works on."""
    return snowballstemmer.stemmer(language)
