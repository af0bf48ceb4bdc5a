"""Everything a learner can do, in any order: memory, counters, streak and undo stay exact.

``BOT_TEST_EXAMPLES=2000`` tries that many sequences instead of the usual few, other ones each time.
"""

from __future__ import annotations

import os
from datetime import UTC, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from bot.coach import draft as drafts
from bot.coach import learner, notes, nudge, practice, tracks
from bot.coach.nudge import Push
from bot.questions.model import AreaId, Level, TopicId, TrackId
from bot.study.marks import Mark
from bot.study.notes import AREA_ID
from bot.study.nudge import REST_AFTER_ACT
from bot.study.picking import Limits
from bot.study.preference import Preference
from bot.study.prompt import PromptState
from tests.coach.editions import BANKS
from tests.coach.notebooks import draft
from tests.coach.practising import OFTEN, POSSIBLE, TOPICS, may
from tests.coach.stepping import Stepping

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.coach.transaction import Visit
    from bot.storage.database import Database

ZONES = ("Etc/UTC", "Asia/Tokyo", "America/New_York", "Pacific/Auckland")

ON = st.booleans()
FEW = st.integers(0, 9)


def _prefer(visit: Visit, who: int, preference: Preference, on: bool) -> None:  # noqa: FBT001
    learner.prefer(visit, who, preference, on=on)


def _choose_topic(visit: Visit, who: int, topic: TopicId, on: bool) -> None:  # noqa: FBT001
    learner.choose_topic(visit, who, topic, on=on)


def _choose_area(visit: Visit, who: int, topic: TopicId, on: bool) -> None:  # noqa: FBT001
    learner.choose_area(visit, who, AreaId(topic.split("/")[0]), on=on)


SETTINGS = st.one_of(
    st.tuples(st.just(_prefer), st.tuples(st.sampled_from(Preference), ON)),
    st.tuples(st.just(_choose_topic), st.tuples(TOPICS, ON)),
    st.tuples(st.just(_choose_area), st.tuples(TOPICS, ON)),
    st.tuples(st.just(learner.choose_levels), st.tuples(st.sets(st.sampled_from(Level)))),
    st.tuples(st.just(learner.choose_limits), st.tuples(st.builds(Limits, FEW, FEW))),
    st.tuples(st.just(learner.choose_push_count), st.tuples(st.integers(1, 5))),
    st.tuples(st.just(tracks.choose), st.tuples(st.just(TrackId("web")))),
    st.tuples(
        st.sampled_from([tracks.leave, learner.choose_everything, learner.start, learner.stop]),
        st.tuples(),
    ),
)


