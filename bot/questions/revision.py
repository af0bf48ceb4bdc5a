"""A newer version of a document: which of its questions are known, and what became of the others.

Questions are paired by heading and wording, then by wording, then by likeness, each used once.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.questions import rewording

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence

    from bot.questions.document import Found, Reading

REWORDED: Final = 45.0
"""Percent of characters that a question has in common with what it was, if its answer stayed."""

TELLING: Final = 40
"""Characters of an answer that hardly two questions share."""

_EMPHASIS = re.compile(r"[*_`]+")


@dataclass(frozen=True, slots=True)
class Kept:
    """A question as it is stored now, under its owner's key.

    ``dropped`` when its owner does not want to be asked.
    """

    key: int
    question: str
    answer: str | None
    topic: str | None
    dropped: bool = False


class Fate(enum.Enum):
    """What became of a question between two versions of a document."""

    SAME = enum.auto()
    MOVED = enum.auto()
    """The same words and answer under another heading."""
    CHANGED = enum.auto()
    """Another wording or another answer."""
    ADDED = enum.auto()
    """New, or back after an earlier version had left it out: then it has its key again."""
    DROPPED = enum.auto()
    """Known, and not wanted by its owner, whatever else became of it."""


@dataclass(frozen=True, slots=True)
class Match:
    """A question of the newer version, and the stored one that it is, if there is one."""

    found: Found
    fate: Fate
    before: Kept | None

    @property
    def key(self) -> int | None:
        """Return the key of the stored question."""
        return self.before.key if self.before else None

    @property
    def answer_changed(self) -> bool:
        """Tell whether a stored question has another answer now, or none any more."""
        return self.before is not None and not _is_same(self.before.answer, self.found.answer)

    @property
    def reworded(self) -> bool:
        """Tell whether a stored question is put in other words now."""
        return self.before is not None and not _is_same(self.before.question, self.found.question)


@dataclass(frozen=True, slots=True)
class Revision:
    """The newer version in its order, and what is no longer in it."""

    matches: tuple[Match, ...]
    removed: tuple[Kept, ...]

    def count(self, fate: Fate) -> int:
        """Tell how many questions of the newer version met a fate."""
        return sum(match.fate is fate for match in self.matches)

    @property
    def missed(self) -> tuple[Kept, ...]:
        """Return what is no longer in it and could be asked so far."""
        return tuple(one for one in self.removed if not one.dropped)


def compare(kept: Sequence[Kept], reading: Reading, gone: Sequence[Kept] = ()) -> Revision:
    """Find every question of a newer version among the stored ones, each used once.

    ``gone`` are those that earlier versions had left out: they may come back, and cannot be
    removed once more.
    """
    pairs = _Pairs(reading.questions)
    removed = pairs.pair(kept)
    pairs.pair(gone)
    back = {one.key for one in gone}
    befores = [pairs.found.get(place) for place in range(len(reading.questions))]
    matches = tuple(
        Match(found, _fate(found, before, back), before)
        for found, before in zip(reading.questions, befores, strict=True)
    )
    return Revision(matches, tuple(removed))


def is_newer_version(kept: Sequence[Kept], reading: Reading) -> bool:
    """Tell whether a document has at least half of the stored questions, word for word."""
    stored = {_wording(one) for one in kept}
    asked = {_wording(found) for found in reading.questions}
    return bool(stored) and 2 * len(stored & asked) >= len(stored)


class _Pairs:
    """Stored and found questions that are still without a partner, and the pairs made so far."""

    def __init__(self, found: Iterable[Found]) -> None:
        self.found: dict[int, Kept] = {}
        self._open = dict(enumerate(found))
        self._kept: list[Kept] = []

    def pair(self, kept: Iterable[Kept]) -> list[Kept]:
        """Pair what has no partner with stored questions; return those of them that remain."""
        self._kept = list(kept)
        self._pair_by(lambda one: (_heading(one), _sign_by_sign(one)))
        self._pair_by(lambda one: (_heading(one), _wording(one), _answer(one)))
        self._pair_by(lambda one: (_heading(one), _wording(one)))
        self._pair_by(lambda one: (_wording(one), _answer(one)))
        self._pair_by(_wording)
        self._pair_alike()
        return self._kept

    def _pair_by(self, trait: Callable[[Kept | Found], Hashable]) -> None:
        """Pair those that share a trait, in their order."""
        sharing = defaultdict[object, list[Kept]](list)
        for one in reversed(self._kept):
            sharing[trait(one)].append(one)
        for place, found in list(self._open.items()):
            partners = sharing.get(trait(found))
            if partners:
                self._join(place, partners.pop())
        self._tidy()

    def _pair_alike(self) -> None:
        """Pair what was reworded, the most alike first."""
        by_key = {one.key: one for one in self._kept}
        for _, place, key in sorted(self._alike()):
            if place in self._open and key in by_key:
                self._join(place, by_key.pop(key))
        self._tidy()

    def _join(self, place: int, one: Kept) -> None:
        self.found[place] = one
        del self._open[place]

    def _tidy(self) -> None:
        taken = {one.key for one in self.found.values()}
        self._kept = [one for one in self._kept if one.key not in taken]

    def _alike(self) -> Iterator[tuple[float, int, int]]:
        """Weigh pairs: how unlike they are, place, key; an unchanged answer comes first."""
        wordings = {one.key: _wording(one) for one in self._kept}
        answers = Counter(_answer(one) for one in self._kept)
        by_answer = {_answer(one): one.key for one in self._kept if answers[_answer(one)] == 1}
        stored = rewording.Wordings(wordings)
        for place, found in self._open.items():
            wording, answer = _wording(found), _answer(found)
            if len(answer) >= TELLING and answer in by_answer:
                likeness = rewording.similarity(wording, wordings[by_answer[answer]])
                if likeness >= REWORDED:
                    yield -100 - likeness, place, by_answer[answer]
            for likeness, key in stored.alike(wording):
                yield -likeness, place, key


def _fate(found: Found, before: Kept | None, back: Collection[int]) -> Fate:
    if before is not None and before.dropped:
        return Fate.DROPPED
    if before is None or before.key in back:
        return Fate.ADDED
    if not (_is_same(before.question, found.question) and _is_same(before.answer, found.answer)):
        return Fate.CHANGED
    return Fate.SAME if _heading(before) == _heading(found) else Fate.MOVED


def _is_same(first: str | None, second: str | None) -> bool:
    return _trimmed(first) == _trimmed(second)


def _trimmed(text: str | None) -> list[str]:
    """Return the lines of a text without the spaces at their ends."""
    return [line.rstrip() for line in (text or "").strip().splitlines()]


def _sign_by_sign(one: Kept | Found) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return question and answer as they stand: where some differ in signs only, each is itself."""
    return tuple(_trimmed(one.question)), tuple(_trimmed(one.answer))


def _wording(one: Kept | Found) -> str:
    """Return a question without case, emphasis and the signs at its end."""
    return _plain(one.question)


def _answer(one: Kept | Found) -> str:
    return _plain(one.answer or "")


def _heading(one: Kept | Found) -> str:
    return _plain(one.topic or "")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFC", _EMPHASIS.sub("", text).casefold())
    return " ".join(folded.split()).rstrip(" ?!.:…\uff1f\u3002") or text
