"""Everything that is worked out of an upload at once, in a process that can be killed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.questions import document
from bot.questions.document import Problem, Reading
from bot.questions.document.pictures import Pictures, pictures_of
from bot.questions.draft import Draft, file_name_of, name_of
from bot.study.notes import version_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.study.notes import Original, Stored, Version


@dataclass(frozen=True, slots=True)
class Upload:
    """What a message has brought: its questions, and what they would change in which notebook."""

    draft: Draft
    version: Version | None


def read_upload(message: int, original: Original, stored: Sequence[Stored]) -> Upload:
    """Read an original; what is no text is a problem of the reading."""
    text, name = document.decode(original.content), file_name_of(original.file_name)
    if isinstance(text, Problem):
        reading, pictures = Reading(problems=(text,)), Pictures()
    else:
        reading, pictures = document.read(text, name=name), pictures_of(text)
    pasted = not original.file_name
    draft = Draft(message, name_of(original.file_name), reading, pictures, pasted=pasted)
    return Upload(draft, version_among(stored, reading, file_name=original.file_name))
