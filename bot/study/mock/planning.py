"""The questions of a round: rising in difficulty, topics by weight, nothing of the last round."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.questions.model import Level, QuestionId

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from random import Random

    from bot.questions.model import AreaId, Question, Topic, TopicId

_LINK = re.compile(r"\]\(#([^)\s]+)\)")
_ORDER = {level: order for order, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a round may ask.

    ``barred`` was asked in the round before and does not come again. ``asked`` counts how often
    each question was asked in earlier rounds: so topics get their share over many rounds too, and
    questions take turns. A topic without a weight weighs 1.
    """

    questions: Sequence[Question]
    weights: Mapping[TopicId, int] = field(default_factory=dict)
    barred: Collection[QuestionId] = ()
    asked: Mapping[QuestionId, int] = field(default_factory=dict)

    @property
    def fresh(self) -> list[Question]:
        """List what was not asked in the round before."""
        return [question for question in self.questions if question.id not in self.barred]


def plan(candidates: Candidates, length: int, chance: Random) -> tuple[QuestionId, ...]:
    """Choose at most ``length`` different questions, the easier ones first.

    Topics get their shares by the method of highest averages (D'Hondt), as seats in a parliament;
    of equal ones the area met least comes first. Each question is taken from the level that is
    still wanted most.
    """
    picker = _Picker(candidates, candidates.fresh, chance)
    wanted = _spread(picker.left, length)
    chosen: list[Question] = []
    while len(chosen) < length and picker.left:
        question = picker.take(wanted)
        wanted[difficulty(question)] -= 1
        chosen.append(question)
    return tuple(question.id for question in sorted(chosen, key=difficulty))


def extended(
    planned: Sequence[QuestionId], candidates: Candidates, chance: Random
) -> QuestionId | None:
    """Choose one more question, of the hardest there are left; None when there is none."""
    left = [question for question in candidates.fresh if question.id not in planned]
    hardest = max(map(difficulty, left), default=0)
    hard = [question for question in left if difficulty(question) == hardest]
    asked = Counter(candidates.asked) + Counter(planned)
    picker = _Picker(replace(candidates, asked=asked), hard, chance)
    return picker.take(Counter()).id if hard else None


def links(question: Question) -> tuple[QuestionId, ...]:
    """Name the questions of the bank that an interviewer would go on to."""
    return tuple(QuestionId(target) for target in _LINK.findall(question.follow_ups or ""))


def follow_up(
    targets: Sequence[Question], used: Collection[QuestionId], chance: Random
) -> QuestionId | None:
    """Choose a follow-up, or now and then none, as an interviewer would.

    ``used`` is what was planned or asked in this round or the last one.
    """
    left = [question.id for question in targets if question.id not in used]
    return chance.choice(left) if left and chance.getrandbits(1) else None


def difficulty(question: Question) -> int:
    """Order questions by level; one without a level is taken for a middle one."""
    return _ORDER[question.level or Level.MIDDLE]


class _Picker:
    """Takes one question after another out of what is left."""

    def __init__(self, candidates: Candidates, left: Sequence[Question], chance: Random) -> None:
        self.left = list(left)
        self._weights = candidates.weights
        self._asked = candidates.asked
        self._ties = {question.id: chance.random() for question in self.left}
        self._topic_ties = {
            topic: chance.random() for topic in sorted({q.topic.id for q in self.left})
        }
        self._by_topic: Counter[TopicId] = Counter()
        self._by_area: Counter[AreaId] = Counter()
        for question in candidates.questions:
            self._count(question.topic, candidates.asked.get(question.id, 0))

    def take(self, wanted: Mapping[int, int]) -> Question:
        """Take a question of the topic whose turn it is, of the level that is wanted most."""
        topic = min({question.topic for question in self.left}, key=self._turn)
        question = min(
            (question for question in self.left if question.topic == topic),
            key=lambda q: (-wanted[difficulty(q)], self._asked.get(q.id, 0), self._ties[q.id]),
        )
        self.left.remove(question)
        self._count(topic, 1)
        return question

    def _count(self, topic: Topic, times: int) -> None:
        self._by_topic[topic.id] += times
        self._by_area[topic.area_id] += times

    def _turn(self, topic: Topic) -> tuple[float, float]:
        """Tell how early a topic comes, the lowest first; without weights areas take turns."""
        by_topic, by_area = self._by_topic[topic.id], self._by_area[topic.area_id]
        tie = self._topic_ties[topic.id]
        if not self._weights:
            return by_area, by_topic + tie
        return (by_topic + 1) / self._weights.get(topic.id, 1), by_area + tie


def _spread(questions: Sequence[Question], length: int) -> Counter[int]:
    """Share a length out among the levels there are, evenly; the harder ones get what is over."""
    there = sorted({difficulty(question) for question in questions}, reverse=True)
    share, over = divmod(length, max(1, len(there)))
    return Counter({level: share + (n < over) for n, level in enumerate(there)})
