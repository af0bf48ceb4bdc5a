"""A whole message -> what it asks for, or nothing: then it is an answer.

While a question is open only what is surely a request is one: every sentence of it is a known
phrase, or a wish of nothing but subjects, levels and a number or an asking word. Otherwise a bare
topic is enough, and what is not sure is asked about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.study.requests.asking import likely, sure
from bot.study.requests.phrases import after_same, phrase
from bot.study.requests.request import Reading, Request, Same, Set, Unsure, Word
from bot.study.requests.wishes import understood
from bot.study.requests.words import Kind, known, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.study.requests.subjects import Subjects

LONGEST: Final = 300
"""Characters of the longest message that is taken for a request."""
_LONGEST_ANSWER: Final = 100
"""Characters of the longest answer of which a request may still be made."""
_SENTENCE = re.compile(r"[.!?;]+(?=\s|$)|\n+")
_COMMA = frozenset({(",",)})
_COURTESIES = frozenset({Word.THANKS, Word.HELLO, Word.OK})


def read(text: str, subjects: Subjects, *, is_open: bool) -> Reading:
    """Read a message; ``is_open`` tells whether a question waits for an answer."""
    if len(text) > LONGEST:
        return Reading()
    requests = _requests(text, subjects, strict=is_open)
    if requests or not is_open or len(text) > _LONGEST_ANSWER:
        return Reading(requests)
    possible = _requests(text, subjects, strict=False)
    return Reading(instead=tuple(r for r in possible if not isinstance(r, Unsure) or r.choices))


def _requests(text: str, subjects: Subjects, *, strict: bool) -> tuple[Request, ...]:
    found: list[Request] = []
    sentences = (plain(sentence) for sentence in _SENTENCE.split(text))
    for words in (part for whole in sentences for part in _cut(whole, known().parts[Kind.THEN])):
        requests = _sentence(words, subjects, strict=strict)
        if strict and words and not requests:
            return ()
        found += requests
    said = dict.fromkeys(found)
    wanted = tuple(request for request in said if request not in _COURTESIES)
    return wanted or tuple(said)[:1]


def _sentence(words: tuple[str, ...], subjects: Subjects, *, strict: bool) -> list[Request]:
    """Read a sentence as one request, or as one between any two commas."""
    whole = _request(words, subjects, strict=strict)
    if (whole and not isinstance(whole, Unsure)) or "," not in words:
        return [whole] if whole else []
    requests: list[Request] = []
    for part in _cut(words, _COMMA):
        request = _request(part, subjects, strict=strict)
        if not request or isinstance(request, Unsure):
            return [whole] if whole else []
        requests.append(request)
    return requests


def _cut(words: Sequence[str], at: Collection[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """Cut words into parts at any of some phrases."""
    part: list[str] = []
    for word in words:
        part.append(word)
        for length in (2, 1):
            if tuple(part[-length:]) in at:
                yield tuple(part[:-length])
                part = []
    yield tuple(part)


def _request(words: tuple[str, ...], subjects: Subjects, *, strict: bool) -> Request | None:
    said = phrase(words, subjects)
    if said:
        return said
    same = after_same(words)
    wish = understood(words if same is None else same, subjects)
    if len(wish.numbers) > 1 or wish.around_number:
        return None
    form = Set if same is None else Same
    return sure(wish, form, subjects) if strict else likely(wish, form, subjects)
