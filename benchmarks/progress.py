"""What ``/progress`` costs: statistics of 5,000 reviews, and the picture in its largest form.

Each is compared, in one run, with something known: the statistics with the mere replay of the same
reviews through the ``fsrs`` package, the picture with an empty one of its size. The bounds that we
promise: a picture takes less than a second and 300 KB. Run ``python -m benchmarks.progress``.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from itertools import cycle
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

from bot.drawing.colours import LIGHT
from bot.drawing.progress import Area, Card, Day, picture
from bot.drawing.sheet import Sheet
from bot.questions.model import QuestionId
from bot.study.memory import Grade, Memory, outcomes
from bot.study.progress import Review, calendar, coming, statistics, streak

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 21)
A_DAY = timedelta(days=1)
REVIEWS = 5_000
QUESTIONS = 500
REPEATS = 5


def main() -> None:
    """Print a row for each part: milliseconds, those of what it is compared with, the ratio."""
    reviews = reviewed(Random(1))  # noqa: S311 - chance, not a secret
    memories = replayed(reviews)
    print(f"{f'{REVIEWS} reviews':24}{'ms':>8}{'fsrs ms':>10}{'ratio':>8}")
    fsrs, told, days = seconds(
        lambda: replayed(reviews),
        lambda: statistics(reviews, TODAY),
        lambda: around(reviews, memories),
    )
    row("statistics", told, fsrs)
    row("streak, weeks, days", days, fsrs)
    print(f"\n{'picture':24}{'ms':>8}{'empty ms':>10}{'ratio':>8}{'KB':>8}")
    for number in (1, 7, 21):
        card = carded(reviews, memories, number)
        for theme, shown in (("light", card), ("dark", replace(card, dark=True))):
            png = picture(shown)
            height = Image.open(BytesIO(png)).height
            drawing, empty = seconds(partial(picture, shown), partial(blank, height))
            row(f"{number} areas, {theme}", drawing, empty, f"{len(png) / 1000:8.0f}")


def row(name: str, taken: float, compared: float, more: str = "") -> None:
    """Print one of them."""
    print(f"{name:24}{1000 * taken:8.1f}{1000 * compared:10.1f}{taken / compared:8.3f}{more}")


def reviewed(chance: Random) -> list[Review]:
    """Make up the reviews of half a year, in their order."""
    grades = cycle((Grade.GOOD, Grade.AGAIN, Grade.GOOD, Grade.HARD, Grade.EASY))
    days = sorted(chance.randrange(180) for _ in range(REVIEWS))
    return [
        Review(
            QuestionId(f"q{chance.randrange(QUESTIONS)}"),
            TODAY - (179 - day) * A_DAY,
            next(grades),
            chance.uniform(0.5, 60),
            timedelta(seconds=chance.randrange(20, 600)),
        )
        for day in days
    ]


def replayed(reviews: list[Review]) -> dict[QuestionId, Memory]:
    """Send all reviews through the package that keeps the memories."""
    memories: dict[QuestionId, Memory] = {}
    for each in reviews:
        known = memories.get(each.question_id)
        left = outcomes(known, each.day, others_left=False)
        memories[each.question_id] = left[each.grade]
    return memories


def around(reviews: list[Review], memories: dict[QuestionId, Memory]) -> object:
    """Count the streak and the days behind and ahead."""
    days = [each.day for each in reviews]
    return streak(set(days), TODAY), calendar(days, TODAY), coming(memories.values(), TODAY)


def carded(reviews: list[Review], memories: dict[QuestionId, Memory], number: int) -> Card:
    """Make the values of a picture with so many areas."""
    return Card(
        title="12 December",
        about="21 days left. Senior Python backend.",
        ready=61,
        ready_about="on the day",
        areas=[Area(f"Area number {n}", 4 * n + 9, n % 7, 30) for n in range(number)],
        today=TODAY,
        weeks=calendar([each.day for each in reviews], TODAY),
        coming=[Day(each.day, each.due, 3) for each in coming(memories.values(), TODAY)],
    )


def blank(height: int) -> bytes:
    """Draw nothing, and write it."""
    sheet = Sheet(height, LIGHT)
    sheet.at = height
    return sheet.png()


def seconds(*runs: Callable[[], object]) -> list[float]:
    """Return the processor time of the fastest of a few runs of each, taken in turns."""
    fastest = [float("inf")] * len(runs)
    for _ in range(REPEATS):
        for place, run in enumerate(runs):
            started = time.process_time()
            run()
            fastest[place] = min(fastest[place], time.process_time() - started)
    return fastest


if __name__ == "__main__":
    main()
