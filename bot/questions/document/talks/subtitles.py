"""Subtitles with names: who speaks is told in the first words of a cue."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from bot.questions.document.lines import Kind, Page
from bot.questions.document.talks.headers import Header

_NAMED = re.compile(
    r"[ \t]*(?:<v(?:\.[\w.]+)?[ ](?P<voice>[^<>]{1,40})>[ ]*(?P<heard>\S.*)"
    r"|(?P<name>[^\W\d_][^:?!,;|`#*<>\[\]]{0,40}):[ ]+(?P<said>\S.*))"
)
_VOICE_ENDS: Final = "</v>"
_FEWEST: Final = 2
_MOSTLY: Final = 2


def spoken_in_cues(page: Page) -> tuple[Page, list[tuple[int, Header]]]:
    """Find the cues that begin with a name, if most do, and take the ends of voices off."""
    cues = [n for n, kind in enumerate(page.kinds) if kind is Kind.CHAT and "-->" in page.lines[n]]
    heads = [(n + 1, found) for n in cues if (found := _header(page, n + 1))]
    counts = Counter(found.speaker for _, found in heads)
    if _MOSTLY * len(heads) < len(cues) or sum(n >= _FEWEST for n in counts.values()) < _FEWEST:
        return page, []
    lines = tuple(line.removesuffix(_VOICE_ENDS) for line in page.lines)
    return replace(page, lines=lines), heads


def is_within_cues(page: Page, first: int) -> bool:
    """Tell a turn whose first line is the first of a cue: its lines end where a screen did."""
    above = first - 1
    return above >= 0 and page.kinds[above] is Kind.CHAT and "-->" in page.lines[above]


def _header(page: Page, number: int) -> Header | None:
    named = number < len(page) and page.kinds[number] is Kind.WORDS
    match = _NAMED.fullmatch(page.lines[number]) if named else None
    if match is None:
        return None
    said = match["heard"] or match["said"]
    return Header((match["voice"] or match["name"]).strip(), said.removesuffix(_VOICE_ENDS))
