"""Somebody who learns with the bot: every act is compared with the ledger that is kept beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from inspect import signature
from itertools import count
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.coach import learner, practice, progress
from bot.coach.turn import Notice, Turn
from bot.storage import encounters, memories, prompts, renaming
from bot.storage.database import Database
from bot.storage.tables import EncounterRow, Learner, MemoryRow, PromptRow, SetRow, Step
from bot.study import memory
from bot.study.day import study_day
from bot.study.marks import Mark
from bot.study.memory import Grade
from bot.study.notes import note_of
from bot.study.progress import streak
from bot.study.prompt import Delivery, Prompt, PromptState
from tests.coach.conftest import Coach
from tests.coach.editions import BANKS
from tests.coach.ledger import Act, Entry, Ledger

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.questions.bank import Bank
    from bot.questions.model import QuestionId

VOLATILE: Final = {
    "asked_at",
    "revealed_at",
    "closed_at",
    "message_id",
    "leech_message_id",
    "delivery",
    "outcomes",
    "revealed_day",
    "noted_on",
}
"""What may differ though nothing was done: times, messages, and labels seen on another day."""


NOT_CHOSEN: Final = {"acted_at", "next_push_at", "unanswered_pushes", "updates"}
"""What of a learner's row follows from what they do, and from when."""

UPDATES: Final = count(1)


@dataclass(frozen=True)
class Sent:
    """What an update asks for, and when it came."""

    id: int
    act: Callable[..., Any]
    args: tuple[object, ...]
    named: dict[str, Any]
    at: datetime