class Machine(Stepping):
    """All that a learner can do, and what the clock and the server do meanwhile."""

    @may(setting=SETTINGS)
    def choose(self, setting: tuple[Callable[..., object], tuple[object, ...]]) -> None:
        act, chosen = setting
        self.ann.send(act, *chosen)

    @may()
    def bring_back(self) -> None:
        self.ann.send(learner.bring_back)
        self.ann.ledger.marks[Mark.HIDDEN].clear()
        self.ann.ledger.loosen()

    @may()
    def add_notes(self) -> None:
        self.ann.message += 1
        made, original = draft(message=self.ann.message)
        self.ann.send(drafts.add, made, original, answered_only=False)

    @may(which=st.integers(0, 2), on=st.booleans())
    def mix(self, *, which: int, on: bool) -> None:
        books = self.ann.send(notes.notebooks)
        if books:
            self.ann.send(notes.mix, books[which % len(books)].id, on=on)

    @may(which=st.none() | st.integers(0, 2))
    def ask_only(self, which: int | None) -> None:
        books = self.ann.send(notes.notebooks)
        only = None if which is None or not books else books[which % len(books)].id
        self.ann.send(notes.ask_only, only)
        waiting = self.ann.ledger.open
        if waiting is None:
            return
        topic = None if only is None else TopicId(f"{AREA_ID}/{only}")
        mixed = {TopicId(f"{AREA_ID}/{book.id}") for book in books if book.mixed}
        own = waiting.topic.startswith(f"{AREA_ID}/")
        wanted = waiting.topic == topic if topic else not own or waiting.topic in mixed
        if not wanted:
            self.ann.ledger.put_away()

    @may(which=st.integers(0, 2))
    def delete_notes(self, which: int) -> None:
        books = self.ann.send(notes.notebooks)
        if books:
            book = books[which % len(books)]
            assert self.ann.send(notes.delete, book.id)
            self.ann.ledger.forget_topic(TopicId(f"{AREA_ID}/{book.id}"))
            self.ann.ledger.loosen()

    @may(minutes=st.sampled_from([1, 5, 20, 60, 300, 720, 1440, 2880, 10_000]))
    def wait(self, minutes: int) -> None:
        self.ann.coach.later(minutes=minutes)

    @may()
    def sit_past_four(self) -> None:
        local = self.ann.coach.now.astimezone(self.ann.zone)
        four = (local + timedelta(hours=20)).replace(hour=4, minute=0, second=0)
        self.ann.coach.now = max(self.ann.coach.now, four.astimezone(UTC))

    @may(zone=st.sampled_from(ZONES))
    def move(self, zone: str) -> None:
        self.ann.zone = ZoneInfo(zone)
        self.ann.send(learner.choose_zone, self.ann.zone)

    @may(late=st.integers(0, 14))
    def push(self, late: int) -> None:
        planned = self.ann.send(learner.profile).next_push
        if planned is None:
            return
        at = planned + timedelta(hours=late)
        self.ann.coach.now = max(self.ann.coach.now + REST_AFTER_ACT, at)
        waiting = self.ann.ledger.open
        busy = waiting and (
            waiting.state is PromptState.REVEALED and waiting.seen_on == self.ann.today
        )
        claimed = self.ann.do(nudge.claim)
        if isinstance(claimed, Push):
            assert not busy
            self.ann.ledger.put_away(PromptState.REPLACED)
            self.ann.see(claimed.prompt)
        assert self.ann.do(nudge.claim) is None

    @may(back=st.integers(0, 3))
    def send_again(self, back: int) -> None:
        ann = self.ann
        entries = list(ann.ledger.entries.values())
        if back:
            stale = entries[-back:][:1]
        else:
            unsent = ann.coach(nudge.unsent)
            stale = [entry for entry in entries if entry.id in unsent]
        for entry in stale:
            push = ann.coach(nudge.send_again, entry.id)
            if push is None and not entry.sent:
                ann.ledger.put_away() if entry.state.is_open else None
            elif push:
                assert not entry.sent
                assert entry.state.is_open
                ann.see(push.prompt)

    @may()
    def deliver(self) -> None:
        waiting = self.ann.ledger.open
        if waiting and not waiting.sent:
            self.ann.coach(practice.sent, waiting.id, waiting.id + 1000)
            waiting.sent = True

    @may(reachable=st.booleans())
    def block(self, *, reachable: bool) -> None:
        waiting = self.ann.ledger.open
        if reachable:
            self.ann.send(nudge.reachable)
        else:
            self.ann.send(nudge.unreachable)
            if waiting and not waiting.sent:
                self.ann.ledger.put_away()

    @may(newer=st.booleans())
    def restart(self, *, newer: bool) -> None:
        self.ann.restart(BANKS[1] if newer else self.ann.coach.bank)

    @may()
    def look_at_progress(self) -> None:
        self.ann.check_progress()

    @may(sure=st.integers(0, 5))
    def forget(self, sure: int) -> None:
        if sure == 5:
            self.ann.forget()


ACTS = st.sampled_from(OFTEN).flatmap(lambda name: st.tuples(st.just(name), POSSIBLE[name].drawn))


class Life(Machine):
    """Anything, at any time."""

    @rule(act=ACTS)
    def live(self, act: tuple[str, dict[str, object]]) -> None:
        name, drawn = act
        if self.ann.ledger.entries or not POSSIBLE[name].once_asked:
            getattr(self, name)(**drawn)


def run(database: Database, examples: int) -> None:
    wanted = os.environ.get("BOT_TEST_EXAMPLES")
    Life.database = database
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=int(wanted) if wanted else examples,
            stateful_step_count=40,
            derandomize=not wanted,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_whatever_a_learner_does_memory_counters_and_undo_agree(database: Database) -> None:
    run(database, 30 if database.writers == 1 else 6)
