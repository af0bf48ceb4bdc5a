"""How close two spellings are: by their letters, and by what speech recognition hears in them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import OSA, Indel

_HEARD = (
    (r"ph", "f"),
    (r"gh|wh", ""),
    (r"tch|dj|dg", "j"),
    (r"c(?=[eiy])", "s"),
    (r"x", "ks"),
    (r"ch|c|q|g(?![ei])", "k"),
    (r"g", "j"),
    (r"^y", "a"),
)
_ALIKE = str.maketrans("bdvzg", "ptfsk")
_SILENT = re.compile(r"(?<!^)[aeiouyhw]")
_SHUFFLED = 0.9
_UNHEARD = 2
"""Sounds that say nothing yet."""
_MOST = 4
"""Sounds beyond these after which more of them add nothing."""


def typed_alike(one: str, other: str) -> float:
    """Compare letters, 0 to 1: a typing error is one letter too many, missing, wrong or swapped.

    The same letters in another order, the first in its place, are surely the same word.
    """
    letters = OSA.normalized_similarity(one, other)
    shuffled = one[:1] == other[:1] and sorted(one) == sorted(other)
    return max(letters, _SHUFFLED) if shuffled else letters


def heard_alike(one: str, other: str) -> float:
    """Compare letters and sounds, 0 to 1: ``cubearenetties`` is near ``kubernetes``.

    The more sounds there are, the more they say: in a short word many things sound alike.
    """
    first, second = sound(one), sound(other)
    letters = Indel.normalized_similarity(one, other)
    weight = min(max(len(first), len(second)) - _UNHEARD, _MOST) / 2
    if weight <= 0:
        return 0.0
    return (letters + weight * OSA.normalized_similarity(first, second)) / (1 + weight)


@lru_cache(maxsize=20_000)
def sound(spelling: str) -> str:
    """Keep the consonants of a spelling, those that are often mistaken for each other as one."""
    heard = spelling
    for letters, sound in _HEARD:
        heard = re.sub(letters, sound, heard)
    heard = _SILENT.sub("", heard.translate(_ALIKE))
    if heard[:1] in set("eiou"):
        heard = f"a{heard[1:]}"
    return "".join(letter for letter, _ in groupby(heard))
