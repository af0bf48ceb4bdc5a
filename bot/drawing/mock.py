"""The debrief of a mock round as a picture for a phone, and as a document to print or send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.drawing import paper
from bot.drawing.colours import LIGHT
from bot.drawing.sheet import MARGIN, WIDTH, Sheet, cut, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_BARS: Final = 6


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
    story.bars(card.parts, colours=[LIGHT.of(share) for _, share in card.parts])
    story.lines(card.conclusions)
    story.title("Question by question")
    for each in card.entries:
        story.subtitle(f"{each.number} {each.question}")
        story.lines([each.about])
        story.ticks([(point.text, point.said) for point in each.points])
        if each.own_answer:
            story.quote(card.said, each.own_answer)
    story.title("How it is scored")
    story.lines(card.rubric)
    return story.written()


def picture(card: Card) -> bytes:
    """Draw a debrief as a PNG."""
    sheet = Sheet(_height(card), LIGHT)
    _top(sheet, card)
    _parts(sheet, card.parts)
    _earlier(sheet, card.scores)
    _conclusions(sheet, card.conclusions)
    _entries(sheet, card.entries)
    return sheet.png()


def _height(card: Card) -> int:
    bars = 276 if len(card.scores) > 1 else 0
    lines = 2 * 48 * len(card.conclusions)
    return 430 + 74 * len(card.parts) + bars + lines + 110 + 78 * len(card.entries) + MARGIN


def _top(sheet: Sheet, card: Card) -> None:
    """Draw the score as a ring, and say beside it what it means."""
    size, top, middle = 260, sheet.at, MARGIN + 130
    box = (MARGIN, top, MARGIN + size, top + size)
    sheet.ring(box, card.overall, LIGHT.of(card.overall), 30)
    sheet.text(middle, top + 118, str(card.overall), 92, bold=True, anchor="mm")
    sheet.text(middle, top + 182, "of 100", 30, LIGHT.quiet, anchor="mm")
    beside = MARGIN + size + 52
    sheet.text(beside, top + 34, "Mock round", 36, LIGHT.quiet)
    sheet.text(beside, top + 84, card.band, 68, bold=True)
    for n, line in enumerate(wrapped(card.about, 30, WIDTH - MARGIN - beside, 3)):
        sheet.text(beside, top + 178 + 40 * n, line, 30, LIGHT.quiet)
    sheet.at = top + size + 70


def _parts(sheet: Sheet, parts: Sequence[tuple[str, int]]) -> None:
    """Draw each part of the score as a bar."""
    for name, share in parts:
        middle = sheet.at + 22
        sheet.text(MARGIN, middle, name, 34, anchor="lm")
        box = (MARGIN + 320, middle - 14, WIDTH - MARGIN - 90, middle + 14)
        sheet.share(box, share, LIGHT.of(share))
        sheet.text(WIDTH - MARGIN, middle, str(share), 34, bold=True, anchor="rm")
        sheet.at += 74


def _earlier(sheet: Sheet, scores: Sequence[int]) -> None:
    """Draw the scores of the last rounds side by side."""
    if len(scores) < 2:  # noqa: PLR2004 - one alone compares with nothing
        return
    shown = scores[-_MOST_BARS:]
    sheet.text(MARGIN, sheet.at + 16, "Your last rounds", 34, bold=True)
    floor, step = sheet.at + 236, (WIDTH - 2 * MARGIN) // _MOST_BARS
    for n, score in enumerate(shown):
        left = MARGIN + n * step + 20
        top, right = floor - max(8, round(1.1 * score)), left + step - 60
        last = n == len(shown) - 1
        sheet.bar((left, top, right, floor), LIGHT.of(score) if last else "#B9C3D0")
        sheet.text((left + right) // 2, top - 8, str(score), 30, bold=last, anchor="mb")
    sheet.at = floor + 40


def _conclusions(sheet: Sheet, lines: Sequence[str]) -> None:
    """Write what follows from the scores."""
    for line in lines:
        for part in wrapped(line, 32, WIDTH - 2 * MARGIN, 2):
            sheet.text(MARGIN, sheet.at, part, 32)
            sheet.at += 48
    sheet.at += 30


def _entries(sheet: Sheet, entries: Sequence[Entry]) -> None:
    """List the questions with their grades."""
    for each in entries:
        sheet.rule()
        middle = sheet.at + 39
        mark = LIGHT.worst if each.missed else LIGHT.best
        sheet.text(WIDTH - MARGIN, middle, each.grade, 30, mark, bold=True, anchor="rm")
        line = cut(f"{each.number} {each.question}", 30, WIDTH - 2 * MARGIN - 160)
        sheet.text(MARGIN, middle, line, 30, anchor="lm")
        sheet.at += 78
