"""Where a text that is longer than a page may be cut: after lines, sentences, words."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from bot.screens.markup.characters import is_boundary
from bot.screens.screen import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.screens.screen import Styled

_BLANK_LINE = re.compile(r"\n\s*\n")
_LINE_END = re.compile(r"\n")
_WORD_END = re.compile(r"(?<=\S)\s+")
_BLANK = re.compile(r"\s*")
_CLOSING = r"\"'\u201d\u2019\u00bb)\]"
_SENTENCE_END = re.compile(
    rf"[.!?\u2026]+[{_CLOSING}]*(?=\s)"
    r"|[\u0964\u0965\u06d4\u061f\u0589\u1362]+(?=\s)"  # Hindi, Urdu, Arabic, Armenian, Amharic
    r"|[\u3002\uff01\uff1f\uff61\uff0e]+[\u300d\u300f\u201d\u2019\uff09]*"  # Chinese, Japanese
)
_ABBREVIATION = re.compile(
    r"\b(?:[a-z]|e\.g|i\.e|etc|vs|cf|approx|ca|resp|incl|al|fig|eq|sec|no|nos|vol|pp|ch"
    r"|mr|mrs|ms|dr|prof|sr|jr|st|inc|ltd|co|т\.\s?[деп]|см|рис|стр|напр|bzw|z\.\s?b|d\.\s?h|usw)\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 10
_MARKER = re.compile(r"(?:\s*(?:\d+[.)]|[•◦▪☐☑]))*")
"""What may stand before the text of a list item; its full stop ends no sentence."""


class Cuts:
    """The offsets at which one text may be cut."""

    def __init__(self, styled: Styled) -> None:
        self._text = styled.text
        whole = [span for span in styled.spans if span.style in {Style.CODE, Style.LINK}]
        self._starts = [span.start for span in whole]
        self._ends = [span.end for span in whole]

    def stanzas(self, start: int, end: int) -> Iterator[int]:
        """Find the blank lines."""
        return (found.start() for found in _BLANK_LINE.finditer(self._text, start, end))

    def lines(self, start: int, end: int) -> Iterator[int]:
        """Find the ends of lines."""
        return (found.start() for found in _LINE_END.finditer(self._text, start, end))

    def sentences(self, start: int, end: int) -> Iterator[int]:
        """Find the ends of sentences: no abbreviation, no number, nothing within code or a link."""
        marker = _MARKER.match(self._text, start, end)
        begin = marker.end() if marker else start
        for found in _SENTENCE_END.finditer(self._text, begin, end):
            if self._is_free(found.end()) and self._ends_sentence(begin, found.end()):
                yield found.end()

    def words(self, start: int, end: int) -> Iterator[int]:
        """Find the ends of words, but not within code or a link."""
        return (at for at in self.spaces(start, end) if self._is_free(at))

    def spaces(self, start: int, end: int) -> Iterator[int]:
        """Find the ends of all words."""
        for found in _WORD_END.finditer(self._text, start, end):
            if is_boundary(self._text, found.end()):
                yield found.start()

    def _is_free(self, at: int) -> bool:
        before = bisect_left(self._starts, at) - 1
        return before < 0 or self._ends[before] <= at

    def _ends_sentence(self, start: int, at: int) -> bool:
        blank = _BLANK.match(self._text, at)
        after = blank.end() if blank else at
        if self._text[after : after + 1].islower() or not is_boundary(self._text, after):
            return False
        last_words = self._text[max(start, at - _LONGEST_ABBREVIATION) : at]
        return not _ABBREVIATION.search(last_words)
