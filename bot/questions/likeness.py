"""Pairs of questions that say much the same: rare words in common weigh more than frequent ones."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from bot.questions.model import Question, QuestionId

WORTH_COMPARING = 0.3


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """Two questions and the share of their words they have in common, 0 to 1."""

    share: float
    first: QuestionId
    second: QuestionId


def near_duplicates(
    questions: Iterable[Question],
    at_least: float = WORTH_COMPARING,
    of: Collection[QuestionId] | None = None,
) -> tuple[Likeness, ...]:
    """Find the pairs worth comparing by their question and key points, the most alike first.

    With ``of``, a pair has one of these questions in it.
    """
    words = {question.id: _words(question) for question in questions}
    weights = _weights(words.values())
    totals = {asked: sum(weights[word] for word in words[asked]) for asked in words}
    found = []
    for first, second, common in _pairs(words, weights, words.keys() if of is None else of):
        either = totals[first] + totals[second] - common
        if common / either >= at_least:
            found.append(Likeness(common / either, first, second))
    return tuple(sorted(found, reverse=True))


def _pairs(
    words: Mapping[QuestionId, frozenset[str]],
    weights: Mapping[str, float],
    wanted: Collection[QuestionId],
) -> Iterator[tuple[QuestionId, QuestionId, float]]:
    """Yield the pairs that share words, in the order of the questions, and what these weigh."""
    places = {asked: place for place, asked in enumerate(words)}
    users: dict[str, list[QuestionId]] = defaultdict(list)
    for asked in words:
        for word in words[asked]:
            users[word].append(asked)
    for asked in wanted:
        common: dict[QuestionId, float] = defaultdict(float)
        for word in words[asked]:
            for other in users[word]:
                common[other] += weights[word]
        for other, weight in common.items():
            if other not in wanted or places[asked] < places[other]:
                first, second = sorted((asked, other), key=places.__getitem__)
                yield first, second, weight


def _words(question: Question) -> frozenset[str]:
    text = " ".join([question.text, *question.key_points]).lower()
    return frozenset(word.removesuffix("s") for word in re.findall(r"\w{3,}", text))


def _weights(all_words: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """Weigh each word by how few questions use it."""
    texts = tuple(all_words)
    uses = Counter(word for words in texts for word in words)
    return {word: math.log1p(len(texts) / number) for word, number in uses.items()}
