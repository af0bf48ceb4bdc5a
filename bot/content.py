"""Reading the content folder from disk: the one place where the bank meets files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import bank
from bot.questions.model import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from bot.questions.bank import Bank

TRACKS = "tracks"
"""The folder of packs, which hold no questions."""


def load(folder: Path) -> tuple[Bank, tuple[Problem, ...]]:
    """Read every content file below a folder; unreadable files are problems like any other."""
    files: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*/*.md")):
        name = path.relative_to(folder).as_posix()
        if path.parent.name == TRACKS:
            continue
        try:
            files.append((name, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            problems.append(Problem(name, 1, "The file is not UTF-8.", "Save it as UTF-8."))
        except OSError as error:
            message = f"The file cannot be read: {error.strerror}."
            problems.append(Problem(name, 1, message, "Check its permissions."))
    if not files and not problems:
        message = "There is no content file." if folder.is_dir() else "There is no such folder."
        problems.append(Problem(".", 1, message, "Point BOT_CONTENT to a folder of questions."))
    built, found = bank.build(files)
    return built, tuple(sorted((*problems, *found)))
