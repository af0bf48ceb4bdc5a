"""A whole message -> what it asks for, or nothing: then it is an answer.

While a question is open only what is surely a request is one: every sentence of it is a known
phrase, or a wish of nothing but subjects, levels and a number or an asking word. Otherwise a bare
topic is enough, and what is not sure is asked about.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from bot.study.requests.asking import likely, sure
from bot.study.requests.phrases import after_same, mock_round, phrase
from bot.study.requests.request import Pace, Reading, Request, Same, Set, Unsure, Word
from bot.study.requests.wishes import understood
from bot.study.requests.words import Kind, known, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.study.requests.request import Subject
    from bot.study.requests.subjects import Subjects

LONGEST: Final = 300
"""Characters of the longest message that is taken for a request."""
_LONGEST_ANSWER: Final = 100
"""Characters of the longest answer of which a request may still be made."""
_LONGEST_PACE: Final = 5
"""Words of the longest phrase about the pace that may stand in a request for a set."""
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
    return Reading(instead=tuple(request for request in possible if _is_worth_a_tap(request)))


def _is_worth_a_tap(request: Request) -> bool:
    return not isinstance(request, Unsure) or request.demands or bool(request.choices)


def named_in(text: str, subjects: Subjects) -> tuple[Subject, ...]:
    """Name what is surely meant by the words of a text that says what something is about."""
    requests = _requests(text, subjects, strict=False)
    sets = (request for request in requests if isinstance(request, Set))
    return tuple(dict.fromkeys(subject for each in sets for subject in each.subjects))


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
    if whole and not isinstance(whole, Unsure):
        return [whole]
    paced = _paced(words, subjects, strict=strict)
    parts = tuple(_cut(_with_commas(words), _COMMA))
    if paced or len(parts) == 1:
        return paced or ([whole] if whole else [])
    requests: list[Request] = []
    for part in parts:
        request = _request(part, subjects, strict=strict)
        if not request or isinstance(request, Unsure):
            return [whole] if whole else []
        requests.append(request)
    return requests


def _paced(words: tuple[str, ...], subjects: Subjects, *, strict: bool) -> list[Request]:
    """Read "20 python questions, one by one": a set, and how its questions are to come.

    The pace is done first, so that the question is what is said last; answers shown with the
    questions come after it, else the question before it would be revealed.
    """
    for length in range(min(len(words) - 1, _LONGEST_PACE), 0, -1):
        for at in range(len(words) - length, -1, -1):
            pace = known().phrases.get(words[at : at + length])
            if not isinstance(pace, Pace) or (length == 1 and at + length < len(words)):
                continue
            rest = _trimmed(words[:at] + words[at + length :])
            wish = _request(rest, subjects, strict=strict)
            is_set = isinstance(wish, Set | Same)
            found = [wish] if wish and is_set else _paced(rest, subjects, strict=strict)
            if found:
                return [*found, pace] if pace is Pace.WITH_ANSWERS else [pace, *found]
    return []


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    """Take commas off the ends that other words have left behind."""
    commas = {word for (word,) in _COMMA}
    said = [n for n, word in enumerate(words) if word not in commas]
    return words[said[0] : said[-1] + 1] if said else ()


def _with_commas(words: Sequence[str]) -> Iterable[str]:
    """Put a comma in the place of "and" where a number follows: "3 redis and 2 docker"."""
    joining = known().parts[Kind.AND]
    for word, below in zip_longest(words, words[1:], fillvalue=""):
        yield "," if (word,) in joining and below.isdigit() else word


def _cut(words: Iterable[str], at: Collection[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
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
    idle = None if strict else known().idle.get(words)
    said = idle or phrase(words, subjects) or mock_round(words, strict=strict)
    if said:
        return said
    same = after_same(words)
    wish = understood(words if same is None else same, subjects)
    if len(wish.numbers) > 1 or wish.around_number:
        return None
    form = Set if same is None else Same
    return sure(wish, form, subjects) if strict else likely(wish, form, subjects)
