"""What a person may ask for in words: plain values, compared and shown like any other."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from bot.questions.model import Level, QuestionId


class Word(enum.Enum):
    """One thing to do now, said in a word or two."""

    NEXT = "next"
    ANSWER = "answer"
    REPEAT = "repeat"
    SKIP = "skip"
    UNDO = "undo"
    REDO = "redo"
    EXAMPLE = "example"
    ANOTHER = "another"
    """Another example."""
    SIMPLER = "simpler"
    HINT = "hint"
    OUTLINE = "outline"
    POINTS = "points"
    MORE = "more"
    """More of the answer on the screen."""
    HIDE = "hide"
    STAR = "star"
    PAUSE = "pause"
    STOP = "stop"
    RESUME = "resume"
    TOPICS = "topics"
    """What there is to be asked about."""
    MOCK = "mock"
    """A mock interview."""
    SETTINGS = "settings"
    HELP = "help"
    THANKS = "thanks"
    HELLO = "hello"
    OK = "ok"


class Pace(enum.Enum):
    """A way of going on that holds for good."""

    SLOWER = "slower"
    SHORTER = "shorter"
    FULL = "full"
    ONE_BY_ONE = "one_by_one"
    """One question a message."""
    WITH_ANSWERS = "with_answers"
    ASK_FIRST = "ask_first"
    """Answers hidden until they are asked for."""
    POINT_BY_POINT = "point_by_point"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to be asked about: an area, a topic, or a word that tags questions.

    ``id`` is stable, and short enough for a button: the id of the area or the topic, or ``#tag``.
    """

    id: str
    name: str
    questions: frozenset[QuestionId]


@dataclass(frozen=True, slots=True)
class Set:
    """Questions on subjects (none: whatever is chosen), of levels (none: any), so many of them.

    ``number`` is what was said, whatever it is: 0 and 10,000 are refused where sets are made.
    """

    subjects: tuple[Subject, ...] = ()
    number: int | None = None
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True)
class Same:
    """The last set once more; what is said here takes the place of what was said then."""

    subjects: tuple[Subject, ...] = ()
    number: int | None = None
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsure:
    """It asks for something, but for what? At most four choices; none when nothing is near."""

    text: str
    choices: tuple[Set | Same, ...] = ()
    demands: bool = field(default=False, compare=False)
    """Whether it asks outright, or has a number in digits: it may not be an answer then."""


Request: TypeAlias = Word | Pace | Set | Same | Unsure


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message says: requests in their order, or none, and then it is an answer.

    ``instead`` is what one tap can still make of such an answer.
    """

    requests: tuple[Request, ...] = ()
    instead: tuple[Request, ...] = ()
