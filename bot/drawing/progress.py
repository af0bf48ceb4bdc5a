"""Progress as a picture for a phone: readiness by area, fourteen weeks, and fourteen days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.drawing.colours import DARK, LIGHT
from bot.drawing.sheet import MARGIN, WIDTH, Sheet, cut, width, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_RIGHT: Final = WIDTH - MARGIN
_ROOM: Final = WIDTH - 2 * MARGIN
_RING: Final = 260
_WHOLE: Final = 100
_FEW: Final = 7
"""Areas that have a line of their own each; more stand in two columns."""

_MOST: Final = 12
"""Areas that are drawn: with more a chat shows the picture too small to read."""

_GAP: Final = 56
_HEAT: Final = (1, 5, 10, 20)
"""Reviews of a day from which it has a warmer colour."""

_FIRST_WEEK: Final = 7
"""The last day of a month's first week."""

_CELL: Final = 54
_STEP: Final = 62
_TALLEST: Final = 170


@dataclass(frozen=True, slots=True)
class Area:
    """How ready somebody is in one area: a share of 100, and how much of it they have seen."""

    name: str
    ready: int
    seen: int
    questions: int


@dataclass(frozen=True, slots=True)
class Day:
    """What a day holds: so many questions come back, so many are new."""

    day: date
    due: int
    new: int


@dataclass(frozen=True, slots=True)
class Card:
    """Progress in plain words and numbers.

    ``ready`` is a share of 100, ``ready_about`` says in two words when that is; ``weeks`` hold
    the reviews of seven days from Monday, None for what is still to come, the last week being
    that of ``today``; ``on`` is the day of the interview; ``rhythm`` says how regularly.
    """

    title: str
    about: str
    ready: int | None
    ready_about: str
    areas: Sequence[Area]
    today: date
    weeks: Sequence[Sequence[int | None]]
    coming: Sequence[Day]
    on: date | None = None
    dark: bool = False
    rhythm: str = ""


def picture(card: Card) -> bytes:
    """Draw progress as a PNG."""
    sheet = Sheet(_height(card), DARK if card.dark else LIGHT)
    _top(sheet, card)
    if len(card.areas) > _FEW:
        _areas_side_by_side(sheet, card.areas)
    else:
        _areas(sheet, card.areas)
    _weeks(sheet, card)
    _coming(sheet, card)
    return sheet.png()


def _height(card: Card) -> int:
    return 2000 + 110 * min(len(card.areas), _MOST)


def _top(sheet: Sheet, card: Card) -> None:
    """Say what it is about, beside readiness as a ring."""
    beside, top, ring = MARGIN, sheet.at, 0
    if card.ready is not None:
        _ring(sheet, card.ready, card.ready_about)
        beside, ring = MARGIN + _RING + 52, _RING
    room = _RIGHT - beside
    titles = wrapped(card.title, 60, room, 2, bold=True)
    abouts = wrapped(card.about, 32, room, 3)
    at = top + max(0, ring - 76 * len(titles) - 46 * len(abouts)) // 2
    for line in titles:
        sheet.text(beside, at, line, 60, bold=True)
        at += 76
    for line in abouts:
        sheet.text(beside, at + 6, line, 32, sheet.palette.quiet)
        at += 46
    sheet.at = max(at, top + ring) + 56


def _ring(sheet: Sheet, ready: int, about: str) -> None:
    middle, top, palette = MARGIN + _RING // 2, sheet.at, sheet.palette
    sheet.ring((MARGIN, top, MARGIN + _RING, top + _RING), ready, palette.of(ready), 30)
    size = 68 if ready < _WHOLE else 58
    sheet.text(middle, top + 118, f"{ready}%", size, bold=True, anchor="mm")
    sheet.text(middle, top + 174, cut(about, 28, _RING - 92), 28, palette.quiet, anchor="mm")


def _heading(sheet: Sheet, text: str, beside: str = "") -> None:
    sheet.text(MARGIN, sheet.at, text, 36, bold=True)
    room = _ROOM - width(text, 36, bold=True) - 40
    sheet.text(_RIGHT, sheet.at + 4, cut(beside, 30, room), 30, sheet.palette.quiet, anchor="ra")
    sheet.at += 72


def _areas(sheet: Sheet, areas: Sequence[Area]) -> None:
    """Draw each area as a bar as wide as the picture."""
    if not areas:
        return
    _heading(sheet, "Ready by area")
    for area in areas:
        seen = f"{area.seen} of {area.questions} seen" if area.seen else "not seen yet"
        _area(sheet, area, (MARGIN, _RIGHT), 34, seen)
        sheet.at += 100
    sheet.at += 24


