"""Interviews that a learner prepares for: when they are, what about, and how they went."""

from __future__ import annotations

import enum
import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING, Final, NewType

from bot.study.date_words import plain
from bot.study.target import in_minutes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date, datetime, time

    from bot.questions.model import AreaId, Question, QuestionId, TopicId, TrackId
    from bot.study.target import Forecast

InterviewId = NewType("InterviewId", int)

MOST: Final = 5
"""Interviews that one learner may prepare for at a time."""

LARGEST_DAY: Final = 200
"""Questions, and minutes, of the largest day."""

USUAL_TIME: Final = timedelta(minutes=3)
"""What one question takes whom the bot does not know yet."""

LONGEST_TIME: Final = timedelta(minutes=6)
"""What one question takes at most: who takes longer has done something else meanwhile."""

_ENOUGH_TIMES: Final = 5
_TRUSTED_DAYS: Final = 7
"""Days that count as kept before anything is known of who keeps them."""

_INTERVIEW = re.compile(
    plain(r"\b(interview|собеседовани|интервью|entrevista|vorstellungsgespräch)")
)
_OTHER_WISH = re.compile(plain(r"\b(questions?|mock|вопрос|preguntas?|fragen?)"))
_MOVED = re.compile(
    plain(
        r"\b(moved|rescheduled|postponed|delayed|brought forward|put off|pushed back|shifted"
        r"|перенес\w*|сдвинул\w*|aplaz\w*|pospus\w*|adelant\w*|verschoben|verlegt)\b"
    )
)
_WORDS = r"[^\W_]+[+#]*"
_LONGEST_SENTENCE: Final = 14
_AMOUNT = r"(?:with )?(-?\d{1,6})\s*(questions?|minutes?|mins?|hours?|h)?"
_A_DAY = re.compile(rf"^{_AMOUNT}\s*(?:a|per|each|every|/)\s*day$")
_ONLY_AMOUNT = re.compile(rf"^{_AMOUNT}$")
_SAID_AROUND = frozenset(
    ("a", "about", "an", "and", "at", "by", "for", "in", "it", "of", "on", "the", "um", "with")
)
"""Words around a date that name no subject."""


class Felt(enum.StrEnum):
    """How an interview went, as a learner has felt it."""

    WELL = "well"
    SO_SO = "so-so"
    NOT_WELL = "not-well"


class Refusal(enum.Enum):
    """Why an interview cannot be noted, or changed, as it was wanted."""

    SAME_DAY = enum.auto()  # there is another one of that day about the same
    TOO_MANY = enum.auto()
    NO_QUESTIONS = enum.auto()
    GONE = enum.auto()


@dataclass(frozen=True, slots=True)
class Subject:
    """What an interview is about: a track, or areas and topics; else all that the learner is asked.

    What is no longer there counts for nothing.
    """

    track: TrackId | None = None
    areas: frozenset[AreaId] = frozenset()
    topics: frozenset[TopicId] = frozenset()


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview; the learner prepares for it from the study day ``since`` on."""

    id: InterviewId
    on: date
    since: date
    at: time | None = None
    subject: Subject = Subject()
    felt: Felt | None = None

    def is_over(self, local: datetime) -> bool:
        """Tell whether it lies behind, by the learner's clock."""
        if self.on != local.date():
            return self.on < local.date()
        return self.at is not None and self.at <= local.time()


