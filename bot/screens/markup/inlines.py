"""What stands within a line of Markdown, as styled text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.screens.markup.dialect import parser
from bot.screens.markup.runs import Look, Runs
from bot.screens.screen import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from markdown_it.token import Token

    from bot.screens.screen import Styled

_LOOKS = {
    "strong": Look(Style.BOLD),
    "em": Look(Style.ITALIC),
    "s": Look(Style.STRIKETHROUGH),
}
_LINKED = re.compile(r"https?://(?:[^/?#\s]+\.[^/?#\s]|\[[0-9a-f:.]+\])|tg:", re.IGNORECASE)
"""Addresses that Telegram links to: others, also of hosts without a dot, it drops in silence."""

_LONGEST_LINKED = 2000
_LONGEST_SHOWN = 500


def inlines(token: Token, *, newline: str = "\n", look: Look | None = None) -> Styled:
    """Turn an inline token into text; ``newline`` stands for a hard break, ``look`` for all."""
    writer = _Writer(newline)
    if look:
        writer.runs.begin(look)
    writer.write_all(token.children or ())
    return writer.runs.styled()


class _Writer:
    """Writes inline tokens one after another."""

    def __init__(self, newline: str) -> None:
        self.runs = Runs()
        self._newline = newline
        self._links: list[tuple[Token, int]] = []
        self._rules: dict[str, Callable[[Token], None]] = {
            "code_inline": lambda token: self.runs.code(token.content),
            "softbreak": lambda _token: self.runs.write(" "),
            "hardbreak": lambda _token: self.runs.write(self._newline),
            "link_open": self._begin_link,
            "link_close": self._end_link,
            "image": self._image,
        }

    def write_all(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            self._rules.get(token.type, self._text)(token)

    def _text(self, token: Token) -> None:
        """Write what has no rule: text, and the ends of styles."""
        look = _LOOKS.get(token.tag)
        if look and token.nesting > 0:
            self.runs.begin(look)
        elif look and token.nesting < 0:
            self.runs.end(look)
        else:
            self.runs.write(token.content)

    def _begin_link(self, token: Token) -> None:
        address = str(token.attrs["href"])
        self._links.append((token, self.runs.mark()))
        if _is_linked(address):
            self.runs.begin(Look(Style.LINK, address))

    def _end_link(self, _token: Token) -> None:
        token, mark = self._links.pop()
        address = str(token.attrs["href"])
        text = self.runs.since(mark)
        if not text.strip():
            self.runs.write(_readable(address))
        aside = [str(token.attrs.get("title", ""))]
        if _is_linked(address):
            self.runs.end(Look(Style.LINK, address))
        elif text.strip() and not address.startswith("#") and text not in _names(address):
            aside.insert(0, _readable(address))
        self._add_aside(aside)

    def _image(self, token: Token) -> None:
        mark = self.runs.mark()
        self.write_all(token.children or ())
        address = _readable(str(token.attrs["src"]))
        title = str(token.attrs.get("title", ""))
        if not self.runs.since(mark).strip():
            self.runs.write(address)
            address = ""
        self._add_aside([address, title])

    def _add_aside(self, texts: Iterable[str]) -> None:
        """Add in parentheses what a browser would not show, but an author has written."""
        aside = ", ".join(filter(None, texts))
        if aside:
            self.runs.write(f" ({aside})")


def _is_linked(address: str) -> bool:
    return len(address) <= _LONGEST_LINKED and bool(_LINKED.match(address))


def _names(address: str) -> set[str]:
    """Return the texts that show an address as well as itself does."""
    readable = _readable(address)
    return {address, readable, readable.removeprefix("mailto:")}


def _readable(address: str) -> str:
    text = parser().normalizeLinkText(address)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
