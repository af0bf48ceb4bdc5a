"""What is put before a person: styled text and rows of buttons, free of Telegram's classes."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.screens.actions import Action

MESSAGE_LIMIT = 4096
"""Code points in one message, as Telegram's server counts them."""

CAPTION_LIMIT = 1024
"""Code points under a picture."""

SPAN_LIMIT = 100
"""Formatting entities in one message; Telegram ignores the rest in silence."""

COPY_LIMIT = 256
"""Code points that a button can put on the clipboard."""


class Style(enum.StrEnum):
    """How a stretch of text looks; the values are Telegram's entity types."""

    BOLD = "bold"
    ITALIC = "italic"
    STRIKETHROUGH = "strikethrough"
    SPOILER = "spoiler"
    CODE = "code"
    PRE = "pre"
    LINK = "text_link"
    QUOTE = "blockquote"
    FOLDED = "expandable_blockquote"


@dataclass(frozen=True, slots=True)
class Span:
    """A style over ``text[start:end]``, counted in code points."""

    style: Style
    start: int
    end: int
    detail: str = ""
    """The language of a PRE, the address of a LINK."""

    def moved(self, by: int) -> Span:
        """Return the same style over text that begins ``by`` code points later."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Styled:
    """Text with spans: concatenated and cut like a string, and its styles follow."""

    text: str = ""
    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, text: str, style: Style | None = None, detail: str = "") -> Styled:
        """Style a whole text in one way, or not at all."""
        if style is None or not text:
            return cls(text)
        return cls(text, (Span(style, 0, len(text), detail),))

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: Styled | str) -> Styled:
        if isinstance(other, str):
            return Styled(self.text + other, self.spans)
        moved = tuple(span.moved(len(self.text)) for span in other.spans)
        return Styled(self.text + other.text, self.spans + moved)

    def cut(self, start: int, end: int) -> Styled:
        """Return ``text[start:end]`` with the parts of the spans that lie in it."""
        kept = tuple(
            Span(s.style, max(s.start, start) - start, min(s.end, end) - start, s.detail)
            for s in self.spans
            if s.start < end and s.end > start
        )
        return Styled(self.text[start:end], kept)

    @classmethod
    def join(cls, separator: str, parts: Iterable[Styled]) -> Styled:
        """Join as ``str.join`` does."""
        joined = cls()
        for number, part in enumerate(parts):
            joined = joined + separator + part if number else part
        return joined


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in rows and columns, as apps draw them that know Telegram's rich messages."""

    header: tuple[Styled, ...]
    rows: tuple[tuple[Styled, ...], ...]
    alignments: tuple[str, ...]
    """``left``, ``center`` or ``right`` for each column."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in LaTeX, drawn by the same apps."""

    source: str


Part = Styled | Table | Formula
"""A stretch of a rich message."""


@dataclass(frozen=True, slots=True)
class CopyText:
    """A button that puts text of at most ``COPY_LIMIT`` code points on the clipboard."""

    text: str


@dataclass(frozen=True, slots=True)
class Button:
    """One tap: what it says, and what it asks for."""

    label: str
    action: Action | CopyText


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: its text and the rows of buttons under it."""

    text: Styled
    rows: tuple[tuple[Button, ...], ...] = ()
    parts: tuple[Part, ...] = ()
    """The same text with its tables and formulas as such; empty where it has none."""
    rich: bool = False
    """Whether the parts are sent in place of the text, for an app that was seen to show them."""
