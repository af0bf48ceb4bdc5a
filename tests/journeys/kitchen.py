"""Notes of a person's own, and what they do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.sandbox import Message, Person

KITCHEN = b"""# Cooking

## What is a roux?

Flour and butter, stirred over heat.

## Why rest a dough?

So that the gluten relaxes.

# Baking

## What does baking soda need?

An acid.

## How hot is a pizza oven?
"""

NEWER = b"""# Cooking

## Why rest a dough?

So that the gluten relaxes and the flour soaks.

## What is a bain-marie?

A bath of hot water.

# Sauces

## What is a roux?

Flour and butter, stirred over heat.

# Baking

## How hot is a pizza oven?
"""


def is_asked_from_notes(message: Message) -> bool:
    """Tell whether a message puts a question of the person's own notes."""
    return message.text.startswith("Your notes · ") and message.labels[:1] == (("Show answer",),)


async def add_kitchen(phone: Person) -> Message:
    """Send the notes and say yes."""
    await phone.sends_document("kitchen.md", KITCHEN)
    await phone.sees("4 questions")
    await phone.taps("Add all")
    return await phone.sees("Added")


async def grade_everything(phone: Person, grade: str = "Good") -> list[str]:
    """Answer what is asked from the notes until nothing is left; list the questions."""
    asked: list[str] = []
    while not is_done(message := await phone.sees(is_next_or_done)):
        asked.append(message.text.partition("\n\n")[2])
        await phone.taps("Show answer", on=message)
        await phone.sees(can_be_graded)
        await phone.taps(grade)
    return asked


def is_done(message: Message) -> bool:
    """Tell whether a message says that nothing is left of the notes."""
    return "That is all from" in message.text


def is_next_or_done(message: Message) -> bool:
    """Tell whether a message asks from the notes, or says that nothing is left of them."""
    return is_asked_from_notes(message) or is_done(message)


def can_be_graded(message: Message) -> bool:
    """Tell whether a message shows an answer to grade."""
    return "Good · " in str(message.labels)
