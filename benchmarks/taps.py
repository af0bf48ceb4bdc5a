"""What a tap costs with 2,000 questions in scope: without a plan, and with one or two of them.

Each tap is the whole use case in its transaction on a SQLite file, as the bot runs it: a question
is revealed, graded (which puts the next one), shown again. 1,500 of the questions have a memory.
The fastest of each kind in one run, and the ratio to the learner who prepares for nothing.

    python -m benchmarks.taps [--quick]
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from math import exp
from random import Random
from typing import TYPE_CHECKING

from bot.coach import interview, learner, practice
from bot.coach.transaction import Visit
from bot.questions import bank as banks
from bot.storage import memories
from bot.storage.database import Database
from bot.study.dates import When
from bot.study.interview import Preparing, Subject
from bot.study.memory import Grade, Memory
from bot.study.picking import Limits
from bot.study.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.questions.bank import Bank

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
AREAS, TOPICS, QUESTIONS = 10, 10, 20
SEEN = 1500
A_DAY = 200
TAPS = ("reveal", "grade", "show again")
LEARNERS: dict[str, tuple[int, ...]] = {
    "no interview": (),
    "one, in 21 days": (21,),
    "one, in 180 days": (180,),
    "two, in 21 and 60 days": (21, 60),
}


@dataclass(slots=True)
class Course:
    """One learner who practises, and what each of their taps has taken."""

    database: Database
    bank: Bank
    id: int
    now: datetime = NOW
    taken: dict[str, list[float]] = field(default_factory=lambda: {tap: [] for tap in TAPS})

    def do(self, act: Callable[..., object], *args: object, **kwargs: object) -> object:
        """Run a use case in a transaction."""
        with self.database.transaction() as session:
            visit = Visit(session, self.bank, self.now, Random(7))  # noqa: S311 - no secret
            return act(visit, self.id, *args, **kwargs)

    def tap(self, name: str, act: Callable[..., object], *args: object) -> object:
        """Run a use case and note what it takes, in milliseconds of the processor."""
        self.now += timedelta(seconds=20)
        started = time.process_time()
        result = self.do(act, *args)
        self.taken[name].append(1000 * (time.process_time() - started))
        return result

    def begin(self, interviews: tuple[int, ...]) -> None:
        """Arrive with memories, large daily numbers, and interviews in so many days."""
        self.do(learner.choose_limits, Limits(new=A_DAY, in_all=A_DAY))
        with self.database.transaction() as session:
            for question_id, known in _memories(self.bank).items():
                memories.save(session, self.id, question_id, known)
        for days in interviews:
            day = NOW.date() + timedelta(days=days)
            assert isinstance(self.do(interview.begin, When(day), Subject()), Preparing)

    def answer(self) -> None:
        """Look at the answer of the question that waits, grade it, and look at the next."""
        prompt = self.tap("show again", practice.next_question)
        assert isinstance(prompt, Prompt)
        self.tap("reveal", practice.reveal, prompt.id)
        self.tap("grade", practice.grade, prompt.id, Grade.GOOD)


def _memories(bank: Bank) -> dict[str, Memory]:
    chance = Random(1)  # noqa: S311 - chance, not a secret
    known: dict[str, Memory] = {}
    for question_id in sorted(bank.questions)[:SEEN]:
        last = NOW.date() - timedelta(days=chance.randint(1, 40))
        stability = exp(chance.uniform(-1, 4))
        due: date = last + timedelta(days=max(1, round(stability)))
        known[question_id] = Memory(stability, chance.uniform(1, 10), last, due)
    return known


def _bank() -> Bank:
    files = []
    for area in range(AREAS):
        for topic in range(TOPICS):
            parts = [f"---\ntopic: Topic {topic}\narea: Area {area}\nsummary: One.\n---\n"]
            for number in range(QUESTIONS):
                id_ = f"a{area}-t{topic}-q{number}"
                level = ("junior", "middle", "senior")[number % 3]
                parts.append(
                    f"## What is {id_}?\n<!-- id: {id_} · level: {level} -->\n\n"
                    "An answer.\n\n### Key points\n- One\n- Two\n"
                )
            files.append((f"area-{area}/topic-{topic}.md", "\n".join(parts)))
    bank, problems = banks.build(files)
    assert not problems, problems[:3]
    return bank


def main(arguments: list[str]) -> None:
    """Print a table: a row a learner, milliseconds of each tap and the ratio to the first."""
    repeats = 5 if "--quick" in arguments else 30
    bank = _bank()
    print(f"{f'{len(bank.questions)} questions, ms':28}{''.join(f'{tap:>18}' for tap in TAPS)}")
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/taps.db")
        database.migrate()
        courses = {
            name: Course(database, bank, number) for number, name in enumerate(LEARNERS, start=1)
        }
        for name, course in courses.items():
            course.begin(LEARNERS[name])
        for _ in range(repeats):  # in turns, so that a slow moment is everybody's
            for course in courses.values():
                course.answer()
        base = next(iter(courses.values())).taken
        for name, course in courses.items():
            cells = [
                f"{min(taken):10.1f}{min(taken) / min(base[tap]):7.2f}x"
                for tap, taken in course.taken.items()
            ]
            print(f"{name:28}{''.join(cells)}")
        database.close()


if __name__ == "__main__":
    main(sys.argv[1:])
