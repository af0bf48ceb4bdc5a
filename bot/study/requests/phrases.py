"""Sentences that are one known phrase, small courtesies and typing errors allowed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.study.requests.words import JOINTS, Kind, known, plain, spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.study.requests.request import Pace, Word
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
    return {spelling(words): meant for words, meant in known().phrases.items()}
