"""Topics named one after another: a Markdown list of links to their files.

The page of an area, its ``README.md``, gives the order in which one learns them; a track says
what it asks.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from bot.questions.model import AreaId, Problem, TopicId

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

AREA_PAGE = "README.md"

_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(.*)")
_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\(<?([^)\s>]*)>?\)(.*)")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: where its link leads in the content folder, and what follows it.

    ``path`` is that of a file or folder, empty when there is no link; ``rest`` the text after it.
    """

    line: int
    path: str
    rest: str


@dataclass(frozen=True, slots=True)
class Order:
    """The topics of every area in the order in which one learns them.

    ``unlisted`` are those without a place on a page: they come last.
    """

    areas: Mapping[AreaId, Sequence[TopicId]]
    unlisted: frozenset[TopicId]
    problems: tuple[Problem, ...]


def item(page: str, line: int, text: str) -> Item | None:
    """Read a line as an item of the list on a page; None when it is none."""
    listed = _ITEM.fullmatch(text)
    if not listed:
        return None
    link = _LINK.match(listed[1])
    if not link or not link[2] or ":" in link[2]:
        return Item(line, "", listed[1].strip())
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), link[2]))
    return Item(line, path, link[3].strip())


def topic_at(path: str) -> TopicId:
    """Name the topic whose file lies at a path."""
    return TopicId(path.removesuffix(".md"))


def area_at(path: str) -> AreaId:
    """Name the area whose folder, or page, lies at a path."""
    return AreaId(path.removesuffix(f"/{AREA_PAGE}"))


def read(pages: Iterable[tuple[str, str]], paths: Iterable[str]) -> Order:
    """Put the topics that lie at some paths in the order that the pages of their areas give."""
    areas: dict[AreaId, list[TopicId]] = {}
    for path in paths:
        areas.setdefault(AreaId(posixpath.dirname(path)), []).append(topic_at(path))
    unlisted = {topic for topics in areas.values() for topic in topics}
    problems: list[Problem] = []
    for page, text in pages:
        topics = areas.get(area_at(page))
        if topics is None:
            continue
        named = _listed(page, text, topics, problems)
        topics[:] = [*named, *(topic for topic in topics if topic not in named)]
        unlisted -= set(named)
    return Order(areas, frozenset(unlisted), tuple(problems))


def _listed(
    page: str, text: str, topics: Sequence[TopicId], problems: list[Problem]
) -> list[TopicId]:
    """Read which topics a page lists; words and links to other folders may stand there too."""
    named: dict[TopicId, int] = {}
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        found = item(page, number, line)
        if not found or posixpath.dirname(found.path) != posixpath.dirname(page):
            continue
        topic = topic_at(found.path)
        if topic in named:
            message = f"'{topic}' is listed in line {named[topic]} already."
            problems.append(Problem(page, number, message, "Keep one of the two."))
        elif topic in topics:
            named[topic] = number
        else:
            message = f"'{topic}' is no topic of this area."
            problems.append(Problem(page, number, message, nearest(topic, topics)))
    return list(named)


def nearest(name: str, known: Collection[str]) -> str:
    """Say how to mend a name that leads nowhere: with one that may have been meant."""
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.8)
    return f"Did you mean '{close[0]}'?" if close else "Link to a file that is there."
