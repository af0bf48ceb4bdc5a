"""A typed date: ``12 Dec``, ``12.12.``, ``in three weeks``, ``next Friday 14:00``.

Our own grammar: of the maintained readers ``dateparser`` takes ``12.12.`` for a time, tells nothing
of why a text is no date, and needs a second and a half for some; ``parsedatetime`` reads month
first and English only.
"""

from __future__ import annotations

import calendar
import enum
import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from bot.study.date_words import (
    AHEAD,
    MONTHS,
    NEAR_DAYS,
    NEXT,
    NUMBERS,
    ORDINALS,
    UNITS,
    WEEKDAYS,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FARTHEST: Final = timedelta(days=731)
"""How far ahead an interview may be."""

LONGEST: Final = 200
"""Characters of a text that are read."""

_LATELY: Final = timedelta(days=60)
"""A date without a year that was so short a time ago is meant as past, not as next year's."""

_AFTERNOON: Final = range(1, 7)
"""Hours that without a word mean the afternoon: nobody is interviewed at three at night."""


class Trouble(enum.Enum):
    """Why a text is no date to prepare for."""

    NOT_UNDERSTOOD = enum.auto()
    IMPOSSIBLE = enum.auto()
    PAST = enum.auto()
    TODAY = enum.auto()
    TOO_FAR = enum.auto()


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a text, and the day that it names, if it names one."""

    trouble: Trouble
    day: date | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A day to come, a time if one was said, and the words that were neither.

    ``month_first`` is the other day that numbers may mean for who writes the month first.
    """

    day: date
    at: time | None = None
    month_first: date | None = None
    rest: str = ""


def read(text: str, today: date) -> When | Wrong:
    """Read the day, and perhaps the time, of an interview."""
    text = " ".join(text.split())[:LONGEST]
    reader = _Reader(text, today)
    at = reader.time_with_a_sign()
    day = reader.day()
    if at is None:
        at = reader.time_with_a_word()
    if isinstance(day, Wrong):
        return day
    if isinstance(at, bool):
        return Wrong(Trouble.IMPOSSIBLE)
    wrong = _wrong(day, today)
    if wrong:
        return Wrong(wrong, day)
    other = reader.month_first if reader.month_first and reader.month_first > today else None
    return When(day, at, other, reader.rest())


def _wrong(day: date, today: date) -> Trouble | None:
    if day == today:
        return Trouble.TODAY
    if day < today:
        return Trouble.PAST
    return Trouble.TOO_FAR if day - today > FARTHEST else None


def _one_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)"


_MONTH, _UNIT = _one_of(MONTHS), _one_of(UNITS)
_NUMBER = rf"(?:(?<!\d)(\d{{1,4}})(?!\d)|{_one_of(NUMBERS)})"
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:{ORDINALS})?\s*(?:of |de |-)?\s*{_MONTH}\.?"
    r"(?:,? (?:del? )?(\d{4})(?!\d))?"
)
_MONTH_DAY = re.compile(
    rf"{_MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.:]\d)(?:,? (\d{{4}})(?!\d))?"
)
_NUMERIC = re.compile(
    r"(?<![\d.,:/-])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?(?![\d:]|[./-]\d)"
)
_DAY_OF_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)(?!\w)")
_IN = re.compile(rf"(?:{_one_of(AHEAD)} )?{_NUMBER} {_UNIT}")
_NEXT_UNIT = re.compile(rf"(?:{_one_of({*NEXT, *AHEAD})}) {_UNIT}")
_NEAR = re.compile(_one_of(NEAR_DAYS))
_WEEKDAY = re.compile(rf"(?:{_one_of(NEXT)} )?{_one_of(WEEKDAYS)}")
_TIME_WITH_A_SIGN = re.compile(
    r"(?<![\d:.])(?:(\d{1,2}):(\d{2})|(\d{1,2}))\s?(am|pm|a\.m\.|p\.m\.|uhr|h)?(?![\w:])"
)
_TIME_WITH_A_WORD = re.compile(
    rf"(?<!\w)(?:at|um|a las?|{plain('в')}|{plain('к')}|@) ?(\d{{1,2}})(?:[.:](\d{{2}}))?(?![\w:])"
    r"|(?<![\d.])(\d{1,2})\.(00|15|30|45)(?!\w)"
)


