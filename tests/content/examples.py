"""Every code example of the bank, each with a name a failing test can be found by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import content
from bot.questions.examples import CodeBlock, code_blocks
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.model import Question


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
    return tuple(example for question in bank.questions.values() for example in _of(question))


def _of(question: Question) -> Iterator[Example]:
    blocks = (block for text in question.examples for block in code_blocks(text))
    for number, block in enumerate(blocks, 1):
        yield Example(f"{question.id}-{number}", block)
