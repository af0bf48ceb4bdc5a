"""Which question next: due ones by the risk of losing them, then new ones, areas in turn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.questions.model import Level
from bot.study.memory import DEFAULTS, retrievability

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date
    from random import Random

    from bot.questions.model import AreaId, Question, QuestionId, TopicId
    from bot.study.agenda import Agenda
    from bot.study.memory import Memory, Parameters

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

    With ``planned`` these questions are asked instead of what is due and what is new.

    ``questions`` are those in scope: chosen topics and levels, nothing hidden. ``today`` is in
    the order of asking. ``weights`` are those of a track, in its order: new questions are taken
    by them; a topic that is not named weighs 1, and without any the areas take turns. ``real``
    are those that the learner was asked in a real interview: among equals they come first.
    ``parameters`` tell how the learner forgets.
    """

    questions: Sequence[Question]
    memories: Mapping[QuestionId, Memory]
    today: Sequence[Asked]
    day: date
    weights: Mapping[TopicId, int] = field(default_factory=dict)
    real: Collection[QuestionId] = frozenset()
    agenda: Agenda | None = None
    planned: Sequence[QuestionId] | None = None
    parameters: Parameters = DEFAULTS

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
    if situation.planned is not None and (limits or situation.planned):
        return (
            _returning(situation, OTHERS_BEFORE_RETURN)
            or _planned(situation)
            or _returning(situation, 1)
        )
    return (
        _returning(situation, OTHERS_BEFORE_RETURN)
        or (None if left and not left.in_all else _due(situation))
        or (None if left and not min(left.new, left.in_all) else _new(situation, chance))
        or _returning(situation, 1)
    )


def next_of_topic(situation: Situation, chance: Random) -> Question | None:
    """Choose the next question for who goes through one topic, which is all there is in scope.

    Beyond the daily numbers, and in the end also those that are not due yet.
    """
    return next_question(situation, None, chance) or _early(situation)


def others_left(situation: Situation, limits: Limits, current: QuestionId) -> bool:
    """Tell whether another question can be asked today after the current one."""
    left = situation.allowance(limits)
    fresh = [question for question in _fresh(situation) if question.id != current]
    if situation.planned is not None and any(q.id in situation.planned for q in fresh):
        return True
    due = sum(_is_due(question, situation) for question in fresh)
    new = sum(question.id not in situation.memories for question in fresh)
    left_new = left.new - (current not in situation.memories)
    others = min(left.in_all - 1, due + min(left_new, new)) if situation.planned is None else 0
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


def _planned(situation: Situation) -> Question | None:
    """Choose what the plan ranks highest, of another area than the last if there is one."""
    fresh = {question.id: question for question in _fresh(situation)}
    planned = [fresh[each] for each in situation.planned or () if each in fresh]
    last_area = situation.today[-1].area_id if situation.today else None
    return min(planned, key=lambda question: question.topic.area_id == last_area, default=None)


def _fresh(situation: Situation) -> list[Question]:
    asked = {asked.question_id for asked in situation.today}
    return [question for question in situation.questions if question.id not in asked]


def _is_due(question: Question, situation: Situation) -> bool:
    memory = situation.memories.get(question.id)
    return memory is not None and memory.due_day <= situation.day


def _due(situation: Situation) -> Question | None:
    """Choose the due question most at risk, or one about as risky: asked for real, another area."""
    recall = {
        question: retrievability(
            situation.memories[question.id], situation.day, situation.parameters
        )
        for question in _fresh(situation)
        if _is_due(question, situation)
    }
    if not recall:
        return None
    lowest = min(recall.values())
    last_area = situation.today[-1].area_id if situation.today else None
    risky = [question for question, chance in recall.items() if chance <= lowest + ABOUT_AS_RISKY]
    real = situation.real
    return min(risky, key=lambda q: (q.id not in real, q.topic.area_id == last_area, recall[q]))


def _early(situation: Situation) -> Question | None:
    """Choose, of the questions that are not due yet, the one most at risk."""
    known = [question for question in _fresh(situation) if question.id in situation.memories]
    memories, day, w = situation.memories, situation.day, situation.parameters
    return min(known, key=lambda q: retrievability(memories[q.id], day, w), default=None)


def _new(situation: Situation, chance: Random) -> Question | None:
    """Choose a new question from the area and topic met least, the easiest of them first.

    One that was asked for real comes before all others.
    With weights the topic comes first that has been met least for its weight: the method of
    highest averages (D'Hondt), by which seats are shared out.
    """
    new = [question for question in _fresh(situation) if question.id not in situation.memories]
    if not new:
        return None
    last_area = situation.today[-1].area_id if situation.today else None
    today = {asked.question_id for asked in situation.today}
    met = [q for q in situation.questions if q.id in situation.memories or q.id in today]
    by_area = Counter(question.topic.area_id for question in met)
    by_topic = Counter(question.topic.id for question in met)
    ties, real = _ties(new, situation.weights, chance), situation.real

    def turn(question: Question) -> tuple[float, ...]:
        topic, same_area = question.topic, question.topic.area_id == last_area
        if not situation.weights:
            return same_area, by_area[topic.area_id], by_topic[topic.id]
        return (by_topic[topic.id] + 1) / situation.weights.get(topic.id, 1), same_area

    def place(question: Question) -> tuple[float, ...]:
        level = _LEVELS[question.level] if question.level else 0
        return (question.id not in real, *turn(question), ties[question.topic.id], level)

    return min(new, key=place)


def _ties(
    new: Sequence[Question], weights: Mapping[TopicId, int], chance: Random
) -> dict[TopicId, float]:
    """Settle which of two equal topics comes first: the track's order, else chance."""
    drawn = {topic_id: chance.random() for topic_id in sorted({q.topic.id for q in new})}
    places = {topic_id: place for place, topic_id in enumerate(weights)}
    return {topic_id: places.get(topic_id, len(places) + drawn[topic_id]) for topic_id in drawn}


def graded_count(today: Iterable[Asked]) -> int:
    """Count the questions graded on a study day; one that came back counts once."""
    return len({asked.question_id for asked in today if asked.graded})
