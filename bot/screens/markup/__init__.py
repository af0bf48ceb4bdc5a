"""Markdown as Telegram shows it: text with spans, in blocks and pages. Nothing visible is lost."""

from __future__ import annotations

from bot.screens.markup.block import LINE, Block, joined
from bot.screens.markup.characters import harmless
from bot.screens.markup.dialect import parser
from bot.screens.markup.inlines import inlines
from bot.screens.markup.layout import Place, layout, quoted
from bot.screens.markup.pages import Page, lay_out, paginate
from bot.screens.markup.runs import Look
from bot.screens.markup.tree import read
from bot.screens.screen import Style, Styled

__all__ = ["Block", "Page", "inline", "lay_out", "paginate", "quote", "render", "styled"]


def render(markdown: str) -> tuple[Block, ...]:
    """Turn Markdown into blocks, for ``paginate``."""
    return tuple(layout(read(markdown), Place()))


def styled(markdown: str) -> Styled:
    """Turn Markdown into one text, as long as it may be."""
    return joined(render(markdown))


def inline(markdown: str, style: Style | None = None) -> Styled:
    """Turn one line of Markdown into text, such as a question or a key point.

    A style is given to all but code, which Telegram shows in no other.
    """
    (token,) = parser().parseInline(harmless(markdown))
    return inlines(token, newline=" ", look=Look(style) if style else None)


def quote(label: str, text: str) -> tuple[Block, ...]:
    """Quote plain text, which is no Markdown, under a label."""
    said = harmless(text).strip()
    if not said:
        return ()
    return Block(Styled(label), leads=True), quoted([Block(Styled(said), gap=LINE)])
