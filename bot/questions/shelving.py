"""Documents -> content files: the place of each question in a bank, its id, and its text.

A document is an area, or goes into one that is named; a topic of it is a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from bot.questions import naming
from bot.questions.canonical import fence_of
from bot.questions.composing import Entry, compose, parted
from bot.questions.front_matter import TOPIC_LIMIT, slug
from bot.questions.pictures import as_link
from bot.questions.syllabus import AREA_PAGE
from bot.questions.tracks import FOLDER as TRACKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.questions.bank import Bank
    from bot.questions.document import Found
    from bot.questions.model import Question, QuestionId

AREA_LIMIT: Final = 36
"""Bytes of an area's folder, so that a topic has room beside it."""

_NAME_LIMIT: Final = 60
_POINTING: Final = r"""(\]\(\s*<?|\bsrc\s*=\s*["']?|^\s*\[[^\]]*\]:\s*<?)(?:\./)?"""
_POINTED: Final = r"""(?=[\s)>"'])"""
_ANCHOR: Final = re.compile(r"\]\(#([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was read: its file, what people call it, its questions.

    ``pictures`` says which of the names that its texts use lie where beside the content file,
    ``shown`` which of those places hold what can be shown.
    """

    file: str
    name: str
    questions: tuple[Found, ...]
    pictures: Mapping[str, str] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shelf:
    """One content file to be: its path in the bank, and the questions that go there."""

    path: str
    area: str
    topic: str
    questions: list[tuple[Document, Found]] = field(default_factory=list)


def area_of(document: str, wished: str | None) -> str:
    """Name the area of a document: as it is wished, or as the document is called."""
    if wished:
        return " ".join(wished.split())
    words = re.sub(r"[\W_]+", " ", document).split()
    while len(words) > 1 and not is_area(" ".join(words)):
        words.pop()
    name = " ".join(words)
    return name[:1].upper() + name[1:] if is_area(name) else "Notes"


def is_area(name: str) -> bool:
    """Tell whether an area can have this name: it makes a folder, and not a reserved one."""
    folder = slug(name)
    return 0 < len(folder.encode()) <= AREA_LIMIT and folder != TRACKS


def shelve(documents: Iterable[Document], bank: Bank, area: str | None = None) -> list[Shelf]:
    """Find the place of every question; areas of the bank keep the spelling they have there."""
    shelves: dict[tuple[str, str], Shelf] = {}
    for document in documents:
        wished = area_of(document.name, area)
        spelt = {slug(name): name for name in bank.areas.values()}.get(slug(wished), wished)
        for found in document.questions:
            topic = _topic(found.topic) or _topic(document.name) or spelt
            key = slug(spelt), topic.casefold()
            if key not in shelves:
                shelves[key] = Shelf(_path(topic, key[0], shelves.values()), spelt, topic)
            shelves[key].questions.append((document, found))
    return list(shelves.values())


def composed(shelves: Iterable[Shelf], bank: Bank) -> dict[str, str]:
    """Write the content files by their paths; one that is replaced keeps the ids it gave."""
    shelves = tuple(shelves)
    replaced = {shelf.path for shelf in shelves}
    asked = bank.questions.values()
    kept = {(each.source.path, each.text): each for each in asked if each.source.path in replaced}
    taken: set[str] = {*bank.questions, *bank.renamed}
    entries = {shelf.path: _entries(shelf, kept, taken) for shelf in shelves}
    ids = _anchors([entry for path in entries for entry in entries[path]])
    return {
        shelf.path: compose(shelf.topic, shelf.area, entries[shelf.path], ids) for shelf in shelves
    }


def _topic(name: str | None) -> str | None:
    """Make a short line of what stands above questions; None when it has no letter."""
    words = " ".join((name or "").split()).strip(" :-")
    if not slug(words):
        return None
    return words if len(words) <= _NAME_LIMIT else words[: _NAME_LIMIT - 1].rstrip() + "…"


def _path(topic: str, area: str, others: Iterable[Shelf]) -> str:
    taken = {PurePosixPath(each.path).stem for each in others if slug(each.area) == area}
    taken.add(PurePosixPath(AREA_PAGE).stem.lower())
    name = naming.file_name(topic, taken, TOPIC_LIMIT - len(area.encode()) - 1)
    return f"{area}/{name}.md"


def _entries(
    shelf: Shelf, kept: dict[tuple[str, str], Question], taken: set[str]
) -> tuple[Entry, ...]:
    entries = []
    for document, found in shelf.questions:
        text = _pictured(found.question, document.pictures)
        known = kept.pop((shelf.path, "\n\n".join(filter(None, parted(text)))), None)
        new = known.id if known else naming.question_id(text, taken)
        taken.add(new)
        answer = shown(_pictured(found.answer or "", document.pictures), document.shown)
        former = known.former_ids if known else ()
        entries.append(Entry(new, text, answer or None, found.level, former))
    return tuple(entries)


def _pictured(text: str, pictures: Mapping[str, str]) -> str:
    """Let what refers to a picture refer to where it lies now."""
    for name, place in pictures.items():
        text = re.sub(rf"!\[\[{re.escape(name)}(?:\|[^\[\]]*)?\]\]", f"![]({place})", text)
        for spelt in dict.fromkeys((name, quote(name), escape(name))):
            text = re.sub(f"{_POINTING}{re.escape(spelt)}{_POINTED}", f"\\g<1>{place}", text)
    return text


def shown(answer: str, places: frozenset[str]) -> str:
    """Let lines that are pictures, but of none of the places, be links that look the same."""
    lines = answer.split("\n")
    fence: str | None = None
    for number, line in enumerate(lines):
        fence = fence_of(line, fence)
        if not fence:
            lines[number] = as_link(line, places)
    return "\n".join(lines)


def _anchors(entries: Iterable[Entry]) -> dict[str, QuestionId]:
    """Find the questions that the links inside the documents lead to."""
    ids: dict[str, QuestionId] = {}
    anchors: set[str] = set()
    for entry in entries:
        ids.setdefault(_letters(parted(entry.question)[0]), entry.id)
        anchors.update(_ANCHOR.findall(entry.answer or ""))
    meant = {anchor: ids.get(_letters(unquote(anchor))) for anchor in sorted(anchors)}
    return {anchor: question_id for anchor, question_id in meant.items() if question_id}


def _letters(text: str) -> str:
    """Reduce a question and its anchor to what they share: no number, sign or space."""
    return re.sub(r"^\d+|[\W_]+", "", text.lower())
