"""Whether words ask something, and where in a line the asking ends."""

from __future__ import annotations

import enum
import re
from typing import Final

from bot.questions.document.words import (
    EXAMINING,
    IMPERATIVES,
    MORE,
    OPENINGS,
    OUTRIGHT,
    REQUESTS,
    UNSPACED_ASKING,
    VERDICT,
)

_LONGEST = 300
_LEADING = 2000
_SHORT = 120
_A_WORD_OR_TWO = 2
_DENSITY = 3
_TRAILING = re.compile(
    r"(?:[\s*_`~\"'”“»」』)\]}>.…!,;:|⭐★☆️\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
    r"|\([^()?？]{0,60}\)|\[[^\[\]?？]{0,60}\]|（[^（）?？]{0,60}）|【[^【】?？]{0,60}】|<[^<>]{0,80}>)*"
)
_MARKS: Final = "?？؟"
_SIGNS: Final = "*_`~\"'“”‘’«»()[]{}¿¡.,:;!?-–—"
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(
    r"(?<![(\[/])[?？؟]+(?![\w%.-]*=|[\w.%-]*[#/])[)\]\"”»'*_`]*|[.!。！…]+[)\]\"”»'*_]*(?=\s|$|[^\x00-\x7f])"
)


class Asking(enum.IntEnum):
    """How surely words ask: by a mark, by how they open, or not at all."""

    NO = 0
    OPENS = 1
    MARKED = 2


def ends_with_a_mark(text: str) -> bool:
    """Tell whether words end with a question mark, whatever signs and remarks follow it."""
    if "?" not in text and "？" not in text and "؟" not in text:
        return False
    last = max(text.rfind("?", -_LONGEST), text.rfind("？", -_LONGEST), text.rfind("؟", -_LONGEST))
    return last >= 0 and bool(_TRAILING.fullmatch(text, last + 1))


def asking(text: str) -> Asking:
    """Judge words without their marks of structure."""
    if ends_with_a_mark(text) or text[:1] == "¿" or VERDICT.match(text):
        return Asking.MARKED
    return Asking.OPENS if opens_like_a_question(text) else Asking.NO


def is_unspaced(text: str) -> bool:
    """Tell whether words are in a script that puts no spaces between them."""
    return not text.isascii() and bool(_UNSPACED.search(text[:40]))


def is_wordy(text: str, longest: int) -> bool:
    """Tell words longer than so many letters; scripts without spaces say it in a third of them."""
    return len(text) * (_DENSITY if is_unspaced(text) else 1) > longest


def opens_like_a_question(text: str) -> bool:
    """Tell whether the first words are those of a question or a request."""
    if is_unspaced(text):
        return len(text) < _SHORT and bool(UNSPACED_ASKING.search(text))
    first = _first_words(text)
    if len(first) == 1:
        return False
    return any(" ".join(first[:count]) in OPENINGS for count in range(1, len(first) + 1))


def ends_with_a_request(text: str) -> bool:
    """Tell whether the last of a few short sentences is a request: "Decorators. Show one."."""
    said = sentences(text) if len(text) < _SHORT else []
    return len(said) > 1 and opens_with_a_request(said[-1])


def opens_with_a_request(text: str) -> bool:
    """Tell whether the first word asks somebody to do something."""
    first = _first_words(text)[:1]
    return any(word in REQUESTS or word.endswith(IMPERATIVES) for word in first)


def opens_like_an_examiner(text: str) -> bool:
    """Tell whether the first word asks for an explanation, as recipes and notes never do."""
    first = _first_words(text)
    return len(first) > 1 and first[0] in EXAMINING


def _first_words(text: str) -> list[str]:
    """Return the first words in lower case, as many as the longest phrase of the vocabulary has."""
    return [word.strip(_SIGNS) for word in text[:60].casefold().split(None, 3)[:3]]


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
    verdict = VERDICT.match(text)
    end = 0
    for match in _SENTENCE_END.finditer(text, verdict.end() if verdict else 0, _LEADING):
        if match[0][0] in _MARKS and not _inside_code(text, match.start()):
            end = match.end()
        elif end:
            break
    return (text[:end], text[end:].strip()) if end else (text, "")


def goes_on_asking(tail: str) -> bool:
    """Tell whether what follows a question mark still belongs to the question.

    A remark in brackets does, a request ("Please explain."), a word or two, and what asks again.
    """
    if (tail[0] in "([（【" and tail.rstrip(" .。")[-1:] in ")]）】") or len(
        tail.split()
    ) <= _A_WORD_OR_TWO:
        return not _UNSPACED.search(tail)
    if len(tail) >= _SHORT:
        return False
    again = OUTRIGHT.match(tail) and not tail.endswith(".")
    return bool(again) or any(word in MORE for word in _first_words(tail)[:1])


def _inside_code(text: str, position: int) -> bool:
    return text.count("`", 0, position) % 2 == 1
