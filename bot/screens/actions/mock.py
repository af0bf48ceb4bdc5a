"""Buttons of mock rounds, of their debriefs, and of a friend who is the interviewer.

A scope is a track, an area or a topic as its code; whether a round is real is one character.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bot.screens.actions.action import Action
from bot.study.mock import Answered, Clarity, Length


class Paper(enum.StrEnum):
    """What a debrief can be taken away as."""

    PICTURE = "png"
    PDF = "pdf"
    MARKDOWN = "md"


@dataclass(frozen=True, slots=True)
class ShowMock(Action):
    """Show the round that is on, or what can be chosen for one."""

    code = "em"


@dataclass(frozen=True, slots=True)
class SetUpMock(Action):
    """Show what a round would be."""

    code = "ek"
    length: Length
    real: bool
    scope: str


@dataclass(frozen=True, slots=True)
class ListScopes(Action):
    """Show what a round can be about, a page at a time; of an area its topics."""

    code = "es"
    length: Length
    real: bool
    area: str
    page: int


@dataclass(frozen=True, slots=True)
class BeginMock(Action):
    """Begin a round."""

    code = "eb"
    length: Length
    real: bool
    scope: str


@dataclass(frozen=True, slots=True)
class InviteFriend(Action):
    """Make a link by which a friend can be the interviewer of a round."""

    code = "ef"
    length: Length
    real: bool
    scope: str


@dataclass(frozen=True, slots=True)
class ResumeMock(Action):
    """Go on with a round, or begin one that has waited for a friend."""

    code = "eg"
    round: int


@dataclass(frozen=True, slots=True)
class PauseMock(Action):
    """Leave a round for later."""

    code = "ep"
    round: int


@dataclass(frozen=True, slots=True)
class GiveUpMock(Action):
    """Ask how a round shall end."""

    code = "eq"
    round: int


@dataclass(frozen=True, slots=True)
class EndMock(Action):
    """End a round: look at what was answered, or drop it."""

    code = "ee"
    round: int
    keep: bool


@dataclass(frozen=True, slots=True)
class EndAnswer(Action):
    """Say that an answer is complete."""

    code = "ed"
    prompt: int
    how: Answered


@dataclass(frozen=True, slots=True)
class MarkClarity(Action):
    """Say how clearly one has put an answer."""

    code = "ec"
    prompt: int
    clarity: Clarity


@dataclass(frozen=True, slots=True)
class ShowReport(Action):
    """Show the score of a round."""

    code = "er"
    round: int


@dataclass(frozen=True, slots=True)
class ShowItems(Action):
    """Show a round question by question, a page at a time."""

    code = "ei"
    round: int
    page: int


@dataclass(frozen=True, slots=True)
class ShowRubric(Action):
    """Say how a round is scored."""

    code = "eu"
    round: int


@dataclass(frozen=True, slots=True)
class QueueMissed(Action):
    """Keep what was missed for later."""

    code = "ew"
    round: int


@dataclass(frozen=True, slots=True)
class SendDebrief(Action):
    """Send the debrief as a picture or a file."""

    code = "eo"
    round: int
    paper: Paper


@dataclass(frozen=True, slots=True)
class AnswerInvitation(Action):
    """Agree to be the interviewer of a round, or not."""

    code = "ey"
    secret: str
    yes: bool


@dataclass(frozen=True, slots=True)
class DismissFriend(Action):
    """Go on without the interviewer."""

    code = "ex"


@dataclass(frozen=True, slots=True)
class ShowSheet(Action):
    """Show another page of the model answer to the interviewer."""

    code = "ev"
    question: int
    page: int


@dataclass(frozen=True, slots=True)
class TickFor(Action):
    """Say, as the interviewer, that a key point was said, or was not."""

    code = "et"
    question: int
    point: int
    on: bool
    page: int


@dataclass(frozen=True, slots=True)
class EndAnswerFor(Action):
    """End the candidate's answer, as the interviewer."""

    code = "en"
    question: int


@dataclass(frozen=True, slots=True)
class StopInterviewing(Action):
    """Be no interviewer any more."""

    code = "el"
