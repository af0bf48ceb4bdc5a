"""Names of people -> ids and files: lower-case Latin words joined by hyphens, each used once."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from anyascii import anyascii

from bot.questions.canonical import ID_LIMIT
from bot.questions.composing import parted
from bot.questions.model import QuestionId

if TYPE_CHECKING:
    from collections.abc import Container

_SIGNS: Final = ((re.compile(r"(?<=\w)\+\+"), "pp"), (re.compile(r"(?<=\b[A-Za-z])#"), "sharp"))
"""What parts C from C++ and C#."""

_IDEOGRAPH: Final = re.compile(r"([\u3400-\u9fff\uac00-\ud7a3])")
_WORD: Final = re.compile(r"[a-z0-9]+")
_SAYS_LITTLE: Final = re.compile(
    "a|an|and|are|be|between|by|can|did|differ|difference|do|does|explain|for|from|have|how|i|in|is"
    "|it|its|of|on|or|s|tell|that|the|their|they|this|to|was|we|what|when|which|who|why|with|would"
    "|you|your"
)
_HASHED: Final = 8


def question_id(question: str, taken: Container[str]) -> QuestionId:
    """Make an id of what a question is about, such that none of those taken is it."""
    line, _ = parted(question)
    words = _words(line)
    telling = [word for word in words if not _SAYS_LITTLE.fullmatch(word)] or words
    return QuestionId(unique(_joined(telling, ID_LIMIT) or _hashed(question), taken, ID_LIMIT))


def file_name(name: str, taken: Container[str], limit: int) -> str:
    """Make the name of a file, without its suffix, of at most ``limit`` characters."""
    return unique(_joined(_words(name), limit) or _hashed(name), taken, limit)


def unique(name: str, taken: Container[str], limit: int) -> str:
    """Add a number to a name that is taken: ``lock``, ``lock-2``, ``lock-3``."""
    number, tried = 1, name
    while tried in taken:
        number += 1
        end = f"-{number}"
        tried = name[: limit - len(end)].rstrip("-") + end
    return tried


def _words(text: str) -> list[str]:
    for sign, name in _SIGNS:
        text = sign.sub(name, text)
    spoken = "".join(c for c in text if unicodedata.category(c) not in {"So", "Sk", "Cf"})
    plain = anyascii(_IDEOGRAPH.sub(r" \1 ", re.sub("['\u2019]", "", spoken)))
    return _WORD.findall(plain.lower())


def _joined(words: list[str], limit: int) -> str:
    """Join as many words as there is room for; a single long one is cut."""
    name = words[0][:limit] if words else ""
    for word in words[1:]:
        if len(name) + 1 + len(word) > limit:
            break
        name += f"-{word}"
    return name


def _hashed(text: str) -> str:
    """Name a text without a letter that Latin has, always in the same way."""
    return "q-" + hashlib.sha256(text.encode()).hexdigest()[:_HASHED]
