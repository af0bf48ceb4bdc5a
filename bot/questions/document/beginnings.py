"""How each line of a page begins, described as the eye sees it."""

from __future__ import annotations

import enum
from typing import NamedTuple

from bot.questions.document.asking import Asking


class Label(enum.Enum):
    """What the words before a colon declare the rest to be."""

    QUESTION = enum.auto()
    ANSWER = enum.auto()
    FIELD = enum.auto()


class Style(NamedTuple):
    """What two beginnings share when they look alike.

    ``mark`` is the first mark of structure (``##``, ``-``, ``**``, ``summary``, ``|``, or nothing),
    ``numbering`` the form of the number (``1.``, ``Q1``, ``第1题``), ``column`` the indentation.
    """

    mark: str
    numbering: str
    bold: bool
    column: int


class Beginning(NamedTuple):
    """One line of words: its marks, and the words that remain without them.

    ``line`` counts from 0; ``level`` is that of a heading, or 0. ``tail`` is what follows the words
    in bold or with a question mark on the same line; ``target`` is where the words link to.
    ``opens`` tells whether a block begins here, rather than a paragraph going on; ``bare``, whether
    nothing marks this line as more than running text. A tuple, because there is one for every line.
    """

    line: int
    style: Style
    level: int = 0
    number: tuple[int, ...] = ()
    label: Label | None = None
    name: str = ""
    text: str = ""
    tail: str = ""
    target: str = ""
    quoted: bool = False
    asks: Asking = Asking.NO
    opens: bool = True
    bare: bool = True

    @property
    def column(self) -> int:
        """Return the width of the indentation."""
        return self.style.column
