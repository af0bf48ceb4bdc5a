"""The sandbox's time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox import Hooks, Sandbox, SandboxClock
from bot.sandbox.control import next_morning

if TYPE_CHECKING:
    from bot.sandbox import Person
    from tests.sandbox.conftest import Client


@given(st.lists(st.timedeltas(timedelta(0), timedelta(days=400)), max_size=20))
def test_clock_never_goes_back(jumps: list[timedelta]) -> None:
    clock = SandboxClock()
    seen = [clock.now()]
    for jump in jumps:
        clock.jump_to(clock.now() + jump + timedelta(seconds=1))
        seen.append(clock.now())

    assert seen == sorted(seen)


def test_jump_back_is_refused() -> None:
    clock = SandboxClock()

    with pytest.raises(ValueError, match="never goes back"):
        clock.jump_to(clock.now() - timedelta(hours=1))


async def test_messages_carry_the_time_of_the_clock(sandbox: Sandbox) -> None:
    tomorrow = sandbox.clock.now() + timedelta(days=1)
    await sandbox.jump_to(tomorrow)

    said = await sandbox.person().says("Good morning")

    assert tomorrow <= said.at < tomorrow + timedelta(minutes=1)


async def test_jump_lets_the_program_act(sandbox: Sandbox) -> None:
    seen: list[datetime] = []

    async def act() -> None:
        seen.append(sandbox.clock.now())

    sandbox.hooks = Hooks(on_jump=act)
    later = sandbox.clock.now() + timedelta(hours=5)
    await sandbox.jump_to(later)

    assert seen[0] >= later


async def test_hook_names_the_next_morning(client: Client, phone: Person) -> None:
    sandbox = client.sandbox
    named = sandbox.clock.now() + timedelta(hours=30)

    async def hook(person: int) -> datetime:
        assert person == phone.id
        return named

    sandbox.hooks = Hooks(next_morning=hook)
    url = f"{sandbox.url}/sandbox/next-morning"
    async with client.session.post(url, json={"person": phone.id}) as response:
        assert response.ok

    assert sandbox.clock.now() >= named


@pytest.mark.parametrize(
    ("now", "zone", "morning"),
    [
        ("2026-11-21T06:30", "Europe/Berlin", "2026-11-21T08:00"),
        ("2026-11-21T08:00", "Europe/Berlin", "2026-11-22T08:00"),
        ("2026-03-28T12:00", "Europe/Berlin", "2026-03-29T07:00"),
        ("2026-11-21T23:00", "Asia/Tokyo", "2026-11-22T00:00"),
        ("2026-11-21T08:00", "Nowhere/AtAll", "2026-11-21T09:00"),
    ],
    ids=["today", "tomorrow", "clocks change", "another day", "unknown zone"],
)
def test_next_morning_is_nine_local_time(now: str, zone: str, morning: str) -> None:
    found = next_morning(datetime.fromisoformat(now).replace(tzinfo=UTC), zone)

    assert found == datetime.fromisoformat(morning).replace(tzinfo=UTC)
