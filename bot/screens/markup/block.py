"""A piece of an answer which is not broken over two pages unless it is longer than one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.screens.screen import Style, Styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.screens.screen import Formula, Table

PARAGRAPH = "\n\n"
LINE = "\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item, a heading, a code block, a row of a table, a quotation."""

    text: Styled
    gap: str = PARAGRAPH
    """What stands between the block and the one before it."""
    leads: bool = False
    """Whether it announces the next block, as a heading does, or a line that ends in a colon."""
    drawn: Table | Formula | None = None
    """What the text stands for; of a table told row by row, the one row under the header."""

    @property
    def is_code(self) -> bool:
        """Whether the block is monospaced, so that every space of it counts."""
        return any(span.style is Style.PRE for span in self.text.spans)


def starts(blocks: Sequence[Block]) -> list[int]:
    """Return where the text of each block begins when they are joined."""
    found = []
    at = 0
    for number, block in enumerate(blocks):
        at += len(block.gap) if number else 0
        found.append(at)
        at += len(block.text)
    return found


def joined(blocks: Sequence[Block]) -> Styled:
    """Put blocks under one another, each after its gap."""
    parts = [part for block in blocks for part in (block.gap, block.text.text)]
    moved = (
        span.moved(start)
        for block, start in zip(blocks, starts(blocks), strict=True)
        for span in block.text.spans
    )
    return Styled("".join(parts[1:]), tuple(moved))