class _Reader:
    """Takes one part after another out of a text."""

    def __init__(self, text: str, today: date) -> None:
        self._text, self._left, self._today = text, plain(text), today
        self.month_first: date | None = None

    def rest(self) -> str:
        """Give the words that were not taken."""
        kept = (c if left != "\0" else " " for c, left in zip(self._text, self._left, strict=True))
        return " ".join("".join(kept).split())

    def day(self) -> date | Wrong:
        """Find the day; the surest way of writing it counts."""
        ways: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date | None]], ...] = (
            (_ISO, lambda m: _date(int(m[1]), int(m[2]), int(m[3]))),
            (_DAY_MONTH, lambda m: self._in_year(m[3], MONTHS[m[2]], int(m[1]))),
            (_MONTH_DAY, lambda m: self._in_year(m[3], MONTHS[m[1]], int(m[2]))),
            (_NUMERIC, self._numeric),
            (_NEAR, lambda m: self._today + timedelta(days=NEAR_DAYS[m[1]])),
            (_IN, self._in),
            (_NEXT_UNIT, lambda m: self._ahead(1, UNITS[m[2]])),
            (_WEEKDAY, lambda m: self._weekday(WEEKDAYS[m[2]], next_week=bool(m[1]))),
            (_DAY_OF_MONTH, lambda m: self._of_month(int(m[1]))),
        )
        impossible = False
        for way, meant in ways:
            match = way.search(self._left)
            if match is None:
                continue
            day = meant(match)
            if day:
                self._take(match)
                return day
            impossible = impossible or way is not _IN
        return Wrong(Trouble.IMPOSSIBLE if impossible else Trouble.NOT_UNDERSTOOD)

    def time_with_a_sign(self) -> time | bool | None:
        """Find a time that cannot be a date: ``14:00``, ``2pm``, ``9 Uhr``; False if impossible."""
        for match in _TIME_WITH_A_SIGN.finditer(self._left):
            if match[1] or match[4]:
                self._take(match)
                return _time(match[1] or match[3], match[2], match[4])
        return None

    def time_with_a_word(self) -> time | bool | None:
        """Find a time that only its place tells: ``at 9``, ``14.30``; False if impossible."""
        match = _TIME_WITH_A_WORD.search(self._left)
        if match is None:
            return None
        self._take(match)
        return _time(match[1] or match[3], match[2] or match[4], None)

    def _take(self, match: re.Match[str]) -> None:
        start, end = match.span()
        self._left = self._left[:start] + "\0" * (end - start) + self._left[end:]

    def _numeric(self, match: re.Match[str]) -> date | None:
        """Read numbers day first; as month first only what cannot be otherwise."""
        first, sign, second, year = match.groups()
        if sign == "-" and not year:
            return None
        as_said = self._in_year(year, int(second), int(first))
        if sign == ".":
            return as_said
        other = self._in_year(year, int(first), int(second))
        if as_said and first != second:
            self.month_first = other
        return as_said or other

    def _in_year(self, said: str | None, month: int, day: int) -> date | None:
        """Find a date in the year that was said, or when it comes next."""
        if said:
            return _date(int(said) if len(said) > 2 else 2000 + int(said), month, day)  # noqa: PLR2004
        this, *later = (
            _date(year, month, day) for year in range(self._today.year, self._today.year + 9)
        )
        if this and this >= self._today - _LATELY:
            return this
        return next(filter(None, later), None)

    def _of_month(self, day: int) -> date | None:
        months = (_months_later(self._today.replace(day=1), number) for number in range(12))
        found = (_date(month.year, month.month, day) for month in months)
        return next((each for each in found if each and each >= self._today), None)

    def _in(self, match: re.Match[str]) -> date | None:
        """Count from today; ``a day`` alone counts nothing."""
        ahead, digits, word, unit = match.groups()
        number = int(digits) if digits else NUMBERS[word]
        return self._ahead(number, UNITS[unit]) if ahead or number > 1 else None

    def _ahead(self, number: int, unit: str) -> date | None:
        try:
            if unit in {"day", "week"}:
                return self._today + timedelta(days=number * (7 if unit == "week" else 1))
            return _months_later(self._today, number * (12 if unit == "year" else 1))
        except (OverflowError, ValueError):
            return date.max

    def _weekday(self, weekday: int, *, next_week: bool) -> date:
        """Name the coming such day, or the one of the week that begins next Monday."""
        if next_week:
            monday = self._today + timedelta(days=7 - self._today.weekday())
            return monday + timedelta(days=weekday)
        return self._today + timedelta(days=(weekday - self._today.weekday() - 1) % 7 + 1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months_later(day: date, months: int) -> date:
    """Go on by months, to the last day of one that is shorter. Raises ValueError beyond 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        raise ValueError(year)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _time(hours: str, minutes: str | None, half: str | None) -> time | bool:
    hour, minute = int(hours), int(minutes or 0)
    if half and half[0] in "ap":
        if not 1 <= hour <= 12:  # noqa: PLR2004 - hours of a clock with halves
            return False
        hour = hour % 12 + 12 * (half[0] == "p")
    elif minutes is None and half is None and hour in _AFTERNOON:
        hour += 12
    try:
        return time(hour, minute)
    except ValueError:
        return False
