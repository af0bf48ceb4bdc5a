"""``python -m bot import``: documents become content files, all of them or none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from bot import content, parsing, writing
from bot.questions import bank as banks
from bot.questions import naming, shelving
from bot.questions.document.pictures import pictures_of
from bot.questions.document.review import Lack, lack
from bot.questions.draft import name_of
from bot.questions.front_matter import slug
from bot.questions.likeness import near_duplicates
from bot.questions.pictures import FOLDER, fault_of
from bot.questions.shelving import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.questions.bank import Bank, Pictures
    from bot.questions.document import Reading, Way
    from bot.questions.model import Problem, Question, QuestionId

ALIKE: Final = 0.6
"""The share of words from which two questions may well ask the same."""

MOST: Final = 50
"""Lines of a list that a person still reads."""

_NAMES_NOTHING: Final = frozenset({"readme", "index"})
_PICTURE_NAME: Final = 60


class ImportRefusedError(Exception):
    """Nothing was written; the message has one line for each reason."""


@dataclass(slots=True)
class _Pictures:
    """Pictures found beside documents, by the path where they shall lie, and names not found."""

    found: dict[str, bytes] = field(default_factory=dict)
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)


def bring(
    files: Sequence[str],
    folder: Path,
    *,
    area: str | None = None,
    replacing: bool = False,
    way: Way | None = None,
) -> tuple[str, ...]:
    """Write the questions of documents into a content folder; return lines that tell of it.

    Raises ImportRefusedError when a document cannot be used, when a file is there already and
    shall not be replaced, or when the folder could not be served afterwards; OSError when it
    cannot be written. Nothing has changed then.
    """
    if folder.exists() and not folder.is_dir():
        raise ImportRefusedError(f"{folder} is a file. Name a folder.")
    there = content.pictures(folder)
    texts, old = _folder(folder, there)
    pictures = _Pictures()
    readings = list(parsing.read_all(files, way))
    _refuse(reason for file, reading in readings for reason in _unusable(file, reading))
    documents = [_document(file, reading, folder, area, pictures) for file, reading in readings]
    written = shelving.composed(shelving.shelve(documents, old, area), old)
    if not replacing:
        _refuse(
            f"{folder / path} is there already. Add --replace to write over it."
            for path in written
            if (folder / path).exists()
        )
    brought = {path: fault_of(path, picture) for path, picture in pictures.found.items()}
    new, problems = banks.build(sorted((texts | written).items()), {**there, **brought})
    _refuse(_located(folder, problem) for problem in problems)
    data = {path: text.encode() for path, text in written.items()}
    writing.write_all(folder, data | pictures.found)
    return (
        *_told(folder, written, new),
        *_to_look_at(written, new, pictures),
        f"What the files still lack: python -m bot check {folder} --complete",
    )


def _folder(folder: Path, pictures: Pictures) -> tuple[dict[str, str], Bank]:
    texts, problems = content.texts(folder)
    built, found = banks.build(texts, pictures)
    if problems or found:
        number = _counted(len(problems) + len(found), "problem")
        reason = f"{folder} has {number}. Mend that first: python -m bot check {folder}"
        raise ImportRefusedError(reason)
    return dict(texts), built


def _refuse(reasons: Iterable[str]) -> None:
    lines = tuple(reasons)
    if lines:
        raise ImportRefusedError("\n".join((*lines, "Nothing was written.")))


def _unusable(file: str, reading: Reading) -> Iterator[str]:
    if not reading.questions:
        for problem in reading.problems:
            yield f"{file}:{problem.line}: {problem.message}"
        if not reading.problems:
            yield f"{file}: No question was found in it. Leave it out, or look with: parse {file}"


def _document(
    file: str, reading: Reading, folder: Path, area: str | None, pictures: _Pictures
) -> Document:
    path = Path(file)
    named = path.resolve().parent if path.stem.lower() in _NAMES_NOTHING else path
    name = name_of(named.name)
    below = slug(shelving.area_of(name, area))
    places: dict[str, str] = {}
    missing: list[str] = []
    for referred in _referred(reading):
        picture = None if file == parsing.STANDARD_INPUT else _beside(path, referred)
        if picture is None:
            missing.append(referred)
        else:
            place = _place(picture, referred, folder, below, pictures.found)
            places[referred] = place.removeprefix(f"{below}/")
    if missing:
        pictures.missing[file] = tuple(missing)
    shown = {
        place
        for place in places.values()
        if fault_of(place, pictures.found[f"{below}/{place}"]) is None
    }
    return Document(file, name, reading.questions, places, frozenset(shown))


def _referred(reading: Reading) -> Iterator[str]:
    texts = (f"{found.question}\n\n{found.answer or ''}" for found in reading.questions)
    yield from dict.fromkeys(name for text in texts for name in pictures_of(text).missing)


def _beside(document: Path, name: str) -> bytes | None:
    """Read a picture that lies in the folder of a document, or below; None when there is none."""
    home = document.resolve().parent
    try:
        picture = (home / name).resolve()
        return picture.read_bytes() if picture.is_relative_to(home) else None
    except (OSError, ValueError):
        return None


def _place(picture: bytes, name: str, folder: Path, area: str, placed: dict[str, bytes]) -> str:
    """Find the place of a picture: that of the very same one, or one that is free."""
    suffix = PurePosixPath(name).suffix.lower()
    stem = naming.file_name(PurePosixPath(name).stem, (), _PICTURE_NAME)
    number, path = 1, ""
    while not path or (placed.get(path) or _lying(folder / path)) not in {None, picture}:
        path = f"{area}/{FOLDER}/{stem}{f'-{number}' if number > 1 else ''}{suffix}"
        number += 1
    placed[path] = picture
    return path


def _lying(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _located(folder: Path, problem: Problem) -> str:
    return str(replace(problem, path=str(folder / problem.path)))


def _told(folder: Path, written: Mapping[str, str], new: Bank) -> Iterator[str]:
    numbers = Counter(question.source.path for question in new.questions.values())
    brought = {path: numbers[path] for path in written}
    yield f"Written to {folder}: {_counted(sum(brought.values()), 'question')}"
    for path, number in brought.items():
        yield f"{number:>6} {path}"


def _to_look_at(written: Mapping[str, str], new: Bank, pictures: _Pictures) -> Iterator[str]:
    """List what a person should look at: faults of answers, repetitions, missing pictures."""
    brought = [each for each in new.questions.values() if each.source.path in written]
    for fault in Lack:
        yield from _listed(fault, [_line(each) for each in brought if lack(each.answer) is fault])
    yield from _listed("much like another", list(_alike(brought, new)))
    named = [f"{file}: {name}" for file, names in pictures.missing.items() for name in names]
    yield from _listed("pictures that are not there", named)


def _alike(brought: Iterable[Question], new: Bank) -> Iterator[str]:
    """Name for each question that came in the one that is most like it, if one is."""
    wordings = (replace(each, key_points=()) for each in new.questions.values())
    ids = {each.id for each in brought}
    told: set[QuestionId] = set()
    for pair in near_duplicates(wordings, ALIKE, of=ids):
        first, second = (new.questions[each] for each in (pair.first, pair.second))
        if first.id not in ids:
            first, second = second, first
        if first.id in told:
            continue
        told.add(first.id)
        yield f"{_line(first)}\n    {pair.share:>4.0%} of the words: {_line(second)}"


def _listed(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"Look at: {title} ({len(lines)})"
        yield from (f"  {line}" for line in lines[:MOST])
    if len(lines) > MOST:
        yield f"  ... and {len(lines) - MOST} more"


def _line(question: Question) -> str:
    asked = question.text.partition("\n")[0]
    return f"{question.source.path}:{question.source.line}: {asked}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
