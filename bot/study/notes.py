"""A learner's own notes: how they are named among all questions, and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NewType

from bot.questions.draft import is_same_file
from bot.questions.model import AreaId, QuestionId
from bot.questions.revision import compare, is_newer_version

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.questions.document import Reading
    from bot.questions.revision import Kept, Revision

NotebookId = NewType("NotebookId", int)
"""One document of a learner, however often a newer version replaces it."""

NoteId = NewType("NoteId", int)
"""One question of a notebook, which outlives changes of its wording."""

AREA_ID: Final = AreaId("notes")
AREA: Final = "Your notes"
PREFIX: Final = "note/"
"""What the ids of notes begin with; no id of the bank can have it."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """A document of a learner: what is in it, how far they have come, and when it is asked.

    ``questions`` are those that can be asked; ``mixed`` when they come among all others,
    ``only`` while nothing else is asked.
    """

    id: NotebookId
    name: str
    file_name: str
    questions: int
    answered: int
    seen: int
    due: int
    mixed: bool
    only: bool
    added_on: date
    updated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a learner should know about the answer to a question of their own.

    ``answered`` tells whether the document has one, ``own`` whether they have written one
    themselves, ``changed`` whether the document's has changed since they last graded theirs.
    """

    answered: bool
    own: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it came: its bytes, and what its sender calls it; a pasted text has no name."""

    content: bytes
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """A notebook with the questions of its present version, and those that it has left out."""

    notebook: Notebook
    kept: tuple[Kept, ...]
    gone: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What a document would change in a notebook of which it is a newer version."""

    notebook: Notebook
    revision: Revision


def question_id_of(note: NoteId) -> QuestionId:
    """Name a note among all questions: ``note/17``, which no id of the bank can equal."""
    return QuestionId(f"{PREFIX}{note}")


def note_of(question_id: QuestionId) -> NoteId | None:
    """Find the note that an id names; None for a question of the bank."""
    number = question_id.removeprefix(PREFIX)
    named = question_id.startswith(PREFIX) and number.isascii() and number.isdigit()
    return NoteId(int(number)) if named else None


def version_among(
    stored: Sequence[Stored], reading: Reading, *, file_name: str = ""
) -> Version | None:
    """Find the notebook of which a document is a newer version; None for a document of its own.

    One that has the same file name comes first, if they share any question: every repository
    has a README. Without such a name half of the questions have to be known.
    """
    for one in reversed(stored):
        if _are_namesakes(file_name, one.notebook.file_name):
            revision = compare(one.kept, reading, one.gone)
            if any(match.before for match in revision.matches):
                return Version(one.notebook, revision)
    for one in reversed(stored):
        if is_newer_version(one.kept, reading):
            return Version(one.notebook, compare(one.kept, reading, one.gone))
    return None


def _are_namesakes(first: str, second: str) -> bool:
    """Tell whether two file names are alike; a pasted text has none."""
    return bool(first and second) and is_same_file(first, second)
