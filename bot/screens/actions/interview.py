"""Buttons of interviews, of what follows them, and of the return after a gap."""

from __future__ import annotations

from dataclasses import dataclass

from bot.screens.actions.action import Action
from bot.study.interview import Felt


@dataclass(frozen=True, slots=True)
class ShowInterviews(Action):
    """Show the interviews and what to expect of them."""

    code = "is"


@dataclass(frozen=True, slots=True)
class InterviewIn(Action):
    """Note an interview so many days from today."""

    code = "ii"
    days: int


@dataclass(frozen=True, slots=True)
class AddInterview(Action):
    """Expect the date of an interview to be typed."""

    code = "in"


@dataclass(frozen=True, slots=True)
class OpenInterview(Action):
    """Show one interview and what can be changed about it."""

    code = "io"
    interview: int


@dataclass(frozen=True, slots=True)
class MoveInterview(Action):
    """Expect another date for an interview to be typed."""

    code = "id"
    interview: int


@dataclass(frozen=True, slots=True)
class DropInterview(Action):
    """Prepare no more for an interview, or ask first."""

    code = "ix"
    interview: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class ShowSubjects(Action):
    """Show what an interview can be about, a page at a time."""

    code = "iu"
    interview: int
    page: int


@dataclass(frozen=True, slots=True)
class AboutTrack(Action):
    """Let an interview be about a track."""

    code = "it"
    interview: int
    track: str


@dataclass(frozen=True, slots=True)
class AboutArea(Action):
    """Add an area to what an interview is about, or take it away."""

    code = "ia"
    interview: int
    area: str
    on: bool
    page: int


@dataclass(frozen=True, slots=True)
class AboutEverything(Action):
    """Let an interview be about all that the learner is asked."""

    code = "ie"
    interview: int


@dataclass(frozen=True, slots=True)
class ShowADay(Action):
    """Show how much can be done a day."""

    code = "ic"


@dataclass(frozen=True, slots=True)
class QuestionsADay(Action):
    """Do so many questions a day."""

    code = "iq"
    number: int


@dataclass(frozen=True, slots=True)
class MinutesADay(Action):
    """Practise so many minutes a day."""

    code = "im"
    number: int


@dataclass(frozen=True, slots=True)
class WentHow(Action):
    """Say how an interview went."""

    code = "if"
    interview: int
    felt: Felt


@dataclass(frozen=True, slots=True)
class AskedInInterview(Action):
    """Note that a question was asked in an interview, or was not."""

    code = "ir"
    interview: int
    question: str
    on: bool


@dataclass(frozen=True, slots=True)
class SpreadOver(Action):
    """Spread what has waited over so many days."""

    code = "ib"
    days: int
