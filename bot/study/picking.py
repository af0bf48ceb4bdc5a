"""Which question next: due ones by the risk of losing them, then new ones, areas in turn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions.model import Level
from bot.study.memory import retrievability

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from random import Random

    from bot.questions.model import AreaId, Question, QuestionId
    from bot.study.memory import Memory

OTHERS_BEFORE_RETURN = 3
"""Questions that come before one that was answered with Again comes back."""

ABOUT_AS_RISKY = 0.05
"""Difference in recall within which a change of area counts for more than the order."""

_LEVELS = {level: order for order, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Limits:
    """Daily numbers: what the bot offers by itself in one study day."""

    new: int = 3
    in_all: int = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that was put to the learner on this study day."""

    question_id: QuestionId
    area_id: AreaId | None
    graded: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Situation:
    """All that choosing depends on: what may be asked, what is known, what was asked today.

    ``questions`` are those in scope: chosen topics and levels, nothing hidden. ``today`` is in
    the order of asking.
    """

    questions: Sequence[Question]
    memories: Mapping[QuestionId, Memory]
    today: Sequence[Asked]
    day: date

    def allowance(self, limits: Limits) -> Limits:
        """Tell what is left of the daily numbers; a question that comes back counts once."""
        graded = {asked.question_id: asked.new for asked in reversed(self.today) if asked.graded}
        return Limits(
            new=max(0, limits.new - sum(graded.values())),
            in_all=max(0, limits.in_all - len(graded)),
        )


def next_question(situation: Situation, limits: Limits | None, chance: Random) -> Question | None:
    """Choose the question to ask now; None when nothing is left within the limits.

    Without ``limits`` the learner has asked for more. Chance only settles ties.
    """
    left = situation.allowance(limits) if limits else None
    return (
        _returning(situation, OTHERS_BEFORE_RETURN)
        or (None if left and not left.in_all else _due(situation))
        or (None if left and not min(left.new, left.in_all) else _new(situation, chance))
        or _returning(situation, 1)
    )


def others_left(situation: Situation, limits: Limits, current: QuestionId) -> bool:
    """Tell whether another question can be asked today after the current one."""
    left = situation.allowance(limits)
    fresh = [question for question in _fresh(situation) if question.id != current]
    due = sum(_is_due(question, situation) for question in fresh)
    new = sum(question.id not in situation.memories for question in fresh)
    left_new = left.new - (current not in situation.memories)
    others = min(left.in_all - 1, due + min(left_new, new))
    return others > 0 or any(
        question.id != current and situation.memories[question.id].returns_on(situation.day)
        for question in situation.questions
        if question.id in situation.memories
    )


def _returning(situation: Situation, others: int) -> Question | None:
    """Find a question that was failed today and lies at least so many others back."""
    last_asked = {asked.question_id: place for place, asked in enumerate(situation.today)}
    latest = len(situation.today) - 1 - others
    waiting = [
        question
        for question in situation.questions
        if (memory := situation.memories.get(question.id))
        and memory.returns_on(situation.day)
        and (place := last_asked.get(question.id)) is not None
        and place <= latest
        and situation.today[place].graded
    ]
    return min(waiting, key=lambda question: last_asked[question.id], default=None)


def _fresh(situation: Situation) -> list[Question]:
    asked = {asked.question_id for asked in situation.today}
    return [question for question in situation.questions if question.id not in asked]


def _is_due(question: Question, situation: Situation) -> bool:
    memory = situation.memories.get(question.id)
    return memory is not None and memory.due_day <= situation.day


def _due(situation: Situation) -> Question | None:
    """Choose the due question most at risk, or one about as risky from another area."""
    recall = {
        question: retrievability(situation.memories[question.id], situation.day)
        for question in _fresh(situation)
        if _is_due(question, situation)
    }
    if not recall:
        return None
    lowest = min(recall.values())
    last_area = situation.today[-1].area_id if situation.today else None
    risky = [question for question, chance in recall.items() if chance <= lowest + ABOUT_AS_RISKY]
    return min(risky, key=lambda q: (q.topic.area_id == last_area, recall[q]))


def _new(situation: Situation, chance: Random) -> Question | None:
    """Choose a new question from the area and topic met least, the easiest of them first."""
    new = [question for question in _fresh(situation) if question.id not in situation.memories]
    if not new:
        return None
    last_area = situation.today[-1].area_id if situation.today else None
    met = [q for q in situation.questions if q.id in situation.memories]
    today = {asked.question_id for asked in situation.today}
    met += [question for question in situation.questions if question.id in today]
    by_area = Counter(question.topic.area_id for question in met)
    by_topic = Counter(question.topic.id for question in met)
    ties = {topic_id: chance.random() for topic_id in sorted({q.topic.id for q in new})}
    return min(
        new,
        key=lambda q: (
            q.topic.area_id == last_area,
            by_area[q.topic.area_id],
            by_topic[q.topic.id],
            ties[q.topic.id],
            _LEVELS[q.level] if q.level else 0,
        ),
    )
