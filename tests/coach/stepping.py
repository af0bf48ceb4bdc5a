"""Rules for what can be taken back: grades, what is put aside, marks; undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from bot.coach import marks, mending, practice, regrading
from bot.coach.turn import Notice
from bot.study.marks import Mark, When
from bot.study.memory import Grade
from bot.study.prompt import PromptState
from tests.coach.practising import WHICH, Practising, may

if TYPE_CHECKING:
    from bot.coach.turn import Turn

SHOWN = ("prompt", "next", "shown", "put_away")
"""Where the prompts are in what comes of an act."""

GRADES = st.sampled_from(Grade)


class Stepping(Practising):
    """Steps, forwards and backwards; an update that comes again changes nothing."""

    @may(once_asked=True, which=WHICH, chosen=GRADES)
    def grade(self, which: int, chosen: Grade) -> None:
        entry = self.tapped(which)
        step = self.ann.stepping(practice.grade, entry.id, chosen)
        if entry.state is not PromptState.REVEALED:
            notice = Notice.AGAIN if entry.state is PromptState.GRADED else Notice.CLOSED
            self.ann.see_turn(step.turn, notice)
        elif entry.seen_on != self.ann.today:
            self.ann.see_turn(step.turn, Notice.NEW_DAY)
        else:
            act = self.ann.ledger.close(entry, PromptState.GRADED, self.ann.today, chosen)
            self.ann.see_turn(step.turn, Notice.DONE)
            self.ann.keep(act, step)

    @may(
        weight=3,
        chosen=st.lists(GRADES, min_size=1, max_size=4),
        days=st.sampled_from([0, 0, 1, 3]),
    )
    def practise(self, chosen: list[Grade], days: int) -> None:
        """Ask, reveal and grade, perhaps some days later: long histories grow sooner."""
        self.ann.coach.later(days=days)
        for grade in chosen:
            self.ask(more=True)
            self.reveal(0, None)
            self.grade(0, grade)

    @may(
        once_asked=True,
        which=WHICH,
        state=st.sampled_from([PromptState.SKIPPED, PromptState.HIDDEN]),
    )
    def put_aside(self, which: int, state: PromptState) -> None:
        entry = self.tapped(which)
        use_case = practice.skip if state is PromptState.SKIPPED else practice.hide
        step = self.ann.stepping(use_case, entry.id)
        if entry.state.is_open:
            act = self.ann.ledger.close(entry, state, self.ann.today)
            self.ann.see_turn(step.turn, Notice.DONE)
            self.ann.keep(act, step)
        else:
            notice = Notice.AGAIN if entry.state is state else Notice.CLOSED
            self.ann.see_turn(step.turn, notice)

    @may(once_asked=True, which=st.integers(0, 9), chosen=GRADES)
    def change_grade(self, which: int, chosen: Grade) -> None:
        entries = self.ann.ledger.entries.values()
        graded = [entry for entry in entries if entry.state is PromptState.GRADED]
        entry = graded[-1 - which] if which < min(5, len(graded)) else self.tapped(which)
        ann, waiting = self.ann, self.ann.ledger.open
        step = ann.stepping(regrading.regrade, entry.id, chosen)
        if entry.state is PromptState.GRADED and entry.grade is chosen:
            ann.see_turn(step.turn, Notice.AGAIN)
        elif (entry.state, entry.day) != (PromptState.GRADED, ann.today) or not entry.labels:
            ann.see_turn(step.turn, Notice.CLOSED)
        else:
            act = ann.ledger.regrade(entry, chosen)
            returns = ann.ledger.memories[entry.question].returns_on(ann.today)
            if waiting and waiting.question == entry.question and not returns:
                ann.ledger.put_away()
            ann.see_turn(step.turn, Notice.DONE)
            ann.keep(act, step)

    @may(once_asked=True, which=WHICH, mark=st.sampled_from(Mark), on=st.booleans())
    def mark(self, *, which: int, mark: Mark, on: bool) -> None:
        entry = self.tapped(which)
        waiting = self.ann.ledger.open
        if mark is Mark.HIDDEN:
            if waiting and waiting.question == entry.question:
                return
            step, on = self.ann.stepping(marks.hide, entry.id), True
        elif mark is Mark.REAL:
            known = self.ann.ledger.real[entry.question]
            step = self.ann.stepping(marks.met, entry.id, When.TODAY, known)
        else:
            use_case = marks.star if mark is Mark.STAR else marks.split
            step = self.ann.stepping(use_case, entry.id, on=on)
        act = self.ann.ledger.mark(entry, mark, on=on)
        self.ann.see_turn(step.turn, Notice.DONE if act else Notice.AGAIN)
        if act:
            self.ann.keep(act, step)

    @may(
        weight=3,
        chosen=st.lists(GRADES, min_size=1, max_size=4),
        other=st.none() | GRADES,
        back=st.integers(0, 4),
        forth=st.integers(0, 4),
    )
    def hesitate(self, chosen: list[Grade], other: Grade | None, back: int, forth: int) -> None:
        """Practise, think better of a grade, go back and forth again."""
        self.practise(chosen, days=0)
        if other:
            self.change_grade(back, other)
        self.undo(back)
        self.redo(forth)

    @may(weight=2, number=st.integers(1, 3))
    def undo(self, number: int) -> None:
        ann = self.ann
        for _ in range(number):
            turn: Turn = ann.send(mending.undo)
            if not ann.ledger.done:
                assert turn.notice is Notice.NOTHING
                return
            act = ann.ledger.undo()
            ann.see_turn(turn, Notice.DONE)
            assert turn.prompt
            assert turn.prompt.id == act.entry.id
            ann.check_restored(act, 0)
        ann.leave_what_is_gone()

    @may(weight=2, number=st.integers(1, 3))
    def redo(self, number: int) -> None:
        ann = self.ann
        for _ in range(number):
            turn: Turn = ann.send(mending.redo)
            if not ann.ledger.undone:
                assert turn.notice is Notice.NOTHING
                return
            act = ann.ledger.redo()
            ann.see_turn(turn, Notice.DONE)
            ann.check_restored(act, 1)

    @may()
    def stop(self) -> None:
        waiting = self.ann.ledger.open
        stopped = self.ann.send(practice.stop)
        assert (stopped and stopped.id) == (waiting and waiting.id)
        self.ann.ledger.put_away()

    @may(weight=3, number=st.integers(1, 5), killed=st.booleans())
    def come_again(self, *, number: int, killed: bool) -> None:
        """The last updates come again in their order: nothing changes."""
        if killed:
            self.ann.restart(self.ann.coach.bank)
        if not self.ann.updates:
            return
        before = self.ann.tables()
        for again in self.ann.send_again(number):
            for shown in (again, *(getattr(again, name, None) for name in SHOWN)):
                self.ann.see(shown)
        assert self.ann.tables() == before
