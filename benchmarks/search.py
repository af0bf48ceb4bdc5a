"""What a search costs in the bank, and in one several times as large, mistyped words included.

The fastest of a few runs, and the ratio of the two: run ``python -m benchmarks.search``.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot import content
from bot.questions.model import QuestionId
from bot.questions.search import index, search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.bank import Bank
    from bot.questions.model import Question
    from bot.questions.search import Index

CONTENT = Path(__file__).parent.parent / "content"
REPEATS = 5
SIZES = (500, 2000)
TEXTS = ("decoratr arguments", "what is the gil", "select for up", "kubernetse probes", "e")


def main() -> None:
    """Print a row for each size, with the ratio to the smallest."""
    bank, _ = content.load(CONTENT)
    print(f"{'questions':>10}{'a search':>12}{'ratio':>8}")
    first = 0.0
    for size in SIZES:
        seconds = _fastest(index(_copies(bank, size)))
        first = first or seconds
        print(f"{size:>10}{seconds * 1000:>9.1f} ms{seconds / first:>8.2f}")


def _copies(bank: Bank, number: int) -> Iterator[Question]:
    questions = list(bank.questions.values())
    for i in range(number):
        question = questions[i % len(questions)]
        yield replace(question, id=QuestionId(f"{question.id}-{i}"))


def _fastest(prepared: Index) -> float:
    """Return the processor time of one search."""
    runs = []
    for _ in range(REPEATS):
        started = time.process_time()
        for text in TEXTS:
            search(prepared, text)
        runs.append(time.process_time() - started)
    return min(runs) / len(TEXTS)


if __name__ == "__main__":
    main()
