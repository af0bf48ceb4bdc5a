"""Texts of a person's document, as short and plain as a list of them needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens import markup, wording
from bot.screens.markup.characters import harmless
from bot.screens.screen import Style, Styled

if TYPE_CHECKING:
    from collections.abc import Sequence

_READ = 4
"""Characters of Markdown that are read for each one shown: marks and links take room."""

_NAME = 60
_EMPTY = "(nothing to be seen)"


def excerpt(markdown: str, most: int) -> str:
    """Return the beginning of a Markdown text on one line, as text without marks."""
    whole = markup.styled(markdown[: most * _READ]).text
    return wording.shortened(" ".join(whole.split()), most) or _EMPTY


def plain(text: str, most: int = _NAME) -> str:
    """Return a name or a sentence that is no Markdown on one line, without harmful characters."""
    return wording.shortened(" ".join(harmless(text).split()), most) or _EMPTY


def title(text: str) -> Styled:
    """Put a name in bold."""
    return Styled.of(plain(text), Style.BOLD)


def some(texts: Sequence[str], at_most: int) -> str:
    """List a few texts, and count the others: ``a, b and 3 more``."""
    shown = ", ".join(texts[:at_most])
    return f"{shown} and {len(texts) - at_most} more" if len(texts) > at_most else shown