class Learning:
    """One learner at a real database, whose memory and counters are known beforehand."""

    def __init__(self, database: Database, learner_id: int) -> None:
        now = datetime(2026, 11, 21, 12, tzinfo=UTC)
        self.coach, self.id = Coach(database, BANKS[0], now), learner_id
        self.zone = ZoneInfo("Etc/UTC")
        self.ledger = Ledger()
        self.message = 0
        self.updates: list[Sent] = []

    @property
    def today(self) -> date:
        """The learner's study day."""
        return study_day(self.coach.now, self.zone)

    def do(self, act: Callable[..., Any], *args: object, **kwargs: object) -> Any:  # noqa: ANN401
        """Run a use case that only looks, or that the clock runs."""
        return self.coach(act, self.id, *args, **kwargs)

    def send(self, act: Callable[..., Any], *args: object, **kwargs: object) -> Any:  # noqa: ANN401
        """Run a use case that an update of the learner's asks for; it may come once more."""
        id_ = next(UPDATES)
        named = {"update_id": id_} if "update_id" in signature(act).parameters else {}
        self.updates.append(Sent(id_, act, args, {**kwargs, **named}, self.coach.now))
        return self.take(self.updates[-1])

    def take(self, sent: Sent) -> object:
        """Give the bot an update of the learner's, perhaps once more."""
        return self.coach.take(sent.id, sent.act, self.id, *sent.args, **sent.named)

    def send_again(self, number: int) -> list[object]:
        """Give the bot the last updates once more, in their order, as after it was killed.

        The last one is taken again, if time has not moved on so that another answer is right.
        """
        *over, last = self.updates[-number:]
        came = [self.take(sent) for sent in over]
        assert came == [None] * len(over)
        same = last.at == self.coach.now
        return [self.take(last)] if same else []

    def restart(self, bank: Bank) -> None:
        """End the process and start it again, perhaps with a newer bank."""
        url = self.coach.database.engine.url
        self.coach.database.close()
        self.coach.database, self.coach.bank = (
            Database(url.render_as_string(hide_password=False)),
            bank,
        )
        with self.coach.database.transaction() as session:
            renaming.rename(session, bank.renamed)
        self.ledger.rename(bank.renamed)
        self.ledger.loosen()
        self.leave_what_is_gone()

    def forget(self) -> None:
        """Have everything deleted, and begin anew in a zone that is not known."""
        self.do(learner.forget)
        self.ledger, self.zone = Ledger(), ZoneInfo("Etc/UTC")
        self.updates.clear()

    def leave_what_is_gone(self) -> None:
        """Look at the open question: one that is no longer in the bank is put away."""
        waiting = self.ledger.open
        if waiting and not note_of(waiting.question) and waiting.question not in self.bank:
            assert self.do(practice.current) is None
            self.ledger.put_away()

    @property
    def bank(self) -> set[QuestionId]:
        """The ids of the bank of today."""
        return set(self.coach.bank.questions)

    def see(self, shown: object) -> Entry | None:
        """Look at a message; its labels say what the memory of today will become."""
        if not isinstance(shown, Prompt):
            return None
        entry = self.ledger.see(shown, self.today)
        assert shown.state is entry.state
        if shown.question:
            assert shown.question.id == entry.question
        if shown.state is PromptState.REVEALED:
            assert shown.outcomes == self.labels(entry)
        return entry

    def labels(self, entry: Entry) -> dict[Grade, memory.Memory]:
        """Compute what each grade has to leave; whether Again returns is for the bot to say."""
        assert entry.labels
        returned = entry.labels[Grade.AGAIN].due_day == self.today
        known = self.ledger.memories.get(entry.question)
        return memory.outcomes(known, self.today, others_left=returned)

    def see_turn(self, turn: Turn, notice: Notice) -> None:
        """Look at what came of a tap, which is to be no other than expected."""
        assert turn.notice is notice
        self.see(turn.prompt)
        self.see(turn.next)
        if notice in {Notice.AGAIN, Notice.CLOSED} and turn.next:
            assert isinstance(turn.next, Prompt)
            assert turn.next.delivery is Delivery.PENDING

    def stepping(self, act: Callable[..., Any], *args: object, **kwargs: object) -> Done:
        """Do something that is a step, and remember the tables before it."""
        before = self.tables()
        return Done(before, self.send(act, *args, **kwargs))

    def keep(self, act: Act, step: Done) -> None:
        """Remember the tables around a step."""
        act.tables = (step.before, self.tables())

    def tables(self) -> dict[str, dict[object, dict[str, object]]]:
        """Read all that practising changes, without what is nothing."""
        found: dict[str, dict[object, dict[str, object]]] = {}
        with Session(self.coach.database.engine) as session:
            for table, key in (
                (PromptRow, "id"),
                (MemoryRow, "question_id"),
                (SetRow, "id"),
                (EncounterRow, "id"),
                (Step, "id"),
            ):
                rows = session.exec(select(table).where(col(table.learner_id) == self.id)).all()
                found[table.__name__] = {
                    getattr(row, key): {
                        name: value
                        for name, value in row.model_dump().items()
                        if name not in VOLATILE and value
                    }
                    for row in rows
                    if not getattr(row, "taken_back", False)
                }
            me = session.get(Learner, self.id)
            kept = me.model_dump(exclude=NOT_CHOSEN) if me else {}
            found["Learner"] = {self.id: kept}
        found["MemoryRow"] = {key: row for key, row in found["MemoryRow"].items() if len(row) > 2}
        return found

    def check_restored(self, act: Act, which: int) -> None:
        """Compare tables with those around a step that was undone (0) or done again (1)."""
        if act.tables is None:
            return
        then: Any = act.tables[which]
        now = self.tables()
        assert now["MemoryRow"] == then["MemoryRow"]
        assert now["EncounterRow"] == then["EncounterRow"]
        closes = not isinstance(act.kind, Mark)
        for key, row in then["PromptRow"].items():
            if (closes and key == act.entry.id) or row["state"] not in {"asked", "revealed"}:
                for name in ("question_id", "state", "grade", "study_day"):
                    assert now["PromptRow"][key].get(name) == row.get(name)
        never = {"withdrawn", "replaced"}
        newer = now["PromptRow"].keys() - then["PromptRow"].keys()
        if which == 0 and act.kind in {"grade", "skipped", "hidden"}:
            assert {now["PromptRow"][key]["state"] for key in newer} <= never

    def check(self) -> None:
        """Compare everything with the ledger, without being noticed."""
        ledger, today = self.ledger, self.today
        with Session(self.coach.database.engine) as session:
            rows = session.exec(select(PromptRow).where(PromptRow.learner_id == self.id)).all()
            self._check_prompts({row.id or 0: row for row in rows})
            assert memories.of(session, self.id) == ledger.memories
            assert memories.hidden(session, self.id) == ledger.marks[Mark.HIDDEN]
            assert memories.starred(session, self.id) == ledger.marks[Mark.STAR]
            real = {key for key, times in ledger.real.items() if times}
            assert encounters.questions(session, self.id) == real
            today_asked = prompts.asked_on(session, self.id, today)
            days = prompts.graded_days(session, self.id)
        assert {one.question_id for one in today_asked if one.graded} == ledger.graded_on(today)
        assert days == ledger.graded_days

    def check_progress(self) -> None:
        """Compare what the learner is told of their progress with the ledger."""
        shown = self.send(progress.look)
        assert shown.graded_today == len(self.ledger.graded_on(self.today))
        assert shown.rhythm == streak(self.ledger.graded_days, self.today)
        assert shown.hidden == len(self.ledger.marks[Mark.HIDDEN])
        assert sum(part.ready.seen for part in shown.parts) <= len(self.ledger.memories)

    def _check_prompts(self, rows: dict[int, PromptRow]) -> None:
        assert sum(PromptState(row.state).is_open for row in rows.values()) <= 1
        assert rows.keys() == self.ledger.entries.keys()
        for key, entry in self.ledger.entries.items():
            row = rows[key]
            state, grade = PromptState(row.state), Grade(row.grade) if row.grade else None
            found = (row.question_id, state, grade, row.study_day)
            assert found == (entry.question, entry.state, entry.grade, entry.day)
            if state is PromptState.GRADED and entry.labels:
                kept = {of.value: memory.as_json(after) for of, after in entry.labels.items()}
                assert row.outcomes == kept
            assert [part["text"] for part in row.own_answer] == list(entry.said.values())
            assert (None if row.ticked is None else frozenset(row.ticked)) == entry.ticked
            assert frozenset(row.help) == entry.help
            assert (row.confidence, row.recalled) == (entry.confidence, entry.recalled)


class Done:
    """A step that was just done: the tables before it, and what came of it."""

    def __init__(self, before: object, turn: Turn) -> None:
        self.before, self.turn = before, turn
