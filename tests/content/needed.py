"""What the examples need to be installed: missing it skips a test here, and fails it in CI."""

from __future__ import annotations

import ast
import functools
import importlib
import importlib.util
import os
import re
import shutil
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any, Never

import pytest

from tests.conftest import ROOT

INSTALL = "make content"


def module(name: str) -> Any:  # noqa: ANN401 - any library
    """Import the library which a check needs."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        _do_without(f"the library {name}")


def program(name: str) -> str:
    """Find the program which a check needs: beside this interpreter, or on the path."""
    folders = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    found = shutil.which(name, path=folders)
    return found or _do_without(f"the program {name}")


def packages(code: str) -> None:
    """Demand what a Python example imports."""
    if names := absent(code):
        _do_without(", ".join(names))


def absent(code: str) -> tuple[str, ...]:
    """Name what a Python example lacks; its packages may load others of the group by name."""
    foreign = _imported(code) - sys.stdlib_module_names
    imported = sorted(name for name in foreign if f"{name}.py" not in code)
    unknown = tuple(name for name in imported if not importlib.util.find_spec(name))
    return (*unknown, *_absent_from_group()) if imported else ()


@functools.cache
def installed() -> str:
    """Describe the interpreter and every installed package with its version."""
    found = {f"{each.name}=={each.version}" for each in metadata.distributions()}
    return "\n".join([sys.version, *sorted(found)])


def _imported(code: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(_parsed(code)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def _parsed(code: str) -> ast.Module:
    try:
        return ast.parse(code)
    except SyntaxError:
        return ast.Module([], [])  # its run will say what is wrong


@functools.cache
def _absent_from_group() -> tuple[str, ...]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    requirements = project["dependency-groups"].get("content", [])
    names = [re.split(r"[^\w.-]", requirement)[0] for requirement in requirements]
    return tuple(name for name in names if not _is_installed(name))


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _do_without(what: str) -> Never:
    if os.environ.get("CI"):
        pytest.fail(f"This example needs {what}: {INSTALL}", pytrace=False)
    pytest.skip(f"What these examples need is not installed: {INSTALL}")
