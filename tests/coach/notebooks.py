"""Documents of learners as values, read as the bot reads them."""

from __future__ import annotations

from bot.questions import document
from bot.questions.document.pictures import Pictures
from bot.questions.draft import Draft, name_of
from bot.study.notes import Original

HOME = """# Cooking

## What is a roux?

Flour and butter, stirred over heat.

## Why rest a dough?

So that the gluten relaxes.

# Baking

## What does baking soda need?

An acid.

## How hot is a pizza oven?
"""


def draft(
    text: str = HOME, *, message: int = 7, name: str = "kitchen.md", drop: tuple[int, ...] = ()
) -> tuple[Draft, Original]:
    """Read a text as the document that a message has brought."""
    reading = document.read(text)
    read = Draft(message, name_of(name), reading, Pictures(), dropped=frozenset(drop))
    return read, Original(text.encode(), name)
