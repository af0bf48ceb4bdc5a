"""Chats and transcripts: who said which lines, and who of them does the asking."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from bot.questions.document.asking import Asking, asking
from bot.questions.document.headers import header, stamp_alone
from bot.questions.document.lines import Kind, Page
from bot.questions.document.spoken import question_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEWEST: Final = 2
_SEVERAL: Final = 4
_TWO: Final = 2
_SPOKEN: Final = 12
_OFTEN: Final = 0.4
_NOTICES = re.compile(
    r"Transcript Unavailable|Memory updated|Sources|<Media omitted>|[A-Z][A-Z0-9 .&-]{3,40}"
)
_ADDED = re.compile(r"\{[A-Z][a-z]+\}|\[(?:Reactions|Attachments?|Sticker|Photo|Voice message)\]")
_LAST_WORDS: Final = "Sources"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at one go: the lines from ``first`` up to ``end``."""

    speaker: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns of a page, and who asks in it; nobody does if it only carries documents."""

    turns: tuple[Turn, ...] = ()
    asker: str | None = None

    def asked(self) -> tuple[Turn, ...]:
        """Return the turns of the one who asks."""
        return tuple(turn for turn in self.turns if turn.speaker == self.asker)


def talk_of(page: Page) -> tuple[Page, Talk]:
    """Find the turns of a page, and take what only says who speaks out of its lines."""
    heads = [
        (number, found)
        for number, kind in enumerate(page.kinds)
        if kind is Kind.WORDS and (found := header(page.lines[number]))
    ]
    counts = Counter(found.speaker for _, found in heads)
    if len(heads) < _FEWEST or max(counts.values()) < _FEWEST:
        return page, Talk()
    lines, kinds = list(page.lines), list(page.kinds)
    turns = []
    for (number, found), end in zip(heads, [n for n, _ in heads[1:]] + [len(page)], strict=True):
        if found.rest:
            lines[number] = found.rest
        else:
            kinds[number] = Kind.CHAT
        turns.append(Turn(found.speaker, number, end))
    for turn in turns:
        _mark_notices(turn, lines, kinds)
    _mark_stamps(heads[0][0], lines, kinds)
    clean = Page(tuple(lines), tuple(kinds))
    turns = _with_opening(clean, turns)
    asker = _asker(clean, turns)
    if asker is None:
        asker, turns = _swapped(clean, turns)
    return clean, Talk(tuple(turns), asker)


def _with_opening(page: Page, turns: list[Turn]) -> list[Turn]:
    """Give what stands before the first header to the other of two speakers."""
    speakers = list(dict.fromkeys(turn.speaker for turn in turns))
    spoken = any(kind is Kind.WORDS for kind in page.kinds[: turns[0].first])
    if len(speakers) != _TWO or not spoken or turns[0].first > _SPOKEN:
        return turns
    other = speakers[1] if turns[0].speaker == speakers[0] else speakers[0]
    return [Turn(other, 0, turns[0].first), *turns]


def _mark_notices(turn: Turn, lines: Sequence[str], kinds: list[Kind]) -> None:
    """Mark the speaker's name repeated below a header, and lists of sources at the end."""
    words = [n for n in range(turn.first, turn.end) if kinds[n] is Kind.WORDS]
    for number in words[:2]:
        if lines[number].strip() in {turn.speaker, "Memory updated", "Transcript Unavailable"}:
            kinds[number] = Kind.CHAT
    _mark_attachments(words, lines, kinds)
    tail = [n for n in words if not stamp_alone(lines[n])]
    if tail and lines[tail[-1]].strip() == _LAST_WORDS:
        while tail and _NOTICES.fullmatch(lines[tail[-1]].strip()):
            kinds[tail.pop()] = Kind.CHAT


def _mark_attachments(words: list[int], lines: Sequence[str], kinds: list[Kind]) -> None:
    """Mark what an export adds below what was said: ``{Reactions}`` and the lines under it."""
    first = next((n for n in words if _ADDED.fullmatch(lines[n].strip())), None)
    if first is not None:
        for number in words[words.index(first) :]:
            kinds[number] = Kind.CHAT
        del words[words.index(first) :]


def _mark_stamps(first: int, lines: Sequence[str], kinds: list[Kind]) -> None:
    for number, line in enumerate(lines):
        if (kinds[number] is Kind.WORDS and stamp_alone(line)) or (
            number > first
            and kinds[number] is Kind.WORDS
            and line.strip() == "Transcript Unavailable"
        ):
            kinds[number] = Kind.CHAT


def _asker(page: Page, turns: Sequence[Turn]) -> str | None:
    """Return the speaker whose turns are short and ask, if somebody else's are not."""
    asked: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    for turn in turns:
        spoken[turn.speaker] += 1
        said = spoken_words(page, turn)
        asked[turn.speaker] += _asks(page, turn)
        marked[turn.speaker] += _marks(said)
    if len(spoken) < _TWO:
        return None
    ranked = sorted(spoken, key=lambda speaker: (-asked[speaker], spoken[speaker]))
    first, second = ranked[0], ranked[1]
    surely = marked[first] >= _FEWEST or asked[first] >= _SEVERAL
    enough = surely and asked[first] >= _OFTEN * spoken[first]
    return first if enough and asked[first] > 2 * asked[second] else None


def _asks(page: Page, turn: Turn) -> bool:
    asks = asking(spoken_words(page, turn)) is not Asking.NO
    return asks or bool(question_in(spoken_lines(page, turn)))


def _marks(said: str) -> bool:
    return "?" in said or "？" in said


def _swapped(page: Page, turns: list[Turn]) -> tuple[str | None, list[Turn]]:
    """Find where two who practise swap, and call who asks after that as who asks before it."""
    spoken = Counter(turn.speaker for turn in turns)
    if len(spoken) < _TWO:
        return None, turns
    (first, _), (second, _) = spoken.most_common(_TWO)
    side = {first: 1, second: -1}
    signs = [
        side.get(turn.speaker, 0) * (_asks(page, turn) + _marks(spoken_words(page, turn)))
        for turn in turns
    ]
    sums = list(accumulate(signs))
    swap = max(reversed(range(len(turns))), key=lambda n: abs(2 * sums[n] - sums[-1])) + 1
    asker, other = _asker(page, turns[:swap]), _asker(page, turns[swap:])
    if {asker, other} != {first, second}:
        return None, turns
    names = {first: second, second: first}
    after = [replace(t, speaker=names.get(t.speaker, t.speaker)) for t in turns[swap:]]
    return asker, [*turns[:swap], *after]


def spoken_lines(page: Page, turn: Turn) -> list[str]:
    """Return the lines of a turn; a long or structured one is a document, and none."""
    numbers = [n for n in range(turn.first, turn.end) if page.kinds[n] is Kind.WORDS]
    if len(numbers) > _SPOKEN:
        return []
    return [" ".join(page.lines[n].split()) for n in numbers]


def spoken_words(page: Page, turn: Turn) -> str:
    """Return a turn as running words."""
    return " ".join(spoken_lines(page, turn)).strip('“”"« »')


def without(talk: Talk, page: Page) -> Page:
    """Return the page without what the asker says, which is read on its own."""
    kinds = list(page.kinds)
    for turn in talk.asked():
        for number in range(turn.first, turn.end):
            if kinds[number] is Kind.WORDS:
                kinds[number] = Kind.CHAT
    return replace(page, kinds=tuple(kinds))
