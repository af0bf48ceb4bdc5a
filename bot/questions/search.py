"""Questions by words: ranked, forgiving typing errors and unfinished words.

A word counts by how few questions have it and by where it stands: in the question more than in
a key point, there more than in the answer. A question needs at least half of what was asked for.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.questions.stems import stem, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.questions.model import Question

LONGEST: Final = 12
"""Words of a search that are looked at; the rest would only slow it down."""

_QUESTION: Final = 5.0
_LABEL: Final = 4.0
_POINT: Final = 2.0
_ANSWER: Final = 1.0
_BEGUN: Final = 0.7
_LONGER: Final = 0.3
"""How much a word counts whose beginning was typed: alone, or when that is a word itself."""
_MISTYPED: Final = 0.6
_TYPED: Final = 0.74
_SHORTEST: Final = 4
"""Letters of the shortest word in which a typing error is looked for."""
_NEAR: Final = 20
_COMMON: Final = math.log(3)
"""Rarity of a word that every second question has."""
_ENOUGH: Final = 0.5
"""The share of what was asked for that a question needs to have."""
_PHRASE: Final = 1.5
"""How much more a question counts that has the words as they were typed."""


@dataclass(frozen=True, slots=True)
class Index:
    """Questions prepared for searching, once."""

    questions: tuple[Question, ...]
    weights: Mapping[str, Mapping[int, float]]
    """By stem: how much it counts in which question."""
    vocabulary: tuple[str, ...]
    """Every word as it is written, sorted."""
    phrases: tuple[str, ...]
    """The stems of each question, in order."""


@dataclass(frozen=True, slots=True)
class Found:
    """A question and how well it fits; scores of one index can be compared."""

    question: Question
    score: float


def index(questions: Iterable[Question]) -> Index:
    """Prepare questions for searching."""
    asked = tuple(questions)
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    vocabulary = set()
    for place, question in enumerate(asked):
        for text, weight in _texts(question):
            used = set(words(text))
            vocabulary |= used
            for stemmed in {stem(word) for word in used}:
                having = weights[stemmed]
                having[place] = having.get(place, 0.0) + weight
    phrases = tuple(_phrase(words(question.text)) for question in asked)
    return Index(asked, weights, tuple(sorted(vocabulary)), phrases)


def search(prepared: Index, text: str) -> tuple[Found, ...]:
    """Find questions by words, the best first; equals in the order of the files."""
    typed = _telling(prepared, tuple(dict.fromkeys(words(text)))[:LONGEST])
    scores: dict[int, float] = defaultdict(float)
    covered: dict[int, float] = defaultdict(float)
    for word, rarity in typed.items():
        for place, score in _scores(prepared, word).items():
            scores[place] += score
            covered[place] += rarity
    total = sum(typed.values())
    phrase = _phrase(words(text))
    found = []
    for place, score in scores.items():
        share = covered[place] / total
        if share >= _ENOUGH:
            whole = _PHRASE if len(typed) > 1 and phrase in prepared.phrases[place] else 1.0
            found.append((-score * share * whole, place))
    return tuple(Found(prepared.questions[place], -score) for score, place in sorted(found))


def _texts(question: Question) -> Iterator[tuple[str, float]]:
    yield question.text, _QUESTION
    yield " ".join((*question.tags, question.topic.name, question.topic.area)), _LABEL
    yield question.id, _POINT
    for point in question.key_points:
        yield point, _POINT
    for text in (question.answer, question.topic.summary):
        yield text or "", _ANSWER


def _phrase(of: Iterable[str]) -> str:
    return f" {' '.join(stem(word) for word in of)} "


def _telling(prepared: Index, typed: Iterable[str]) -> dict[str, float]:
    """Weigh what was typed by rarity, without what is in most questions, unless that is all."""
    rarities = {word: _rarity(prepared, word) for word in typed}
    telling = {word: rarity for word, rarity in rarities.items() if rarity > _COMMON}
    return telling or rarities


def _rarity(prepared: Index, word: str) -> float:
    having = prepared.weights.get(stem(word), ())
    return math.log(1 + len(prepared.questions) / (1 + len(having)))


def _scores(prepared: Index, word: str) -> dict[int, float]:
    """Score the questions that have a word, or one that it may be short or wrong for."""
    scores: dict[int, float] = {}
    for meant, likeness in _meant(prepared, word).items():
        rarity = _rarity(prepared, meant)
        for place, weight in prepared.weights[stem(meant)].items():
            scores[place] = max(scores.get(place, 0.0), likeness * rarity * weight)
    return scores


def _meant(prepared: Index, word: str) -> dict[str, float]:
    """Find the known words that a typed one may mean, and how sure each of them is."""
    whole = stem(word) in prepared.weights
    likeness = _LONGER if whole else _BEGUN
    begun = dict.fromkeys(_beginning_with(prepared.vocabulary, word), likeness)
    if whole:
        return begun | {word: 1.0}
    if begun or len(word) < _SHORTEST:
        return begun
    close = process.extract(
        word,
        prepared.vocabulary,
        scorer=OSA.normalized_similarity,
        score_cutoff=_TYPED,
        limit=_NEAR,
    )
    return {known: _MISTYPED * likeness for known, likeness, _ in close}


def _beginning_with(vocabulary: Sequence[str], beginning: str) -> Iterator[str]:
    start = bisect_left(vocabulary, beginning)
    return takewhile(lambda word: word.startswith(beginning), vocabulary[start : start + _NEAR])
