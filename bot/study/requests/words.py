"""The words of requests, read from `words.txt`, and how a text is cut into words."""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from bot.study.requests.request import Pace, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

JOINTS = frozenset({",", "&", "/", "+"})
"""What may stand between two subjects and is a word of its own in a text."""

_WORD = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?!\d)|[^\W_]+(?:\+\d+|[+#]+(?!\w))?|[,&/+]")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u02bc`")


class Kind(enum.Enum):
    """What words of a request may be; the first three are found, the others listed."""

    NUMBER = enum.auto()
    NAME = enum.auto()
    OTHER = enum.auto()
    JUNIOR = enum.auto()
    MIDDLE = enum.auto()
    SENIOR = enum.auto()
    UP = enum.auto()
    QUESTIONS = enum.auto()
    ASKING = enum.auto()
    WISHING = enum.auto()
    POLITE = enum.auto()
    SMALL = enum.auto()
    CHAT = enum.auto()
    AND = enum.auto()
    AGAIN = enum.auto()
    SAME = enum.auto()
    ROUND = enum.auto()
    ROUND_WITH = enum.auto()
    BEFORE = enum.auto()
    AFTER = enum.auto()
    THEN = enum.auto()


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases by what they mean; a phrase is a tuple of plain words."""

    phrases: Mapping[tuple[str, ...], Word | Pace]
    parts: Mapping[Kind, frozenset[tuple[str, ...]]]
    numbers: Mapping[tuple[str, ...], int]
    idle: Mapping[tuple[str, ...], Word]
    """Words that are more likely an answer while a question is open."""


def plain(text: str) -> tuple[str, ...]:
    """Cut a text into plain words: no case, accents, apostrophes or punctuation.

    >>> plain("Otra más, don't!"), plain("N+1, C# & CI/CD: 10,000")
    (('otra', 'mas', ',', 'dont'), ('n+1', ',', 'c#', '&', 'ci', '/', 'cd', '10,000'))
    """
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return tuple(_WORD.findall(bare))


def spelling(words: tuple[str, ...]) -> str:
    """Write words as one, as people do who do not know where a term has its spaces."""
    return "".join(word for word in words if word not in JOINTS)


def entries(file: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Read a data file of this room: section, meaning and a phrase, in plain words."""
    section = ""
    for line in (files("bot.study.requests") / file).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            section = line.removeprefix("== ")
        elif line and not line.startswith("# "):
            meaning, _, phrases = line.partition(":")
            for phrase in phrases.split(","):
                yield section, meaning.strip(), plain(phrase)


@cache
def known() -> Words:
    """Read the words of requests, once."""
    phrases: dict[tuple[str, ...], Word | Pace] = {}
    parts: dict[Kind, set[tuple[str, ...]]] = {}
    numbers: dict[tuple[str, ...], int] = {}
    idle: dict[tuple[str, ...], Word] = {}
    for section, meaning, phrase in entries("words.txt"):
        match section:
            case "words":
                phrases[phrase] = Word[meaning]
            case "idle":
                idle[phrase] = Word[meaning]
            case "paces":
                phrases[phrase] = Pace[meaning]
            case "numbers":
                numbers[phrase] = int(meaning)
            case _:
                parts.setdefault(Kind[meaning], set()).add(phrase)
    return Words(phrases, {kind: frozenset(part) for kind, part in parts.items()}, numbers, idle)
