"""Runs of the Python examples, two at a time, started before their tests ask."""

from __future__ import annotations

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.content import needed, running
from tests.content.examples import Example

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_A_TIME = 2
KEPT = "content/passed"


@dataclass(slots=True)
class Runs:
    """Runs by example; one that passed unchanged with the same packages is not repeated."""

    passed: set[str]
    started: dict[Example, Future[running.Run]]

    def problem_of(self, example: Example) -> str | None:
        """Wait for a run, and say what was wrong with it."""
        if example not in self.started:
            return None
        problem = running.problem_of(example.block.code, self.started[example].result())
        if not problem:
            self.passed.add(_digest(example))
        return problem


@pytest.fixture(scope="session")
def runs(request: pytest.FixtureRequest) -> Iterator[Runs]:
    """Start what the selected tests will ask for, except what is known to pass."""
    cache = getattr(request.config, "cache", None)
    passed = set(cache.get(KEPT, ())) if cache else set()
    wanted = [
        example
        for example in _selected(request.session)
        if _digest(example) not in passed and not needed.absent(example.block.code)
    ]
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        started = {example: pool.submit(running.run, example.block.code) for example in wanted}
        yield Runs(passed, started)
        pool.shutdown(cancel_futures=True)
    if cache:
        cache.set(KEPT, sorted(passed))


def _selected(session: pytest.Session) -> Iterator[Example]:
    for item in session.items:
        if isinstance(item, pytest.Function) and "runs" in item.fixturenames:
            example = item.callspec.params["example"]
            assert isinstance(example, Example)
            yield example


def _digest(example: Example) -> str:
    return hashlib.sha256(f"{needed.installed()}\n{example.block.code}".encode()).hexdigest()
