"""What a whole message means when it is one of the words the bot knows."""

from __future__ import annotations

import enum
import re

_PUNCTUATION = re.compile(r"[^\w\s']+")


class Phrase(enum.Enum):
    """A thing people type instead of tapping."""

    NEXT = enum.auto()
    ANSWER = enum.auto()
    REPEAT = enum.auto()
    SKIP = enum.auto()
    UNDO = enum.auto()
    THANKS = enum.auto()
    HELLO = enum.auto()
    OK = enum.auto()
    STOP = enum.auto()


_WORDS = {
    Phrase.NEXT: (
        "next, next one, next question, next please, go on, another one, another question, "
        "one more, more questions, ask me, ask me a question"
    ),
    Phrase.ANSWER: (
        "answer, show answer, show the answer, show me the answer, the answer, answer please, "
        "reveal, i don't know, i dont know, dont know, don't know, no idea"
    ),
    Phrase.REPEAT: "repeat, repeat please, again please, say again, say it again, repeat that",
    Phrase.SKIP: "skip, skip it, skip this, skip this one",
    Phrase.UNDO: "undo, take back, take it back, oops",
    Phrase.THANKS: (
        "thanks, thank you, thank you so much, thanks a lot, many thanks, thx, ty, cheers"
    ),
    Phrase.HELLO: (
        "hello, hi, hey, hi there, hello there, good morning, good afternoon, good evening"
    ),
    Phrase.OK: "ok, okay, k, fine, great, cool, got it, alright",
    Phrase.STOP: ("stop, stop it, stop please, wait wait, enough, that's enough, not now, later"),
}
_PHRASES = {word.strip(): phrase for phrase, words in _WORDS.items() for word in words.split(",")}


def understood(text: str) -> Phrase | None:
    """Read a whole message as one phrase; None when it is anything else."""
    plain = _PUNCTUATION.sub(" ", text.replace("\u2019", "'")).lower()
    return _PHRASES.get(" ".join(plain.split()))
