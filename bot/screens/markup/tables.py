"""Tables: drawn in columns when they fit a phone, else told row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.screens.markup.block import LINE, Block, joined
from bot.screens.markup.characters import width
from bot.screens.markup.inlines import inlines
from bot.screens.markup.runs import Look
from bot.screens.screen import Style, Styled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    Row = tuple[Styled, ...]

WIDEST = 40
"""Columns of monospaced text that a phone shows without wrapping."""

_EMPTY = "–"
