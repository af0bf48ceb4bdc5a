"""Reading the content folder from disk: the one place where the bank meets files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions import bank
from bot.questions import pictures as picturing
from bot.questions.model import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from bot.questions.bank import Bank, File, Pictures


def load(folder: Path) -> tuple[Bank, tuple[Problem, ...]]:
    """Read every file of a content folder; unreadable ones are problems like any other."""
    files, problems = texts(folder)
    built, found = bank.build(files, pictures(folder))
    problems += found
    if not built.topics and not problems:
        message = "There is no content file." if folder.is_dir() else "There is no such folder."
        problems.append(Problem(".", 1, message, "Point BOT_CONTENT to a folder of questions."))
    return built, tuple(sorted(problems))


def texts(folder: Path) -> tuple[list[File], list[Problem]]:
    """Read the texts of a content folder, in order, and say which cannot be read."""
    files: list[File] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*/*.md")):
        name = path.relative_to(folder).as_posix()
        try:
            files.append((name, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            problems.append(Problem(name, 1, "The file is not UTF-8.", "Save it as UTF-8."))
        except OSError as error:
            message = f"The file cannot be read: {error.strerror}."
            problems.append(Problem(name, 1, message, "Check its permissions."))
    return files, problems


def pictures(folder: Path) -> Pictures:
    """Look at every picture of a content folder, and say what is wrong with which."""
    paths = sorted(folder.glob(f"*/{picturing.FOLDER}/*"))
    return {path.relative_to(folder).as_posix(): _fault(path) for path in paths}


def picture(folder: Path, path: str) -> bytes:
    """Read a picture by its path in the content folder. Raises OSError."""
    return (folder / path).read_bytes()


def _fault(path: Path) -> str | None:
    try:
        return picturing.fault_of(path.name, path.read_bytes())
    except OSError as error:
        return f"cannot be read: {error.strerror}"
