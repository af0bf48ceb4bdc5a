"""A document that was read and waits for its owner's yes; nothing of it is stored."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.questions.document import Found, Reading, Way
    from bot.questions.document.pictures import Pictures

LARGEST: Final = 2 * 2**20
"""Bytes of a document that is read."""

SUFFIXES: Final = (".md", ".markdown", ".txt", ".csv", ".tsv")
"""Files that are read; so is one without a suffix."""

LONGEST_NAME: Final = 60
"""Characters of a notebook's name."""

_LONGEST_SUFFIX: Final = 12
_UNNAMED: Final = "Pasted notes"
_COPY = re.compile(
    r"(?:\s*\(\d+\)|[\s_.-]+(?:v|version)[\s_.-]?\d+(?:\.\d+)*|[\s_.-]+copy(?:\s\d+)?)+$"
)
_RESERVED = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))


@dataclass(frozen=True, slots=True)
class Draft:
    """What was read in a message of a learner, and the places of what they do not want."""

    message: int
    """The message that brought the document, or the first part of it."""

    name: str
    """How the notebook would be called: a ``name_of``."""

    reading: Reading
    pictures: Pictures
    pasted: bool = False
    """Whether it came as text, of which a further message may bring more."""

    dropped: frozenset[int] = frozenset()
    """Places in ``reading.questions``."""

    way: Way | None = None
    """What its owner has said is asked in it; None: what it asks itself."""

    ways: Mapping[Way, int] = field(default_factory=dict)
    """How many questions each way would give, where the document asks nothing itself."""

    @property
    def kept(self) -> tuple[Found, ...]:
        """Return the questions that would be added, in their order."""
        places = enumerate(self.reading.questions)
        return tuple(found for place, found in places if place not in self.dropped)

    def choosing(self, place: int, *, keep: bool) -> Draft:
        """Keep a question or drop it; a place that does not exist changes nothing."""
        if not 0 <= place < len(self.reading.questions):
            return self
        dropped = self.dropped - {place} if keep else self.dropped | {place}
        return replace(self, dropped=dropped)

    def dropping_as(self, earlier: Draft) -> Draft:
        """Drop what was dropped of an earlier reading that this one begins with."""
        before, now = earlier.reading.questions, self.reading.questions
        goes_on = [q.question for q in now[: len(before)]] == [q.question for q in before]
        return replace(self, dropped=earlier.dropped) if goes_on else self


def name_of(file_name: str | None) -> str:
    """Make a notebook's name of what a client says a file is called: one short plain line."""
    name = _last_part(file_name or "")
    suffix = suffix_of(name)
    stem = name[: -len(suffix)] if suffix in SUFFIXES else name
    return _shortened(stem.strip(". ")) or _UNNAMED


def file_name_of(file_name: str) -> str:
    """Return what a file is called without folders, in one short line that any system takes."""
    name = _last_part(file_name).lstrip(". ").translate(_RESERVED)
    suffix = suffix_of(name)
    stem = name[: len(name) - len(suffix)].rstrip(". ")
    return _shortened(stem) + name[len(name) - len(suffix) :] if stem else ""


def suffix_of(file_name: str) -> str:
    """Return the kind of a file as its name tells, in small letters: ``.md``, or nothing."""
    suffix = PureWindowsPath(file_name).suffix.casefold()
    return suffix if suffix[1:].isalnum() and len(suffix) <= _LONGEST_SUFFIX else ""


def title_of(typed: str) -> str | None:
    """Make a notebook's name of what its owner has typed; None when nothing readable is left."""
    return _shortened(_plain(typed)) or None


def is_same_file(first: str, second: str) -> bool:
    """Tell whether two files are called alike, but for folders, case and marks of a version."""
    return _document(first) == _document(second)


def _document(file_name: str) -> str:
    name = name_of(file_name).casefold()
    return _COPY.sub("", name) or name


def _last_part(file_name: str) -> str:
    return _plain(re.split(r"[/\\]", file_name)[-1])


def _plain(text: str) -> str:
    """Leave out what has no shape of its own, and put the rest on one line."""
    shapes = (" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text)
    visible = (c for c in shapes if unicodedata.category(c) not in {"Cf", "Cs", "Co", "Cn"})
    return " ".join(unicodedata.normalize("NFC", "".join(visible)).split())


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
