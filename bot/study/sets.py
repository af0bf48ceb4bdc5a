"""A set: as many different questions as were asked for, levels rising, topics in turn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.questions.model import Level
from bot.study.memory import retrievability
from bot.study.requests import Set

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from random import Random

    from bot.questions.model import Question, QuestionId
    from bot.study.memory import Grade
    from bot.study.picking import Situation
    from bot.study.requests import Same, Subject, Subjects

LARGEST: Final = 100
"""Questions of the largest set."""

USUAL: Final = 10
"""Questions of a set when no number was said."""

_LEVELS = {level: order for order, level in enumerate(Level)}

_Turn: TypeAlias = tuple[bool, bool, int, int, int, float, int, float]


@dataclass(frozen=True, slots=True)
class Selection:
    """The questions of a set in their order, and what is to be said about them first."""

    questions: tuple[Question, ...]
    unanswered: int = 0
    repeated: int = 0
    """How many of them the learner has had on this study day."""


@dataclass(frozen=True, slots=True)
class InSet:
    """Where a question stands in its set: ``number`` of ``of``, counted from 1."""

    set_id: int
    name: str
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class SetState:
    """How far a set has come."""

    id: int
    name: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a set was asked for as, by the ids of its subjects."""

    subjects: tuple[str, ...]
    number: int | None
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of a set that has been gone through.

    ``weak`` names the topics with grades below Good and how many of these, the most first;
    ``left_out`` key points that were not ticked.
    """

    state: SetState
    grades: Mapping[Grade, int]
    aside: int
    weak: tuple[tuple[str, int], ...] = ()
    left_out: tuple[str, ...] = ()


def is_possible(number: int | None) -> bool:
    """Tell whether a set can have that number of questions; None is whatever is usual."""
    return number is None or 1 <= number <= LARGEST


def named(wanted: Set) -> str:
    """Name what a set is of: ``Python and Django, junior to middle``; empty for anything."""
    names = [subject.name for subject in wanted.subjects]
    subjects = " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
    return ", ".join(filter(None, (subjects, range_of(wanted.levels))))


def range_of(levels: Sequence[Level]) -> str:
    """Write levels in words: ``junior to middle``."""
    if len(levels) > 1 and _LEVELS[levels[-1]] - _LEVELS[levels[0]] == len(levels) - 1:
        return f"{levels[0]} to {levels[-1]}"
    return " and ".join(levels)


def same(last: Asked | None, said: Same, subjects: Subjects) -> Set:
    """Repeat the last request, with what is said now in the place of what was said then."""
    last = last or Asked((), None, ())
    before = tuple(subjects.by_id[id_] for id_ in last.subjects if id_ in subjects.by_id)
    number = last.number if said.number is None else said.number
    return Set(said.subjects or before, number, said.levels or last.levels)


@dataclass(slots=True)
class _Shares:
    """How often each subject, topic and level was taken so far."""

    subjects: Counter[int] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)
    levels: Counter[Level | None] = field(default_factory=Counter)


def select(
    situation: Situation, subjects: Sequence[Subject], number: int | None, chance: Random
) -> Selection:
    """Choose the questions of a set out of those of a situation; fewer if there are no more.

    Those without an answer, and those of today, are taken only when the others are too few.
    Subjects and topics take turns; of a topic due ones come first, then new ones.
    """
    waiting = list(situation.questions)
    today = {asked.question_id for asked in situation.today}
    drawn = {question.id: chance.random() for question in waiting}
    if number is None:
        answered = sum(question.answer is not None for question in waiting)
        number = min(USUAL, answered or len(waiting))
    taken: list[Question] = []
    shares = _Shares()

    def turn(question: Question) -> _Turn:
        topic, of = question.topic.id, _subject_of(question, subjects)
        urgency = _urgency(question, situation)
        return (
            question.answer is None,
            question.id in today,
            shares.subjects[of],
            shares.topics[topic],
            int(urgency),
            urgency,
            shares.levels[question.level],
            drawn[question.id],
        )

    while waiting and len(taken) < number:
        chosen = min(waiting, key=turn)
        waiting.remove(chosen)
        taken.append(chosen)
        shares.subjects[_subject_of(chosen, subjects)] += 1
        shares.topics[chosen.topic.id] += 1
        shares.levels[chosen.level] += 1
    return Selection(
        questions=tuple(sorted(taken, key=lambda q: _LEVELS[q.level] if q.level else 0)),
        unanswered=sum(question.answer is None for question in taken),
        repeated=sum(question.id in today for question in taken),
    )


def following(plan: Sequence[QuestionId], covered: Collection[QuestionId]) -> QuestionId | None:
    """Name the next question of a set: the first that was not covered; None at its end."""
    return next((question_id for question_id in plan if question_id not in covered), None)


def _subject_of(question: Question, subjects: Sequence[Subject]) -> int:
    """Count a question for the first of the subjects that has it."""
    return next((n for n, subject in enumerate(subjects) if question.id in subject.questions), 0)


def _urgency(question: Question, situation: Situation) -> float:
    """Rank: due ones from 0 by the chance of recalling them, new ones 1, the others from 2."""
    memory = situation.memories.get(question.id)
    if memory is None:
        return 1.0
    recall = min(retrievability(memory, situation.day, situation.parameters), 0.999)
    return recall if memory.due_day <= situation.day else 2 + recall
