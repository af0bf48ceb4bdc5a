"""What servers and containers are told: nginx, Dockerfile."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from tests.content import needed
from tests.content.programs import problem_of_program

NEWER_THAN_CROSSPLANE = frozenset({"http2"})
"""Directives of nginx since 1.25 which crossplane does not know."""


def problem_of_nginx(code: str) -> str | None:
    """Check names, arguments and places of the directives of an ``http`` block."""
    crossplane = needed.module("crossplane")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "nginx.conf")
        path.write_text(f"events {{}}\nhttp {{\n{code}\n}}\n", encoding="utf-8")
        errors = crossplane.parse(str(path), strict=True)["errors"]
    found = [error["error"] for error in errors if not _is_new_directive(error["error"])]
    return "\n".join(found) or None


def problem_of_dockerfile(code: str) -> str | None:
    """Lint a Dockerfile, or the end of one: DL3061 asks for the FROM it may not show."""
    lint = [needed.program("hadolint"), "--failure-threshold", "error", "--ignore", "DL3061", "-"]
    return problem_of_program(lint, _joined(code))


def _is_new_directive(error: str) -> bool:
    match = re.match(r'unknown directive "(\w+)"', error)
    return match is not None and match[1] in NEWER_THAN_CROSSPLANE


def _joined(code: str) -> str:
    """Join continued lines as Docker does; hadolint stumbles over them within an option."""
    return re.sub(r"\\\n(?!#)", "", code)
