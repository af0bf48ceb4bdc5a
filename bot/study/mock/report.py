"""What is said of a round in the end: question by question, and as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.study.mock.round import suggested_time
from bot.study.mock.score import MISSED, Judged

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, timedelta

    from bot.questions.model import Level, Question, QuestionId
    from bot.study.memory import Grade
    from bot.study.mock.round import Answered, Clarity
    from bot.study.mock.score import Score
    from bot.study.mock.setup import Length, Mode


@dataclass(frozen=True, slots=True)
class Item:
    """One graded question of a round; ``number`` is that of the planned one it belongs to.

    ``ticked`` are the key points that were said, from 0, or None where nothing is known of them;
    ``spoken`` is how long the recorded answers are together.
    """

    question: Question
    number: int
    depth: int
    grade: Grade
    ticked: frozenset[int] | None
    took: timedelta
    answered: Answered
    clarity: Clarity | None = None
    own_answer: str = ""
    spoken: timedelta | None = None

    @property
    def level(self) -> Level | None:
        """Who is usually asked it."""
        return self.question.level

    @property
    def suggested(self) -> timedelta:
        """How long the answer may have taken."""
        return suggested_time(self.level)

    @property
    def is_missed(self) -> bool:
        """Tell whether it is to be practised again."""
        return self.grade in MISSED

    @property
    def judged(self) -> Judged:
        """Reduce it to what the rubric looks at."""
        return Judged(
            topic=self.question.topic,
            level=self.level,
            grade=self.grade,
            depth=self.depth,
            points=len(self.question.key_points),
            ticked=None if self.ticked is None else len(self.ticked),
            took=self.took,
            answered=self.answered,
            clarity=self.clarity,
        )


@dataclass(frozen=True, slots=True)
class Earlier:
    """The score of a round before this one."""

    on: date
    overall: int


@dataclass(frozen=True, slots=True)
class Report:
    """A round that is over; ``score`` is None when nothing of it was graded.

    ``earlier`` are the rounds before it, the last one first. ``queued`` is the set in which what
    was missed waits to be practised.
    """

    round_id: int
    learner_id: int
    mode: Mode
    length: Length
    about: str
    on: date
    items: Sequence[Item]
    score: Score | None
    earlier: Sequence[Earlier] = ()
    queued: int | None = None

    @property
    def missed(self) -> tuple[QuestionId, ...]:
        """Name the questions that are to be practised again."""
        return tuple(item.question.id for item in self.items if item.is_missed)
