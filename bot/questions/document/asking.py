"""Whether words ask something, and where in a line the asking ends."""

from __future__ import annotations

import enum
import re
from typing import Final

from bot.questions.document.words import (
    INTERROGATIVES,
    POLITE,
    REQUESTS,
    UNSPACED_ASKING,
)

_LONGEST = 600
_SHORT = 120
_A_WORD_OR_TWO = 2
_TRAILING = re.compile(
    r"(?:[\s*_`~\"'”“»」』)\]}>.…!,;:|⭐★☆️\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
    r"|\([^()?？]{0,60}\)|\[[^\[\]?？]{0,60}\]|（[^（）?？]{0,60}）|【[^【】?？]{0,60}】|<[^<>]{0,80}>)+$"
)
_MARKS: Final = "?？؟"
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE_END = re.compile(r"[?？؟]+[)\]\"”»'*_`]*|[.!。！…]+[)\]\"”»'*_]*(?=\s|$|[^\x00-\x7f])")
_STATEMENT_END: Final = (".", "!", ";", "。", "！", "；", ",", "，")


class Asking(enum.IntEnum):
    """How surely words ask: by a mark, by how they open, or not at all."""

    NO = 0
    OPENS = 1
    MARKED = 2


def asking(text: str) -> Asking:
    """Judge words without their marks of structure."""
    if len(text) > _LONGEST and "?" not in text[-_LONGEST:] and "？" not in text[-_LONGEST:]:
        return Asking.NO
    bare = text if text[-1:] in _MARKS else _TRAILING.sub("", text[-_LONGEST:])
    if bare[-1:] in _MARKS or text[:1] == "¿":
        return Asking.MARKED
    return Asking.OPENS if opens_like_a_question(text) else Asking.NO


def opens_like_a_question(text: str) -> bool:
    """Tell whether the first words are those of a question or a request."""
    first = [match[0].casefold() for match in _first_words(text)]
    if not first:
        return False
    if _UNSPACED.search(text[:40]):
        return len(text) < 80 and bool(UNSPACED_ASKING.search(text))
    heads = {first[0], " ".join(first[:2]), " ".join(first[:3])}
    return not (heads.isdisjoint(INTERROGATIVES) and heads.isdisjoint(REQUESTS))


def _first_words(text: str) -> list[re.Match[str]]:
    words = []
    for match in _WORD.finditer(text[:60]):
        words.append(match)
        if len(words) == 3:  # noqa: PLR2004 - no phrase in the vocabulary is longer
            break
    return words


def sentences(text: str) -> list[str]:
    """Cut words into sentences, each with its mark."""
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        found.append(text[start : match.end()].strip())
        start = match.end()
    if text[start:].strip():
        found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def split_question(text: str) -> tuple[str, str]:
    """Split words at the end of their leading questions: what is asked, and what follows.

    A statement before the first question sets it up and belongs to it.
    """
    end = 0
    for match in _SENTENCE_END.finditer(text):
        if match[0][0] in _MARKS and not _inside_code(text, match.start()):
            end = match.end()
        elif end:
            break
    return (text[:end], text[end:].strip()) if end else (text, "")


def goes_on_asking(tail: str) -> bool:
    """Tell whether what follows a question mark still belongs to the question.

    A remark in brackets does, a request ("Please explain."), and a word or two.
    """
    if (tail[0] in "([（【" and tail.rstrip(" .。")[-1:] in ")]）】") or len(tail.split()) <= _A_WORD_OR_TWO:
        return not _UNSPACED.search(tail)
    first = _first_words(tail)
    return bool(first) and first[0][0].casefold() in (REQUESTS | POLITE) and len(tail) < _SHORT


def _inside_code(text: str, position: int) -> bool:
    return text.count("`", 0, position) % 2 == 1


def ends_a_statement(text: str) -> bool:
    """Tell whether words end as a statement or a part of one does."""
    return text.rstrip(" *_\"”)").endswith(_STATEMENT_END)
