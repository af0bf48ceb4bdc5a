"""Headings whose levels are the wrong way round: ``####`` above chapters, ``#`` above subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.questions.document.beginnings import Beginning

_FEWEST: Final = 3
_MORE: Final = 2


def right_way_up(beginnings: list[Beginning]) -> list[Beginning]:
    """Return beginnings with the levels of headings by what they do, where signs mislead.

    A deep heading stands below something. Where the first heading of all is the deepest, and a
    higher one follows right below every such heading, these are chapters.
    """
    headings = [b for b in beginnings if b.level]
    if not headings or headings[0].level <= min(b.level for b in headings):
        return beginnings
    deepest = headings[0].level
    if not _head_the_others(beginnings, deepest):
        return beginnings
    return [
        b if not b.level else _moved(b, 1 if b.level == deepest else b.level + 1)
        for b in beginnings
    ]


def _head_the_others(beginnings: Sequence[Beginning], level: int) -> bool:
    """Tell whether the headings of a level, the deepest, all stand right above higher ones."""
    chapters = [i for i, b in enumerate(beginnings) if b.level == level]
    others = [b for b in beginnings if b.level and b.level != level]
    if len(chapters) < _FEWEST or len(others) < _MORE * len(chapters):
        return False
    if max(b.level for b in others) > level:
        return False
    below = (beginnings[i + 1].level if i + 1 < len(beginnings) else 0 for i in chapters)
    return all(0 < deeper < level for deeper in below)


def _moved(heading: Beginning, level: int) -> Beginning:
    """Return a heading of another level; titles in tags keep their marks."""
    marked = heading.style.mark.startswith("#")
    style = heading.style._replace(mark="#" * level) if marked else heading.style
    return heading._replace(level=level, style=style)
