"""What in an answer of somebody's document deserves a look before it is learnt."""

from __future__ import annotations

import enum
import re
from typing import Final

from bot.questions.canonical import HEADING, fence_of

_POINTERS: Final = (
    re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?"),
    re.compile(r"\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])"),
    re.compile(r"<(?:img|a|/a|picture|/picture|source|br|p|/p)\b[^>]*>", re.IGNORECASE),
    re.compile(r"<?(?:https?://|www\.)\S+", re.IGNORECASE),
)
_SHOWING: Final = re.compile(
    "a|answer|article|at|check|click|diagram|document|documentation|example|figure|for|full|here"
    "|image|in|link|links|look|more|on|out|page|picture|read|reference|screenshot|see|solution"
    "|source|sources|the|this|video|watch"
)
_ENDS: Final = re.compile(r"[.!?…。！？؟।]['\"”’»)\]*_`】」]*$")
_WANTS_MORE: Final = re.compile(r"(?:[,;:(\[{–—&+/]|\s-|\.\.\.|…)$")
_JOINING: Final = re.compile(
    "a|an|and|are|as|at|because|but|by|can|for|from|has|have|if|in|into|is|it|its|like|of|on|or"
    "|such|than|that|the|their|then|this|to|was|were|when|where|which|while|who|will|with|you|your"
    "|а|без|в|для|и|или|из|к|как|когда|но|о|от|по|при|с|то|у|что|чтобы|это"
    "|con|de|del|el|en|la|las|los|para|pero|por|que|se|sin|su|un|una|y"
)
_SENTENCE: Final = re.compile(r"\w{2,}[.!?]\s+\S")
_SHORT: Final = 40
_END: Final = 300
_LONGEST_POINTER: Final = 2000
"""Characters of an answer that may still be nothing but links."""


class Lack(enum.StrEnum):
    """What an answer seems to lack."""

    ANSWER = "no answer"
    WORDS = "only a picture or a link"
    END = "seems cut short"


def lack(answer: str | None) -> Lack | None:
    """Say what an answer lacks; None when it looks whole."""
    if not answer:
        return Lack.ANSWER
    if _only_points(answer):
        return Lack.WORDS
    return Lack.END if _breaks_off(answer) else None


def _only_points(answer: str) -> bool:
    if len(answer) > _LONGEST_POINTER:
        return False
    words = answer
    for pointer in _POINTERS:
        words = pointer.sub(" ", words)
    said = re.findall(r"[^\W_]+", words.lower())
    return words != answer and all(map(_SHOWING.fullmatch, said))


def _breaks_off(answer: str) -> bool:
    """Tell whether the last line of words wants to go on, or ends as no other sentence of it."""
    last = _last_words(answer)
    bare = last.rstrip("*_` ")
    if not last or (_ENDS.search(last) and not bare.endswith(("...", "…"))):
        return False
    word = re.search(r"[^\W\d_]*$", bare.lower())
    if _WANTS_MORE.search(bare) or (word and _JOINING.fullmatch(word[0])):
        return True
    return len(last) > _SHORT and bool(_SENTENCE.search(last)) and last[-1].isalnum()


def _last_words(answer: str) -> str:
    """Return the end of the last line, unless it is code, a heading or a row of a table."""
    fence, last = None, ""
    for line in answer.split("\n"):
        was_open, fence = fence, fence_of(line, fence)
        if was_open or fence:
            last = ""
        elif line.strip():
            last = line
    special = HEADING.match(last) or last.startswith(("    ", "\t", "|", "<"))
    return "" if special else last.strip()[-_END:]
