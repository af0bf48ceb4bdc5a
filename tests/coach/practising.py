"""Rules for a learner who is asked and answers, in any order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant

from bot.coach import learner, leech, practice, requests, search, sets, topics
from bot.coach.turn import Notice
from bot.questions.model import TopicId
from bot.study.marks import Mark
from bot.study.prompt import Confidence, Help, Prompt, PromptState
from bot.study.requests import Set
from tests.coach.editions import BANKS
from tests.coach.learning import Learning

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from bot.storage.database import Database
    from tests.coach.ledger import Entry

WHICH = st.integers(0, 9)
"""Which prompt is tapped: mostly the newest, sometimes an older one."""

TOPICS = st.sampled_from([TopicId(topic) for topic in BANKS[0].topics])
SAID = st.sampled_from(["I do not know", "Something", ""])
LEARNERS = count(5_000_000_001)

A = TypeVar("A", bound=Callable[..., None])


@dataclass(frozen=True)
class Possible:
    """One thing that a learner may do, what it is done with, and when it makes sense."""

    drawn: SearchStrategy[dict[str, object]]
    once_asked: bool


POSSIBLE: dict[str, Possible] = {}
"""Everything that may happen, by the name of its method."""

OFTEN: list[str] = []
"""The names, each as often as it is to be chosen."""


def may(
    *, weight: int = 1, once_asked: bool = False, **drawn: SearchStrategy[Any]
) -> Callable[[A], A]:
    """Let a method be among what may happen.

    Rules of Hypothesis would be switched off by halves in every run, and practising with them.
    """

    def register(act: A) -> A:
        POSSIBLE[act.__name__] = Possible(st.fixed_dictionaries(drawn), once_asked)
        OFTEN.extend([act.__name__] * weight)
        return act

    return register


class Practising(RuleBasedStateMachine):
    """Somebody new, of whom nothing is left in the end."""

    database: Database

    def __init__(self) -> None:
        super().__init__()
        self.ann = Learning(self.database, next(LEARNERS))

    def teardown(self) -> None:
        """Leave nothing of the learner behind."""
        self.ann.do(learner.forget)
        type(self).database = self.ann.coach.database

    @invariant()
    def agrees(self) -> None:
        self.ann.check()

    def tapped(self, which: int) -> Entry:
        entries = list(self.ann.ledger.entries.values())
        if which < 7:
            return self.ann.ledger.open or entries[-1]
        return entries[-min(which - 6, len(entries))]

    @may(more=st.booleans())
    def ask(self, *, more: bool) -> None:
        waiting = self.ann.ledger.open
        entry = self.ann.see(self.ann.send(practice.next_question, more=more))
        assert waiting is None or entry is waiting
        assert self.ann.see(self.ann.do(practice.current)) is entry

    @may(topic=TOPICS)
    def ask_topic(self, topic: TopicId) -> None:
        waiting = self.ann.ledger.open
        asked = self.ann.send(topics.ask, topic)
        if isinstance(asked.shown, Prompt):
            if waiting and asked.shown.id != waiting.id:
                assert asked.put_away.id == waiting.id
                self.ann.ledger.put_away()
            self.ann.see(asked.shown)

    @may(number=st.none() | st.integers(0, 4), later=st.booleans())
    def ask_set(self, *, number: int | None, later: bool) -> None:
        begun = self.ann.send(sets.begin, Set((), number, ()), later=later)
        if isinstance(begun, sets.Refused):
            return
        if not later:
            self.ann.ledger.put_away()
        self.ann.see(begun.shown)

    @may()
    def resume_set(self) -> None:
        resumed = self.ann.send(sets.resume)
        if resumed:
            if resumed.put_away:
                assert resumed.put_away.id == self.ann.ledger.open.id  # type: ignore[union-attr]
                self.ann.ledger.put_away()
            self.ann.see(resumed.shown)

    @may(once_asked=True, which=WHICH)
    def ask_one(self, which: int) -> None:
        """Ask a question that was found or starred."""
        entry, waiting = self.tapped(which), self.ann.ledger.open
        asked = self.ann.send(search.ask, entry.question)
        if asked:
            if asked.put_away:
                self.ann.ledger.put_away()
            shown = self.ann.see(asked.shown)
            assert shown
            assert shown is waiting or not waiting or asked.put_away

    @may(once_asked=True, which=WHICH)
    def meant_an_answer(self, which: int) -> None:
        """What was taken for a request was an answer after all."""
        entry, ann = self.tapped(which), self.ann
        ann.message += 1
        said = {"message_id": ann.message, "text": "An answer"}
        resumed = ann.send(requests.was_answer, entry.id, said)
        if resumed:
            assert entry.state is PromptState.WITHDRAWN
            ann.ledger.put_away()
            ann.ledger.loosen()
            entry.state = PromptState.REVEALED if entry.labels else PromptState.ASKED
            entry.said[ann.message] = "An answer"
            ann.see(resumed.shown)

    @may(once_asked=True, which=WHICH, confidence=st.none() | st.sampled_from(Confidence))
    def reveal(self, which: int, confidence: Confidence | None) -> None:
        entry = self.tapped(which)
        state = entry.state
        turn = self.ann.send(practice.reveal, entry.id, confidence)
        if state is PromptState.ASKED:
            entry.state, entry.confidence = PromptState.REVEALED, confidence
        expected = {PromptState.ASKED: Notice.DONE, PromptState.REVEALED: Notice.AGAIN}
        self.ann.see_turn(turn, expected.get(state, Notice.CLOSED))

    @may(once_asked=True, which=WHICH, help_=st.sampled_from(Help))
    def look_for_help(self, which: int, help_: Help) -> None:
        entry = self.tapped(which)
        turn = self.ann.send(practice.give_help, entry.id, help_)
        if entry.state is PromptState.ASKED:
            entry.help |= {help_}
        expected = {PromptState.ASKED: Notice.DONE, PromptState.REVEALED: Notice.AGAIN}
        self.ann.see_turn(turn, expected.get(entry.state, Notice.CLOSED))

    @may(once_asked=True, which=WHICH, point=st.integers(0, 3), on=st.booleans())
    def tick(self, *, which: int, point: int, on: bool) -> None:
        entry = self.tapped(which)
        turn = self.ann.send(practice.tick, entry.id, point, on=on)
        points = len(turn.prompt.question.key_points) if turn.prompt.question else 0
        if entry.state is PromptState.REVEALED and point < points:
            ticked = (entry.ticked or frozenset()) - {point}
            entry.ticked = ticked | {point} if on else ticked
        expected = {PromptState.REVEALED: Notice.DONE, PromptState.GRADED: Notice.AGAIN}
        self.ann.see_turn(turn, expected.get(entry.state, Notice.CLOSED))

    @may(text=SAID, twice=st.booleans())
    def say(self, *, text: str, twice: bool) -> None:
        ann, waiting = self.ann, self.ann.ledger.open
        ann.message += 1
        kept = ann.send(practice.answer, text=text, message_id=ann.message)
        if waiting:
            waiting.said[ann.message] = text
        assert ann.see(kept) is waiting
        if twice and waiting:
            (again,) = ann.send_again(1)
            assert ann.see(again) is waiting

    @may(text=SAID, back=st.integers(0, 3))
    def correct(self, text: str, back: int) -> None:
        ann, waiting = self.ann, self.ann.ledger.open
        message = ann.message - back
        changed = ann.send(practice.change_answer, text=text, message_id=message)
        if waiting and message in waiting.said:
            waiting.said[message] = text
            assert ann.see(changed) is waiting
        else:
            assert changed is None

    @may(once_asked=True, which=WHICH, said=st.booleans(), point=st.none() | st.integers(0, 3))
    def recall(self, *, which: int, said: bool, point: int | None) -> None:
        entry = self.tapped(which)
        point = entry.recalled if point is None else point
        turn = self.ann.send(leech.recall, entry.id, point, said=said)
        points = len(turn.prompt.question.key_points) if turn.prompt.question else 0
        split = entry.question in self.ann.ledger.marks[Mark.SPLIT]
        asked = split and points > 1 and entry.state is PromptState.ASKED
        if asked and point == entry.recalled:
            entry.ticked = (entry.ticked or frozenset()) | ({point} if said else set())
            entry.recalled += 1
            if entry.recalled == points:
                entry.state = PromptState.REVEALED
            self.ann.see_turn(turn, Notice.DONE)
        else:
            self.ann.see_turn(turn, Notice.AGAIN)
