"""Sentences that are one known phrase, small courtesies and typing errors allowed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.study.requests.request import Word
from bot.study.requests.words import JOINTS, Kind, known, plain, spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.study.requests.request import Pace
    from bot.study.requests.subjects import Subjects

_LONGEST: Final = 5
"""Words of the longest phrase before what is meant, or after it."""
_TYPED: Final = 0.79
_MISTYPED: Final = 5


def exact(text: str) -> Word | Pace | None:
    """Read a whole message that is one phrase, without errors; None when it is anything else."""
    return _found(tuple(_forms(plain(text))))


def phrase(words: tuple[str, ...], subjects: Subjects) -> Word | Pace | None:
    """Read a sentence that is one phrase; a name of a subject is no typing error of one."""
    forms = tuple(_forms(words))
    found = _found(forms)
    bare = forms[-1]
    name = spelling(bare)
    if found or len(name) < _MISTYPED or name in subjects.names:
        return found
    if subjects.vocabulary.issuperset(bare):
        return None
    close = process.extractOne(
        name, _spellings().keys(), scorer=OSA.normalized_similarity, score_cutoff=_TYPED
    )
    return _spellings()[close[0]] if close else None


def mock_round(words: tuple[str, ...], *, strict: bool) -> Word | None:
    """Read a sentence that asks for a mock interview, and at most says how long it should be.

    The word alone, or among small ones, may be an answer: ``strict`` tells that one is awaited.
    """
    parts = known().parts
    said = [(word,) for word in words if word not in JOINTS]
    others = [word for word in said if word not in parts[Kind.ROUND]]
    if len(others) == len(said) or (strict and parts[Kind.SMALL].issuperset(others)):
        return None
    fitting = (word in parts[Kind.ROUND_WITH] or _is_number(*word) for word in others)
    return Word.MOCK if all(fitting) else None


def _is_number(word: str) -> bool:
    return word.rstrip("m").isdecimal() or (word,) in known().numbers


def after_same(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Take "same for" off the beginning of a sentence; None when it does not begin so."""
    said = tuple(_shorter(words, Kind.POLITE, Kind.WISHING))[-1]
    rest = _without(said, Kind.SAME)
    return rest if rest != said else None


def _found(forms: Iterable[tuple[str, ...]]) -> Word | Pace | None:
    return next((known().phrases[form] for form in forms if form in known().phrases), None)


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Take what may stand before a phrase and after it off it, piece by piece."""
    said = tuple(word for word in words if word not in JOINTS)
    for form in _shorter(said, Kind.POLITE, Kind.BEFORE):
        for turned in _shorter(form[::-1], Kind.POLITE, Kind.AFTER, turned=True):
            yield turned[::-1]


def _shorter(
    words: tuple[str, ...], *kinds: Kind, turned: bool = False
) -> Iterator[tuple[str, ...]]:
    yield words
    rest = _without(words, *kinds, turned=turned)
    if rest != words:
        yield from _shorter(rest, *kinds, turned=turned)


def _without(words: tuple[str, ...], *kinds: Kind, turned: bool = False) -> tuple[str, ...]:
    """Take one phrase of some kinds off the beginning (of reversed words: the end)."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        beginning = words[:length][::-1] if turned else words[:length]
        if any(beginning in known().parts[kind] for kind in kinds):
            return words[length:]
    return words


@cache
def _spellings() -> Mapping[str, Word | Pace]:
    """List the phrases that are long enough for an error in them to be seen for what it is."""
    spelt = {spelling(words): meant for words, meant in known().phrases.items()}
    return {name: meant for name, meant in spelt.items() if len(name) >= _MISTYPED}
