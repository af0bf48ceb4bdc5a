"""Files written as a whole: all of them are there afterwards, or nothing has changed."""

from __future__ import annotations

import shutil
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths below a folder, over what lies there, or none of them.

    Raises OSError when one cannot be written; folders and files are then as they were.
    """
    with ExitStack() as undo_folders:
        _make(folder, undo_folders)
        with TemporaryDirectory(dir=folder, prefix=".writing-") as name, ExitStack() as undo:
            drafts = [Path(name, str(number)) for number in range(len(files))]
            for draft, data in zip(drafts, files.values(), strict=True):
                draft.write_bytes(data)
            for draft, path in zip(drafts, files, strict=True):
                target = folder / path
                _make(target.parent, undo)
                _keep(target, draft.with_suffix(".before"), undo)
                draft.replace(target)
            undo.pop_all()
        undo_folders.pop_all()


@contextmanager
def replacing(file: Path) -> Iterator[IO[str]]:
    """Give a text file to write that takes its place when all is well, readable by its owner only.

    Raises OSError when there is no room, or no right, beside ``file``.
    """
    with ExitStack() as undo:
        draft = NamedTemporaryFile(  # noqa: SIM115 - it gets another name before it is closed
            "w", encoding="utf-8", newline="\n", dir=file.parent, prefix=".writing-", delete=False
        )
        undo.callback(Path(draft.name).unlink)
        with draft:
            yield draft
        Path(draft.name).replace(file)
        undo.pop_all()


def _make(folder: Path, undo: ExitStack) -> None:
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        undo.callback(path.rmdir)


def _keep(target: Path, copy: Path, undo: ExitStack) -> None:
    """Have what lies at a place put back, or the place cleared, if all is to be undone."""
    if target.exists():
        shutil.copy2(target, copy)
        undo.callback(copy.replace, target)
    else:
        undo.callback(target.unlink, missing_ok=True)
