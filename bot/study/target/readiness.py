"""How ready a learner is for the day, if nothing more was asked, and what helps most."""

from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bot.study.memory import Grade
from bot.study.target.forgetting import Strength, after, first, recall

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.questions.model import QuestionId
    from bot.study.memory import Memory
    from bot.study.target.preparation import Preparation

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Readiness:
    """How much of a scope is recalled on the day, as memories stand.

    ``share`` is the sum of weight times recall over the sum of weights, where recall is FSRS's
    prediction for the day (``recall_of_seen`` is its weighted mean, None when nothing was seen)
    and ``unseen`` for a question that was never seen.
    """

    questions: int
    seen: int
    recall_of_seen: float | None
    unseen: float
    share: float


def readiness(preparation: Preparation) -> Readiness:
    """Measure the readiness for the whole scope, which is not empty."""
    return _readiness(preparation, tuple(preparation.target.weights))


def readiness_by(
    preparation: Preparation, parts: Mapping[QuestionId, _Part]
) -> dict[_Part, Readiness]:
    """Measure the readiness for each part of a scope: areas, or topics, by question."""
    scope: dict[_Part, list[QuestionId]] = defaultdict(list)
    for each in preparation.target.weights:
        scope[parts[each]].append(each)
    return {part: _readiness(preparation, of) for part, of in scope.items()}


def raising_most(preparation: Preparation, number: int = 3) -> list[tuple[QuestionId, float]]:
    """Name the questions that raise readiness most when asked once today, and by how much.

    Those that were asked today, and those that would not raise it, are not named.
    """
    if not preparation.ahead:
        return []
    weights, memories = preparation.target.weights, preparation.memories
    unseen = _gain(preparation, None)
    raised = [
        (each, weight * (_gain(preparation, memory) if memory else unseen))
        for each, weight in weights.items()
        if (memory := memories.get(each)) is None or memory.last_day < preparation.today
    ]
    best = heapq.nlargest(number, raised, key=lambda pair: pair[1])
    total = sum(weights.values())
    return [(each, gain / total) for each, gain in best if gain > 0]


def _readiness(preparation: Preparation, scope: Sequence[QuestionId]) -> Readiness:
    memories, weights = preparation.memories, preparation.target.weights
    recalls = {each: _recall(preparation, memories.get(each)) for each in scope}
    seen = [each for each in scope if each in memories]
    return Readiness(
        questions=len(scope),
        seen=len(seen),
        recall_of_seen=_mean(weights, seen, recalls) if seen else None,
        unseen=preparation.assumptions.unseen,
        share=_mean(weights, scope, recalls),
    )


def _mean(
    weights: Mapping[QuestionId, float],
    scope: Sequence[QuestionId],
    recalls: Mapping[QuestionId, float],
) -> float:
    total = sum(weights[each] for each in scope)
    return sum(weights[each] * recalls[each] for each in scope) / total


def _recall(preparation: Preparation, memory: Memory | None) -> float:
    """Predict the recall of a question on the day, as its memory stands."""
    if memory is None:
        return preparation.assumptions.unseen
    days = max(0, (preparation.target.on - memory.last_day).days)
    return recall(memory.stability, days, preparation.assumptions.parameters)


def _gain(preparation: Preparation, memory: Memory | None) -> float:
    return _if_asked(preparation, memory) - _recall(preparation, memory)


def _if_asked(preparation: Preparation, memory: Memory | None) -> float:
    """Predict the recall of a question on the day, if it is asked once more, today."""
    w = preparation.assumptions.parameters
    return sum(
        share * recall(left.stability, preparation.ahead, w)
        for share, left in _outcomes(preparation, memory)
    )


def _outcomes(preparation: Preparation, memory: Memory | None) -> list[tuple[float, Strength]]:
    w = preparation.assumptions.parameters
    if memory is None:
        return [(share, first(grade, w)) for grade, share in preparation.assumptions.first]
    known = Strength(memory.stability, memory.difficulty)
    chance = recall(known.stability, (preparation.today - memory.last_day).days, w)
    graded = ((chance, Grade.GOOD), (1 - chance, Grade.AGAIN))
    return [(share, after(known, chance, grade, w)) for share, grade in graded]