def _areas_side_by_side(sheet: Sheet, areas: Sequence[Area]) -> None:
    """Draw areas in two columns, the second going on where the first ends."""
    _heading(sheet, "Ready by area")
    shown, half = _telling(areas), (_ROOM - _GAP) // 2
    rows, top = -(-len(shown) // 2), sheet.at
    for n, area in enumerate(shown):
        left = MARGIN + n // rows * (half + _GAP)
        sheet.at = top + n % rows * 76
        _area(sheet, area, (left, left + half), 30, "" if area.seen else "new")
    sheet.at = top + rows * 76 + 40
    if len(areas) > len(shown):
        more = f"and {len(areas) - len(shown)} more areas"
        sheet.text(MARGIN, sheet.at - 30, more, 30, sheet.palette.quiet)
        sheet.at += 56


def _telling(areas: Sequence[Area]) -> list[Area]:
    """Choose the areas to draw, in their order: those that were seen, the weakest of them first."""
    weakest = sorted(areas, key=lambda area: (not area.seen, area.ready))
    return [area for area in areas if area in weakest[:_MOST]]


def _area(sheet: Sheet, area: Area, sides: tuple[int, int], size: int, note: str) -> None:
    """Draw a bar, and above it a name, a note and a number."""
    palette, top, (left, right) = sheet.palette, sheet.at, sides
    sheet.text(right, top, f"{area.ready}%", size, bold=True, anchor="ra")
    number = max(width(text, size, bold=True) for text in ("88%", f"{area.ready}%"))
    until = right - number - 20
    sheet.text(until, top + size - 28, note, 28, palette.quiet, anchor="ra")
    name = cut(area.name, size, until - width(note, 28) - 20 - left)
    sheet.text(left, top, name, size)
    colour = palette.of(area.ready) if area.seen else palette.soft
    sheet.share((left, top + size + 12, right, top + size + 30), area.ready, colour)


def _weeks(sheet: Sheet, card: Card) -> None:
    """Draw the weeks behind as columns of days, the warmer the more was done."""
    _heading(sheet, f"Last {len(card.weeks)} weeks", card.rhythm)
    left, top = _RIGHT + _STEP - _CELL - _STEP * len(card.weeks), sheet.at + 46
    monday = card.today - timedelta(days=card.today.weekday())
    named = 0
    for column, week in enumerate(card.weeks):
        start = monday - timedelta(weeks=len(card.weeks) - 1 - column)
        x, sunday = left + column * _STEP, start + timedelta(days=6)
        if (not named or sunday.day <= _FIRST_WEEK) and x >= named:
            sheet.text(x, sheet.at, f"{sunday:%b}", 28, sheet.palette.quiet)
            named = x + 2 * _STEP
        _week(sheet, week, (x, top), (card.today - start).days)
    for row, name in ((0, "Mon"), (2, "Wed"), (4, "Fri"), (6, "Sun")):
        middle = top + row * _STEP + _CELL // 2
        sheet.text(MARGIN, middle, name, 28, sheet.palette.quiet, anchor="lm")
    sheet.at = top + 7 * _STEP + 18
    _scale(sheet)


def _week(sheet: Sheet, week: Sequence[int | None], at: tuple[int, int], today: int) -> None:
    """Draw a week from Monday on, with a frame round today, if it is the one of that number."""
    x, top = at
    for row, count in enumerate(week):
        y = top + row * _STEP
        box = (x, y, x + _CELL, y + _CELL)
        if count is not None:
            sheet.bar(box, sheet.palette.heat[_warmth(count)], 12)
        if row == today:
            sheet.frame(box, sheet.palette.ink, 12)


def _warmth(count: int) -> int:
    return sum(count >= least for least in _HEAT)


def _scale(sheet: Sheet) -> None:
    """Tell what the colours of days mean."""
    warmer = (f"{least}-{end - 1}" for least, end in pairwise(_HEAT))
    names = ("0", *warmer, f"{_HEAT[-1]}+")
    sheet.text(MARGIN, sheet.at + 18, "Reviews", 28, sheet.palette.quiet, anchor="lm")
    _legend(sheet, sheet.at, tuple(zip(names, sheet.palette.heat, strict=True)))
    sheet.at += 100


def _coming(sheet: Sheet, card: Card) -> None:
    """Draw the days ahead as bars: what comes back below, what is new on top of it."""
    _heading(sheet, f"Next {len(card.coming)} days")
    palette, most = sheet.palette, max((day.due + day.new for day in card.coming), default=0)
    if not most:
        sheet.text(MARGIN, sheet.at, "Nothing waits on these days.", 32, palette.quiet)
        sheet.at += 60
        return
    if any(day.new for day in card.coming):
        names = (("come back", palette.accent), ("new", palette.soft))
        _legend(sheet, sheet.at - 68, names)
    floor, step = sheet.at + 40 + _TALLEST, _ROOM // len(card.coming)
    for n, day in enumerate(card.coming):
        middle = MARGIN + n * step + step // 2
        sides = (middle - (step - 16) // 2, middle + (step - 16) // 2)
        _day(sheet, day, sides, floor, most)
        if day.day == card.on:
            sheet.bar((sides[0] - 4, floor + 48, sides[1] + 4, floor + 92), palette.ink, 12)
        colour = palette.paper if day.day == card.on else palette.ink
        sheet.text(middle, floor + 12, f"{day.day:%a}"[:2], 28, palette.quiet, anchor="ma")
        sheet.text(middle, floor + 70, str(day.day.day), 28, colour, anchor="mm")
    sheet.at = floor + 120


def _day(sheet: Sheet, day: Day, sides: tuple[int, int], floor: int, most: int) -> None:
    """Draw what comes on one day, where ``most`` is as tall as it gets."""
    (left, right), palette, total = sides, sheet.palette, day.due + day.new
    sheet.bar((left, floor - 4, right, floor), palette.faint, 2)
    if not total:
        return
    tall = max(14, _TALLEST * total // most)
    sheet.bar((left, floor - tall, right, floor), palette.soft, 10)
    if day.due:
        due = max(14, tall * day.due // total)
        sheet.bar((left, floor - due, right, floor), palette.accent, 10)
    sheet.text((left + right) // 2, floor - tall - 8, str(total), 28, anchor="mb")


def _legend(sheet: Sheet, top: int, names: Sequence[tuple[str, str]]) -> None:
    """Tell, at the right, what colours mean."""
    x = _RIGHT - sum(width(name, 28) + 78 for name, _ in names) + 32
    for name, colour in names:
        sheet.bar((x, top, x + 36, top + 36), colour, 9)
        sheet.text(x + 46, top + 18, name, 28, sheet.palette.quiet, anchor="lm")
        x += width(name, 28) + 78
