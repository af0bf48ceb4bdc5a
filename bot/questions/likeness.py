"""Pairs of questions that say much the same: rare words in common weigh more than frequent ones."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.questions.model import Question, QuestionId

WORTH_COMPARING = 0.3


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """Two questions and the share of their words they have in common, 0 to 1."""

    share: float
    first: QuestionId
    second: QuestionId


def near_duplicates(
    questions: Iterable[Question], at_least: float = WORTH_COMPARING
) -> tuple[Likeness, ...]:
    """Find the pairs worth comparing by their question and key points, the most alike first."""
    words = {question.id: _words(question) for question in questions}
    weights = _weights(words.values())
    totals = {asked: sum(weights[word] for word in words[asked]) for asked in words}
    found = []
    for first, second in itertools.combinations(words, 2):
        common = sum(weights[word] for word in words[first] & words[second])
        either = totals[first] + totals[second] - common
        if common and common / either >= at_least:
            found.append(Likeness(common / either, first, second))
    return tuple(sorted(found, reverse=True))


def _words(question: Question) -> frozenset[str]:
    text = " ".join([question.text, *question.key_points]).lower()
    return frozenset(word.removesuffix("s") for word in re.findall(r"\w{3,}", text))


def _weights(all_words: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """Weigh each word by how few questions use it."""
    texts = tuple(all_words)
    uses = Counter(word for words in texts for word in words)
    return {word: math.log(len(texts) / number) for word, number in uses.items()}
