"""What a run of a Python example finds out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.content import running


def problem_of(code: str) -> str | None:
    return running.problem_of(code, running.run(code))


def test_kept_promises_are_no_problem() -> None:
    assert problem_of("print(1)  # -> 1\nprint('between')\nprint(2)  # -> 2") is None


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("print(1)  # -> 2", "should print '2'"),
        ("print(1)  # -> 1\nprint(2)  # -> 1", "should print '1' next"),
        ("print(2)  # -> 1\nprint(1)  # -> 2", "should print '2' next"),
        ("print(1)\nraise SystemExit(3)", "exit code 3"),
        ("import nothing_like_this", "ModuleNotFoundError"),
        ("print(", "SyntaxError"),
    ],
)
def test_broken_promise_is_named(code: str, said: str) -> None:
    assert said in (problem_of(code) or "")


def test_endless_example_is_stopped() -> None:
    code = "import time\nwhile True:\n    time.sleep(1)"
    outcome = running.run(code, timedelta(seconds=0.2))
    assert "still running" in (running.problem_of(code, outcome) or "")


def test_example_sees_no_settings_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "secret")
    assert problem_of("import os\nassert 'BOT_TOKEN' not in os.environ") is None


def test_nothing_is_left_behind() -> None:
    first = running.run("import os\nopen('kept', 'w').close()\nprint(os.getcwd())")
    second = running.run(f"import os\nprint(os.path.exists({first.printed.strip()!r}))")
    assert second.printed == "False\n"
