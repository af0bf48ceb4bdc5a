"""Every code example of the bank, each with a name a failing test can be found by."""

from __future__ import annotations

from dataclasses import dataclass

from bot import content
from bot.questions.examples import CodeBlock, examples_of
from tests.conftest import ROOT


@dataclass(frozen=True, slots=True)
class Example:
    """One block of code in a question of the bank."""

    name: str
    block: CodeBlock

    def __str__(self) -> str:
        return self.name


def read_all() -> tuple[Example, ...]:
    """Read the examples of every question, in the order of the bank."""
    bank, _ = content.load(ROOT / "content")
    return tuple(
        Example(f"{question.id}-{number}", block)
        for question in bank.questions.values()
        for number, block in enumerate(examples_of(question), 1)
    )
