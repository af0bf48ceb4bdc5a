"""Chats and transcripts: who said which lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.questions.document import words
from bot.questions.document.lines import Kind, Page
from bot.questions.document.talks.headers import header, stamp_alone
from bot.questions.document.talks.subtitles import is_within_cues, spoken_in_cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.talks.headers import Header

_FEWEST: Final = 2
_TWO: Final = 2
_SPOKEN: Final = 12
_NOTICES = re.compile(
    r"Transcript Unavailable|Memory updated|Sources|<Media omitted>|[A-Z][A-Z0-9 .&-]{3,40}"
)
_ADDED = re.compile(r"\{[A-Z][a-z]+\}|\[(?:Reactions|Attachments?|Sticker|Photo|Voice message)\]")
_TAGS = re.compile(r"[ \t]*(?:#[^\W\d_]\w{0,40}[ \t]*)+")
_THOUGHT = re.compile(r"(?:Thought|Reasoned|Thinking|Searched|Analyzed)\b[^.?!]{0,40}")
_LAST_WORDS: Final = "Sources"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at one go: the lines from ``first`` up to ``end``."""

    speaker: str
    first: int
    end: int


def turns_of(page: Page) -> tuple[Page, list[Turn]]:
    """Find the turns of a page, and take what only says who speaks out of its lines."""
    heads: list[tuple[int, Header]] = []
    if Kind.CHAT in page.kinds:
        page, heads = spoken_in_cues(page)
    heads = heads or _heads(page)
    counts = Counter(found.speaker for _, found in heads)
    if len(heads) < _FEWEST or max(counts.values()) < _FEWEST:
        return page, []
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
    return clean, _with_opening(clean, turns)


def _heads(page: Page) -> list[tuple[int, Header]]:
    """Return the lines in which turns begin; doubtful ones only where two take turns in them."""
    heads = [
        (number, found)
        for number, kind in enumerate(page.kinds)
        if kind is Kind.WORDS and (found := header(page.lines[number]))
    ]
    if all(found.sure for _, found in heads):
        return heads
    names = Counter(found.speaker.casefold() for _, found in heads)
    machines = sum(n for name, n in names.items() if name in words.MACHINES)
    persons = sum(n for name, n in names.items() if name in words.PERSONS)
    two = len(names) == _TWO and min(names.values()) >= _FEWEST
    if two or min(machines, persons) >= _FEWEST:
        return heads
    return [(number, found) for number, found in heads if found.sure]


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
    said = [n for n in range(turn.first, turn.end) if kinds[n] is Kind.WORDS]
    for number in said[:2]:
        if _is_a_notice(lines[number].strip(), turn.speaker):
            kinds[number] = Kind.CHAT
    if said and _TAGS.fullmatch(lines[said[-1]]):
        kinds[said.pop()] = Kind.CHAT
    _mark_attachments(said, lines, kinds)
    tail = [n for n in said if not stamp_alone(lines[n])]
    if tail and lines[tail[-1]].strip() == _LAST_WORDS:
        while tail and _NOTICES.fullmatch(lines[tail[-1]].strip()):
            kinds[tail.pop()] = Kind.CHAT


def _is_a_notice(line: str, speaker: str) -> bool:
    """Tell what a chat adds above what somebody says: their name, or where it comes from."""
    named = line in {speaker, "Memory updated", "Transcript Unavailable"}
    from_afar = words.FORWARDED.match(line) or words.NOTICES.fullmatch(line)
    return named or bool(from_afar or _THOUGHT.fullmatch(line))


def _mark_attachments(said: list[int], lines: Sequence[str], kinds: list[Kind]) -> None:
    """Mark what an export adds below what was said: ``{Reactions}`` and the lines under it."""
    first = next((n for n in said if _ADDED.fullmatch(lines[n].strip())), None)
    if first is not None:
        for number in said[said.index(first) :]:
            kinds[number] = Kind.CHAT
        del said[said.index(first) :]


def _mark_stamps(first: int, lines: Sequence[str], kinds: list[Kind]) -> None:
    for number, line in enumerate(lines):
        if (kinds[number] is Kind.WORDS and stamp_alone(line)) or (
            number > first
            and kinds[number] is Kind.WORDS
            and line.strip() == "Transcript Unavailable"
        ):
            kinds[number] = Kind.CHAT


def spoken_lines(page: Page, turn: Turn) -> list[str]:
    """Return the lines of a turn; a long or structured one is a document, and none."""
    numbers = [n for n in range(turn.first, turn.end) if page.kinds[n] is Kind.WORDS]
    if is_within_cues(page, turn.first):
        return [" ".join(" ".join(page.lines[n] for n in numbers).split())]
    if len(numbers) > _SPOKEN:
        return []
    return [" ".join(page.lines[n].split()) for n in numbers]


def spoken_words(page: Page, turn: Turn) -> str:
    """Return a turn as running words."""
    return " ".join(spoken_lines(page, turn)).strip('“”"« »')
