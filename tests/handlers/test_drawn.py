"""Pictures of progress: known while they show the same, and to their owner alone."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date

from bot.drawing.progress import Card
from bot.handlers.drawn import MOST, Drawn

ANN, BOB = 5_000_000_001, 5_000_000_002
CARD = Card("Your progress", "", 43, "ready today", (), date(2026, 11, 21), (), ())


def test_a_picture_of_the_same_is_found() -> None:
    drawn = Drawn()
    drawn.keep(ANN, CARD, "file")

    assert drawn.find(ANN, replace(CARD)) == "file"
    assert drawn.find(ANN, replace(CARD, ready=44)) is None
    assert drawn.find(ANN, replace(CARD, dark=True)) is None


def test_nobody_gets_the_picture_of_another() -> None:
    drawn = Drawn()
    drawn.keep(ANN, CARD, "file")

    assert drawn.find(BOB, CARD) is None


def test_who_is_forgotten_leaves_no_picture() -> None:
    drawn = Drawn()
    drawn.keep(ANN, CARD, "file")

    drawn.forget(ANN)
    drawn.forget(BOB)

    assert drawn.find(ANN, CARD) is None


def test_only_so_many_are_known() -> None:
    drawn = Drawn()
    for learner_id in range(MOST + 2):
        drawn.keep(learner_id, CARD, "file")
        drawn.keep(1, CARD, "file")  # who is drawn often stays

    assert drawn.find(0, CARD) is None
    assert drawn.find(1, CARD) == drawn.find(MOST + 1, CARD) == "file"


async def test_the_loop_goes_on_while_a_picture_is_drawn() -> None:
    drawing = asyncio.create_task(Drawn().draw(CARD))
    turns = 0
    while not drawing.done():
        await asyncio.sleep(0)
        turns += 1

    assert drawing.result().startswith(b"\x89PNG")
    assert turns > 1
