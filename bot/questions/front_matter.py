"""The head of a file: of a content file its topic and area, or what is wrong with them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import yaml

from bot.questions.model import AreaId, Problem, Topic, TopicId

if TYPE_CHECKING:
    from collections.abc import Sequence

FENCE = "---"
TOPIC_LIMIT = 56
"""Characters of a topic's id: a button of Telegram's has to carry it."""

_KNOWN = {"topic", "area", "summary"}
FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def slug(name: str) -> str:
    """Turn a name into the lower-case words joined by hyphens that folders and ids are made of."""
    return "-".join(re.findall(r"[^\W_]+", name.lower()))


def read(path: str, lines: list[str]) -> tuple[Topic | None, int, list[Problem]]:
    """Read the front matter: the topic, the number of lines it takes, and every problem."""
    values, taken, faults = cut(path, lines, ("topic", "area", "summary"))
    if values is None:
        return None, taken, faults
    problems = _problems(PurePosixPath(path), values)
    missing = any(not is_name(values.get(name)) for name in ("topic", "area"))
    return None if missing else _topic(PurePosixPath(path), values), taken, problems


def cut(
    path: str, lines: list[str], wanted: Sequence[str]
) -> tuple[dict[str, Any] | None, int, list[Problem]]:
    """Cut the head off a file: its values, the number of lines it takes, and what stops it."""
    shape = ", ".join(f"'{name}: ...'" for name in wanted)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if lines[0].strip() != FENCE or end is None:
        mend = f"Begin the file with '---', {shape}, '---'."
        return None, 0, [Problem(path, 1, "The front matter is missing.", mend)]
    try:
        values = yaml.safe_load("\n".join(lines[1:end]))
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # also 2026-13-45, and [[[[...
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        mend = "Quote values that hold ': ' or '#'."
        return None, end + 1, [Problem(path, line, "The front matter is not YAML.", mend)]
    if not isinstance(values, dict):
        mend = f"Write {shape}."
        return None, end + 1, [Problem(path, 1, "The front matter holds no values.", mend)]
    return values, end + 1, []


def is_name(value: object) -> bool:
    """Tell whether a value can name something: a text with letters or digits."""
    return isinstance(value, str) and bool(slug(value))


def _topic(path: PurePosixPath, values: dict[str, Any]) -> Topic:
    area_id = AreaId(slug(values["area"]))
    topic_id = TopicId(f"{area_id}/{path.stem}")
    return Topic(topic_id, values["topic"], area_id, values["area"], values.get("summary") or "")


def _problems(path: PurePosixPath, values: dict[str, Any]) -> list[Problem]:
    found = [
        (f"The front matter has no {name}.", f"Add a line '{name}: ...'.")
        for name in ("topic", "area")
        if not is_name(values.get(name))
    ]
    found += [
        (f"The front matter has an unknown '{name}'.", "Take the line away.")
        for name in sorted(map(str, values.keys() - _KNOWN))
    ]
    area = values.get("area")
    if isinstance(area, str) and slug(area) not in {"", path.parent.name}:
        message = f"Area '{area}' does not match the folder '{path.parent.name}'."
        found.append((message, f"Move the file into the folder '{slug(area)}'."))
    topic_id = f"{path.parent.name}/{path.stem}"
    if not FILE_NAME.fullmatch(path.stem) or len(topic_id) > TOPIC_LIMIT:
        mend = f"Use words joined by hyphens, at most {TOPIC_LIMIT} characters with the folder."
        found.append((f"The file name '{path.name}' is no name of a topic.", mend))
    return [Problem(str(path), 1, message, mend) for message, mend in found]
