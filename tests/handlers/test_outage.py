"""Waiting while Telegram cannot be reached."""

from __future__ import annotations

from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.handlers import request  # noqa: F401 - it sets the type of RetryAfter's wait
from bot.handlers.outage import Backoff, Outage, reach


def half() -> float:
    return 0.5


SOON = Backoff(first=timedelta(milliseconds=1), longest=timedelta(milliseconds=2))


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_wait_is_never_nothing_nor_too_long(failures: int, jitter: float) -> None:
    delay = Backoff().delay(failures, jitter)

    assert timedelta(milliseconds=500) <= delay <= timedelta(seconds=30)


@given(st.integers(1, 100), st.floats(0, 1))
def test_wait_never_shrinks(failures: int, jitter: float) -> None:
    backoff = Backoff()

    assert backoff.delay(failures, jitter) <= backoff.delay(failures + 1, jitter)


def test_wait_doubles_up_to_longest() -> None:
    waits = [Backoff().delay(failures, 0).total_seconds() for failures in range(1, 8)]

    assert waits == [1, 2, 4, 8, 16, 30, 30]


def test_telegrams_own_wait_is_obeyed() -> None:
    assert Outage(Backoff(), half).failed(RetryAfter(77)) == timedelta(seconds=77)


def test_outage_warns_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    outage = Outage(Backoff(), half)

    for _ in range(3):
        outage.failed(NetworkError("down"))
    outage.over()
    outage.over()

    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]


def test_success_starts_waits_anew() -> None:
    outage = Outage(Backoff(), half)
    for _ in range(5):
        outage.failed(NetworkError("down"))

    outage.over()

    assert outage.failed(NetworkError("down")) <= Backoff().first


async def test_call_is_repeated_until_answered() -> None:
    answers = iter((NetworkError("down"), RetryAfter(0), "here"))

    async def call() -> object:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    assert await reach(call, Outage(SOON, half)) == "here"


async def test_refusal_is_not_repeated() -> None:
    async def call() -> None:
        raise BadRequest("bad webhook")

    with pytest.raises(BadRequest):
        await reach(call, Outage(SOON, half))
