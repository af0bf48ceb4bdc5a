"""Which of many wordings a question may have had before it was mended."""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from bot.questions.document import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

LIKE: Final = 80.0
"""Percent of characters that a mended question has in common with what it was."""

_SAME_WORD: Final = 75.0
_COMPARED: Final = 250
"""Characters of a wording that are looked at; time grows with their square."""

_RAREST: Final = 12
_SHARING: Final = 100
_CANDIDATES: Final = 10
_WORD = re.compile(r"[^\W_]+(?:['.+#-]*[^\W_]+)*[+#]*")
_LITTLE: Final = "a an the of in on to for with and or it its you your i we"
_FRAME: Final = frozenset(
    word for phrase in (*words.INTERROGATIVES, _LITTLE) for word in phrase.split()
)
"""Words that any question may have, by which none is told from another."""


class Wordings:
    """Wordings by key, found again by the rarest three letters in a row that they share."""

    def __init__(self, wordings: Mapping[int, str]) -> None:
        self._wordings = wordings
        self._telling = {key: _telling(wording) for key, wording in wordings.items()}
        self._sharing = defaultdict[str, list[int]](list)
        for key, wording in wordings.items():
            for letters in _trigrams(wording):
                self._sharing[letters].append(key)

    def alike(self, wording: str) -> Iterator[tuple[float, int]]:
        """Find those that may have been a wording, with how alike they are: percent, key."""
        telling = _telling(wording)
        for key in self._candidates(wording):
            likeness = similarity(wording, self._wordings[key])
            if likeness >= LIKE and _tell_the_same(telling, self._telling[key]):
                yield likeness, key

    def _candidates(self, wording: str) -> Iterator[int]:
        known = [letters for letters in _trigrams(wording) if letters in self._sharing]
        rarest = heapq.nsmallest(_RAREST, known, key=lambda letters: len(self._sharing[letters]))
        shared = Counter(key for letters in rarest for key in self._sharing[letters][:_SHARING])
        return (key for key, _ in shared.most_common(_CANDIDATES))


def similarity(first: str, second: str) -> float:
    """Return the percent of characters that two wordings have in common, in order."""
    return fuzz.ratio(first[:_COMPARED], second[:_COMPARED])


def asks_the_same(first: str, second: str) -> bool:
    """Tell a mended question from one about something else: no word stands for an unlike one."""
    return _tell_the_same(_telling(first), _telling(second))


def _tell_the_same(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    fewer, more = sorted((one - other, other - one), key=len)
    if not fewer:
        return bool(one & other) or not more
    return all(any(_is_same_word(word, partner) for partner in more) for word in fewer)


def _is_same_word(first: str, second: str) -> bool:
    """Tell a word that was misspelt or put in another form; a number is always another one."""
    return first.isalpha() and second.isalpha() and fuzz.ratio(first, second) >= _SAME_WORD


def _telling(wording: str) -> AbstractSet[str]:
    """Return the words by which a question is told from another."""
    found: list[str] = _WORD.findall(wording[:_COMPARED])
    return frozenset(found) - _FRAME


def _trigrams(wording: str) -> dict[str, None]:
    text = f" {wording[:_COMPARED]} "
    return dict.fromkeys(text[at : at + 3] for at in range(len(text) - 2))
