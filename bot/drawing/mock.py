"""The debrief of a mock round as a picture for a phone, and as a document to print or send."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw

from bot.drawing import paper
from bot.drawing.typefaces import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.ImageFont import FreeTypeFont

WIDTH: Final = 1080
"""Pixels of a picture: as wide as phones show it."""

_SHARP: Final = 2
"""It is drawn so many times as large, and then made smaller: Pillow leaves edges rough."""
_MARGIN: Final = 64
_MOST_BARS: Final = 6

_PAPER: Final = "#FFFFFF"
_INK: Final = "#1C2430"
_QUIET: Final = "#5B6675"
_FAINT: Final = "#E6EAF0"
_LEVELS: Final = ((80, "#1F8A5B"), (60, "#3B7DD8"), (40, "#C98A1B"), (0, "#C2553F"))


@dataclass(frozen=True, slots=True)
class Point:
    """A key point, and whether it was said; None where that is not known."""

    text: str
    said: bool | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of a round: its number, what came of it in short and in words, its points."""

    number: str
    question: str
    grade: str
    missed: bool
    about: str
    points: Sequence[Point] = ()
    own_answer: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A debrief in plain words and numbers; scores are from 0 to 100, the earliest first."""

    title: str
    about: str
    band: str
    overall: int
    parts: Sequence[tuple[str, int]]
    conclusions: Sequence[str]
    scores: Sequence[int]
    entries: Sequence[Entry]
    rubric: Sequence[str] = ()
    said: str = ""
    """What stands before an answer that was typed."""


def pdf(card: Card) -> bytes:
    """Write a debrief as a PDF."""
    story = paper.Story(card.title)
    story.heading(card.title, card.about)
    story.bars(card.parts, colours=[colour_of(share) for _, share in card.parts])
    story.lines(card.conclusions)
    story.title("Question by question")
    for each in card.entries:
        story.subtitle(f"{each.number} {each.question}")
        story.lines([each.about])
        story.ticks([(point.text, point.said) for point in each.points])
        if each.own_answer:
            story.lines([card.said])
            story.quote(each.own_answer)
    story.title("How it is scored")
    story.lines(card.rubric)
    return story.written()


def picture(card: Card) -> bytes:
    """Draw a debrief as a PNG."""
    sheet = _Sheet(_height(card))
    sheet.top(card)
    sheet.parts(card.parts)
    sheet.earlier(card.scores)
    sheet.conclusions(card.conclusions)
    sheet.entries(card.entries)
    return sheet.png()


def colour_of(share: int) -> str:
    """Give a score its colour, which never tells more than the number beside it."""
    return next(colour for least, colour in _LEVELS if share >= least)


def _height(card: Card) -> int:
    bars = 276 if len(card.scores) > 1 else 0
    lines = 52 * len(card.conclusions)
    return 430 + 74 * len(card.parts) + bars + lines + 110 + 78 * len(card.entries) + _MARGIN


class _Sheet:
    """A picture that is filled from top to bottom."""

    def __init__(self, height: int) -> None:
        size = (WIDTH * _SHARP, height * _SHARP)
        self._image = Image.new("RGB", size, _PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self._at = _MARGIN

    def png(self) -> bytes:
        """Give what was drawn, cut off below the last line."""
        bottom = min(self._image.height, (self._at + _MARGIN // 2) * _SHARP)
        whole = self._image.crop((0, 0, self._image.width, bottom)).reduce(_SHARP)
        out = BytesIO()
        whole.save(out, "PNG", optimize=True)
        return out.getvalue()

    def top(self, card: Card) -> None:
        """Draw the score as a ring, and say beside it what it means."""
        size, colour = 260, colour_of(card.overall)
        left, top = _MARGIN, self._at
        box = self._box(left, top, left + size, top + size)
        width = 30 * _SHARP
        self._draw.arc(box, 0, 360, _FAINT, width)
        self._draw.arc(box, -90, -90 + 3.6 * card.overall, colour, width)
        self._text(left + size // 2, top + 118, str(card.overall), 92, bold=True, anchor="mm")
        self._text(left + size // 2, top + 182, "of 100", 30, _QUIET, anchor="mm")
        beside = left + size + 52
        self._text(beside, top + 34, "Mock round", 36, _QUIET)
        self._text(beside, top + 84, card.band, 68, bold=True)
        room = WIDTH - _MARGIN - beside
        for n, line in enumerate(_wrapped(card.about, 30, room)[:3]):
            self._text(beside, top + 178 + 40 * n, line, 30, _QUIET)
        self._at = top + size + 70

    def parts(self, parts: Sequence[tuple[str, int]]) -> None:
        """Draw each part of the score as a bar."""
        for name, share in parts:
            start, end = _MARGIN + 320, WIDTH - _MARGIN - 90
            middle = self._at + 22
            self._text(_MARGIN, middle, name, 34, anchor="lm")
            self._bar(start, middle - 14, end, middle + 14, _FAINT)
            if share:
                until = start + max(28, (end - start) * share // 100)
                self._bar(start, middle - 14, until, middle + 14, colour_of(share))
            self._text(WIDTH - _MARGIN, middle, str(share), 34, bold=True, anchor="rm")
            self._at += 74

    def earlier(self, scores: Sequence[int]) -> None:
        """Draw the scores of the last rounds side by side."""
        if len(scores) < 2:  # noqa: PLR2004 - one alone compares with nothing
            return
        shown = scores[-_MOST_BARS:]
        self._text(_MARGIN, self._at + 16, "Your last rounds", 34, bold=True)
        floor, step = self._at + 236, (WIDTH - 2 * _MARGIN) // _MOST_BARS
        for n, score in enumerate(shown):
            left = _MARGIN + n * step + 20
            top = floor - max(8, round(1.1 * score))
            last = n == len(shown) - 1
            self._bar(left, top, left + step - 60, floor, colour_of(score) if last else "#B9C3D0")
            middle = left + (step - 60) // 2
            self._text(middle, top - 8, str(score), 30, bold=last, anchor="mb")
        self._at = floor + 40

    def conclusions(self, lines: Sequence[str]) -> None:
        """Write what follows from the scores."""
        for line in lines:
            for part in _wrapped(line, 32, WIDTH - 2 * _MARGIN)[:2]:
                self._text(_MARGIN, self._at, part, 32)
                self._at += 48
        self._at += 30

    def entries(self, entries: Sequence[Entry]) -> None:
        """List the questions with their grades."""
        for each in entries:
            self._draw.line(
                self._box(_MARGIN, self._at, WIDTH - _MARGIN, self._at), _FAINT, 2 * _SHARP
            )
            middle = self._at + 39
            mark = _LEVELS[-1][1] if each.missed else _LEVELS[0][1]
            self._text(WIDTH - _MARGIN, middle, each.grade, 30, mark, bold=True, anchor="rm")
            room = WIDTH - 2 * _MARGIN - 160
            line = _cut(f"{each.number} {each.question}", font(30 * _SHARP), room * _SHARP)
            self._text(_MARGIN, middle, line, 30, anchor="lm")
            self._at += 78

    def _text(  # noqa: PLR0913 - a text has that many looks
        self,
        x: int,
        y: int,
        text: str,
        size: int,
        colour: str = _INK,
        *,
        bold: bool = False,
        anchor: str = "la",
    ) -> None:
        at = (x * _SHARP, y * _SHARP)
        self._draw.text(at, text, colour, font(size * _SHARP, bold=bold), anchor=anchor)

    def _bar(self, left: int, top: int, right: int, bottom: int, colour: str) -> None:
        radius = min(14, (bottom - top) // 2) * _SHARP
        self._draw.rounded_rectangle(self._box(left, top, right, bottom), radius, colour)

    def _box(self, left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
        return left * _SHARP, top * _SHARP, right * _SHARP, bottom * _SHARP


def _wrapped(text: str, size: int, room: int) -> list[str]:
    """Break a text into lines that fit; a word that is too long is cut."""
    face, lines = font(size), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if face.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(_cut(word, face, room))
    return [line for line in lines if line]


def _cut(text: str, face: FreeTypeFont, room: int) -> str:
    """Shorten a text until it fits, and show that it was cut."""
    if face.getlength(text) <= room:
        return text
    while text and face.getlength(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
