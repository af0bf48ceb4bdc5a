"""A friend as the interviewer: what a link leads to, and what is shared with them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.questions.model import Question
    from bot.study.mock.round import Place, Standing


class Invitation(enum.Enum):
    """What a link leads to."""

    OPEN = enum.auto()
    AGREED = enum.auto()  # this person has said yes already
    OWN = enum.auto()  # it is the candidate's
    TAKEN = enum.auto()  # somebody else has said yes
    OVER = enum.auto()  # there is no such round, or no longer


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the interviewer gets for one question; ``is_open`` while it is being answered."""

    question_id: int
    friend_id: int
    question: Question
    place: Place
    ticked: frozenset[int]
    is_open: bool
    message_id: int | None = None
    before: int | None = None
    """The message of the question before, which is done with."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A round whose interviewer, or candidate, has left; both are to be told."""

    candidate_id: int
    friend_id: int
    standing: Standing