@dataclass(frozen=True, slots=True)
class ADay:
    """How much a learner wants to do a day: questions, or time, whichever they have named."""

    questions: int
    length: timedelta | None = None
    each: timedelta = USUAL_TIME
    """What one question takes this learner."""

    @property
    def fits(self) -> int:
        """How many questions that is."""
        return self.questions if self.length is None else in_minutes(self.length, self.each)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What to expect of one interview: the forecast, and what more a day would bring.

    ``left_out`` names topics that have no place, the one with most such questions first.
    """

    interview: Interview
    subject: str
    days: int
    forecast: Forecast
    more: tuple[int, float] | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preparing:
    """All interviews of a learner, the nearest first, and how much they do a day.

    ``ended`` is one that lies behind and of which the learner has not said how it went.
    """

    today: date
    a_day: ADay
    prospects: tuple[Prospect, ...] = ()
    ended: Interview | None = None
    has_zone: bool = True
    other_reading: date | None = None
    """The day that the typed numbers mean for who writes the month first."""

    unknown: str = ""
    """Words that were typed with a date and name neither a track nor an area."""


def on_same(
    interviews: Iterable[Interview], on: date, subject: Subject, but: InterviewId | None = None
) -> Interview | None:
    """Find another interview of that day about the same."""
    same = (each for each in interviews if each.on == on and each.subject == subject)
    return next((each for each in same if each.id != but), None)


def subject_in(text: str, tracks: Mapping[TrackId, str], areas: Mapping[AreaId, str]) -> Subject:
    """Find the track, or else the areas, that are named in a text."""
    words = f" {' '.join(re.findall(_WORDS, plain(text)))} "
    track = max(
        (id_ for id_, name in tracks.items() if _is_named(name, words)),
        key=lambda id_: len(tracks[id_]),
        default=None,
    )
    if track:
        return Subject(track)
    return Subject(areas=frozenset(id_ for id_, name in areas.items() if _is_named(name, words)))


def topics_of(wanted: Collection[QuestionId], questions: Iterable[Question]) -> set[TopicId]:
    """Name the topics of which at least half the questions are wanted."""
    every: Counter[TopicId] = Counter()
    named: Counter[TopicId] = Counter()
    for question in questions:
        every[question.topic.id] += 1
        named[question.topic.id] += question.id in wanted
    return {topic for topic, number in named.items() if number and 2 * number >= every[topic]}


def names_a_subject(rest: str) -> bool:
    """Tell whether what is left of a typed date seems to name a subject."""
    words = set(re.findall(_WORDS, plain(rest)))
    return bool(words - _SAID_AROUND) and not is_about_interview(rest)


def _is_named(name: str, words: str) -> bool:
    return f" {' '.join(re.findall(_WORDS, plain(name)))} " in words


def is_about_interview(text: str) -> bool:
    """Tell whether a text is a short sentence with an interview in it."""
    said = plain(text.strip())
    short = len(said.split()) <= _LONGEST_SENTENCE and "\n" not in text.strip()
    return short and bool(_INTERVIEW.search(said)) and not _OTHER_WISH.search(said)


def is_moved(text: str) -> bool:
    """Tell whether a text says that an interview has got another date."""
    return bool(_MOVED.search(plain(text)))


def read_a_day(text: str, *, asked: bool = False) -> int | timedelta | None:
    """Read ``15 a day`` or ``30 minutes a day``; None when it is nothing of that kind.

    Who was asked for it may leave out ``a day``.
    """
    said = plain(" ".join(text.split()))
    match = _A_DAY.match(said) or (_ONLY_AMOUNT.match(said) if asked else None)
    if match is None:
        return None
    number, unit = int(match[1]), match[2] or ""
    if unit.startswith("h"):
        return timedelta(hours=number)
    return timedelta(minutes=number) if unit.startswith("m") else number


def is_possible(a_day: int | timedelta) -> bool:
    """Tell whether somebody can do so much a day."""
    number = a_day / timedelta(minutes=1) if isinstance(a_day, timedelta) else a_day
    return 1 <= number <= LARGEST_DAY


def usual_time(times: Sequence[timedelta]) -> timedelta:
    """Tell how long one question takes, from what the last ones took."""
    if len(times) < _ENOUGH_TIMES:
        return USUAL_TIME
    capped = [min(each, LONGEST_TIME) / timedelta(seconds=1) for each in times]
    return timedelta(seconds=max(1, round(median(capped))))


def planned_days(start: date, end: date, weekdays: Collection[int]) -> list[date]:
    """List the days of those weekdays from ``start`` to before ``end``."""
    days = (start + timedelta(days=number) for number in range((end - start).days))
    return [day for day in days if day.weekday() in weekdays]


def attendance(planned: Sequence[date], kept: Collection[date]) -> float:
    """Tell which share of planned days somebody keeps; it is believed only slowly."""
    missed = sum(day not in kept for day in planned)
    return 1 - missed / (len(planned) + _TRUSTED_DAYS)
