"""How fast pushes go out."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import hypothesis.strategies as st
import pytest
from hypothesis import given

from bot.handlers.pacing import Bucket, Pacer

RATES = st.floats(0.5, 100)
BURSTS = st.integers(1, 10)
WAITS = st.lists(st.floats(0, 3), min_size=1, max_size=60)


def grants(bucket: Bucket, waits: list[float]) -> list[float]:
    """Take a token after each wait, and return when each was granted."""
    now, granted = 0.0, []
    for wait in waits:
        now += wait
        granted.append(now + bucket.take(now))
    return granted


@given(RATES, BURSTS, WAITS)
def test_never_more_than_burst_and_rate(rate: float, burst: int, waits: list[float]) -> None:
    granted = grants(Bucket(rate, burst), waits)

    for first, start in enumerate(granted):
        for last in range(first + burst, len(granted)):
            assert granted[last] - start >= (last - first + 1 - burst) / rate - 1e-6


@given(RATES, BURSTS, WAITS)
def test_first_come_first_served(rate: float, burst: int, waits: list[float]) -> None:
    assert all(one <= other for one, other in pairwise(grants(Bucket(rate, burst), waits)))


@given(RATES, BURSTS)
def test_full_bucket_gives_burst_at_once(rate: float, burst: int) -> None:
    bucket = Bucket(rate, burst)

    assert [bucket.take(5.0) for _ in range(burst)] == [pytest.approx(0)] * burst
    assert bucket.take(5.0) == pytest.approx(1 / rate)


@given(RATES, st.floats(0, 1000))
def test_slow_sender_never_waits(rate: float, start: float) -> None:
    bucket = Bucket(rate)
    bucket.take(start)

    assert bucket.take(start + 1 / rate) == pytest.approx(0)


class Time:
    """A clock that only sleeping moves on."""

    def __init__(self) -> None:
        self.now = 0.0

    def read(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


async def test_pushes_keep_their_rate() -> None:
    time = Time()
    pacer = Pacer(Bucket(25), now=time.read, sleep=time.sleep)

    for _ in range(51):
        async with pacer:
            pass

    assert time.now == pytest.approx(2)


async def test_few_are_inside_at_once() -> None:
    pacer = Pacer(Bucket(25), at_once=2, sleep=Time().sleep)
    inside, most = 0, 0

    async def send() -> None:
        nonlocal inside, most
        async with pacer:
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(send() for _ in range(10)))

    assert most == 2


async def test_cancelled_wait_frees_its_place() -> None:
    never, at_once = asyncio.Event(), asyncio.Event()
    at_once.set()
    naps = iter((never, at_once))

    async def sleep(_: float) -> None:
        await next(naps).wait()

    pacer = Pacer(Bucket(25), at_once=1, sleep=sleep)
    waiting = asyncio.create_task(pacer.__aenter__())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait({waiting})

    async with asyncio.timeout(10), pacer:
        pass
