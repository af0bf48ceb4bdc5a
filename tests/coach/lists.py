"""A bank of a single question, which has key points and a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import bank as banks

if TYPE_CHECKING:
    from bot.questions.bank import Bank

FILE = """---
topic: Basics
area: Python
---

## What is a list?
<!-- id: list -->

A sequence.

### Key points
- It is ordered
- It can change
- It may hold anything
### Hint
Square brackets.
"""


def one_question() -> Bank:
    """Build the bank."""
    built, problems = banks.build([("python/basics.md", FILE)])
    assert not problems
    return built
