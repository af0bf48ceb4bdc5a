"""The bot is killed at the worst moments: nothing is lost or done twice."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from bot.sandbox import FaultKind
from bot.storage.database import Database
from bot.storage.tables import Learner, MemoryRow, SetRow, Step
from tests.journeys.machine import PATIENCE
from tests.journeys.stage import asks, set_up

if TYPE_CHECKING:
    from bot.sandbox import Person
    from tests.journeys.machine import Machine


async def revealed(machine: Machine) -> Person:
    """A person who looks at an answer and has not graded it yet."""
    phone = machine.sandbox.person()
    await set_up(phone, "Europe/Berlin")
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    return phone


def due_now(machine: Machine, phone: Person) -> None:
    """Let the learner be somewhere where it is noon, with a daily question due since eleven."""
    now = datetime.now(UTC)
    shift = now.hour - 12
    zone = f"Etc/GMT{shift:+d}" if shift else "Etc/UTC"
    database = Database(f"sqlite:///{machine.database}")
    with database.transaction() as session:
        learner = session.get_one(Learner, phone.id)
        learner.zone = zone
        learner.push_at = time(11)
        learner.next_push_at = now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
        learner.acted_at = now - timedelta(hours=2)
        session.add(learner)


def grades(machine: Machine) -> list[str | None]:
    return [row.grade for row in machine.rows() if row.state == "graded"]


def kept(machine: Machine) -> list[dict[str, object]]:
    """Read what practising has left: prompts without how they were sent, and all that follows."""
    database = Database(f"sqlite:///{machine.database}")
    with database.transaction() as session:
        others = [
            row for table in (MemoryRow, SetRow, Step) for row in session.exec(select(table)).all()
        ]
    prompts = [row.model_dump(exclude={"delivery", "message_id"}) for row in machine.rows()]
    return [*prompts, *(row.model_dump() for row in others)]


@pytest.mark.parametrize("kind", [FaultKind.HANG, FaultKind.HANG_AFTER])
async def test_killed_around_sending_after_a_grade(machine: Machine, kind: FaultKind) -> None:
    phone = await revealed(machine)
    before = len(phone.received)
    machine.sandbox.faults.add(method="sendMessage", kind=kind)

    await phone.taps("Good")
    await machine.restart_when(phone, "sendMessage")

    await phone.sees(asks, within=PATIENCE)
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    assert grades(machine) == ["good"]
    assert len(phone.received) - before == (1 if kind is FaultKind.HANG else 2)


async def test_killed_while_a_tap_is_handled(machine: Machine) -> None:
    phone = await revealed(machine)
    writer = sqlite3.connect(machine.database, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    polls = len(machine.sandbox.calls)

    await phone.taps("Good")
    await phone.until(
        lambda: any(call.method == "getUpdates" for call in machine.sandbox.calls[polls:]),
        within=PATIENCE,
    )
    await machine.kill()
    writer.execute("ROLLBACK")
    writer.close()
    assert grades(machine) == []
    await machine.start()

    await phone.sees("Good. Again on", within=PATIENCE)
    assert grades(machine) == ["good"]


async def test_killed_after_keeping_a_typed_answer(machine: Machine) -> None:
    phone = machine.sandbox.person()
    await set_up(phone)
    machine.sandbox.faults.add(method="sendMessage", kind=FaultKind.HANG)

    await phone.says("My own words")
    await machine.restart_when(phone, "sendMessage")

    await phone.sees("Noted", within=PATIENCE)
    assert [part["text"] for part in machine.rows()[-1].own_answer] == ["My own words"]


@pytest.mark.parametrize("kind", [FaultKind.HANG, FaultKind.HANG_AFTER])
async def test_killed_around_sending_a_push(machine: Machine, kind: FaultKind) -> None:
    phone = machine.sandbox.person()
    await set_up(phone)
    await phone.says("stop")
    await phone.sees("Stopped")
    await machine.stop()
    due_now(machine, phone)
    machine.sandbox.faults.add(method="sendMessage", kind=kind, chat=phone.id)
    before, expected = len(phone.received), 1 if kind is FaultKind.HANG else 2

    await machine.start()
    await machine.restart_when(phone, "sendMessage")

    await phone.until(lambda: len(phone.received) - before == expected, within=PATIENCE)
    await phone.taps("Show answer")
    await phone.sees("The answer to")
    assert len([row for row in machine.rows() if row.slot_day]) == 1
    assert len(phone.received) - before == expected


async def test_asked_to_stop_it_finishes_and_repeats_nothing(machine: Machine) -> None:
    phone = await revealed(machine)

    await phone.taps("Good")
    code = await machine.stop()
    sent = len(phone.received)
    await machine.start()
    await phone.says("/help")
    await phone.sees("/next")

    assert code == 0
    assert grades(machine) in ([], ["good"])
    assert len(phone.received) <= sent + 4


async def test_killed_before_what_is_finished_was_confirmed(machine: Machine) -> None:
    phone, other = await revealed(machine), machine.sandbox.person("Bob")
    await phone.taps("Good")
    await phone.sees(asks)
    machine.sandbox.faults.add(method="sendMessage", kind=FaultKind.HANG, chat=other.id)
    await other.says("/start")  # until it is answered, nothing that comes later is confirmed
    await phone.until(lambda: machine.hangs_in("sendMessage"), within=PATIENCE)
    for said, seen in (
        ("undo", "The answer to"),
        ("redo", asks),
        ("undo", "The answer to"),
        ("star", "Starred"),
        ("3 python", asks),
        ("skip", asks),
        ("/daily", "aily question"),
    ):
        await phone.says(said)
        await phone.sees(seen)
    before, shown = kept(machine), len(phone.received)

    await machine.restart_when(phone, "sendMessage")
    await other.sees("Which level", within=PATIENCE)
    await phone.until(lambda: not machine.sandbox.world.updates.waiting, within=PATIENCE)

    assert kept(machine) == before
    assert len(phone.received) == shown + 1  # the last may not have arrived, for all the bot knows
