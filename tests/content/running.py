"""A Python example in a fresh process: what it printed, and whether that was promised."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

TIME_LIMIT = timedelta(seconds=20)

_CLAIM = re.compile(r"# -> ?(.*)")


@dataclass(frozen=True, slots=True)
class Run:
    """How a process ended; no exit code when it had to be stopped."""

    exit_code: int | None
    printed: str
    errors: str


def run(code: str, limit: timedelta = TIME_LIMIT) -> Run:
    """Run a script by itself, in an empty folder and an empty environment."""
    with tempfile.TemporaryDirectory(prefix="example-") as folder:
        Path(folder, "example.py").write_text(code, encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, "example.py"],
            cwd=folder,
            env={"HOME": folder, "LANG": "C.UTF-8", "PATH": os.defpath},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        return _finished(process, limit)


def problem_of(code: str, outcome: Run) -> str | None:
    """Say how a run broke what its code promises; None when it kept it."""
    if outcome.exit_code is None:
        return "It was still running when its time was over."
    if outcome.exit_code:
        return f"It ended with exit code {outcome.exit_code}:\n{outcome.errors}"
    printed = iter(lines := [line.rstrip() for line in outcome.printed.splitlines()])
    for claim in _CLAIM.findall(code):
        if claim.rstrip() not in printed:
            return f"It should print {claim!r} next, and printed {lines}."
    return None


def _finished(process: subprocess.Popen[str], limit: timedelta) -> Run:
    try:
        printed, errors = process.communicate(timeout=limit.total_seconds())
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return Run(None, "", "")
    return Run(process.returncode, printed, errors)
