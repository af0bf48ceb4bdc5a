"""What is said between questions and answers, and asks and answers nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from bot.questions.document import words
from bot.questions.document.asking import is_unspaced, sentences

_SEPARATED = re.compile(r"[^\w']+")
_FIRST_WORD = re.compile(r"[^\w']*((?:\w|')+)")
_BREATH = re.compile(r"[,.!，。！…;；]+")


def is_small_talk(text: str) -> bool:
    """Tell whether words begin as talk does between questions and answers."""
    first = _FIRST_WORD.match(text)
    if first is None:
        return False
    if first[1].casefold() not in _TALK:
        return not first[1].isascii() and first[1].startswith(_UNSPACED_TALK)
    plain = _plain(text)
    phrases = _TALK[first[1].casefold()]
    return any(plain == talk or plain.startswith(talk + " ") for talk in phrases)


def only_listens(text: str) -> bool:
    """Tell whether somebody only shows that they listen: "Mm-hm.", "Okay, go on."."""
    said = [part for part in _BREATH.split(text.casefold()) if part.strip()]
    return bool(said) and all(part.strip() in words.FILLERS for part in said)


def speaks_of_the_talk(text: str) -> bool:
    """Tell whether the last that somebody says is about the conversation, or takes leave."""
    last = sentences(text)[-1:]
    return any(words.TALK_ABOUT_THE_TALK.search(one) or words.THANKS.search(one) for one in last)


def _plain(text: str) -> str:
    """Return the first words without signs and case."""
    return _SEPARATED.sub(" ", text[:60].casefold().replace("’", "'")).strip()


_TALK: Final[dict[str, list[str]]] = defaultdict(list)
"""How a talk is kept going, by the first word."""

for _phrase in words.SMALL_TALK:
    _TALK[_plain(_phrase).partition(" ")[0]].append(_plain(_phrase))

_UNSPACED_TALK: Final = tuple(sorted(phrase for phrase in words.SMALL_TALK if is_unspaced(phrase)))
"""The same in scripts that put no spaces between words."""
