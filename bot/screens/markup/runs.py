"""Text written piece by piece, with the styles that are on while it is written."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from bot.screens.markup.characters import harmless
from bot.screens.screen import Span, Style, Styled


class Look(NamedTuple):
    """A style and its detail: the address of a LINK."""

    style: Style
    detail: str = ""


class Runs:
    """A text in the making: styles are begun and ended, and what is written meanwhile has them.

    Neighbours of one look become one span. Code has no other look, as Telegram allows none.
    """

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._looks: list[frozenset[Look]] = []
        self._on: Counter[Look] = Counter()

    def begin(self, look: Look) -> None:
        """Give a look to what is written from now on."""
        self._on[look] += 1

    def end(self, look: Look) -> None:
        """Take back a look that was begun."""
        self._on[look] -= 1

    def write(self, text: str) -> None:
        """Write text in the looks that are on."""
        self._add(text, frozenset(look for look, times in self._on.items() if times > 0))

    def code(self, text: str) -> None:
        """Write text as code; inside a link it stays a link, as it cannot be both."""
        links = frozenset(look for look in +self._on if look.style is Style.LINK)
        self._add(text, links or frozenset((Look(Style.CODE),)))

    def mark(self) -> int:
        """Return where the text is now, for ``since``."""
        return len(self._texts)

    def since(self, mark: int) -> str:
        """Return what was written after a mark."""
        return "".join(self._texts[mark:])

    def styled(self) -> Styled:
        """Return what was written, without white space around it."""
        text = "".join(self._texts)
        spans = sorted(self._spans(text), key=lambda span: (span.start, -span.end))
        start, end = _trimmed(text, 0, len(text))
        return Styled(text, tuple(spans)).cut(start, end)

    def _add(self, text: str, looks: frozenset[Look]) -> None:
        self._texts.append(harmless(text))
        self._looks.append(looks)

    def _spans(self, text: str) -> list[Span]:
        spans = []
        open_at: dict[Look, int] = {}
        at = 0
        for piece, looks in zip([*self._texts, ""], [*self._looks, frozenset[Look]()], strict=True):
            for look in open_at.keys() - looks:
                start, end = _trimmed(text, open_at.pop(look), at)
                if start < end:
                    spans.append(Span(look.style, start, end, look.detail))
            for look in looks:
                open_at.setdefault(look, at)
            at += len(piece)
        return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave the white space around ``text[start:end]`` out: Telegram trims it, and shifts spans."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
