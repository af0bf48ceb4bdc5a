"""What the bank holds, in numbers, and where it is thin or repeats itself."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.questions.examples import CodeBlock, Handling, code_blocks
from bot.questions.model import AreaId, Level, QuestionId, TopicId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.questions.bank import Bank
    from bot.questions.model import Question

DUPLICATE_OVERLAP = 0.5
"""From this share of common words on, two questions are worth comparing."""

_LINK = re.compile(r"\]\(#([^)\s]*)\)")
_ITEM = re.compile(r"[-*+] ")
_COMMON_WORDS = 20
"""A word in more than one of so many questions says nothing about any of them."""


@dataclass(slots=True)
class Tally:
    """Numbers of some questions; ``blocks`` counts their examples by what the checks do."""

    questions: int = 0
    words: int = 0
    blocks: Counter[Handling] = field(default_factory=Counter)

    @property
    def examples(self) -> int:
        """How many blocks of code there are."""
        return self.blocks.total()

    def add(self, question: Question) -> None:
        """Count one more question."""
        self.questions += 1
        self.words += len(_words("\n".join(_texts(question))))
        self.blocks.update(block.handling for block in blocks_of(question))


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """Two questions and the share of their words they have in common, 0 to 1."""

    overlap: float
    first: QuestionId
    second: QuestionId


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the bank holds; follow-ups are links that lead somewhere, plain texts, dead links."""

    total: Tally
    areas: Mapping[AreaId, Tally]
    levels: Mapping[Level | None, Tally]
    languages: Mapping[str, Counter[Handling]]
    excuses: Mapping[QuestionId, tuple[str, ...]]
    without_senior: tuple[TopicId, ...]
    linked_follow_ups: int
    plain_follow_ups: int
    dead_follow_ups: tuple[tuple[QuestionId, str], ...]
    near_duplicates: tuple[Likeness, ...]


def count(bank: Bank) -> Statistics:
    """Count everything there is to know about a bank."""
    questions = tuple(bank.questions.values())
    follow_ups = [(question.id, item) for question in questions for item in _follow_ups(question)]
    links = [(asker, match[1]) for asker, item in follow_ups if (match := _LINK.search(item))]
    dead = tuple((asker, target) for asker, target in links if not bank.get(QuestionId(target)))
    return Statistics(
        total=_tallies(("", question) for question in questions).get("", Tally()),
        areas=_tallies((question.topic.area_id, question) for question in questions),
        levels=_tallies((question.level, question) for question in questions),
        languages=_languages(questions),
        excuses=_excuses(questions),
        without_senior=_without_senior(bank),
        linked_follow_ups=len(links) - len(dead),
        plain_follow_ups=len(follow_ups) - len(links),
        dead_follow_ups=dead,
        near_duplicates=_near_duplicates(questions),
    )


def blocks_of(question: Question) -> Iterator[CodeBlock]:
    """Yield the code of the examples of a question, in order."""
    return (block for text in question.examples for block in code_blocks(text))


def _tallies[Key](pairs: Iterable[tuple[Key, Question]]) -> dict[Key, Tally]: ...
