"""The parts of one wish: its number, levels, subjects, and whether it asks at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.questions.model import Level
from bot.study.requests.matching import named
from bot.study.requests.words import JOINTS, Kind, known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.study.requests.subjects import Subjects

_LONGEST: Final = 7
"""Words of the longest name or phrase that is looked for."""
_DIGITS = re.compile(r"x?(\d{1,3}(?:[.,]\d{3})+|\d{1,9})[xq]?")
_HUNDRED: Final = 100
_TEN: Final = 10
_MISTYPED: Final = 5
_TYPED: Final = 0.75
_LEVELS = {Kind.JUNIOR: Level.JUNIOR, Kind.MIDDLE: Level.MIDDLE, Kind.SENIOR: Level.SENIOR}
_GRAMMAR = (
    Kind.QUESTIONS,
    *_LEVELS,
    Kind.ASKING,
    Kind.WISHING,
    Kind.UP,
    Kind.AND,
    Kind.AGAIN,
    Kind.POLITE,
    Kind.SMALL,
    Kind.CHAT,
)
_CHAT = frozenset({Kind.CHAT})
_INSIDE = frozenset({Kind.SMALL, Kind.CHAT})
"""What may stand inside the words of a subject, and is cut off at their ends."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a wish and what they may be; the number if they are one."""

    kinds: frozenset[Kind]
    words: tuple[str, ...]
    number: int = 0


@dataclass(slots=True)
class Wish:
    """What one wish says; a region is the words of one subject, small ones inside included."""

    parts: list[Part] = field(default_factory=list)
    regions: list[list[Part]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    levels: tuple[Level, ...] = ()
    kinds: set[Kind] = field(default_factory=set)
    begins_or_ends_with_number: bool = False
    around_number: bool = False
    """Subjects stand on both sides of the number."""


def understood(words: tuple[str, ...], subjects: Subjects) -> Wish:
    """Take a wish apart."""
    parts = _counted(_parts(words, subjects))
    wish = Wish(parts, levels=_levels(parts))
    open_region: list[Part] = []
    sides = []
    for part in (*parts, Part(frozenset({Kind.AND}), ())):
        wish.kinds |= part.kinds
        if part.kinds & {Kind.NAME, Kind.OTHER} or (open_region and part.kinds & _INSIDE):
            open_region.append(part)
            continue
        while open_region and open_region[-1].kinds & _INSIDE:
            open_region.pop()
        if open_region:
            wish.regions.append(open_region)
            sides.append(len(wish.numbers))
            open_region = []
        if Kind.NUMBER in part.kinds:
            wish.numbers.append(part.number)
    wish.around_number = len(set(sides)) > 1
    said = [part for part in parts if Kind.POLITE not in part.kinds]
    wish.begins_or_ends_with_number = any(Kind.NUMBER in p.kinds for p in (*said[:1], *said[-1:]))
    return wish


def _parts(words: tuple[str, ...], subjects: Subjects) -> list[Part]:
    parts = []
    at = 0
    while at < len(words):
        part = _part(words[at : at + _LONGEST], subjects)
        parts.append(part)
        at += len(part.words)
    return parts


def _part(words: tuple[str, ...], subjects: Subjects) -> Part:
    """Take the longest beginning that means something; grammar before a name of equal length."""
    for length in range(len(words), 0, -1):
        beginning = words[:length]
        number = _number(beginning)
        if number is not None:
            return Part(frozenset({Kind.NUMBER}), beginning, number)
        kinds = _kinds(beginning)
        if kinds and not (kinds == _CHAT and length == 1 and named(beginning, subjects).ids):
            return Part(kinds, beginning)
        if not JOINTS & {beginning[0], beginning[-1]} and named(beginning, subjects).ids:
            return Part(frozenset({Kind.NAME}), beginning)
    return Part(_mended(words[0], subjects), words[:1])


def _number(words: tuple[str, ...]) -> int | None:
    digits = _DIGITS.fullmatch(words[0]) if len(words) == 1 else None
    return int(re.sub(r"[.,]", "", digits[1])) if digits else known().numbers.get(words)


def _kinds(words: tuple[str, ...]) -> frozenset[Kind]:
    if words[0] in JOINTS:
        return frozenset({Kind.AND}) if len(words) == 1 else frozenset()
    if len(words) == 1 and words[0].endswith("+"):
        level = _kinds((words[0].rstrip("+"),)) & _LEVELS.keys()
        return level | {Kind.UP} if level else level
    return frozenset(kind for kind in _GRAMMAR if words in known().parts[kind])


def _mended(word: str, subjects: Subjects) -> frozenset[Kind]:
    """See a level or the word "questions" through a typing error."""
    if len(word) >= _MISTYPED and word not in subjects.vocabulary:
        heads = _long_words()
        close = process.extractOne(
            word, heads.keys(), scorer=OSA.normalized_similarity, score_cutoff=_TYPED
        )
        if close:
            return frozenset({heads[close[0]]})
    return frozenset({Kind.OTHER})


@cache
def _long_words() -> Mapping[str, Kind]:
    return {
        phrase[0]: kind
        for kind in (Kind.QUESTIONS, *_LEVELS)
        for phrase in known().parts[kind]
        if len(phrase[0]) >= _MISTYPED
    }


def _counted(parts: list[Part]) -> list[Part]:
    """Make one number of "twenty five", "one hundred", "treinta y cinco"."""
    counted: list[Part] = []
    for part in parts:
        before = counted[-1] if counted else None
        joint = None
        if before and Kind.AND in before.kinds and len(counted) > 1 and Kind.NUMBER in part.kinds:
            joint, before = before, counted[-2]
        if before and Kind.NUMBER in part.kinds & before.kinds:
            number = _together(before, part)
            if number is not None:
                del counted[-2 if joint else -1 :]
                part = Part(part.kinds, before.words + part.words, number)  # noqa: PLW2901
        counted.append(part)
    return counted


def _together(first: Part, second: Part) -> int | None:
    if not all(word.isalpha() for word in first.words + second.words):
        return None
    if second.number >= _HUNDRED and first.number < second.number:
        return first.number * second.number
    if first.number % _HUNDRED == 0 and second.number < _HUNDRED and first.number:
        return first.number + second.number
    if first.number > _TEN and first.number % _TEN == 0 and 0 < second.number < _TEN:
        return first.number + second.number
    return None


def _levels(parts: list[Part]) -> tuple[Level, ...]:
    """Read "junior to middle" and "junior-middle" as a range, "junior and senior" as these two."""
    said = [
        (i, _LEVELS[kind]) for i, part in enumerate(parts) for kind in part.kinds & _LEVELS.keys()
    ]
    order = list(Level)
    taken = {level for _, level in said}
    if len(said) == 1 and any(Kind.UP in part.kinds for part in parts):
        taken |= set(order[order.index(said[0][1]) :])
    for (i, one), (j, other) in pairwise(said):
        if not any(Kind.AND in part.kinds for part in parts[i:j]):
            low, high = sorted((order.index(one), order.index(other)))
            taken |= set(order[low : high + 1])
    return tuple(level for level in order if level in taken)
