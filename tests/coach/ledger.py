"""A learner's practice in plain Python: what the database of the bot has to agree with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.study import memory
from bot.study.marks import Mark
from bot.study.memory import Grade, Memory
from bot.study.prompt import Help, Prompt, PromptState

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.questions.model import QuestionId, TopicId
    from bot.study.prompt import Confidence


@dataclass
class Entry:
    """One prompt; ``labels`` are those that the learner saw last, on the study day ``seen_on``."""

    id: int
    question: QuestionId
    topic: TopicId
    day: date
    state: PromptState = PromptState.ASKED
    grade: Grade | None = None
    labels: Mapping[Grade, Memory] | None = None
    seen_on: date | None = None
    said: dict[int, str] = field(default_factory=dict)
    ticked: frozenset[int] | None = None
    help: frozenset[Help] = frozenset()
    confidence: Confidence | None = None
    recalled: int = 0
    sent: bool = False


@dataclass(frozen=True)
class Moment:
    """All that a step can change: of its question, of its prompt, of later ones of that day."""

    memory: Memory | None
    marks: frozenset[Mark]
    real: int
    state: PromptState
    grade: Grade | None
    day: date
    labels: Mapping[int, Mapping[Grade, Memory] | None]


@dataclass
class Act:
    """One step; ``tables`` is what the database held before and after it, while that is known."""

    kind: str
    entry: Entry
    before: Moment
    after: Moment
    tables: tuple[object, object] | None = None


@dataclass
class Ledger:
    """What one learner has done so far."""

    entries: dict[int, Entry] = field(default_factory=dict)
    memories: dict[QuestionId, Memory] = field(default_factory=dict)
    marks: dict[Mark, set[QuestionId]] = field(default_factory=lambda: {m: set() for m in Mark})
    real: Counter[QuestionId] = field(default_factory=Counter)
    done: list[Act] = field(default_factory=list)
    undone: list[Act] = field(default_factory=list)

    @property
    def open(self) -> Entry | None:
        """The question that waits."""
        waiting = [entry for entry in self.entries.values() if entry.state.is_open]
        assert len(waiting) <= 1
        return waiting[0] if waiting else None

    def graded_on(self, day: date) -> set[QuestionId]:
        """Name the questions that were graded on a study day."""
        return {
            entry.question
            for entry in self.entries.values()
            if entry.state is PromptState.GRADED and entry.day == day
        }

    @property
    def graded_days(self) -> set[date]:
        """The study days on which anything was graded."""
        graded = PromptState.GRADED
        return {entry.day for entry in self.entries.values() if entry.state is graded}

    def see(self, prompt: Prompt, today: date) -> Entry:
        """Note what the learner sees of a prompt; it may be a new one."""
        entry = self.entries.get(prompt.id)
        if entry is None:
            assert prompt.question
            entry = Entry(prompt.id, prompt.question.id, prompt.question.topic.id, today)
            entry.state = prompt.state
            assert entry.state.is_open
            self.entries[prompt.id] = entry
        if prompt.state is PromptState.REVEALED:
            entry.labels, entry.seen_on = prompt.outcomes, today
        return entry

    def put_away(self, state: PromptState = PromptState.WITHDRAWN) -> None:
        """Close the question that waits, if any, as if it had not been asked."""
        if self.open:
            self.open.state = state

    def close(self, entry: Entry, state: PromptState, day: date, grade: Grade | None = None) -> Act:
        """Grade a prompt or put it aside, as one step."""
        before = self._moment(entry)
        entry.state, entry.day, entry.grade = state, day, grade
        if grade:
            assert entry.labels
            self.memories[entry.question] = entry.labels[grade]
        if state is PromptState.HIDDEN:
            self.marks[Mark.HIDDEN].add(entry.question)
        return self._record(state, entry, before)

    def mark(self, entry: Entry, mark: Mark, *, on: bool) -> Act | None:
        """Put a mark on a question or take it off, as one step; None when nothing changes."""
        before = self._moment(entry)
        if mark is Mark.REAL:
            self.real[entry.question] += 1
        else:
            (self.marks[mark].add if on else self.marks[mark].discard)(entry.question)
        return None if self._moment(entry) == before else self._record(mark, entry, before)

    def regrade(self, entry: Entry, grade: Grade) -> Act:
        """Grade a prompt otherwise, as one step: later grades of the day follow from it."""
        before = self._moment(entry)
        assert entry.labels
        entry.grade, known = grade, entry.labels[grade]
        for later in self._after(entry):
            assert later.labels
            assert later.grade
            returned = later.labels[Grade.AGAIN].returns_on(entry.day)
            later.labels = memory.outcomes(known, entry.day, others_left=returned)
            known = later.labels[later.grade]
        self.memories[entry.question] = known
        return self._record("regrade", entry, before)

    def undo(self) -> Act:
        """Take the last step back."""
        act = self.done.pop()
        self.undone.append(act)
        if act.kind != "regrade" and not isinstance(act.kind, Mark):
            self.put_away()
        self._restore(act, act.before, act.after)
        return act

    def redo(self) -> Act:
        """Do the step again that was taken back last."""
        act = self.undone.pop()
        self.done.append(act)
        self._restore(act, act.after, act.before)
        return act

    def forget_topic(self, topic: TopicId) -> None:
        """Forget what is known of the questions of a notebook that was deleted."""
        mine = {entry.question for entry in self.entries.values() if entry.topic == topic}
        for entry in self.entries.values():
            if entry.question in mine:
                entry.state = PromptState.WITHDRAWN if entry.state.is_open else entry.state
                entry.labels, entry.said, entry.ticked = None, {}, None
        self.memories = {key: known for key, known in self.memories.items() if key not in mine}
        for marked in self.marks.values():
            marked.difference_update(mine)
        for question in mine:
            self.real.pop(question, None)
        self.done = [act for act in self.done if act.entry.question not in mine]
        self.undone = [act for act in self.undone if act.entry.question not in mine]

    def rename(self, names: Mapping[QuestionId, QuestionId]) -> None:
        """Call questions by their new names."""
        for entry in self.entries.values():
            entry.question = names.get(entry.question, entry.question)
        self.memories = {names.get(key, key): known for key, known in self.memories.items()}
        self.real = Counter({names.get(key, key): times for key, times in self.real.items()})
        self.marks = {
            mark: {names.get(key, key) for key in marked} for mark, marked in self.marks.items()
        }

    def loosen(self) -> None:
        """Note that something was done that is no step, so that tables differ from before."""
        for act in (*self.done, *self.undone):
            act.tables = None

    def _after(self, entry: Entry) -> list[Entry]:
        return [
            later
            for later in self.entries.values()
            if later.id > entry.id
            and (later.question, later.day) == (entry.question, entry.day)
            and later.state is PromptState.GRADED
        ]

    def _record(self, kind: str, entry: Entry, before: Moment) -> Act:
        act = Act(kind, entry, before, self._moment(entry))
        self.done.append(act)
        self.undone.clear()
        return act

    def _moment(self, entry: Entry) -> Moment:
        return Moment(
            self.memories.get(entry.question),
            frozenset(mark for mark, marked in self.marks.items() if entry.question in marked),
            self.real[entry.question],
            entry.state,
            entry.grade,
            entry.day,
            {later.id: later.labels for later in self._after(entry)},
        )

    def _restore(self, act: Act, moment: Moment, other: Moment) -> None:
        entry = act.entry
        for mark in moment.marks - other.marks:
            self.marks[mark].add(entry.question)
        for mark in other.marks - moment.marks:
            self.marks[mark].discard(entry.question)
        self.real[entry.question] += moment.real - other.real
        if isinstance(act.kind, Mark):
            return
        self.memories.pop(entry.question, None)
        if moment.memory:
            self.memories[entry.question] = moment.memory
        entry.state, entry.grade, entry.day = moment.state, moment.grade, moment.day
        for later, labels in moment.labels.items():
            self.entries[later].labels = labels
