"""A check that is a program: it reads the code, and its exit code is the verdict."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.content import needed

if TYPE_CHECKING:
    from collections.abc import Sequence


def problem_of_program(command: Sequence[str], code: str) -> str | None:
    """Give the code to a program, and return what it says when it refuses it."""
    checked = subprocess.run(  # noqa: S603 - a parser of ours, without a shell
        command, input=code, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    return checked.stdout + checked.stderr if checked.returncode else None


def problem_of_bash(code: str) -> str | None:
    """Read shell commands without running them."""
    return problem_of_program([needed.program("bash"), "-n"], code)
